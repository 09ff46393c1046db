"""Modality: whether a statement is asserted, negated, hypothetical, or of a time that is over."""

from __future__ import annotations

import re
from functools import cache

from briefing.language.lexicon import lexicon, word_set
from briefing.language.terms import apart, pattern, spans

BREAK = re.compile(r"[;.!?][”’\"']?\s+|\s?[–—]\s?|,?\s(?:but|although|though|while|whereas|however)\s", re.IGNORECASE)
IN_YEAR = re.compile(r"\b(?:in|of|during)\s+(?:(?:early|mid|late|[A-Z][a-z]+),?[\s-]+){0,2}((?:1[89]|20)\d\d)\b")
REACH = 7
"""How many words before a thing a word that negates it, or makes it a possibility, may stand."""


def modality(said: str, year: int | None = None) -> str:
    """One of MODALITIES, for the main statement of what is said; ``year`` is the year it was said, if known."""
    main = _part(said, 0)
    subordinate = _terms("subordinate").search(main)
    return _common(main, year) or _spoken(main[: subordinate.start() if subordinate else None], main) or "asserted"


def modality_at(said: str, place: int, year: int | None = None) -> str:
    """One of MODALITIES, for the thing named at ``place`` (code points into ``said``)."""
    start = max((end for _, end in spans(BREAK, said) if end <= place), default=0)
    part = _part(said, start)
    reach = " ".join(part[: place - start].split()[-REACH:])
    return _common(part, year) or _spoken(reach, f"{reach} {part[place - start :]}") or "asserted"


def _part(said: str, start: int) -> str:
    """The part of ``said`` from ``start`` to the next break."""
    found = BREAK.search(said, start)
    return said[start : found.start() if found and found.start() > start else None]


def _common(part: str, year: int | None) -> str | None:
    """Whether a part is a condition with its consequence, or history: either holds of all that is in it."""
    first = part.lstrip("“\"‘' ").split(maxsplit=1)
    if _has("condition", part, part) or (first and first[0].lower() in word_set("modality", "opening")):
        return "hypothetical"
    return "past" if _has("history", part, part) or _over(part, year) else None


def _spoken(reach: str, part: str) -> str | None:
    """Whether a word in ``reach``, which opens ``part``, negates or makes a mere possibility of what follows."""
    if _has("negation", reach, part):
        return "negated"
    return "hypothetical" if _has("distance", reach, part) else None


def _over(part: str, year: int | None) -> bool:
    """Whether the part names a year before ``year`` that does not last until now."""
    for found in IN_YEAR.finditer(part):
        lasting = set(part[: found.start()].lower().split()[-REACH:]) & word_set("modality", "ongoing")
        if year is not None and int(found.group(1)) < year and not lasting:
            return True
    return False


def _has(kind: str, reach: str, part: str) -> bool:
    """Whether a term of this kind stands in ``reach``, the beginning of ``part``, and is not idle there."""
    found = spans(_terms(kind), reach)
    return bool(found) and any(apart(span, spans(_terms("idle"), part)) for span in found)


@cache
def _terms(kind: str) -> re.Pattern[str]:
    return pattern(lexicon("modality")[kind])
