"""Shares, sums of money and measures: what they are of."""

from __future__ import annotations

import re

from briefing.extractors import phrases
from briefing.extractors.complements import extended, with_purpose
from briefing.extractors.counts import Counted
from briefing.extractors.payments import done_with, priced, rate_behind
from briefing.extractors.predicates import predicate
from briefing.extractors.subjects import bracketed, subject
from briefing.language.lexicon import lexicon, word_set
from briefing.language.numbers import HYPHENS, Line, Unit
from briefing.model.source import Span

_OF_TIME = frozenset(lexicon("counted")["predicates"]["of_time"])
_NOUN_WITHIN = re.compile(r"\w+ ([^\W\d]+) in ")
"""The noun inside a share ("one child in five")."""
_THEM = word_set("counted", "them")


def carried(line: Line, i: int, k: int, before: Counted | None, them: Counted | None) -> Counted:
    """What the percentage or sum of money at token ``i`` is of; ``them`` is what "of them" means."""
    numeral = line.numerals[i]
    unit = numeral.unit or "" if numeral else ""
    within = _NOUN_WITHIN.match(line.text, numeral.start, numeral.end) if numeral else None
    if within:
        return Counted(unit, "share", (within.span(1),))
    share = unit in ("percent", "percentage-points", "share", "ratio", "per-mille")
    kind = "share" if share else "money"
    preposition = line.word(k) in (("of",) if share else ("in", "for", "of", "worth"))
    if preposition:
        phrase = phrases.noun_phrase(line, phrases.past_determiners(line, k + 1))
        if phrase and not share and phrases.unit_of(line, phrase)[1] == "duration":
            return Counted(unit, kind)  # "lost $3 million in the third quarter"
        if phrase:
            are = _who_are(line, phrase.end) if share else ()
            return Counted(unit, kind, (phrases.span(line, k, phrase.end), *are))
        if share and phrases.is_word(line, k + 1):
            return Counted(unit, kind, (phrases.span(line, k, k + 2),))  # "87% of non-displaced"
    phrase = phrases.noun_phrase(line, k + 1 if line.word(k) in HYPHENS else k)
    if phrase:
        return Counted(unit, kind, phrases.spans(line, phrase))
    if share:
        found = _share_of(line, i, k, before, them)
        return Counted(unit, kind, found, stated=False)
    return Counted(unit, kind, done_with(line, i, k) or rate_behind(line, k) or priced(line, i))


def _who_are(line: Line, k: int) -> tuple[Span, ...]:
    """Who a share is said to be from token ``k`` on ("are women and girls")."""
    phrase = phrases.noun_phrase(line, k + 1) if line.word(k) in ("are", "were") else None
    if phrase is None or phrases.unit_of(line, phrase)[1] != "people":
        return ()
    return (phrases.span(line, phrase.first, extended(line, phrase).end),)


def _share_of(line: Line, i: int, k: int, before: Counted | None, them: Counted | None) -> tuple[Span, ...]:
    """What a percentage that no noun follows is of: the words of the text that say so."""
    if line.word(k) == "of" and line.word(k + 1) in _THEM:
        named = phrases.noun_phrase(line, k + 2)
        if named:
            return (phrases.span(line, named.first, extended(line, named).end),)
        return (them.again if them else ()) + predicate(line, k + 2)
    if line.word(k) in ("and", "or", "to") and line.numeral(k + 1) is not None and line.word(k + 2) == "of":
        shared = phrases.noun_phrase(line, phrases.past_determiners(line, k + 3))
        if shared:
            return (phrases.span(line, k + 2, shared.end),)
    if line.word(i - 1) == "of" and phrases.is_word(line, i - 2):
        return (phrases.span(line, i - 2, i - 1),)
    if phrases.is_word(line, k) and line.low[k].endswith("ed"):
        return (phrases.span(line, k, k + 1),)  # "64 percent underfunded"
    are = _who_are(line, k)
    if are:
        return are
    said = predicate(line, k)
    found = bracketed(line, i, before) or subject(line, i)
    return found.spans if found else said or (before.again if before and before.kind != "duration" else ())


def measured(line: Line, k: int, unit: Unit, compound: bool) -> Counted:
    """What a number of the unit at token ``k`` is of; ``compound`` tells that a hyphen joins them ("48-hour")."""
    end = k + unit.length
    if compound and line.word(end) in HYPHENS:
        end += 2
    phrase = None
    if line.word(end) == "(" and line.word(end + 2) == ")" and line.word(end + 3) == "of":
        end += 3
    if line.word(end) == "of":
        phrase = phrases.noun_phrase(line, phrases.past_determiners(line, end + 1))
        if phrase and line.word(phrase.end) == "to":
            phrase = with_purpose(line, phrase)
    elif compound:
        phrase = phrases.single(line, end)
    elif unit.kind in ("money", "measure", "area"):
        phrase = phrases.noun_phrase(line, end)
    last = phrase.end if phrase else end
    rate = rate_behind(line, last)
    if rate:
        return Counted(unit.name, unit.kind, (phrases.span(line, k, last + 2),))
    price = priced(line, k - 1) if unit.kind == "money" and not phrase else ()
    if price:
        return Counted(unit.name, unit.kind, price)
    said = predicate(line, last)
    if unit.kind == "duration" and said and (compound or line.text[slice(*said[0])].lower() not in _OF_TIME):
        said = ()
    return Counted(unit.name, unit.kind, (phrases.span(line, k, last), *said))
