"""Sums of money: what is done with them, and magnitudes without a currency ("gave $40 million, paid 6 million")."""

from __future__ import annotations

from briefing.extractors.counts import Counted
from briefing.extractors.phrases import noun_phrase, phrase_before, span
from briefing.extractors.predicates import predicate
from briefing.language.lexicon import lexicon
from briefing.language.numbers import DETERMINERS, SHARES, STOPS, Line, is_plural, opening, unit_at
from briefing.model.source import Span

_PAYMENTS = lexicon("counted")["payments"]
_VERBS = frozenset(_PAYMENTS["verbs"])
_BEFORE = frozenset(_PAYMENTS["before"])
_PER = frozenset(_PAYMENTS["per"])
_COSTING = frozenset(_PAYMENTS["costing"])
_AFTER = frozenset(["", *_PAYMENTS["after"]])
FAR = 60
"""Tokens within which a sum of money gives a later number its currency."""
LEAST = 1000
"""The smallest magnitude ("thousand") that may stand for money without its currency."""


def done_with(line: Line, i: int, k: int) -> tuple[Span, ...]:
    """The word for what is done with the sum at ``i``, behind which token ``k`` stands ("pledged $40 million")."""
    said = predicate(line, k)
    if said and line.text[slice(*said[0])].lower() in _VERBS:
        return said
    before = opening(line, i) - 1
    return (span(line, before, before + 1),) if line.word(before) in _VERBS else ()


def rate_behind(line: Line, k: int) -> tuple[Span, ...]:
    """What a sum or a measure is one for each of, from token ``k`` on ("an hour", "per bag")."""
    named = line.word(k) in _PER and line.word(k + 1)[:1].isalpha() and line.word(k + 1) not in STOPS
    return (span(line, k, k + 2),) if named and not is_plural(line.low[k + 1]) else ()


def priced(line: Line, i: int) -> tuple[Span, ...]:
    """The thing whose price the number at token ``i`` is ("a bag of flour costs 1,480 lira")."""
    at = opening(line, i) - 1
    if line.word(at) not in _COSTING:
        return ()
    while at > 0 and (line.low[at - 1] in ("now", "then", "already", "still") or line.low[at - 1].endswith("ly")):
        at -= 1
    thing = phrase_before(line, at)
    if thing is None:
        return ()
    first, outer = thing.first, phrase_before(line, thing.first - 1) if line.word(thing.first - 1) == "of" else None
    return (span(line, outer.first if outer else first, thing.end),)


def payment(line: Line, i: int, k: int) -> Counted | None:
    """What the number at token ``i`` counts if no noun follows and it is paid or part of a sum; else None."""
    if not _is_magnitude(line, i) or (line.word(k) not in _VERBS and noun_phrase(line, k)):
        return None
    whole = k + 1
    while line.word(whole) in DETERMINERS:
        whole += 1
    done = done_with(line, i, k)
    currency = _currency(line, whole) if line.word(k) == "of" else _currency_before(line, i) if done else None
    return Counted(currency, "money", done) if currency else None


def or_money(line: Line, i: int, found: Counted) -> Counted:
    """``found``, or money where the number at token ``i`` only seems to go on with a count of things."""
    if found.stated or found.kind not in ("items", "events") or not _is_magnitude(line, i) or not _goes_on(line, i):
        return found
    currency = _currency_before(line, i)
    return Counted(currency, "money", done_with(line, i, i + 1), stated=False) if currency else found


def _goes_on(line: Line, i: int) -> bool:
    """Whether the words around the number at token ``i`` let it go on with a sum of money."""
    first = opening(line, i)
    to = line.word(first - 1) == "to" and line.numeral(first - 2) is not None  # "from $5 million to 7 million"
    return (to or line.word(first - 1) in _BEFORE) and line.word(i + 1) in _AFTER


def _is_magnitude(line: Line, i: int) -> bool:
    numeral = line.numerals[i]
    return numeral is not None and numeral.power >= LEAST


def _currency_before(line: Line, i: int) -> str | None:
    """The currency of the nearest sum before token ``i``."""
    return next((found for at in range(i - 1, max(-1, i - FAR), -1) if (found := _currency(line, at))), None)


def _currency(line: Line, at: int) -> str | None:
    """The currency of the number at token ``at``, if that is a sum of money."""
    numeral = line.numeral(at)
    if numeral is None:
        return None
    if numeral.unit is not None:
        return None if numeral.unit in SHARES else numeral.unit
    unit = unit_at(line, at + 1)
    return unit.name if unit is not None and unit.kind == "money" else None
