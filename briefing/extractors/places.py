"""Where a figure was counted: the name behind "in" or "at" in its clause, or the one its sentence opens with."""

from __future__ import annotations

from briefing.language.lexicon import lexicon, word_set
from briefing.language.numbers import MONTHS, NUMBER, Line

_PREPOSITIONS = word_set("counted", "where")
_CLAUSES = frozenset(lexicon("counted")["links"]["clauses"])
_DAYS = frozenset(lexicon("numbers")["weekdays"]["full"])
_SHORT_FORMS = word_set("counted", "countries")
REACH = 14
"""Tokens behind a figure in which its place is looked for."""
OPENING = 8
"""Tokens of the longest opening that names a place ("In the Upper Vale district, …")."""


def place_of(line: Line, i: int) -> str | None:
    """The name of the place of the figure at token ``i``, as the text has it; None where its clause names none."""
    name = _behind(line, i) or _opening(line, i)
    return None if name is None or line.is_title() else name


def _behind(line: Line, i: int) -> str | None:
    for k in range(i + 1, min(i + REACH, len(line))):
        word = line.low[k]
        if line.numerals[k] is not None or word in _CLAUSES or word in (";", ".", "“", "”", '"', ":"):
            return None
        name = _name(line, k + 1) if word in _PREPOSITIONS else None
        if name:
            return name
    return None


def _opening(line: Line, i: int) -> str | None:
    if line.word(0) not in _PREPOSITIONS or "," not in line.low[1 : min(i, OPENING)]:
        return None
    return _name(line, 1)


def _name(line: Line, k: int) -> str | None:
    """The run of capital words from token ``k`` on, past an article; None for days, months and numbered things."""
    if line.word(k) == "the":
        k += 1
    end = k
    while end < len(line) and line.written(end)[:1].isupper() and line.low[end] != NUMBER:
        end += 1
    if end == k or line.written(k) in MONTHS or line.written(k) in _DAYS or _is_number(line, end):
        return None
    name = line.text[line.starts[k] : line.ends[end - 1]]
    return None if name.isupper() and name not in _SHORT_FORMS else name


def _is_number(line: Line, k: int) -> bool:
    return line.word(k) == NUMBER or line.word(k)[:1].isdigit()
