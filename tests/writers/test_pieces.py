"""Pieces on a page that runs from right to left: each text in its own language and direction."""

from __future__ import annotations

from briefing.model.briefing import Datum, Phrase, RuleText, Statement
from briefing.writers.pieces import UNDRAWN, Tongue, wrapped
from tests.writers.sample_briefing import ONE, Builder

ARABIC = Tongue("ar", {ONE.id: "en"})


def test_words_and_data_in_latin_letters_are_kept_apart_in_an_arabic_sentence() -> None:
    words = Builder().words(ONE, "since Monday")
    told = Statement("s", "counted", (Phrase("k", ("عن ", Datum("Ada Obi", ONE.id, "author"), "، ", words)),))
    assert ARABIC.pieces(told) == (
        'عن <bdi dir="ltr">Ada Obi</bdi>، <span class="words" lang="en" dir="ltr">since Monday</span>'
    )


def test_a_rule_in_english_says_so_and_a_number_needs_nothing() -> None:
    rule = RuleText("EXPEL", "title", "return demanded")
    told = Statement("s", "counted", (rule, Datum("12", "request", "as_of")))
    assert ARABIC.pieces(told) == '<span lang="en" dir="ltr">return demanded</span>12'


def test_a_block_has_the_direction_of_its_words() -> None:
    assert (ARABIC.flow("en"), ARABIC.flow("ur"), ARABIC.flow(None)) == (' dir="ltr"', "", "")
    assert (ARABIC.attributes(""), Tongue("fr").attributes("")) == (' dir="rtl"', "")


def test_what_needs_no_mark_is_escaped_alone() -> None:
    assert wrapped("Fish & “chips”, 3 < 4") == "Fish &amp; “chips”, 3 &lt; 4"
    assert wrapped("Fish\u200b & \ue000") == 'Fish[U+200B] &amp; <span class="undrawn">\ue000</span>'
    long = "https://example.org/a/very/long/address"
    assert wrapped(f"See {long}") == f'See <span class="long">{long}</span>'


def test_no_printable_character_is_undrawn() -> None:
    """What ``wrapped`` escapes at first sight."""
    assert not [char for code in range(0x110000) if (char := chr(code)).isprintable() and UNDRAWN.match(char)]


def test_the_only_white_space_that_is_printable_is_the_space() -> None:
    """What a word that is too long is first looked for by."""
    assert [char for code in range(0x110000) if (char := chr(code)).isprintable() and char.isspace()] == [" "]
