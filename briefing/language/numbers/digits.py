"""Digits: how numbers are written in figures, and what they are worth."""

from __future__ import annotations

import re

_SPACE = "[ \u00a0\u2007\u2009\u202f]"

DIGITS = (
    r"(?:"
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?=\d{0,2}(?!\d))|"  # 1,234,567.8, a footnote digit or two may be glued to it
    r"\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|"  # 12,34,567
    r"\d{1,3}(?:\.\d{3}){2,}(?!\d)|"  # 1.234.567
    r"\d{1,3}(?:['’]\d{3})+(?!\d)|"  # 1'234'567
    rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?![\d/:]|[.,]\d)|"  # 1 234 567
    r"\d{1,3}, \d{3}(?!\d|, ?\d|(?:,? and|,? or| &) \d|[-–]\d)|"  # 52, 418
    r"\d{1,3},\d{1,2}(?![\d,])|"  # 3,5
    r"\d+(?:[.·]\d+)?"
    r")"
)
"""A pattern for one number in figures."""

_GROUPS = re.compile(rf"[,'’]|{_SPACE}")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}")
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}\.\d{3}")
_STRAY = re.compile(r"\d{1,3}, \d{3}")
LONGEST, LONGEST_RUN = 24, 13
"""Characters of the longest number that is read, and of the longest without marks; a longer one is no figure."""


def read(written: str) -> int | float | None:
    """What a number that DIGITS fits is worth; None where it is longer than any figure."""
    if len(written) > LONGEST or (len(written) > LONGEST_RUN and written.isdigit()):
        return None
    if _COMMA_DECIMAL.fullmatch(written):
        return float(written.replace(",", "."))
    if _THOUSANDS.fullmatch(written):
        return int(written.replace(".", ""))
    plain = _GROUPS.sub("", written).replace("·", ".")
    return float(plain) if "." in plain else int(plain)


def with_point_as_comma(written: str) -> int | None:
    """The value of ``3.500`` read as three thousand five hundred; None where it cannot be read so."""
    return int(written.replace(".", "")) if _ONE_GROUP.fullmatch(written) else None


def is_spaced(written: str) -> bool:
    """Whether a stray space stands behind a comma in it ("52, 418")."""
    return _STRAY.fullmatch(written) is not None
