"""So many in so many: "3 in 4 families", "seven out of ten", "one in every five" are one share."""

from __future__ import annotations

from typing import NamedTuple

from briefing.language.lexicon import lexicon
from briefing.language.numbers.lines import Line, Numeral
from briefing.language.numbers.nouns import STOPS, is_person
from briefing.language.numbers.units import unit_at

_RATIOS = lexicon("numbers")["ratios"]
_LINKS = tuple(tuple(link.split()) for link in _RATIOS["links"])
_EACH = frozenset(_RATIOS["each"])
_WHOLES = frozenset(map(int, _RATIOS["wholes"].split()))
SMALL = frozenset(range(2, 11))
"""Wholes that one person "in" so many is a share of."""
NEAR = 3
"""Words behind the whole among which the people stand whom one in so many is a share of."""


class Ratio(NamedTuple):
    """A share, and the token that ends it."""

    numeral: Numeral
    last: int


def ratio(tokens: Line, i: int) -> Ratio | None:
    """The share that begins with the number at token ``i``; None where that counts something by itself."""
    part = tokens.numerals[i]
    if part is None or not part.is_whole or part.is_range:
        return None
    for link in _LINKS:
        k = i + 1 + len(link)
        if tuple(tokens.low[i + 1 : k]) == link:
            each = tokens.word(k) in _EACH
            whole = tokens.numeral(k + each)
            if whole is None or not 0 < part.low < whole.low or not _is_of_something(tokens, k + each, whole):
                return None
            if not (each or (link != ("of",) and _is_base(tokens, k, part, whole, link))):
                return None
            words = part.words and whole.words
            share = Numeral(part.start, whole.end, part.low / whole.low, words, "share")
            return Ratio(share, k + each)
    return _of_noun(tokens, i, part)


def _of_noun(tokens: Line, i: int, part: Numeral) -> Ratio | None:
    """ "one child in five", where a verb or a mark and no noun follows."""
    if not is_person(tokens.word(i + 1)) or tokens.word(i + 2) != "in":
        return None
    whole = tokens.numeral(i + 3)
    follows = tokens.word(i + 4)
    if whole is None or not whole.is_whole or not part.low < whole.low or whole.low not in _WHOLES | SMALL:
        return None
    if follows and follows not in STOPS and follows[:1].isalpha():
        return None
    return Ratio(Numeral(part.start, whole.end, part.low / whole.low, part.words and whole.words, "share"), i + 3)


def _is_of_something(tokens: Line, k: int, whole: Numeral) -> bool:
    """Whether what the whole at token ``k`` is a number of stands behind it, and is no length of time or the like."""
    return whole.is_whole and tokens.word(k + 1)[:1].isalpha() and unit_at(tokens, k + 1) is None


def _is_base(tokens: Line, k: int, part: Numeral, whole: Numeral, link: tuple[str, ...]) -> bool:
    """Whether the whole is one that shares are told of ("in 4", "out of ten"), not one that was counted ("of 34")."""
    if whole.low in _WHOLES:
        return True
    if part.low == 1:
        return any(is_person(tokens.word(at)) for at in range(k + 1, k + 1 + NEAR)) or whole.low <= 10
    return link == ("in",) and part.words and whole.words and whole.low <= 10
