"""Characters that nobody sees are shown as marks; those that a script needs are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.hidden import ANY, NEVER, marked, one_line, places, shown


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("nine\x00ty", "nine[U+0000]ty"),
        ("\x1b[31mred\x7f\x9b", "[U+001B][31mred[U+007F][U+009B]"),
        ("pay \u202e001\u202c now", "pay [U+202E]001[U+202C] now"),
        ("a\u200bb\u2060c\ufeffd", "a[U+200B]b[U+2060]c[U+FEFF]d"),
        ("ad\u200dmin ad\u200cmin", "ad[U+200D]min ad[U+200C]min"),
        ("5\u200f-10", "5[U+200F]-10"),
        ("half \ud83d", "half [U+D83D]"),
        ("\U000e0041tag", "[U+E0041]tag"),
        ("no\uffff \ufffe\ufdd0one", "no[U+FFFF] [U+FFFE][U+FDD0]one"),
    ],
)
def test_hidden_characters_show(text: str, seen: str) -> None:
    assert shown(text) == seen


@pytest.mark.parametrize(
    "text",
    [
        "tab\tline\nform\x0cfeed, soft\u00adhyphen, e\u0301, ½, 👍🏽",
        "👩🏽\u200d🚒 works",  # a joiner in an emoji
        "می\u200cخواهم",  # Persian: I want
        "श्री\u200dमान",
        "(\u200fשלום\u200f)",
    ],
)
def test_what_a_script_needs_is_left_alone(text: str) -> None:
    assert shown(text) == text
    assert list(places(text)) == []


def test_a_message_has_one_line() -> None:
    assert one_line("a\nb\tc\u2028\x1bd") == "a[U+000A]b[U+0009]c[U+2028][U+001B]d"


def test_places_are_code_points() -> None:
    assert list(places("🌊a\u202eb\u200b")) == [2, 4]


@settings(derandomize=True, deadline=None)
@given(st.text(), st.text())
def test_a_page_put_together_from_parts_compares_equal(one: str, other: str) -> None:
    printed = shown(one) + shown(other)
    assert marked(printed) == marked(one + other)
    assert not NEVER.search(printed)


def test_no_printable_character_can_be_hidden() -> None:
    """What ``shown`` leaves alone at first sight."""
    assert not [char for code in range(0x110000) if (char := chr(code)).isprintable() and ANY.match(char)]
