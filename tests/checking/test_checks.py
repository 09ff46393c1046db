"""What a careful editor would ask: each check tells what is wrong, and is silent on a near miss."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest

from briefing import checking, composing, decisions, extractors, grouping, workspace
from briefing.model.audience import Audience
from briefing.model.finding import ClaimsFile
from briefing.model.note import Note, NoteBlock, NotePart
from briefing.model.remark import CODES, Remark
from briefing.model.request import Request
from briefing.model.source import File, Source
from tests.decisions.cases import on

STATED: dict[str, Any] = {"publisher": "Teral Gazette", "published": "2024-03-09", "title": "Floods"}
HUMANITARIAN = workspace.audience("humanitarian")


def read(text: str, stated: dict[str, Any] = STATED, **of: Any) -> Source:
    """A source of one file that states what is given."""
    return Source(text, (File("a.txt", **stated),), language="en", **of)


def remarks(
    code: str,
    *sources: Source,
    request: Request = Request(),  # noqa: B008
    audience: Audience = HUMANITARIAN,
    decide: Sequence[tuple[str, str]] = (),
) -> list[Remark]:
    """What the check of ``code`` tells of a briefing; ``decide`` are acts on the first claim with some words."""
    found = {source.id: extractors.extract(source) for source in sources}
    claims = [claim for each in found.values() for claim in each.claims]
    ledger = [on(sources, next(c for c in claims if words in c.anchor.exact), act) for act, words in decide]
    met = decisions.apply(sources, found, ledger)
    grouped = grouping.group(sources, met.extractions, met.ties)
    file = ClaimsFile(sources, tuple(met.extractions.items()), grouped, met.notices, met.rulings)
    briefing = composing.compose(file, audience, replace(request, tlp=None))
    return [each for each in checking.check(briefing, request.tlp) if each.code == code]


def note(text: str) -> Request:
    """A request with one note of the analyst's."""
    return Request(notes=(Note("agreement", "notes/agreement.md", (NoteBlock((NotePart(text),), 3),)),))


CALM = "The mayor, Ana Ruiz, said that 40 families had left the town of Orrin.\n"


def test_every_code_has_a_check_and_every_check_a_code() -> None:
    assert tuple(checking.CHECKS) == CODES


def test_a_figure_of_an_undated_source_is_undated() -> None:
    (found,) = remarks("undated-figure", read(CALM, {"publisher": "Teral Gazette"}))
    assert found.where == "source 1 (a.txt), paragraph 1"
    assert "“40” has no as-of date" in found.what


def test_a_figure_of_a_dated_source_or_with_its_own_day_is_not() -> None:
    assert not remarks("undated-figure", read(CALM))
    assert not remarks("undated-figure", read(CALM.replace("Orrin", "Orrin since 4 March 2024"), {}))


def test_a_duration_needs_no_date() -> None:
    assert not remarks("undated-figure", read("Ana Ruiz said the road would be shut for two years.\n", {}))


ACCUSED = "Mayor Ana Ruiz accused the Teral militia of burning 40 homes in Orrin.\n"


def test_an_accusation_without_a_word_of_the_accused_is_one_sided() -> None:
    (found,) = remarks("one-sided-allegation", read(ACCUSED))
    assert "Ana Ruiz accuses, and no source has a word of the accused" in found.what


def test_a_source_that_is_not_read_may_have_the_word_of_the_accused() -> None:
    unread = Source("Le porte-parole dément catégoriquement tout incendie.", (File("b.txt", **STATED),), language="fr")
    (found,) = remarks("one-sided-allegation", read(ACCUSED), unread)
    assert "no source that is read (source 2 is not) has a word of the accused" in found.what


@pytest.mark.parametrize(
    "answer",
    ["A spokesman for the Teral militia denied that homes were burnt.\n", "The Teral militia said nobody was hurt.\n"],
)
def test_an_accusation_that_is_answered_is_not(answer: str) -> None:
    assert not remarks("one-sided-allegation", read(f"{ACCUSED}\n{answer}"))


@pytest.mark.parametrize("text", ["The regime has shut the valley.", "Terrorists shut the valley."])
def test_a_loaded_label_in_the_analysts_words_is_told(text: str) -> None:
    (found,) = remarks("loaded-label", read(CALM), request=note(text))
    assert found.where == "notes/agreement.md:3"


@pytest.mark.parametrize("text", ["The mayor calls them “terrorists”.", "Diets and regimens changed.", "All is calm."])
def test_a_loaded_label_in_a_quotation_is_the_speakers(text: str) -> None:
    assert not remarks("loaded-label", read(CALM), request=note(text))


def test_a_loaded_label_of_a_source_is_the_sources() -> None:
    assert not remarks("loaded-label", read("Mayor Ana Ruiz said terrorists had burnt 40 homes.\n"))


def test_a_loaded_title_is_told() -> None:
    (found,) = remarks("loaded-label", read(CALM), request=Request(title="The regime closes the road"))
    assert found.where == "the title"


def test_an_acronym_nobody_spells_out_is_told_once() -> None:
    text = "Ana Ruiz said the VRDA had left the town. The VRDA will send 40 tents, Ana Ruiz said.\n"
    (found,) = remarks("undefined-acronym", read(text))
    assert found.what.startswith("VRDA is spelt out by no source")
    assert text[found.start : found.end] == "VRDA"


@pytest.mark.parametrize(
    "text",
    [
        "The Valley Relief Authority (VRA) sent 40 tents, Ana Ruiz said. The VRA will send more, Ana Ruiz said.\n",
        "The VRA (Valley Relief Authority) sent 40 tents, Ana Ruiz said.\n",
        "The Valley Relief Authority sent 40 tents, Ana Ruiz said. The VRA will send more, Ana Ruiz said.\n",
        "The Fund for the Relief of Orrin sent 40 tents, Ana Ruiz said. FRO will send more, Ana Ruiz said.\n",
        "NOTE TO DESKS: Ana Ruiz said that 40 tents were sent.\n",
        "The UN sent 40 tents, Ana Ruiz said.\n",
        "FORTY FAMILIES LEAVE ORRIN\n\nThe town is empty, Ana Ruiz said.\n",
    ],
)
def test_an_acronym_that_is_spelt_out_or_known_is_not(text: str) -> None:
    assert not remarks("undefined-acronym", read(text))


def test_missing_metadata_is_told_together() -> None:
    (found,) = remarks("missing-metadata", read(CALM, {"title": "Floods"}))
    assert (found.where, found.what) == ("source 1 (a.txt)", "states no publisher and no date of publication")
    assert not remarks("missing-metadata", read(CALM))


def test_unreviewed_claims_are_counted_until_someone_looked() -> None:
    (found,) = remarks("unreviewed-claims", read(CALM))
    assert found.what == "1 of 1 printed claims have not been reviewed"
    assert not remarks("unreviewed-claims", read(CALM), decide=[("accept", "40 families")])


def test_an_orphaned_decision_is_told() -> None:
    source = read(CALM)
    claim = extractors.extract(source).claims[0]
    gone = replace(on((source,), claim, "reject"), number=7)
    met = decisions.apply((), {}, [gone])
    file = ClaimsFile((), (), grouping.group((), {}), met.notices, met.rulings)
    (found,) = [
        each
        for each in checking.check(composing.compose(file, HUMANITARIAN, Request()))
        if each.code == "orphaned-decision"
    ]
    assert found.where == f"decision 7 ({gone.id})"
    assert "the text it was made on is not among the sources" in found.what


def test_a_section_with_more_words_than_its_audience_allows_is_told() -> None:
    (found,) = remarks("long-section", read(CALM), audience=replace(HUMANITARIAN, length={"statements": 5}))
    assert found.where == "section statements"
    assert not remarks("long-section", read(CALM), audience=replace(HUMANITARIAN, length={"statements": 500}))


def test_a_briefing_without_a_handling_mark_is_told() -> None:
    assert remarks("missing-tlp", read(CALM))
    assert not remarks("missing-tlp", read(CALM), request=Request(tlp="TLP:GREEN"))


def test_a_handling_mark_wider_than_a_sources_is_told() -> None:
    (found,) = remarks("mismatched-tlp", read(CALM, tlp="TLP:AMBER"), request=Request(tlp="TLP:CLEAR"))
    assert found.what == "is TLP:AMBER, and the briefing is TLP:CLEAR"
    assert not remarks("mismatched-tlp", read(CALM, tlp="TLP:AMBER"), request=Request(tlp="TLP:RED"))


def test_a_confidence_and_a_likelihood_in_one_sentence_are_told() -> None:
    both = note("We judge with high confidence that the road will very likely stay shut.")
    assert remarks("confidence-with-likelihood", read(CALM), request=both)
    apart = note("The road will very likely stay shut. We say so with high confidence.")
    assert not remarks("confidence-with-likelihood", read(CALM), request=apart)


def test_a_quotation_of_a_word_or_two_is_told() -> None:
    found = remarks("quotation-fragment", read("“Never again,” Ana Ruiz said.\n"))
    assert {each.what for each in found} == {"a quotation of 2 words: “Never again,”"}
    assert not remarks("quotation-fragment", read("“Never again will we sleep here,” Ana Ruiz said.\n"))


def test_an_article_in_a_speakers_name_is_no_word_of_the_accused() -> None:
    other = "“The road is shut,” the head of the Teral hospital, Lena Ott, said.\n"
    assert remarks("one-sided-allegation", read(f"{ACCUSED.replace('Teral', 'Norvia')}\n{other}"))


@pytest.mark.parametrize(
    "text",
    [
        "ORRIN, 9 March — Ana Ruiz said the town of Orrin was empty.\n",
        "RUIZ: The town is empty.\n\nAna Ruiz left later, Ana Ruiz said.\n",
    ],
)
def test_a_name_in_capitals_is_no_acronym(text: str) -> None:
    assert not remarks("undefined-acronym", read(text))


def test_a_headline_is_a_title() -> None:
    text = "Families leave Orrin after flood\n\nMayor Ana Ruiz said that 40 families had left the town of Orrin.\n"
    stated = {"publisher": "Teral Gazette", "published": "2024-03-09"}
    assert not remarks("missing-metadata", read(text, stated))
