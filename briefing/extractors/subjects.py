"""What stands before a number and is counted: the subject it comes to, a label, the words before its bracket."""

from __future__ import annotations

from briefing.extractors import phrases
from briefing.extractors.complements import extended
from briefing.extractors.counts import ITEMS, PERSONS, Counted
from briefing.extractors.predicates import linked_subject, predicate
from briefing.language.numbers import (
    ADJECTIVES,
    DETERMINERS,
    FRACTIONS,
    MONTHS,
    TOLLS,
    TOTALS,
    Line,
    classified,
    is_plural,
    opening,
    unit_at,
)
from briefing.model.source import Span


def bracketed(line: Line, i: int, before: Counted | None) -> Counted | None:
    """ "land borders (12)": the noun phrase before the bracket."""
    if line.word(i - 1) not in ("(", "["):
        return None
    behind = _behind_bracket(line, i)
    if behind is not None:
        return Counted(*phrases.unit_of(line, behind), (phrases.span(line, i + 2, behind.end),))
    phrase = phrases.phrase_before(line, i - 1)
    if phrase is None or line.low[phrase.head] in FRACTIONS:
        return None
    if (
        before is not None
        and line.written(phrase.head)[:1].isupper()
        and before.kind in ("people", "households", "events", "items")
    ):
        return Counted(before.unit, before.kind, phrases.spans(line, phrase), stated=False)
    return Counted(*phrases.unit_before(line, phrase), phrases.spans(line, phrase))


def _behind_bracket(line: Line, i: int) -> phrases.Phrase | None:
    """The noun phrase that goes on behind the bracket ("half (45%) of the shops")."""
    if line.word(i + 1) != ")" or line.word(i + 2) != "of":
        return None
    return phrases.noun_phrase(line, phrases.past_determiners(line, i + 3))


def labelled(line: Line, i: int) -> Counted | None:
    """ "ASSISTED: 9,120": the words before a colon."""
    if line.word(i - 1) not in (":", "=", "|"):
        return None
    first = i - 1
    while first > max(0, i - 7) and line.low[first - 1][:1].isalpha():
        first -= 1
    if first == i - 1 or line.written(i - 2) in MONTHS:
        return None
    phrase = phrases.phrase_before(line, i - 1)
    named = phrase is not None and not line.low[phrase.head].endswith("ed")
    unit, kind = (
        phrases.unit_before(line, phrase) if phrase and (named or line.low[phrase.head] in ADJECTIVES) else ITEMS
    )
    return Counted(unit, kind, (phrases.span(line, first, i - 1),))


def subject(line: Line, i: int) -> Counted | None:
    """ "the death toll has risen to 400": what the subject names."""
    toll = toll_before(line, i)
    if toll:
        return toll
    k = linked_subject(line, i)
    phrase = None if k is None else phrases.phrase_before(line, k + 1)
    if phrase is None or line.written(phrase.head) in MONTHS:
        return None
    if line.word(phrase.end) in TOTALS:
        return Counted(*ITEMS, (phrases.span(line, phrase.end, phrase.end + 1),))  # "the correct number is 136"
    phrase = _before_place(line, phrase) or phrase
    return Counted(*phrases.unit_before(line, phrase), phrases.spans(line, phrase))


def _before_place(line: Line, place: phrases.Phrase) -> phrases.Phrase | None:
    """The plural that is said to be at a place ("cases in Dulmar stand at 1,204"), where a preposition says so."""
    at = place.first - 1
    while line.word(at) in DETERMINERS:
        at -= 1
    found = phrases.phrase_before(line, at) if at > 0 and line.word(at) in ("in", "at", "across", "within") else None
    return found if found and is_plural(line.low[found.head]) and classified(line.low[found.head]) else None


def toll_before(line: Line, i: int) -> Counted | None:
    """What a count named earlier in the clause counts ("the number of people killed", "the death toll")."""
    for at in range(i - 1, max(-1, i - 24), -1):
        word = line.word(at)
        if word in (";", "“", "”", ".") or _is_rival(line, at):
            return None
        if word in TOTALS and line.word(at + 1) == "of":
            start = phrases.past_determiners(line, at + 2)
            phrase = phrases.noun_phrase(line, start)
            if phrase is None and line.word(start) == "who":
                return Counted(*PERSONS, predicate(line, start))
            if phrase and phrase.end <= i:
                last = min(extended(line, phrase).end, i)
                return Counted(*phrases.unit_of(line, phrase), (phrases.span(line, phrase.first, last),))
        if word in ("toll", "tolls") or (word in TOLLS and linked_subject(line, i) == at):
            return _victims(line, at) or Counted(*PERSONS, (_with_death(line, at),))
    return None


def _with_death(line: Line, at: int) -> Span:
    return phrases.span(line, max(0, at - (line.word(at - 1) == "death")), at + 1)


def _victims(line: Line, at: int) -> Counted | None:
    """What a participle that ends with token ``at`` is said of ("the number of people killed"), if a count names it."""
    phrase = phrases.phrase_before(line, at + 1)
    if phrase is None or phrase.head == at or line.word(phrase.first - 1) != "of":
        return None
    if line.word(phrase.first - 2) not in TOTALS:
        return None
    return Counted(*phrases.unit_of(line, phrase), (phrases.span(line, phrase.first, phrase.end),))


def _is_rival(line: Line, at: int) -> bool:
    """Whether the number at ``at`` is what an earlier count came to, not a step ("by 12% to 40", "from 9")."""
    if line.numerals[at] is None or line.word(at + 1) == "-":
        return False
    unit = unit_at(line, at + 1)
    if unit is not None and unit.kind == "duration":
        return False
    return not {"from", "by"} & {line.word(at - 1), line.word(at + 1)}


def beside(line: Line, i: int) -> Counted:
    """The nearest words before the number, for want of better: a plural, a known noun or a name."""
    phrase = phrases.phrase_before(line, opening(line, i))
    if phrase is None or not _may_count(line, phrase.head):
        return Counted(*ITEMS, (), stated=False)
    return Counted(*phrases.unit_before(line, phrase), phrases.spans(line, phrase), stated=False)


def _may_count(line: Line, k: int) -> bool:
    word = line.low[k]
    if line.written(k) in MONTHS:
        return False
    return is_plural(word) or classified(word) is not None or line.written(k)[:1].isupper()
