"""Every number a text writes, and when two writings are one number."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.numbers import written


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Some 1,250 families in 3 camps", ["1,250", "3"]),
        ("forty-two trucks and $5m", ["forty-two", "$5m"]),
        ("on 5 March 2024 at 10:30", ["5", "2024", "10:30"]),
        ("thousands of people, dozens hurt", ["thousands", "dozens"]),
        ("the 3rd of 7, about ½", ["3", "7", "½"]),
        ("no one knows, at one point, one of them", []),
        ("one clinic", ["one"]),
        ("COVID-19 in ward F16", ["19", "16"]),
        ("٣٠٠ عائلة", ["٣٠٠"]),
    ],
)
def test_numbers_are_found_as_they_are_written(text: str, numbers: list[str]) -> None:
    found = written(text)
    assert [number.text for number in found] == numbers
    assert [text[slice(*number.span)] for number in found] == numbers


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("40 people", "forty people", True),
        ("250 million", "0.25 billion", True),
        ("40", "41", False),
        ("40%", "40 people", False),
        ("5 million people", "$5 million", True),
        ("$5 million", "5 million people", False),
        ("$5 million", "€5 million", False),
        ("thousands", "Thousands", True),
        ("thousands", "hundreds", False),
        ("2019-04-11", "2019-04-12", False),
        ("four bodies", "shaft No. 4", False),
        ("shaft No. 4", "shaft No. 4", True),
        ("week 3", "3 people", True),
    ],
)
def test_one_number_in_two_writings(one: str, other: str, same: bool) -> None:
    (first,), (second,) = written(one), written(other)
    assert first.is_said(second) == same


@settings(derandomize=True, deadline=None, max_examples=60)
@given(
    st.lists(st.sampled_from(["12", "twelve", "½", "3.5", "2019-04-11", "of", "%", "—", "F16", "people"]), max_size=9)
)
def test_no_digit_is_left_out(words: list[str]) -> None:
    text = " ".join(words)
    held = {at for number in written(text) for at in range(*number.span)}
    assert {at for at, sign in enumerate(text) if sign.isnumeric()} <= held
