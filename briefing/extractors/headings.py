"""Headings of tables: the unit, the magnitude or the year they give the numbers beside and below them.

"Required (US$ million)" makes 12.5 a sum of 12,500,000 dollars, "Area (km²)" makes 40 square kilometres, "2022" says of
when a number is.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.language.lexicon import either, lexicon
from briefing.language.numbers import CODES, MAGNITUDES, SIGNS, line, money, unit_at
from briefing.model.claim import Value
from briefing.model.source import Span

GLUED: dict[str, int] = lexicon("numbers")["glued"]
_BRACKET = re.compile(r"[(\[]([^()\[\]]{1,30})[)\]]")
_IN = re.compile(r"\bin ([^\s()]+(?: [a-z]+)?)$")
_LETTERS = [sign for sign in SIGNS if sign[-1].isalpha()]
_SIGN = re.compile(rf"(?<![A-Za-z])(?:{either(set(SIGNS) - set(_LETTERS))}|(?:{either(_LETTERS)})(?![A-Za-z]))")
_CODE = re.compile(rf"(?<![A-Za-z])(?:{either(CODES)})(?![A-Za-z])")
_RATE = re.compile(r"\b[Pp]er (1[0, ]{1,8}0|hundred|thousand)(?!\d)")
_LETTER = re.compile(rf"(?<![^\W\d_])({either(GLUED)})$", re.IGNORECASE)
"""A letter that multiplies, behind the currency of a heading ("US$ m")."""
_THOUSANDS = re.compile(r"^['’]?000s?$")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Measure(NamedTuple):
    """What a heading says its numbers are: unit and kind, None where it says neither, and what they are times."""

    unit: str | None = None
    kind: str | None = None
    power: int = 1


def measure(text: str, heading: Span) -> Measure:
    """The measure of a heading: in brackets, behind "in", or as a sign of money or share anywhere in it."""
    said = text[slice(*heading)]
    pieces = [*_BRACKET.findall(said), *_IN.findall(said)]
    power = next((power for piece in pieces if (power := _power(piece)) > 1), 1)
    sign = _SIGN.search(said) or next((code for piece in pieces if (code := _CODE.search(piece))), None)
    if sign:
        return Measure(money(sign[0]), "money", power)
    if "%" in said:
        return Measure("percent", "share")
    rate = _RATE.search(said)
    if rate:
        return Measure(_rate(rate[1]), "share")
    units = (unit for piece in pieces if (unit := _unit(piece)))
    return next((Measure(unit, kind, power) for unit, kind in units), Measure(power=power))


def _rate(base: str) -> str:
    """The unit of so many of ``base`` ("1,000", "hundred")."""
    digits = {"hundred": "100", "thousand": "1000"}.get(base) or re.sub(r"\D", "", base)
    return {"100": "percent", "1000": "per-mille"}.get(digits, f"per-{digits}")


def times(value: Value, power: int) -> Value:
    """A value, or both ends of a range, times ``power``; whole where it comes out whole."""
    if power == 1:
        return value
    if isinstance(value, tuple):
        return _whole(value[0] * power), _whole(value[1] * power)
    return _whole(value * power)


def year(text: str, heading: Span) -> str | None:
    """The year that a heading is, if it is nothing else."""
    said = text[slice(*heading)]
    return said if _YEAR.fullmatch(said) else None


def _whole(value: float) -> int | float:
    value = round(value, 6)  # 4.2 thousand are 4,200, and no 4,200.000000000001
    return int(value) if value == int(value) else value


def _power(piece: str) -> int:
    letter = _LETTER.search(piece) if _CODE.search(piece) or any(sign in piece for sign in SIGNS) else None
    if letter:
        return GLUED[letter[1].lower()]
    words = re.findall(r"['’]?\w+", piece.lower())
    return next((1000 if _THOUSANDS.match(word) else MAGNITUDES[_one(word)] for word in words if _is_power(word)), 1)


def _one(word: str) -> str:
    return word.removesuffix("s")


def _is_power(word: str) -> bool:
    return _one(word) in MAGNITUDES or bool(_THOUSANDS.match(word))


def _unit(piece: str) -> tuple[str, str] | None:
    tokens = line(piece, 0, len(piece), [])
    found = unit_at(tokens, 0)
    return (found.name, found.kind) if found and found.length == len(tokens) else None
