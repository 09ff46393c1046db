"""Bytes become canonical text: UTF-8 else detected, no mark, line ends as LF, nothing else touched."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import SourceError
from briefing.readers.decoding import canonical

PROSE = "The mayor’s café stayed open, “for now” — 40 people slept there, he said. The naïve plan failed twice.\n"


def test_utf_8_is_taken_as_it_is() -> None:
    assert canonical("Água 🌊 e\u0301 ‏עברית‎\n\n  two  spaces \n".encode(), "a.txt") == (
        "Água 🌊 e\u0301 ‏עברית‎\n\n  two  spaces \n",
        (),
    )


def test_the_byte_order_mark_goes_and_later_ones_stay() -> None:
    assert canonical(b"\xef\xbb\xbfOne\xef\xbb\xbf two", "a.txt")[0] == "One\ufeff two"


def test_line_ends_become_lf_and_other_separators_stay() -> None:
    assert canonical("a\r\nb\rc\n\r\nd\u2028e\x0cf".encode(), "a.txt")[0] == "a\nb\nc\n\nd\u2028e\x0cf"


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "mac_roman"])
def test_other_encodings_are_detected_and_said(encoding: str) -> None:
    text, (notice,) = canonical(PROSE.encode(encoding), "a.txt")
    assert text == PROSE
    assert notice.code == "guessed-encoding"
    assert notice.limits


def test_cyrillic_is_detected() -> None:
    prose = "Вода поднялась на два метра, сообщили власти города. Четыре тысячи человек эвакуированы."
    assert canonical(prose.encode("cp1251"), "a.txt")[0] == prose


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf \r\n\t", "is empty"),
        (b"--- !!! ...\n", "holds no words"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0", "is not text"),
        (b"MZ\x90\0\x03\0\0\0\xff\xff\0", "is not text"),
        (b"Some words and a \0 null", "is not text"),
        (bytes(range(1, 32)) * 3, "is not text"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(SourceError) as caught:
        canonical(data, "a.txt")
    assert (caught.value.where, caught.value.what) == ("a.txt", what)


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(lambda text: f"w{text}"))
def test_any_text_without_line_ends_survives(text: str) -> None:
    assert canonical(text.encode(), "a.txt") == (text, ())
