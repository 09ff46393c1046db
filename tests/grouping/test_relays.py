"""Whoever names a source of their own is no second origin."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.grouping.relays import named
from tests.grouping.test_matters import told

MINISTRY = "# Flood in Aru\n\nThe flood in Aru killed 112 people, the interior ministry said."


@pytest.mark.parametrize(
    "sentence",
    [
        "The Red Cross, citing the interior ministry, said the flood in Aru had killed 112 people.",
        "The Red Cross said the flood in Aru had killed 112 people, quoting the interior ministry.",
        "The Red Cross said the flood in Aru had killed 112 people, citing interior ministry data.",
    ],
)
def test_one_origin(here: Path, sentence: str) -> None:
    (found,) = [f for f in told(here, MINISTRY, f"# Flood in Aru\n\n{sentence}").findings if f.kind == "figure"]
    assert (found.support, len(found.origins)) == ("same-origin", 1)


def test_a_body_without_a_name_is_no_second_origin(here: Path) -> None:
    texts = (
        "The army said the flood in Aru killed 112 people.",
        "WFP said the flood in Aru killed 112, citing the army.",
    )
    (found,) = [f for f in told(here, *texts).findings if f.kind == "figure"]
    assert found.support == "unknown-origin"


def test_two_counts_are_two_origins(here: Path) -> None:
    (found,) = [
        f
        for f in told(
            here, MINISTRY, "# Flood in Aru\n\nThe Red Cross said the flood in Aru killed 112 people."
        ).findings
        if f.kind == "figure"
    ]
    assert (found.support, len(found.origins)) == ("corroborated", 2)


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("the health ministry", "health ministry"),
        ("its own", "own"),
        ("official UNICEF data", "UNICEF"),
        ("the governor's figures", "governor"),
        ("the", ""),
    ],
)
def test_the_name_of_who_is_cited(words: str, name: str) -> None:
    assert named(words) == name
