"""Number words: "two hundred and forty", "half a million", "a dozen", and what they are worth."""

from __future__ import annotations

import re

from briefing.language.lexicon import either, lexicon

_LEXICON = lexicon("numbers")
CARDINALS: dict[str, int] = _LEXICON["cardinals"]
MAGNITUDES: dict[str, int] = _LEXICON["magnitudes"]
FRACTIONS: dict[str, float] = _LEXICON["fractions"]

_ANY = either([*CARDINALS, *MAGNITUDES])
_GAP = r"(?:[ \n\u00a0]|[-‐‑])"
WORDS = (
    rf"(?:half a (?:{either(MAGNITUDES)})|"
    rf"half (?:{either(MAGNITUDES)})|"
    rf"a quarter of a (?:{either(MAGNITUDES)})|"
    rf"(?:(?:an? (?=(?:{either(MAGNITUDES)})\b))?(?:{_ANY})"
    rf"(?:(?:{_GAP}|, ?| and )(?:{_ANY})\b){{0,24}}(?: and a (?:half|quarter)\b(?: (?:{either(MAGNITUDES)}))?)?))\b"
)
"""A pattern for one number in words, or several that touch."""

PARTS = (
    r"(?:half|(?:an?|one)[ -](?:half|third|quarter|fourth|fifth|sixth|eighth|tenth)|two[ -](?:thirds|fifths)"
    r"|three[ -](?:quarters|fourths|fifths)|four[ -]fifths)(?= (?:of|the|its|their|all)\b)"
)
"""A pattern for a part of a whole ("a third", "two-thirds") that is named behind it."""

_WORD = re.compile(r"[a-z]+|,")


def power(written: str) -> int:
    """The magnitude that the last word names; 1 where it names none."""
    return MAGNITUDES.get(re.split(r"[^a-z]", written.lower())[-1], 1)


def is_vague(written: str) -> bool:
    """Whether it is a magnitude that nothing multiplies ("several thousand")."""
    return written.lower() in MAGNITUDES


def part(written: str) -> float:
    """What a stretch that PARTS fits is worth, between 0 and 1."""
    words = re.split(r"[ -]", written.lower())
    return CARDINALS.get(words[0], 1) * FRACTIONS[words[-1]]


def read(written: str) -> list[tuple[int, int, int | float]]:
    """The numbers in a stretch that WORDS fits: start and end in it, and the value of each.

    Words that make one number are one ("two hundred and forty"); others are told apart ("two, three").
    """
    found: list[tuple[int, int, int | float]] = []
    reading: _Reading | None = None
    joined = True
    for match in _WORD.finditer(written.lower()):
        word = match.group()
        if word in ("a", "an", "and", ",", "of"):
            joined = joined and word != ","
            continue
        if reading is None or not reading.take(word, joined):
            if reading is not None:
                found.append(reading.result())
            reading = _Reading(match.start())
            reading.take(word, True)
        reading.end = match.end()
        joined = True
    if reading is not None:
        found.append(reading.result())
    if found and written[:2].lower() in ("a ", "an"):
        found[0] = (0, *found[0][1:])
    return found


class _Reading:
    """One number as it is read, word after word."""

    def __init__(self, start: int) -> None:
        self.start = start
        self.end = start
        self._total: int | float = 0
        self._group: int | float = 0
        self._least = 10**18  # the smallest magnitude taken so far
        self._ones = 10**18  # what the next cardinal must be smaller than
        self._empty = True

    def take(self, word: str, joined: bool) -> bool:
        """Whether ``word`` goes on with this number (and then it is taken)."""
        if word in FRACTIONS:
            return self._fraction(FRACTIONS[word])
        if word in CARDINALS:
            return joined and self._cardinal(CARDINALS[word])
        return joined and self._magnitude(MAGNITUDES[word])

    def result(self) -> tuple[int, int, int | float]:
        """Start, end and value."""
        value = self._total + self._group
        return self.start, self.end, int(value) if value == int(value) else value

    def _cardinal(self, value: int) -> bool:
        if not (self._empty or (0 < value < self._ones)):
            return False
        self._group += value
        self._ones = 10 if value >= 20 and value % 10 == 0 else 0
        self._empty = False
        return True

    def _magnitude(self, value: int) -> bool:
        if self._empty:
            self._group, self._empty = 1, False
        elif not self._group:
            return False
        if value == 100:
            if self._group >= 100:
                return False
            self._group *= 100
            self._ones = 100
            return True
        if value >= self._least:
            if self._group or value > 10**12 or not self._total:
                return False
            self._total *= value
            return True
        self._total += self._group * value
        self._group, self._least, self._ones = 0, value, value
        self._ones = min(self._ones, 1000)
        return True

    def _fraction(self, value: float) -> bool:
        if self._empty:
            self._group, self._empty, self._ones = value, False, 0
        elif self._group:
            self._group += value
            self._ones = 0
        else:
            self._total += self._least * value
            self._ones = 0
        return True
