"""Which figures are one matter: another place, another year and rows of a list are no conflict."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import pipeline
from briefing.model.finding import Grouping


def told(here: Path, *texts: str) -> Grouping:
    """What sources with these texts, of following days, say together."""
    for n, text in enumerate(texts, 1):
        head = f"---\npublisher: Outlet {n}\npublished: 2026-05-0{n}\n---\n"
        (here / f"{n}.md").write_text(head + text + "\n", encoding="utf-8")
    return pipeline.extract(sorted(here.glob("*.md"))).grouping


PLACES = (
    "Shells killed nine civilians in the town of Tam, the army of Orsk said. In Odra, two civilians were killed.",
    "Orsk's guns killed five civilians in Odra, the Ministry of Defence of Valen said. Tam was hit later.",
)


@pytest.mark.parametrize(
    "texts",
    [
        PLACES,
        ("Shells killed nine people in Tam, the army said.\n\nIn 2021, shelling killed 112 people on both sides.",),
    ],
)
def test_another_place_or_year_is_no_conflict(here: Path, texts: tuple[str, ...]) -> None:
    assert not [finding for finding in told(here, *texts).findings if finding.disputed and "nine" in finding.matter]


def test_one_place_with_two_numbers_stays_one(here: Path) -> None:
    found = told(here, "A flood killed nine people in Tam, police said.", "A flood killed 12 people in Tam, WHO said.")
    assert [[r.relation for r in f.readings] for f in found.findings if f.kind == "figure"] == [[None, "conflict"]]


def test_a_total_row_is_no_inconsistency(here: Path) -> None:
    table = "| District | Dead |\n| --- | --- |\n| Tam | 12 |\n| Odra | 30 |\n| Total | 42 |"
    assert not told(here, f"# Deaths in the flood\n\n{table}").notices


def readings(found: Grouping) -> list[list[str | None]]:
    """The relations of the figures that have more than one reading."""
    return [[r.relation for r in f.readings] for f in found.findings if f.kind == "figure" and len(f.readings) > 1]


def test_two_parties_of_one_source_are_compared(here: Path) -> None:
    found = told(
        here,
        "The United Nations said 15,000 people had been displaced in Odra.\n\n"
        "The government says no more than 4,000 people have left their homes in Odra.",
        "Rain is expected in Odra.",
    )
    assert (readings(found), found.notices) == ([[None, "conflict"]], ())


@pytest.mark.parametrize(
    "text",
    [
        "Doctors said 31 people were killed in Tam.\n\nThe army said 12 people were killed in Odra.",
        "The mayor said 31 people were killed. He added that 12 people were killed.",
    ],
)
def test_two_places_or_one_party_of_one_source_are_no_conflict(here: Path, text: str) -> None:
    assert readings(told(here, text, "Rain is expected in Odra.")) == []


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("WHO said 41 people died in Tam.", "63 people died in Tam. This replaces the figure of 41.", ["63", "41"]),
        ("WHO said 90 were ill in Tam.", "Some 75 people are ill in Tam, down from 90 in May, WHO said.", []),
    ],
)
def test_a_number_that_takes_the_place_of_another(here: Path, first: str, second: str, expected: list[str]) -> None:
    found = [f for f in told(here, first, second).findings if f.kind == "figure" and len(f.readings) > 1]
    withdrawn = [[r.text for r in f.readings] for f in found if "withdrawn" in {r.relation for r in f.readings}]
    assert withdrawn == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("second", "support"),
    [
        ("# Second heading\n\nThe Red Cross said the earthquake had killed 112 people.", "corroborated"),
        ("# Second heading\n\nThe storm killed 112 people, the Red Cross said.", "single"),
    ],
)
def test_sources_with_unlike_headlines_are_compared(here: Path, second: str, support: str) -> None:
    found = told(here, "# First title\n\nThe earthquake killed 112 people, the interior ministry said.", second)
    assert {f.support for f in found.findings if f.kind == "figure"} == {support}
