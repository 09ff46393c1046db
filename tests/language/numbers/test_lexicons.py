"""The lexicons of figures: every entry can be met, none is there twice, values and codes are well formed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from briefing.language.lexicon import lexicon

NAMES = ("numbers", "numbered", "counted", "tellers", "hedges", "units", "currencies")
KINDS = {"duration", "distance", "area", "share", "measure"}


def lists(table: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words of a table, with its path."""
    for key, value in table.items():
        if isinstance(value, list):
            yield f"{path}{key}", value
        elif isinstance(value, dict):
            yield from lists(value, f"{path}{key}.")


@pytest.mark.parametrize("name", NAMES)
def test_no_entry_is_there_twice_or_empty(name: str) -> None:
    for path, words in lists(lexicon(name)):
        twice = [word for word, times in Counter(words).items() if times > 1]
        assert not twice, f"{name}.toml {path}: {twice}"
        assert all(word and word == word.strip() for word in words), f"{name}.toml {path}"


@pytest.mark.parametrize("name", ["counted", "tellers"])
def test_words_are_in_lower_case_as_lines_are(name: str) -> None:
    for path, words in lists(lexicon(name)):
        if path != "countries":
            assert [word for word in words if word != word.lower()] == [], f"{name}.toml {path}"


def test_values_of_number_words() -> None:
    numbers = lexicon("numbers")
    assert all(isinstance(value, int) and 0 <= value <= 90 for value in numbers["cardinals"].values())
    powers = {12, 100, 1000, 10**5, 10**6, 10**7, 10**9, 10**12}
    assert {*numbers["magnitudes"].values(), *numbers["glued"].values()} <= powers
    assert all(0 < value < 1 for value in numbers["fractions"].values())
    assert len(numbers["months"]["full"]) == 12


def test_hedges_have_one_of_three_meanings() -> None:
    hedges = lexicon("hedges")
    assert {*hedges["before"], *hedges["after"], *hedges["signs"].values()} <= {">=", "<=", "~"}
    said = [phrase for meaning in hedges["before"].values() for phrase in meaning]
    assert [phrase for phrase, times in Counter(said).items() if times > 1] == []


def test_a_form_names_one_unit() -> None:
    forms = [form for kind in lexicon("units").values() for unit in kind.values() for form in unit]
    assert [form for form, times in Counter(forms).items() if times > 1] == []
    assert set(lexicon("units")) == KINDS


def test_currency_codes() -> None:
    currencies = lexicon("currencies")
    assert all(re.fullmatch(r"[A-Z]{3}", code) for code in currencies["codes"]["iso"])
    known = {*currencies["codes"]["iso"], *currencies["words"].values()}
    assert {code for code in currencies["signs"].values() if code.isupper()} <= known
