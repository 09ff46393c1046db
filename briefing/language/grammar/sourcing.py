"""Sourcing: "according to" and the name before a colon."""

from __future__ import annotations

from briefing.language.grammar.complements import finite_before_fence
from briefing.language.grammar.extents import content_end
from briefing.language.grammar.nominals import name_start
from briefing.language.grammar.noun_phrases import phrase_end, restricted, with_appositions
from briefing.language.grammar.saying import Saying
from briefing.language.grammar.tagsets import FINITE, QUOTE, VERBS
from briefing.language.grammar.units import Unit
from briefing.language.lexicon import word_set

SHORT = 2
"""Items of "according to"; "in the words of" has more, and parts of what is said may follow the name."""

JOINTS = frozenset({"and", "but", "while", "though", "although", "because", "where", "whereas"})
"""Words behind which "according to X," holds for the clause to come, not for the one before."""


def according(unit: Unit, k: int, length: int = SHORT) -> Saying | None:
    """ "According to X, …" and "…, according to X"; ``length`` is how many items the cue has."""
    begin = k + length
    end = phrase_end(unit, begin)
    if end == begin:
        return None
    end = with_appositions(unit, end) if k and length == SHORT else restricted(unit, end)
    cue = (k, begin)
    if k == 0:
        start = end
        while start < len(unit) and unit.low[start] not in (",", ":"):
            start += 1
        last = content_end(unit, k, start + 1, len(unit))
        if last <= start + 1:
            return None
        return Saying((begin, end), cue, ((start + 1, last),), None, "according")
    before = k
    while before > 0 and unit.low[before - 1] in (",", "("):
        before -= 1
    first = 1 if unit.low[0] in ("but", "and") else 0
    if before <= first:
        return None
    content = [(first, before)]
    if length == SHORT and unit.low[before - 1] in JOINTS and unit.low[end : end + 1] == [","]:
        return Saying((begin, end), cue, ((end + 1, content_end(unit, k, end + 1, len(unit))),), None, "according")
    whole = length == SHORT and any(unit.tag[m] in FINITE for m in range(first, before))
    if end + 1 < len(unit) and unit.low[end] == "," and not whole:
        content.append((end + 1, content_end(unit, k, end + 1, len(unit))))
    return Saying((begin, end), cue, tuple(content), None, "according")


def in_words(unit: Unit, k: int) -> Saying | None:
    """ "In X's words, …" and "…, in X's words"; ``k`` is the item "words"."""
    if k < 3 or unit.low[k - 1] not in ("'s", "'"):
        return None
    start = name_start(unit, k - 2)
    if start == 0 or unit.low[start - 1] != "in":
        return None
    speaker, cue = (start, k), (k, k + 1)
    if start == 1 and unit.low[k + 1 : k + 2] == [","]:
        end = content_end(unit, k, k + 2, len(unit))
        return Saying(speaker, cue, ((k + 2, end),), None, "according") if end > k + 2 else None
    if start > 3 and unit.low[start - 2] == ",":
        return Saying(speaker, cue, ((0, start - 2),), None, "according")
    return None


def by_colon(unit: Unit) -> Saying | None:
    """ "X: …" in a headline or at the head of a turn of speech."""
    colon = next((m for m in range(min(8, len(unit))) if unit.low[m] == ":"), None)
    if not colon or colon + 2 >= len(unit) or unit.tag[colon + 1] == QUOTE:
        return None
    label = " ".join(unit.low[:colon])
    if label in word_set("speakers", "labels") or phrase_end(unit, 0) != colon:
        return None
    small = ("DT", "IN", "CC", "POS", "TO")
    capital = all(unit.text[m][0].isupper() or unit.tag[m] in small for m in range(colon))
    if not capital and unit.low[colon - 1] not in word_set("speakers", "roles"):
        return None
    end = content_end(unit, colon, colon + 1, len(unit))
    title = unit.kind in ("headline", "standfirst", "heading")
    if not title and (
        colon > 3 or unit.tag[colon - 1] not in ("NNP", "NNPS") or not finite_before_fence(unit, colon + 1)
    ):
        return None
    if end < colon + 4 or not any(unit.tag[m] in VERBS - {"VBG"} for m in range(colon + 1, end)):
        return None
    return Saying((0, colon), (colon, colon + 1), ((colon + 1, end),), None, "label") if end > colon + 1 else None
