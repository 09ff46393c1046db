"""Modality: denied, imagined, of a time that is over, or none of these."""

from __future__ import annotations

import pytest

from briefing.language.modality import modality, modality_at


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("Four people were hurt.", "asserted"),
        ("Nobody was hurt.", "negated"),
        ("The army did not strike the camp.", "negated"),
        ("If the rain goes on, the dam will burst.", "hypothetical"),
        ("Should the truce fail, thousands would flee.", "hypothetical"),
        ("The strike could close the port.", "hypothetical"),
        ("A quake struck the same valley in 1974.", "past"),
        ("Twelve years ago, floods drowned the town.", "past"),
        ("Since 2019, 400 people have died.", "asserted"),
        ("The storm hit the coast in May 2024.", "asserted"),
        ("Not only homes but schools were burnt.", "asserted"),
        ("Families have no food.", "asserted"),
        ("The wounded could not reach a clinic.", "asserted"),
    ],
)
def test_modality(said: str, expected: str) -> None:
    assert modality(said, 2024) == expected


def test_a_year_is_history_only_beside_a_later_one() -> None:
    assert modality("A quake struck the valley in 1974.", 1974) == "asserted"
    assert modality("A quake struck the valley in 1974.") == "asserted"


def test_a_negation_reaches_what_follows_it_and_not_what_stands_before() -> None:
    said = "Shells fell on the market, and no soldier was hurt."
    assert modality_at(said, said.index("Shells"), 2024) == "asserted"
    assert modality_at(said, said.index("hurt"), 2024) == "negated"


@pytest.mark.parametrize("plan", ["intends to", "plans to", "is preparing to", "threatened to", "is about to"])
def test_what_is_only_planned_has_not_happened(plan: str) -> None:
    said = f"The city {plan} clear the camp, and families have left."
    assert modality_at(said, said.index("camp"), 2024) == "hypothetical"
    assert modality(said, 2024) == "asserted"


def test_what_was_done_for_a_purpose_has_happened() -> None:
    said = "The city planned the road well. It has cleared the camp."
    assert modality_at(said, said.index("camp"), 2024) == "asserted"
