"""Where else a statement stands: one line for each way, all sources named or counted."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefing.composing.elsewhere import elsewhere
from briefing.composing.implications import implications
from briefing.language.labels import Labels
from tests.composing.seven_sources import WORDINGS, seven_sources


def told(number: int, *made: Any, language: str = "en", **more: Any) -> list[str]:
    """The lines beneath the statement of source ``number``, each with the marks of its citations."""
    edition = replace(seven_sources(*made, **more), labels=Labels(language))
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


def test_a_publisher_of_two_sources_names_neither() -> None:
    assert told(7, {n: {"publisher": "Teral Gazette"} for n in (1, 2)} | {3: {"publisher": "Orrin Post"}}) == [
        "Worded differently in source 1, source 2, Orrin Post and 3 others ['1¶1', '2¶1', '3¶1']"
    ]


def test_what_another_speaker_says_is_not_the_statement() -> None:
    assert told(1, speakers={3: "Bo Lin", 4: "Bo Lin", 7: "Cy Tan"}) == [
        "Also in source 2 and 1 other ['2¶1']",
        "Worded differently in source 6 ['6¶1']",
        "Other speakers on the same matter in source 3 and 2 others ['3¶1']",
    ]
    assert told(3, speakers={3: "Bo Lin", 4: "Bo Lin"})[0] == "Also in source 4 ['4¶1']"


def test_a_quotation_given_to_another_speaker_is_told_as_such() -> None:
    assert told(1, speakers={3: "Bo Lin", 7: "Cy Tan"}, quotes=WORDINGS[:1]) == [
        "Also in source 2 and 2 others ['2¶1']",
        "Worded differently in source 6 ['6¶1']",
        "The same words from another speaker in source 3 ['3¶1']",
        "Other speakers on the same matter in source 7 ['7¶1']",
    ]


@pytest.mark.parametrize("sections", [("statements", "implications"), ("implications",)])
def test_a_sector_repeats_no_line_that_stands_with_the_speaker(sections: tuple[str, ...]) -> None:
    edition = seven_sources()
    edition.audience = replace(edition.audience, sections=sections)
    (block,) = implications(edition).blocks
    assert [bool(statement.notes) for statement in block.reported] == ["statements" not in sections]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fr", ["Aussi : source 2 et 3 autres", "Formulé autrement : sources 6 et 7"]),
        ("ar", ["ورد أيضًا في المصدر 2 و3 مصادر أخرى", "بصياغة مختلفة في المصدرين 6 و7"]),
        ("ur", ["ذریعہ 2 اور مزید 3 میں بھی", "ذرائع 6 اور 7 میں الفاظ مختلف ہیں"]),
    ],
)
def test_the_line_in_other_languages(language: str, lines: list[str]) -> None:
    assert [line.rpartition(" [")[0].replace("\u00a0", " ") for line in told(1, language=language)] == lines
