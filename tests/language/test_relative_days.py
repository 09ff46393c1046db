"""Days without a date are found as they stand, and nothing else is."""

from __future__ import annotations

import pytest

from briefing.language.relative_days import relative_days


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The minister spoke on Friday in Aru.", ["on Friday"]),
        ("Rain fell yesterday and last week.", ["yesterday", "last week"]),
        ("Friday prayers were held.", []),
        ("On 3 May the bridge fell.", []),
        ("She works on Fridays.", []),
    ],
)
def test_relative_days(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in relative_days(text)] == found
