"""Modality: whether a statement is asserted, negated, hypothetical, or of a time that is over."""

from __future__ import annotations

import re
import sys
from functools import cache, lru_cache

from briefing.language.lexicon import lexicon, word_set
from briefing.language.terms import Found, Terms, apart
from briefing.model.source import Span

BREAK = re.compile(
    r"(?<!\bNo)[;.!?][”’\"']?\s+|\s?[–—]\s?|,?\s(?:but|although|though|while|whereas|however)\s", re.IGNORECASE
)
IN_YEAR = re.compile(r"\b(?:[Ii]n|of|[Dd]uring)\s+(?:(?:early|mid|late|[A-Z][a-z]+),?[\s-]+){0,2}((?:1[89]|20)\d\d)\b")
LISTS = ("condition", "distance", "plan", "outlook", "purpose", "negation", "history", "now", "subordinate", "idle")
WORD = re.compile(r"\S+")
REACH = 7
"""How many words before a thing a word that negates it, or makes it a possibility, may stand."""


def modality(said: str, year: int | None = None) -> str:
    """One of MODALITIES, for the main statement of what is said; ``year`` is the year it was said, if known."""
    part = _part(said, 0)
    found = _told_by(part)
    main = min((start for start, _ in found.get("subordinate", ())), default=len(part))
    return _common(part, found, year) or _spoken(found, (0, main)) or "asserted"


def modality_at(said: str, place: int, year: int | None = None) -> str:
    """One of MODALITIES, for the thing named at ``place`` (code points into ``said``); one only planned is none yet."""
    start = max((found.end() for found in BREAK.finditer(said) if found.end() <= place), default=0)
    part = _part(said, start)
    found = _told_by(part)
    before = [match.start() for match in WORD.finditer(part, 0, place - start)][-REACH:]
    reach = (before[0] if before else 0, place - start)
    planned = "hypothetical" if _has("plan", found, reach) else "asserted"
    return _common(part, found, year) or _spoken(found, reach) or planned


@lru_cache(maxsize=4096)
def _told_by(part: str) -> Found:
    """The terms of modality in a part; kept, as several claims, figures and rules ask of one."""
    return terms().find(part)


def _part(said: str, start: int) -> str:
    """The part of ``said`` from ``start`` to the next break."""
    found = BREAK.search(said, start)
    return said[start : found.start() if found and found.start() > start else None]


def _common(part: str, found: Found, year: int | None) -> str | None:
    """Whether a part is a condition with its consequence, or history: either holds of all that is in it."""
    first = part.lstrip("“\"‘' ").split(maxsplit=1)
    if _has("condition", found) or (first and first[0].lower() in word_set("modality", "opening")):
        return "hypothetical"
    return "past" if _has("history", found) or _over(part, year) else None


def _spoken(found: Found, reach: Span) -> str | None:
    """Whether a word in ``reach`` negates or makes a mere possibility of what follows."""
    if _has("negation", found, reach):
        return "negated"
    return "hypothetical" if _has("distance", found, reach) else None


def _over(part: str, year: int | None) -> bool:
    """Whether the part names a year before ``year`` that does not last until now."""
    for found in IN_YEAR.finditer(part):
        lasting = set(part[: found.start()].lower().split()[-REACH:]) & word_set("modality", "ongoing")
        if year is not None and int(found.group(1)) < year and not lasting:
            return True
    return False


def _has(kind: str, found: Found, reach: Span | None = None) -> bool:
    """Whether a term of this kind stands (in ``reach``, where given) and is not idle there."""
    idle = found.get("idle", ())
    low, high = reach or (0, sys.maxsize)
    return any(low <= span[0] and span[1] <= high and apart(span, idle) for span in found.get(kind, ()))


@cache
def terms() -> Terms:
    """The lists of words that modality is told by."""
    known = lexicon("modality")
    return Terms({name: known[name] for name in LISTS}, "lexicons/modality.toml")
