"""A list whose items each give one figure of one scale is drawn; any other list is not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefing.composing.statements import lead_statement
from briefing.model.briefing import Statement
from briefing.model.claim import Claim, Figure
from briefing.model.source import Source
from tests.composing.builder import claim, edition, figure, source

LEAD = "She listed:"
TEXT = source(f"{LEAD}\n- 8 letters to the port\n- 2 visits\n- 40 talks\n- rain")
LETTERS, VISITS, TALKS = "8 letters to the port", "2 visits", "40 talks"


def item(words: str, *figures: Figure, where: Source = TEXT, **more: Any) -> Claim:
    """What she says in one item of the list."""
    return claim(where, words, speaker="Ana Ruiz", mention="She", kind="item", lead=LEAD, figures=figures, **more)


def three(**changed: Any) -> list[Claim]:
    """Three items with a figure each, the last one's changed."""
    talks = figure(TEXT, "40", "talks", 40, "events")
    return [
        item(LETTERS, figure(TEXT, "8", "letters", 8, "items")),
        item(VISITS, figure(TEXT, "2", "visits", 2, "events")),
        item(TALKS, replace(talks, **changed)),
    ]


def listed(claims: list[Claim]) -> Statement:
    """The list as it is printed."""
    return lead_statement(edition((TEXT, tuple(claims))), "s", claims)


def test_each_bar_is_its_value_over_the_largest_in_the_order_of_the_source() -> None:
    claims = three()
    made = listed(claims)
    assert [item.text for item in made.items] == [LETTERS, VISITS, TALKS]
    assert [(row.item, row.claim, row.figure, row.share) for row in made.chart] == [
        ("s-item-1", claims[0].id, 0, 0.2),
        ("s-item-2", claims[1].id, 0, 0.05),
        ("s-item-3", claims[2].id, 0, 1.0),
    ]


def test_two_claims_of_one_item_that_hold_one_figure_are_one_bar() -> None:
    claims = three()
    again = replace(claims[0], content=((claims[0].anchor.start, claims[0].anchor.end - 1),))
    assert [row.share for row in listed([again, *claims]).chart] == [0.2, 0.05, 1.0]


@pytest.mark.parametrize(
    "changed",
    [
        {"value": (40, 50)},
        {"bound": ">=", "approx": True},
        {"approx": True},
        {"value": -40},
        {"kind": "people"},
        {"kind": "money", "unit": "USD"},
    ],
    ids=["a range", "a bound", "a hedge", "below zero", "people among things", "money among things"],
)
def test_a_figure_without_a_length_or_of_another_scale_leaves_the_list_undrawn(changed: dict[str, Any]) -> None:
    assert listed(three(**changed)).chart == ()


def test_two_items_are_no_chart() -> None:
    assert listed(three()[:2]).chart == ()


def test_an_item_without_a_figure_leaves_the_list_undrawn() -> None:
    assert listed([*three(), item("rain")]).chart == ()


def test_an_item_with_two_figures_leaves_the_list_undrawn() -> None:
    first, *others = three()
    both = replace(first, figures=(*first.figures, figure(TEXT, "port", "port", 1, "items")))
    assert listed([both, *others]).chart == ()


@pytest.mark.parametrize("modality", ["negated", "hypothetical"])
def test_what_is_not_so_is_not_drawn(modality: str) -> None:
    first, *others = three()
    assert listed([replace(first, modality=modality), *others]).chart == ()


def test_nothing_but_noughts_has_no_scale() -> None:
    text = source(f"{LEAD}\n- no trucks: 0\n- no boats: 00\n- no tents: 000")
    claims = [
        item("no trucks: 0", figure(text, " 0", "trucks", 0, "items"), where=text),
        item("no boats: 00", figure(text, " 00", "boats", 0, "items"), where=text),
        item("no tents: 000", figure(text, " 000", "tents", 0, "items"), where=text),
    ]
    assert lead_statement(edition((text, tuple(claims))), "s", claims).chart == ()
