"""How the words beside a number have it: told, denied, asked about, or taken back."""

from __future__ import annotations

import pytest

from briefing.grouping.standing import Standing, changing, standing
from briefing.grouping.windows import Window


def stands(sentence: str) -> Standing:
    """How the number stands that ``sentence`` has a # for."""
    left, _, right = sentence.partition("#")
    return standing(Window(left, right, "", sentence))


@pytest.mark.parametrize(
    "sentence",
    [
        "The mayor denied that # people had drowned",
        "The minister rejected reports of # deaths",
        "The army disputed the figure of # dead",
        "The army denied killing # people",
        "We have not lost # men",
        "We haven’t lost # men",
        "# barns were not burnt but flooded",
    ],
)
def test_denied(sentence: str) -> None:
    assert stands(sentence).denied


@pytest.mark.parametrize(
    "sentence",
    [
        "The army denied # lorries entry",
        "The mayor denied the charge, but # people had drowned",
        "Not only # people came",
        "No more than # people drowned",
        "The count does not include # people in Aru",
        "# people who were not counted came",
        "The union said # miners, not 15, are below",
        "Doctors Without Borders treated # people",
    ],
)
def test_not_denied(sentence: str) -> None:
    assert stands(sentence).told


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("There are # miners below, not 15", (15,)),
        ("It was #% in May, not 41.3%", (41.3,)),
        ("There were # dead instead of nine", (9,)),
        ("There are # people, not all of them adults", ()),
    ],
)
def test_in_the_place_of(sentence: str, values: tuple[float, ...]) -> None:
    assert stands(sentence).instead == values


@pytest.mark.parametrize(
    ("sentence", "withdrawn"),
    [
        ("This replaces the figure of #", True),
        ("It revised an earlier figure of #", True),
        ("The mayor had earlier put the number of homeless at #", True),
        ("Contrary to earlier reports, the flood killed # people", False),
        ("The first # families came", False),
    ],
)
def test_taken_back(sentence: str, withdrawn: bool) -> None:
    assert stands(sentence).withdrawn is withdrawn


def test_asked_about() -> None:
    assert stands("She was asked whether # people had drowned").asked
    assert not stands("She was asked to come, and # people drowned").asked


def test_what_changes_from_a_number() -> None:
    assert changing("The agency revised its appeal from ")
    assert changing("The toll rose from ")
    assert not changing("Families came from ")
    assert stands("90 people are ill, down from #").came_from
