"""Numbers that a text names only to reject them: "44 bodies, not 58", "12 trucks rather than 20"."""

from __future__ import annotations

from briefing.extractors.counts import Counted
from briefing.language.lexicon import lexicon, word_set
from briefing.language.numbers import Line, opening

_REJECTED = lexicon("counted")["rejected"]
_PHRASES = tuple(tuple(phrase.split()) for phrase in _REJECTED["phrases"])
_MERELY = frozenset(_REJECTED["not_before"])
_CORRECTING = word_set("syntax", "correcting")
NEAR = 6
"""Tokens within which the number that replaces a rejected one follows it ("not 12 barges but 20")."""


def is_rejected(line: Line, i: int, what: Counted, before: Counted | None) -> bool:
    """Whether the number at token ``i`` is what the text says does not hold.

    ``what`` is what it would count, ``before`` what the figure before it in the passage counts, if there is one: a
    mere "not" rejects a number only beside the one that holds.
    """
    first = opening(line, i)
    if _is_corrected(line, first):
        return True
    if any(tuple(line.low[max(0, first - len(words)) : first]) == words for words in _PHRASES):
        return True
    if line.word(first - 1) != "not" or line.word(first) in _MERELY:
        return False
    if before is not None and (what.unit == before.unit or not what.stated or not before.stated):
        return True
    return _is_replaced(line, i)


def _is_corrected(line: Line, end: int) -> bool:
    """Whether a number stands in what its sentence corrects ("corrects its report, in which it said that …")."""
    verb = next((k for k in range(end) if line.low[k] in _CORRECTING), end)
    return any(line.low[k : k + 2] == ["in", "which"] for k in range(verb, end))


def _is_replaced(line: Line, i: int) -> bool:
    """Whether "but" and another number follow ("not 12 barges but 20")."""
    for k in range(i + 1, min(i + NEAR, len(line))):
        if line.numerals[k] is not None or line.low[k] in (".", ";"):
            return False
        if line.low[k] == "but":
            return any(line.numerals[k + 1 : k + 3])
    return False
