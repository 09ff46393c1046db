"""Dates of metadata: read where they mean one day, with their zone where they state it."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.dates import meanings, printed_date, written_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-03-09", "2019-03-09"),
        ("2019-03-09T12:00Z", "2019-03-09T12:00:00+00:00"),
        ("2019-03-09 12:00:00 +0530", "2019-03-09T12:00:00+05:30"),
        ("2019-03-09T12:00:00", "2019-03-09T12:00:00"),
        ("Sat, 09 Mar 2019 12:00:00 +0200", "2019-03-09T12:00:00+02:00"),
        ("9 Mar 2019 12:00 GMT", "2019-03-09T12:00:00+00:00"),
        ("Sat, 09 Mar 2019 12:00:00 -0000", "2019-03-09T12:00:00"),
        ("Friday, 3rd May 2024", "2024-05-03"),
        ("Sept. 3, 2024", "2024-09-03"),
        ("3 mai 2024", "2024-05-03"),
        ("3 de mayo de 2024", "2024-05-03"),
        ("12/25/2017", "2017-12-25"),
        ("5/5/2017", "2017-05-05"),
        ("2024/5/3", "2024-05-03"),
    ],
)
def test_a_date_that_means_one_day_is_read(text: str, day: str) -> None:
    assert written_date(text) == day


@pytest.mark.parametrize(
    "text", ["", "4/5/2017", "31/31/2017", "May 2024", "03-04", "3 May 2024 or 4 May 2024", "9" * 99]
)
def test_anything_else_is_not(text: str) -> None:
    assert written_date(text) is None


def test_a_date_of_two_meanings_has_both() -> None:
    assert meanings("4/5/2017") == ("2017-05-04", "2017-04-05")


@settings(derandomize=True, deadline=None)
@given(st.text(max_size=80))
def test_no_text_is_too_odd(text: str) -> None:
    read = written_date(text)
    assert read is None or printed_date(read[:10], "en") != read[:10]
