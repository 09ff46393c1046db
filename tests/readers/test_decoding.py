"""Bytes become canonical text: UTF-8 else detected, no mark, line ends as LF, nothing else touched."""

from __future__ import annotations

import codecs

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


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
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
        (b"Caf\xe9 and a \0 null", "is not text"),
        (bytes(range(1, 32)) * 3, "is not text"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(SourceError) as caught:
        canonical(data, "a.txt")
    assert (caught.value.where, caught.value.what) == ("a.txt", what)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_read_by_its_mark_or_its_nulls(encoding: str) -> None:
    marks = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE, "utf-32": b""}
    text, (notice,) = canonical(marks[encoding] + PROSE.encode(encoding), "a.txt")
    assert text == PROSE
    assert (notice.code, notice.limits) == ("other-encoding", False)
    assert notice.message == f"Read as its byte-order mark says, {encoding[:6]}."


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark(encoding: str) -> None:
    text, (notice,) = canonical("Water rose.\r\nThe mill fell.".encode(encoding), "a.txt")
    assert text == "Water rose.\nThe mill fell."
    assert notice.message == f"Read as every other byte is null, {encoding}."


def test_utf_16_cut_in_half_keeps_the_rest() -> None:
    text, notices = canonical("Water rose.".encode("utf-16")[:-1] + b"", "a.txt")
    assert text == "Water rose\ufffd"
    assert [notice.code for notice in notices] == ["other-encoding", "broken-encoding"]


def test_control_characters_and_nulls_are_carried() -> None:
    assert canonical(b"Nine\0ty \x1b[31mpeople\x07 were carried\x7f away.", "a.txt") == (
        "Nine\0ty \x1b[31mpeople\x07 were carried\x7f away.",
        (),
    )


def test_a_few_broken_bytes_of_utf_8_are_told_and_the_rest_is_read() -> None:
    data = "Ñandú, café, élan, über, naïve, señor, façade, Zürich.".encode()
    text, (notice,) = canonical(data.replace("ü".encode(), b"\xc3", 1), "a.txt")
    assert text == "Ñandú, café, élan, \ufffdber, naïve, señor, façade, Zürich."
    assert (notice.code, notice.limits) == ("broken-encoding", True)


def test_a_declared_encoding_is_used_where_the_bytes_are_no_utf_8() -> None:
    assert canonical("El Ni\xf1o".encode("latin1"), "a.html", "ISO-8859-1") == ("El Ni\xf1o", ())
    assert canonical("Дождь".encode("koi8-r"), "a.html", "KOI8-R") == ("Дождь", ())


@pytest.mark.parametrize("declared", ["ISO-8859-1", "UTF-16", "koi8-r"])
def test_a_wrong_declared_encoding_is_told(declared: str) -> None:
    text, (notice,) = canonical("El Ni\xf1o".encode(), "a.html", declared)
    assert text == "El Ni\xf1o"
    assert (notice.code, notice.message) == (
        "wrong-encoding",
        f"Read as utf-8, which it is, though it says {declared}.",
    )


@pytest.mark.parametrize("declared", ["utf-8", "no-such", "ascii\0"])
def test_a_declared_encoding_that_does_not_fit_is_passed_over(declared: str) -> None:
    text, (notice,) = canonical(PROSE.encode("cp1252"), "a.html", declared)
    assert (text, notice.code) == (PROSE, "guessed-encoding")


@settings(derandomize=True, deadline=None)
@given(st.binary(max_size=300), st.none() | st.sampled_from(["utf-16", "latin1", "big5", "utf-7", "x"]))
def test_any_bytes_are_text_or_a_mistake_of_one_line(data: bytes, declared: str | None) -> None:
    try:
        text, _ = canonical(data, "a.txt", declared)
    except SourceError as error:
        text = error.what
    assert text.encode().decode() == text
    assert "\r" not in text


@settings(derandomize=True, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(lambda text: f"w{text}"))
def test_any_text_without_line_ends_survives(text: str) -> None:
    assert canonical(text.encode(), "a.txt") == (text, ())
