"""Who speaks for whom: an office-holder and the body are one origin, another body is another."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import pipeline
from briefing.model.finding import Finding


def toll(here: Path, *texts: str) -> Finding:
    """The one finding of figures of sources with these texts, each of another day."""
    for n, text in enumerate(texts, 1):
        head = f"---\npublisher: Outlet {n}\npublished: 2026-05-0{n}\n---\n"
        (here / f"{n}.md").write_text(head + text + "\n", encoding="utf-8")
    file = pipeline.extract(sorted(here.glob("*.md")))
    (found,) = [finding for finding in file.grouping.findings if finding.kind == "figure"]
    return found


@pytest.mark.parametrize(
    ("first", "other", "support"),
    [
        ("health ministry spokesman Idris Kole said", "the Ministry of Health said", "same-origin"),
        ("the Dam Safety Board (DSB) said", "the DSB's Idris Kole said", "same-origin"),
        ("the Dam Safety Board (DSB) said", "DSB chief Idris Kole said", "same-origin"),
        ("Health minister Idris Kole said", "the Ministry of Health said", "same-origin"),
        ("the Ministry of Health of Valen said", "the health minister, Idris Kole, said", "same-origin"),
        ("Trade minister Idris Kole said", "the Ministry of Health said", "corroborated"),
        ("police spokesman Idris Kole said", "the Ministry of Health said", "corroborated"),
        ("Orsk's health ministry said", "Valen's health ministry said", "corroborated"),
    ],
)
def test_one_origin(here: Path, first: str, other: str, support: str) -> None:
    told = toll(here, f"The flood in Tam killed 31 people, {first}.", f"The flood in Tam killed 31 people, {other}.")
    assert told.support == support
    assert told.second_origin is (support == "corroborated")


def test_a_count_of_another_body_takes_none_back(here: Path) -> None:
    told = toll(
        here,
        "The flood in Tam killed 31 people, the Ministry of Health said.",
        "The flood in Tam killed 40 people, the Red Crescent said.",
    )
    assert [reading.relation for reading in told.readings] == [None, "conflict"]


def test_a_later_count_of_the_same_body_is_an_update(here: Path) -> None:
    told = toll(
        here,
        "The flood in Tam killed 31 people, the Ministry of Health said.",
        "The flood in Tam killed 40 people, health ministry spokesman Idris Kole said.",
    )
    assert [reading.relation for reading in told.readings] == [None, "update"]


def test_a_disputed_figure_has_no_second_origin(here: Path) -> None:
    told = toll(
        here,
        "The flood in Tam killed 31 people, the Ministry of Health said.",
        "The flood in Tam killed 31 people, the Red Crescent said.",
        "The flood in Tam killed 40 people, Governor Idris Kole said.",
    )
    assert (told.support, told.disputed, told.second_origin) == ("corroborated", True, False)
