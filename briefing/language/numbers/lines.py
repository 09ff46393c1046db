"""A stretch of text as tokens in which every number is one token."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.model.claim import Value

HYPHENS = frozenset("-‐‑–—−")
"""Tokens that join two words or numbers."""
OPENING = 40
"""Tokens of a line that tell whether it is a title."""
NUMBER = "<number>"
"""What a number reads as in the lower-case text of a line."""

TOKEN = re.compile(r"[^\W\d_]+(?:[-‐‑'’][^\W_]+)*|\d+|[^\w\s]|_")


@dataclass(slots=True)
class Numeral:
    """A number as it is written: ``start`` and ``end`` in the text, its value, and what the writing itself says.

    ``unit`` is a currency or a share that belongs to the writing ("$5m", "87%"). ``words`` is true for number words,
    ``is_range`` for "10 to 20". ``hedge`` is the bound or "~" that the writing carries ("500+", ">20"). ``grouped`` is
    the value if a point in it parts thousands, ``spaced`` tells that a stray space stood in it, ``power`` is the
    magnitude that its last word names (1,000,000 for "5 million"). ``note`` is where a footnote's digits that are glued
    to it end; 0 without any.
    """

    start: int
    end: int
    value: Value
    words: bool = False
    unit: str | None = None
    is_range: bool = False
    hedge: str | None = None
    grouped: int | None = None
    spaced: bool = False
    power: int = 1
    note: int = 0

    @property
    def low(self) -> int | float:
        """The value, or the lower end of the range."""
        return self.value[0] if isinstance(self.value, tuple) else self.value

    @property
    def is_whole(self) -> bool:
        """Whether it is one whole number without any unit of its own."""
        return isinstance(self.value, int) and self.unit is None


@dataclass(slots=True)
class Line:
    """The tokens of a passage: what each says in lower case, where it stands, and the number it is, if any."""

    text: str
    low: list[str] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    numerals: list[Numeral | None] = field(default_factory=list)
    _title: bool | None = None

    def __len__(self) -> int:
        return len(self.low)

    def word(self, i: int) -> str:
        """Token ``i`` in lower case; an empty text outside the line."""
        return self.low[i] if 0 <= i < len(self.low) else ""

    def written(self, i: int) -> str:
        """Token ``i`` as it stands in the text; an empty text outside the line."""
        return self.text[self.starts[i] : self.ends[i]] if 0 <= i < len(self.low) else ""

    def numeral(self, i: int) -> Numeral | None:
        """The number that token ``i`` is, if any."""
        return self.numerals[i] if 0 <= i < len(self.low) else None

    def around(self, i: int, characters: int) -> str:
        """The text of the line up to so many characters to either side of token ``i``."""
        low, high = max(self.starts[0], self.starts[i] - characters), min(self.ends[-1], self.ends[i] + characters)
        return self.text[low:high]

    def is_title(self) -> bool:
        """Whether most words of the line (of its beginning, if it is long) have capitals, so that they tell nothing."""
        if self._title is None:
            words = [self.written(k) for k in range(min(len(self.low), OPENING)) if self.low[k][:1].isalpha()]
            self._title = sum(word[:1].isupper() for word in words) >= 0.6 * len(words)
        return self._title

    def touches(self, i: int) -> bool:
        """Whether no white space stands between token ``i`` and the next."""
        return 0 <= i < len(self.low) - 1 and self.ends[i] == self.starts[i + 1]


def line(text: str, start: int, end: int, numerals: Sequence[Numeral]) -> Line:
    """The tokens of ``text[start:end]``, each of ``numerals`` one of them."""
    made = Line(text)
    at = start
    for numeral in numerals:
        _take(made, at, numeral.start)
        made.low.append(NUMBER)
        made.starts.append(numeral.start)
        made.ends.append(numeral.end)
        made.numerals.append(numeral)
        at = max(numeral.end, numeral.note)
    _take(made, at, end)
    return made


def _take(made: Line, start: int, end: int) -> None:
    low, starts, ends, before = made.low, made.starts, made.ends, len(made.low)
    for match in TOKEN.finditer(made.text, start, end):
        low.append(match.group().lower())
        starts.append(match.start())
        ends.append(match.end())
    made.numerals.extend([None] * (len(low) - before))
