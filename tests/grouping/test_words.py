"""Words as they are compared."""

from __future__ import annotations

import pytest

from briefing.grouping.words import content, fold, likeness, spoken


@pytest.mark.parametrize(
    "forms",
    [
        ("kill", "kills", "killed", "killing"),
        ("demarche", "demarches"),
        ("return", "returns", "returned", "returning"),
        ("evacuate", "evacuated", "evacuating", "evacuation", "evacuations"),
        ("displace", "displaced", "displacing", "displacement"),
        ("child", "children"),
        ("pay", "pays", "paid", "paying"),
        ("Afghan".lower(), "afghans", "afghanistan"),
        ("family", "families"),
        ("plan", "planned", "planning"),
    ],
)
def test_forms_of_one_word_are_equal(forms: tuple[str, ...]) -> None:
    assert len({fold(form, "en") for form in forms}) == 1


@pytest.mark.parametrize("pair", [("note", "nation"), ("house", "hospital"), ("ring", "rice"), ("war", "warn")])
def test_other_words_are_not(pair: tuple[str, str]) -> None:
    assert fold(pair[0], "en") != fold(pair[1], "en")


def test_spoken_words_and_numbers() -> None:
    assert spoken("At least 12,500 of Aru’s well-off “left”.") == (
        "at",
        "least",
        "12500",
        "of",
        "aru",
        "s",
        "well-off",
        "left",
    )


def test_content_leaves_out_what_says_nothing() -> None:
    assert content("They said that the bridges have been closed.", "en") == {"bridg", "clos"}


def test_an_unknown_language_is_compared_word_for_word() -> None:
    assert content("Les ponts sont fermés", "xx") == {"les", "ponts", "sont", "fermés"}


def test_likeness_is_the_share_of_the_shorter() -> None:
    assert likeness(frozenset("ab"), frozenset("abcd")) == 1
    assert likeness(frozenset("abcd"), frozenset("ax")) == 0.5
    assert likeness(frozenset(), frozenset("a")) == 0
