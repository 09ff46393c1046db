"""Raised digits: an exponent stays one ("km²"), a note's number is told apart from the word or number before it."""

from __future__ import annotations

import re

INDICES = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
MEASURE = re.compile(r"(?:^|[^\w])(?:[mkcd]?m|ft|mi)$")


def raised(digits: str, before: str) -> str:
    """What to write for digits that stand raised behind ``before``."""
    said = digits.strip()
    if not said.isdecimal() or not said.isascii():
        return digits
    return said.translate(INDICES) if MEASURE.search(before) or before[-1:].isspace() else f"[{said}]"
