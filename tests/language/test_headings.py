"""Headings of situation reports: which part a passage lies in."""

from __future__ import annotations

from briefing.language.headings import named, parts
from briefing.language.passages import split
from briefing.model.claim import SECTORS

REPORT = """Northern districts: report 3

Health

Needs

Three of nine posts work.

Response

Partners run two teams.

Water, Sanitation and Hygiene:

Tankers come twice a week.

Contacts

Write to the office.
"""


def over(words: str) -> tuple[str, ...]:
    passages = split(REPORT)
    return parts(REPORT, passages).get(REPORT.index(words), ())


def test_a_sectors_heading_stands_over_what_follows() -> None:
    assert over("Three of nine") == ("health",)


def test_a_heading_inside_a_part_does_not_end_it() -> None:
    assert over("Partners run") == ("health",)


def test_the_next_sector_begins_a_new_part_also_with_a_colon() -> None:
    assert over("Tankers come") == ("wash",)


def test_any_other_heading_ends_a_part() -> None:
    assert over("Write to") == ()


def test_a_heading_may_name_two_sectors() -> None:
    assert named()["health and nutrition"] == ("health", "nutrition")


def test_all_sectors_have_a_heading() -> None:
    assert {sector for sectors in named().values() for sector in sectors} == set(SECTORS)
