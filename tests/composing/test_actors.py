"""What is said, by whom: what stands in one place is printed together."""

from __future__ import annotations

from briefing.composing.actors import actors, printed
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
