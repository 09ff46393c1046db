"""Whether a number is of what is, of what may come, or of what was: "40 died", "40 could die", "in 2019, 40 died"."""

from __future__ import annotations

import re

from briefing.language.lexicon import either, lexicon, word_set
from briefing.language.modality import BREAK, IN_YEAR, REACH, WORD, terms
from briefing.language.terms import Found, apart
from briefing.model.source import Span

CLAUSE = re.compile(BREAK.pattern + r"|,\s(?:and|so|or|yet)\s", re.IGNORECASE)
FENCE = re.compile(r",|\sand\s", re.IGNORECASE)
DIGIT = re.compile(r"\d")
OF_YEAR = re.compile(rf"\b((?:1[89]|20)\d\d)(?:\s[a-z]+)?\s(?:{either(lexicon('modality')['events'])})\b")
"""A year that says which event is meant ("the 2021 floods")."""
REPLACED = re.compile(
    r"\b(?:(?:up|down|rose|risen|fell|fallen|revised|lowered|raised) from|compared (?:with|to))"
    r"(?: (?:about|some|around|nearly|over|an?|the|earlier|estimated))*\s$",
    re.IGNORECASE,
)
"""What stands before a number that another replaces ("45, up from 40")."""
FUTURE = ("distance", "plan", "outlook", "purpose")
"""Lists of words before a number that let it be of what may come."""
BEHIND = ("distance", "outlook")
"""Lists of words behind it that do."""
_OPENING = frozenset(word.capitalize() for word in word_set("modality", "opening"))


def modality_of_number(said: str, number: Span, year: int | None = None) -> str:
    """Whether a number in ``said`` is of what is ("asserted"), of what may come ("hypothetical"), or "past".

    What is planned, forecast, feared or a mere consequence of an "if" may come. A number is past where words of a time
    that is over stand before it, or right behind it, and none of today between.
    """
    low, high = _clause(said, number)
    clause = said[low:high]
    found = terms().find(clause)
    start, end = number[0] - low, number[1] - low
    if _may_come(clause, found, start, end):
        return "hypothetical"
    if REPLACED.search(clause, 0, start):
        return "past"
    over = [*_true("history", found), *_years(clause, year)]
    return "past" if any(_dates(span, clause, found, (start, end)) for span in over) else "asserted"


def _clause(said: str, number: Span) -> Span:
    """From the break before a number to the one behind it."""
    low = max((found.end() for found in CLAUSE.finditer(said, 0, number[0])), default=0)
    found = CLAUSE.search(said, number[1])
    return low, found.start() if found else len(said)


def _may_come(clause: str, found: Found, start: int, end: int) -> bool:
    """Whether words before a number, or right behind what it counts, let it be of what may come."""
    before = [match.start() for match in WORD.finditer(clause, 0, start)][-REACH:]
    reach = (before[0] if before else 0, start)
    for kind in FUTURE:
        late = start if kind == "purpose" else end  # "projects 400" holds its number
        if any(reach[0] < span[1] <= late and span[0] < start for span in _true(kind, found)):
            return True
    opens = WORD.match(clause)
    if (opens and opens[0] in _OPENING) or any(span[1] <= start for span in _true("condition", found)):
        return True
    behind = [match.end() for match in WORD.finditer(clause, end)][:REACH]
    fence = FENCE.search(clause, end)
    limit = min(behind[-1] if behind else end, fence.start() if fence else len(clause))
    limit = min([limit, *(span[0] for span in found.get("subordinate", ()) if span[0] >= end)])
    return any(end <= span[0] and span[1] <= limit for kind in BEHIND for span in _true(kind, found))


def _years(clause: str, year: int | None) -> list[Span]:
    """Where a clause names a year before ``year`` that does not last until now."""
    if year is None:
        return []
    return [
        found.span()
        for pattern in (IN_YEAR, OF_YEAR)
        for found in pattern.finditer(clause)
        if int(found[1]) < year
        and not set(clause[: found.start()].lower().split()[-REACH:]) & word_set("modality", "ongoing")
    ]


def _dates(over: Span, clause: str, found: Found, number: Span) -> bool:
    """Whether words of a time that is over, at ``over``, date a number of the same clause."""
    low, high = sorted((over, number))
    if any(low[1] <= span[0] and span[1] <= high[0] for span in found.get("now", ())):
        return False
    return over < number or not (FENCE.search(clause, low[1], high[0]) or DIGIT.search(clause, low[1], high[0]))


def _true(kind: str, found: Found) -> list[Span]:
    """Where terms of a kind stand and are not idle."""
    idle = found.get("idle", ())
    return [span for span in found.get(kind, ()) if apart(span, idle)]
