"""What is said, by whom: what stands in one place is printed together."""

from __future__ import annotations

from dataclasses import replace

from briefing.composing.actors import actors, printed
from briefing.model.claim import Attribution
from tests.composing.builder import claim, edition, figure, source

LEAD = "The mayor, Ana Ruiz, told what came:"
TEXT = source(f"{LEAD}\n- 8 letters\n- 2 boats\n- 40 tents")
TOLD = claim(TEXT, LEAD, "what came", speaker="Ana Ruiz", mention="Ana Ruiz", cue="told")
ITEMS = tuple(
    claim(
        *(TEXT, words),
        speaker="Ana Ruiz",
        mention="Ana Ruiz",
        kind="item",
        lead=LEAD,
        figures=(figure(TEXT, words.split()[0], words.split()[1], value, "items"),),
    )
    for words, value in (("8 letters", 8), ("2 boats", 2), ("40 tents", 40))
)


def test_a_lead_that_makes_a_claim_of_its_own_keeps_its_items() -> None:
    made = printed(edition((TEXT, (TOLD, *ITEMS))), "s", (TOLD, *ITEMS))
    assert made.text == LEAD
    assert [item.text for item in made.items] == ["8 letters", "2 boats", "40 tents"]
    assert [row.share for row in made.chart] == [0.2, 0.05, 1.0]


def test_a_speaker_is_printed_with_lead_and_items() -> None:
    (actor,) = actors(edition((TEXT, (TOLD, *ITEMS))))
    assert [(made.text, len(made.items)) for made in actor.statements] == [(LEAD, 3)]


def test_what_kind_of_speaker_is_told_where_the_heading_does_not_tell() -> None:
    text = source("Ana Ruiz said rain fell. Officials said fog fell. It was said that snow fell.")
    ruiz = claim(text, "Ana Ruiz said rain fell.", "rain fell", speaker="Ana Ruiz")
    officials = claim(text, "Officials said fog fell.", "fog fell", speaker="Officials")
    officials = replace(officials, attribution=replace(officials.attribution, kind="collective", party=None))
    unnamed = claim(text, "It was said that snow fell.", "snow fell", form="indirect")
    unnamed = replace(unnamed, attribution=Attribution(kind="vague", cue="said"))
    made = {actor.name.text: actor.summary.text for actor in actors(edition((text, (ruiz, officials, unnamed))))}
    assert made == {
        "Ana Ruiz": "1 source, origin not stated",
        "Officials": "collective · 1 source, origin not stated",
        "Nobody named": "1 source, origin not stated",
    }


def test_nobody_is_named_where_somebody_else_speaks_in_the_passage() -> None:
    text = source("The dam was reportedly broken, Ana Ruiz said.")
    ruiz = claim(text, text.text, "The dam was reportedly broken", speaker="Ana Ruiz")
    hearsay = replace(claim(text, text.text, form="indirect"), attribution=Attribution(kind="vague", cue="reportedly"))
    assert [actor.name.text for actor in actors(edition((text, (ruiz, hearsay))))] == ["Ana Ruiz"]
    assert [actor.name.text for actor in actors(edition((text, (hearsay,))))] == ["Nobody named"]


def test_what_a_ministry_writes_in_its_own_statement_is_said_by_it() -> None:
    told = "The Ministry of Works denied the reports."
    text = source(f"{told} No bridge was struck.", publisher="Ministry of Works")
    denial = claim(text, told, "the reports", speaker="The Ministry of Works", mention="The Ministry of Works")
    paper = source("No bridge was struck at noon.", publisher="Aru Post")
    parts = ((text, (denial, claim(text, "No bridge was struck."))), (paper, (claim(paper, paper.text),)))
    assert [s.text for actor in actors(edition(*parts)) for s in actor.statements if actor.own] == [
        "No bridge was struck."
    ]


def test_an_office_is_one_heading_whether_its_name_begins_a_sentence_or_not() -> None:
    text = source("The coast guard said rain fell. Fog fell, the coast guard said.")
    first = claim(text, "The coast guard said rain fell.", "rain fell", speaker="The coast guard")
    other = claim(text, "Fog fell, the coast guard said.", "Fog fell", speaker="the coast guard")
    named = (replace(one, attribution=replace(one.attribution, party=None)) for one in (first, other))
    (actor,) = actors(edition((text, tuple(named))))
    assert len(actor.statements) == 2
