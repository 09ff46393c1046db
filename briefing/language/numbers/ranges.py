"""Two numbers that are one figure: "between 10 and 20", "10-20", "3 in 4"; and scores, which are none."""

from __future__ import annotations

from briefing.language.lexicon import lexicon
from briefing.language.numbers.lines import Line, Numeral, line
from briefing.language.numbers.nouns import counts
from briefing.language.numbers.ratios import ratio
from briefing.language.numbers.units import SHARES

_HYPHENS = frozenset("-‐‑–—−")
_SCORES = frozenset(lexicon("numbered")["scores"])
_CHANGES = frozenset(lexicon("numbered")["changes"])


def joined(tokens: Line) -> Line:
    """The same tokens with every range as one number, scores taken out; the line itself where there is neither."""
    numerals: list[Numeral] = []
    changed = False
    skip = -1
    for i, numeral in enumerate(tokens.numerals):
        if numeral is None or i <= skip:
            continue
        shared = ratio(tokens, i)
        found = shared.numeral if shared else _range(tokens, i)
        if found is None:
            numerals.append(numeral)
            continue
        changed = True
        skip = shared.last if shared else i + 2
        if found is not _SCORE:
            numerals.append(found)
    if not changed:
        return tokens
    return line(tokens.text, tokens.starts[0], tokens.ends[-1], numerals)


_SCORE = Numeral(0, 0, 0)


def _range(tokens: Line, i: int) -> Numeral | None:
    """The range that begins with token ``i``; _SCORE where it is a score; None where the number stands alone."""
    low, link, high = tokens.numerals[i], tokens.word(i + 1), tokens.numeral(i + 2)
    if low is None or high is None or low.is_range:
        return None
    if link in _HYPHENS:
        return _dashed(tokens, i, low, high)
    if link == "and":
        return _both(low, high) if tokens.word(i - 1) == "between" else None
    if link == "to" and high.low == 1 < low.low and not counts(tokens, i + 2):
        return Numeral(low.start, high.end, low.low, low.words, "ratio")
    if link == "to":
        return None if _is_change(tokens, i) else _both(low, high)
    if link == "or":
        return _both(low, high) if low.low < high.low <= 2 * low.low else None
    return None


def _both(low: Numeral, high: Numeral) -> Numeral | None:
    """One range of two numbers of one unit; the magnitude written once holds for both ("2 to 3 million")."""
    if low.unit and high.unit != low.unit and (high.unit or low.unit in SHARES):
        return None
    bottom, top = low.low, high.low
    if bottom >= top:
        return None
    if low.power == 1 < high.power and bottom * high.power < top:
        bottom *= high.power
    unit = high.unit or low.unit
    return Numeral(low.start, high.end, (bottom, top), low.words and high.words, unit, is_range=True)


def _dashed(tokens: Line, i: int, low: Numeral, high: Numeral) -> Numeral | None:
    if low.unit is None and low.low >= high.low and low.is_whole and high.is_whole and tokens.touches(i):
        return _SCORE
    if any(word in _SCORES for word in tokens.low[max(0, i - 6) : i + 7]) and low.low < 20 and high.low < 20:
        return _SCORE
    return _both(low, high)


def _is_change(tokens: Line, i: int) -> bool:
    """Whether "from 10 to 20" says that something changed, so that these are two figures."""
    if tokens.word(i - 1) != "from" and tokens.word(i - 2) != "from":
        return False
    return any(word in _CHANGES for word in tokens.low[max(0, i - 10) : i])
