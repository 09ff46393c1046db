"""Which names are one party's."""

from __future__ import annotations

import pytest

from briefing.grouping.parties import is_head_of, is_short_for, proper, spells


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Venn", "Dara Venn", True),
        ("Dara Venn", "Dara Maria Venn", True),
        ("dara venn", "Dara  Venn", True),
        ("Dara", "Dara Venn", False),
        ("Venn", "Venn Dara", False),
        ("Maria Venn", "Dara Maria Venn", True),
        ("Ana Venn", "Dara Venn", False),
        ("Bel", "Governor of Bel", False),
        ("Red Crescent", "Aru Red Crescent", True),
        ("", "Dara Venn", False),
    ],
)
def test_short_names(short: str, full: str, expected: bool) -> None:
    assert is_short_for(short, full) is expected


@pytest.mark.parametrize(
    ("short", "full", "expected"),
    [
        ("Regional Health Office", "Regional Health Office of Aru", True),
        ("the Health Office", "Health Office for the Aru Valley", True),
        ("Office", "Office of Aru", False),  # a bare noun names no one body
        ("Bank Street", "Bank Street of Aru", False),  # no body
        ("Health Office", "Health Office Aru", False),
    ],
)
def test_a_body_with_its_place(short: str, full: str, expected: bool) -> None:
    assert is_head_of(short, full) is expected


@pytest.mark.parametrize(
    ("acronym", "full", "expected"),
    [
        ("WFP", "World Food Programme", True),
        ("DoWA", "Department of Water Affairs", True),
        ("DWA", "Department of Water Affairs", True),
        ("UN", "United Nations", True),
        ("WFP", "World Health Organization", False),
        ("WF", "World Food Programme", False),
        ("W", "World", False),
    ],
)
def test_acronyms(acronym: str, full: str, expected: bool) -> None:
    assert spells(acronym, full) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("police spokesman Idris Kole", "Idris Kole"),
        ("the Dam Authority (DA)", "Dam Authority"),
        ("Department of Water Affairs", "Department of Water Affairs"),
        ("Nepal authorities", None),
        ("Disaster officials in Bel", None),
        ("aid agencies", None),
        ("", None),
        (None, None),
    ],
)
def test_proper_names(name: str | None, expected: str | None) -> None:
    assert proper(name) == expected
