"""What a number counts that no noun stands behind."""

from __future__ import annotations

from briefing.extractors import phrases
from briefing.extractors.bases import aim, past_aim
from briefing.extractors.complements import extended
from briefing.extractors.counts import ITEMS, PERSONS, UNKNOWN, Counted
from briefing.extractors.predicates import predicate, verb_before
from briefing.extractors.subjects import beside, bracketed, labelled, subject
from briefing.language.lexicon import lexicon, word_set
from briefing.language.numbers import ADJECTIVES, HARM, SHARES, SKIPPED, TOTALS, Line, is_plural, opening, unit_at

_COUNTS = ("people", "households", "events", "items")
"""Kinds that a number without a noun may take over."""
_LIVING = frozenset(lexicon("counted")["predicates"]["living"])
_TOLD = frozenset(lexicon("counted")["predicates"]["told"])
_SERVING = frozenset(lexicon("counted")["predicates"]["serving"])
_INHABITED = word_set("counted", "inhabited")
_COPULAS = frozenset(["are", "were", "is", "was"])
LONGEST_LIST = 8
"""Numbers of the longest list that one noun behind it holds for."""
_THEM = word_set("counted", "them")


def elliptic(line: Line, i: int, k: int, before: Counted | None, them: Counted | None) -> Counted:
    """What a number counts that no noun stands behind; ``them`` is what "of them" means."""
    if before is not None and _is_part_of_last(line, i):
        return _said_to_be(line, k, before) or Counted(
            before.unit, before.kind, before.again + predicate(line, k), stated=False
        )
    more = line.word(k) in SKIPPED
    while line.word(k) in SKIPPED:
        k += 1
    if aim(line, i) and before is not None and before.kind in _COUNTS:
        return Counted(before.unit, before.kind, aim(line, i))
    found = (
        _told(line, k)
        or _part(line, k, them)
        or _shared(line, k)
        or (_again(line, i, k, before) if more else None)
        or bracketed(line, i, before)
        or labelled(line, i)
        or _said_of_people(line, i, k, before)
        or _object(line, i)
        or subject(line, i)
    )
    if found:
        return _like_before(line, found, before or them) if found.unit == UNKNOWN else found
    if before is not None and before.kind in _COUNTS:
        return Counted(before.unit, before.kind, before.again + predicate(line, k), stated=False)
    return _replacing(line, k) or beside(line, i)


def _like_before(line: Line, found: Counted, earlier: Counted | None) -> Counted:
    """What a total counts that names nothing: what the number before it does ("bringing the total to 87,000")."""
    words = line.text[slice(*found.spans[-1])].lower().split() if found.spans else [""]
    if words[-1] not in TOTALS or earlier is None or earlier.kind not in _COUNTS:
        return found
    return Counted(earlier.unit, earlier.kind, found.spans, stated=False)


def _replacing(line: Line, k: int) -> Counted | None:
    """ "70, not 71 miners": the noun behind the number that does not hold."""
    if line.low[k : k + 2] != [",", "not"] or line.numeral(k + 2) is None:
        return None
    named = phrases.noun_phrase(line, k + 3)
    return Counted(*phrases.unit_of(line, named), phrases.spans(line, named)) if named else None


def _is_part_of_last(line: Line, i: int) -> bool:
    """Whether the number before was a whole of which this is a part ("Of the 90 households hit, 30 have moved")."""
    for at in range(i - 1, -1, -1):
        if line.numerals[at] is not None:
            first = opening(line, at)
            return (
                line.word(first - 1) == "of"
                and line.word(first - 2) in ("", "out", ",", ";", ".")
                and line.word(i - 1) == ","
            )
    return False


def _said_to_be(line: Line, k: int, whole: Counted) -> Counted | None:
    """What a part of ``whole`` is said to be from token ``k`` on ("3,100 of them are children"), by a plural noun."""
    phrase = phrases.noun_phrase(line, k + 1) if line.word(k) in _COPULAS else None
    if phrase is None or not is_plural(line.low[phrase.head]):
        return None
    unit, kind = phrases.unit_of(line, phrase)
    return Counted(unit, kind, phrases.spans(line, phrase)) if kind == whole.kind else None


def _told(line: Line, k: int) -> Counted | None:
    """ "1.2 million told to leave": people."""
    told = line.word(k) in _TOLD and line.word(k + 1) == "to"
    return Counted(*PERSONS, (phrases.span(line, k, k + 1),)) if told else None


def _part(line: Line, k: int, them: Counted | None) -> Counted | None:
    """ "6,000 of them", "five out of the eight municipalities"."""
    if line.word(k) == "out":
        k += 1
    if line.word(k) != "of":
        return None
    if line.word(k + 1) in _THEM:
        named = phrases.noun_phrase(line, k + 2)
        if named and phrases.unit_of(line, named) == PERSONS:
            return Counted(*PERSONS, phrases.spans(line, named))
        if them is None or them.kind == "share":
            return Counted(*(PERSONS if line.word(k + 1) == "whom" else ITEMS), predicate(line, k + 2), stated=False)
        again = Counted(them.unit, them.kind, them.again + predicate(line, k + 2), stated=False)
        return _said_to_be(line, k + 2, them) or again
    phrase = phrases.noun_phrase(line, phrases.past_determiners(line, past_aim(line, k + 1)))
    if phrase is None:
        return None
    whole = extended(line, phrase)
    return Counted(
        *phrases.unit_of(line, phrase), (phrases.span(line, phrase.first, whole.end), *predicate(line, whole.end))
    )


def _said_of_people(line: Line, i: int, k: int, before: Counted | None) -> Counted | None:
    """ "18 who died", "5,900 have been injured", "four are nurses", "a city of one million"."""
    if line.word(k) in _COPULAS:
        phrase = phrases.noun_phrase(line, k + 1)
        if phrase and phrases.unit_of(line, phrase) == PERSONS:
            return Counted(*PERSONS, phrases.spans(line, phrase))
    said = predicate(line, k)
    verb = line.text[slice(*said[0])].lower() if said else ""
    if said and (line.word(k) == "who" or verb in ADJECTIVES):
        return Counted(*PERSONS, said)
    if verb in _LIVING and (before is None or before.kind == "people" or before.unit == UNKNOWN):
        return Counted(*PERSONS, (before.again if before else ()) + said)
    first = opening(line, i)
    if line.word(first - 1) == "whom":
        return Counted(*PERSONS, said, stated=False)
    if line.word(first - 1) == "of" and line.word(first - 2) in _INHABITED:
        return Counted(*PERSONS, (phrases.span(line, first - 2, first - 1),))
    return None


def _again(line: Line, i: int, k: int, before: Counted | None) -> Counted | None:
    """ "60 others", "61 more": of the kind counted before, else people."""
    known = before is not None and before.kind not in ("share", "money", "duration")
    unit, kind = (before.unit, before.kind) if before and known else PERSONS
    said = predicate(line, k) or verb_before(line, i)
    return Counted(unit, kind, said or (before.again if before and known else ()), stated=False)


def _shared(line: Line, k: int) -> Counted | None:
    """ "from 45 to 60 families", "in 2, 3 and 5 camps": the noun behind the last number holds for all."""
    link, last = "", k + 2 * LONGEST_LIST
    while k < last and line.word(k) in ("to", "or", "and", ",") and line.numeral(k + 1) is not None:
        link = line.low[k]
        k += 2
    if link in ("", ","):
        return None
    numeral = line.numerals[k - 1]
    if numeral is not None and numeral.unit is not None and numeral.unit not in ("percentage-points", "share"):
        return Counted(numeral.unit, "share" if numeral.unit in SHARES else "money")
    unit = unit_at(line, k)
    if unit is not None:
        return Counted(unit.name, unit.kind, (phrases.span(line, k, k + unit.length),))
    phrase = phrases.noun_phrase(line, k)
    if phrase is None:
        return None
    return Counted(*phrases.unit_of(line, phrase), phrases.spans(line, phrase))


def _object(line: Line, i: int) -> Counted | None:
    """ "wounding about 20", "to feed 900": people, since the verb is done to people or for them."""
    verb = verb_before(line, i)
    if verb and line.text[verb[0][0] : verb[0][1]].lower() in HARM:
        return Counted(*PERSONS, verb)
    before = opening(line, i) - 1
    return Counted(*PERSONS, (phrases.span(line, before, before + 1),)) if line.word(before) in _SERVING else None
