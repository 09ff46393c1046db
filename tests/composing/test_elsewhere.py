"""Where else a statement stands: one line for each way, all sources named or counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from briefing.composing.elsewhere import elsewhere
from briefing.language.labels import Labels
from tests.composing.seven_sources import seven_sources


def told(number: int, stated: Mapping[int, dict[str, Any]] | None = None, language: str = "en") -> list[str]:
    """The lines beneath the statement of source ``number``, each with the marks of its citations."""
    edition = replace(seven_sources(dict(stated or {})), labels=Labels(language))
    lines = elsewhere(edition, "s-note", [edition.claims[number - 1]])
    return [f"{line.text} {[f'{cited.number}{cited.locator.mark}' for cited in line.citations]}" for line in lines]


def test_each_way_has_one_line_and_the_rest_is_counted() -> None:
    assert told(1) == [
        "Also in source 2 and 3 others ['2¶1']",
        "Worded differently in sources 6 and 7 ['6¶1', '7¶1']",
    ]


def test_a_wording_of_its_own_is_in_no_other_source() -> None:
    assert told(6) == ["Worded differently in sources 1, 2, 3 and 3 others ['1¶1', '2¶1', '3¶1']"]


def test_publishers_are_named_where_they_are_stated() -> None:
    stated = {n: {"publisher": name} for n, name in ((2, "Teral Gazette"), (6, "Sarn Wire"))}
    assert told(1, stated) == [
        "Also in Teral Gazette and 3 others ['2¶1']",
        "Worded differently in Sarn Wire and source 7 ['6¶1', '7¶1']",
    ]


def test_a_publisher_of_two_sources_is_named_once() -> None:
    assert told(7, {n: {"publisher": "Teral Gazette"} for n in (1, 2, 3)}) == [
        "Worded differently in Teral Gazette and 3 others ['1¶1', '2¶1', '3¶1']"
    ]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fr", ["Aussi : source 2 et 3 autres", "Formulé autrement : sources 6 et 7"]),
        ("ar", ["ورد أيضًا في المصدر 2 و3 مصادر أخرى", "بصياغة مختلفة في المصدرين 6 و7"]),
        ("ur", ["ذریعہ 2 اور مزید 3 میں بھی", "ذرائع 6 اور 7 میں الفاظ مختلف ہیں"]),
    ],
)
def test_the_line_in_other_languages(language: str, lines: list[str]) -> None:
    assert [line.rpartition(" [")[0].replace("\u00a0", " ") for line in told(1, None, language)] == lines
