"""What a number counts: its unit, its kind, and the words of the text that say so."""

from __future__ import annotations

from briefing.extractors import phrases
from briefing.extractors.amounts import carried, measured
from briefing.extractors.bases import aim, is_base
from briefing.extractors.complements import extended, with_rate
from briefing.extractors.counts import PERSONS, Counted
from briefing.extractors.ellipsis import elliptic
from briefing.extractors.payments import or_money, payment
from briefing.extractors.predicates import predicate, verb_before
from briefing.extractors.subjects import toll_before
from briefing.language.lexicon import word_set
from briefing.language.numbers import HYPHENS, SKIPPED, Line, Numeral, is_person, is_plural, unit_at, unit_joined

_QUAKES = word_set("counted", "quakes")


def counted(line: Line, i: int, before: Counted | None, them: Counted | None, count: Counted | None) -> Counted:
    """What the number at token ``i`` counts.

    ``before`` is what the figure before it in the passage counts, ``count`` what the last of them does that is no
    share, money or time, and ``them`` what "of them" means: that, or what the last figure of an earlier passage counts.
    """
    numeral = line.numerals[i]
    assert numeral is not None
    k = _after_hedge(line, i + 1)
    if numeral.unit is not None:
        return carried(line, i, k, before, them)
    compound = line.word(k) in HYPHENS and line.touches(k - 1) and line.touches(k)
    unit = (unit_at(line, k + 1) or unit_joined(line, k + 1)) if compound else unit_at(line, k)
    if unit is not None and not compound and _is_paid_by(line, k, numeral):
        unit = None
    if unit is not None:
        return measured(line, k + 1 if compound else k, unit, compound)
    if line.word(i - 1) == "magnitude" or (line.word(i - 1) == "-" and line.word(i - 2) == "magnitude"):
        return Counted("magnitude", "measure", phrases.spans(line, phrases.noun_phrase(line, k)))
    if _is_magnitude(line, i, numeral):
        return Counted("magnitude", "measure", phrases.spans(line, phrases.noun_phrase(line, k)))
    if compound:
        return _compound(line, k + 1) or elliptic(line, i, k, count, them)
    return payment(line, i, k) or _named(line, i, k) or or_money(line, i, elliptic(line, i, k, count, them))


def _is_magnitude(line: Line, i: int, numeral: Numeral) -> bool:
    """Whether a number such as 7.8 can only be how strong an earthquake was."""
    return (
        isinstance(numeral.value, float)
        and numeral.value < 10
        and not _QUAKES.isdisjoint(line.low[max(0, i - 30) : i + 30])
    )


def _is_paid_by(line: Line, k: int, numeral: Numeral) -> bool:
    """Whether the time at token ``k`` only describes the people behind it ("eight day labourers")."""
    return (
        numeral.low != 1 and not is_plural(line.low[k]) and is_plural(line.word(k + 1)) and is_person(line.word(k + 1))
    )


def _after_hedge(line: Line, k: int) -> int:
    if line.word(k) == "+":
        return k + 1
    if line.word(k) in HYPHENS and line.word(k + 1) == "odd":
        return k + 2
    if line.word(k) in ("or", "and") and line.word(k + 1) in ("more", "so", "fewer", "less", "over", "above"):
        return k + 2
    return k


def _compound(line: Line, k: int) -> Counted | None:
    """ "12-member council", "four-town deal": the first noun is counted."""
    phrase = phrases.single(line, k)
    if phrase is None:
        return None
    strong = line.low[k] == "strong"
    unit, kind = PERSONS if strong else phrases.unit_of(line, phrases.Phrase(k, k, k + 1))
    return Counted(unit, kind, (phrases.span(line, k, phrase.end),))


def _named(line: Line, i: int, k: int) -> Counted | None:
    """What the noun phrase right behind the number names."""
    start = k
    while line.word(k) in SKIPPED:
        k += 1
    phrase = phrases.noun_phrase(line, k)
    if phrase is None:
        return None
    unit, kind = phrases.unit_of(line, phrase)
    toll = toll_before(line, i)
    if toll and phrases.is_doubtful(line, phrase):
        return toll
    if is_base(line, i):
        return Counted(unit, kind, (*aim(line, i), *phrases.spans(line, phrase)), noun=phrases.spans(line, phrase))
    whole = with_rate(line, extended(line, phrase))
    after = predicate(line, whole.end)
    verb = () if after or whole.said else toll.spans if toll and kind == "people" else verb_before(line, i)
    first = phrase.first if line.word(start) in ("others", "other", "more") else max(start, min(k, phrase.first))
    if not line.word(first)[:1].isalpha():
        first = phrase.first
    named = phrases.span(line, first, whole.end)
    return Counted(unit, kind, (*verb, named, *after), noun=phrases.spans(line, phrase))
