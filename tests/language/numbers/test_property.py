"""A number written in many ways is read back; no text makes reading fail or puts a number outside it."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.numbers import Numeral, read_line

SETTINGS = settings(derandomize=True, deadline=None, max_examples=300)
ONES = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
TENS = ["_", "_", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]


def numerals(text: str) -> list[Numeral]:
    """The numbers of a text that are figures."""
    line = read_line(text, 0, len(text))
    return [numeral for numeral in line.numerals if numeral is not None] if line else []


def in_words(number: int) -> str:
    """A number below a thousand million in English words."""
    for size, name in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            link = " and " if 0 < rest < 100 else " "
            return f"{in_words(number // size)} {name}" + (f"{link}{in_words(rest)}" if rest else "")
    if number < 20:
        return ONES[number]
    return TENS[number // 10] + (f"-{ONES[number % 10]}" if number % 10 else "")


def indian(number: int) -> str:
    """A number with its digits grouped the Indian way."""
    head, tail = divmod(number, 1000)
    pairs: list[str] = []
    while head >= 100:
        head, pair = divmod(head, 100)
        pairs.insert(0, f"{pair:02}")
    return ",".join([str(head), *pairs, f"{tail:03}"])


def read_back(written: str) -> list[object]:
    """The values of "The town has … villagers."."""
    text = f"The town has {written} villagers."
    found = numerals(text)
    assert [text[n.start : n.end] for n in found] == [written]
    return [n.value for n in found]


@SETTINGS
@given(st.integers(2, 10**12))
def test_digits_with_any_mark_between_thousands(number: int) -> None:
    for mark in ("", ",", "\u202f", "\u2009", "\u00a0", " ", "'"):
        written = f"{number:,}".replace(",", mark)
        if mark or not (1500 <= number <= 2100):
            assert read_back(written) == [number], written


@SETTINGS
@given(st.integers(10**5, 10**9))
def test_digits_grouped_the_indian_way(number: int) -> None:
    assert read_back(indian(number)) == [number]


@SETTINGS
@given(st.integers(10**6, 10**12))
def test_points_between_thousands(number: int) -> None:
    assert read_back(f"{number:,}".replace(",", ".")) == [number]


@SETTINGS
@given(st.integers(2, 10**9 - 1))
def test_words(number: int) -> None:
    written = in_words(number)
    assert read_back(written) == [number]
    assert read_back(written.capitalize()) == [number]


@SETTINGS
@given(
    st.decimals(min_value="0.1", max_value=999, places=1), st.sampled_from(["million", "billion", "m", "bn", "lakh"])
)
def test_decimals_with_a_magnitude(number: object, magnitude: str) -> None:
    size = {"million": 10**6, "m": 10**6, "billion": 10**9, "bn": 10**9, "lakh": 10**5}[magnitude]
    written = f"{number}{'' if magnitude in ('m', 'bn') else ' '}{magnitude}"
    [value] = read_back(written)
    assert isinstance(value, (int, float))
    assert abs(value - float(str(number)) * size) <= 1e-6 * size


@SETTINGS
@given(
    st.integers(2, 900),
    st.integers(1, 400),
    st.sampled_from(["{}-{}", "{}–{}", "{} to {}", "between {} and {}", "{} or {}"]),
)
def test_ranges(low: int, step: int, pattern: str) -> None:
    high = low + min(step, low)
    text = f"We saw {pattern.format(low, high)} villagers."
    assert [(n.value, n.is_range) for n in numerals(text)] == [((low, high), True)]


@SETTINGS
@given(
    st.integers(2, 10**7), st.sampled_from(["US${:,}", "${:,}", "USD {:,}", "€{:,}", "₹{:,}", "Rs {:,}", "{:,} PKR"])
)
def test_money(number: int, pattern: str) -> None:
    written = pattern.format(number)
    text = f"The board gave {written} in aid."
    assert [(text[n.start : n.end], n.value, n.unit is None) for n in numerals(text)] == [(written, number, False)]


PIECES = st.sampled_from(
    [
        "12",
        "1,200",
        "52, 418",
        "2019",
        "3 May",
        "ten",
        "two hundred",
        "a",
        "dozen",
        "%",
        "$",
        "US$",
        "–",
        "-",
        "(",
        ")",
        ",",
        ".",
        "of",
        "them",
        "to",
        "and",
        "or",
        "in",
        "one",
        "at least",
        "people",
        "killed",
        "per",
        "million",
        "m",
        ":",
        "½",
        "٣",
        "²",
        "\n",
        "🙂",
        "é",
        "\u202e",
        "aged",
        "No.",
        "1:40",
        "10:30",
        "as of",
        "since",
        "hours",
        "said",
        "the",
        "number",
        "toll",
        "0",
    ]
)


@SETTINGS
@given(
    st.one_of(
        st.text(max_size=120), st.lists(PIECES, max_size=25).map(" ".join), st.lists(PIECES, max_size=25).map("".join)
    )
)
def test_any_text_is_read_without_failing(text: str) -> None:
    line = read_line(text, 0, len(text))
    if line is None:
        return
    spans = [(n.start, n.end) for n in line.numerals if n is not None]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[1] <= b[0] for a, b in pairwise(spans))
