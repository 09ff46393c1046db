"""Number words that count nothing: "one" as an article or pronoun, "the two" for a pair named before."""

from __future__ import annotations

from briefing.extractors.counts import UNKNOWN, Counted
from briefing.language.lexicon import lexicon
from briefing.language.numbers import Line, Numeral

_ONE = lexicon("counted")["one"]
_PRONOUN_AFTER = frozenset(_ONE["pronoun_after"])
_PRONOUN_BEFORE = frozenset(_ONE["pronoun_before"])
_SPAN_AFTER = frozenset(_ONE["span_after"])
_AGO = frozenset(_ONE["ago"])


def is_article(line: Line, i: int, what: Counted, hedged: bool) -> bool:
    """Whether the number at token ``i`` is the word "one" and counts nothing; ``what`` is what it would count."""
    if line.text[line.starts[i] : line.ends[i]].lower() != "one":
        return False
    if _is_last_of_list(line, i):
        return False
    if line.word(i - 1) in _PRONOUN_AFTER or line.word(i + 1) in _PRONOUN_BEFORE or not what.stated:
        return True
    if what.kind == "duration":
        return line.word(i - 1) not in _SPAN_AFTER or line.word(i + 2) in _AGO
    if what.kind in ("people", "households", "events"):
        return False
    near = line.numerals[max(0, i - 30) : i] + line.numerals[i + 1 : i + 30]
    counts_more = any(numeral is not None for numeral in near)
    return not (hedged or counts_more or what.kind in ("share", "money"))


def is_idle(numeral: Numeral, what: Counted) -> bool:
    """Whether a small number word counts nothing in the text ("the two met", "he fell to zero")."""
    return numeral.words and numeral.low <= 10 and not what.stated and what.unit == UNKNOWN and not what.spans


def _is_last_of_list(line: Line, i: int) -> bool:
    """Whether "one" goes on with a list of counts by place ("two in Belo and one in Cray")."""
    if line.word(i - 1) not in ("and", ",") or line.word(i + 1) not in ("in", "from", "at"):
        return False
    return any(numeral is not None for numeral in line.numerals[max(0, i - 7) : i])
