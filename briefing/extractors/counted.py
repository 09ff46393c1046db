"""What a number counts: its unit, its kind, and the words of the text that say so."""

from __future__ import annotations

from typing import NamedTuple

from briefing.extractors import phrases
from briefing.language.lexicon import lexicon
from briefing.language.numbers_hedges import opening
from briefing.language.numbers_line import Line, Numeral
from briefing.language.numbers_nouns import ADJECTIVES, HARM, SKIPPED, TOLLS, TOTALS
from briefing.language.numbers_units import Unit, unit_at
from briefing.model.source import Span

UNKNOWN = "items"
_OF_TIME = frozenset(lexicon("counted")["predicates"]["of_time"])


class Counted(NamedTuple):
    """Unit and kind of a figure, and the spans of the text that say what it counts, in the order of the text.

    ``stated`` is false where the words are those of an earlier figure, or none.
    """

    unit: str
    kind: str
    spans: tuple[Span, ...] = ()
    stated: bool = True


_INHABITED = frozenset(
    [
        "city",
        "town",
        "country",
        "nation",
        "village",
        "population",
        "island",
        "province",
        "district",
        "region",
        "camp",
        "community",
        "settlement",
    ]
)
_QUAKES = frozenset(["earthquake", "quake", "aftershock", "temblor", "tremor", "richter", "magnitude"])
PERSONS = ("people", "people")


def counted(line: Line, i: int, before: Counted | None) -> Counted:
    """What the number at token ``i`` counts; ``before`` is what the figure before it in the passage counts."""
    numeral = line.numerals[i]
    assert numeral is not None
    k = _after_hedge(line, i + 1)
    if numeral.unit is not None:
        return _carried(line, i, k, numeral, before)
    compound = line.word(k) in phrases.HYPHENS and line.touches(k - 1) and line.touches(k)
    unit = unit_at(line, k + 1 if compound else k)
    if unit is not None:
        return _measured(line, k + 1 if compound else k, unit, compound)
    if line.word(i - 1) == "magnitude" or (line.word(i - 1) == "-" and line.word(i - 2) == "magnitude"):
        return Counted("magnitude", "measure", phrases.spans(line, phrases.noun_phrase(line, k)))
    if _is_magnitude(line, i, numeral):
        return Counted("magnitude", "measure", phrases.spans(line, phrases.noun_phrase(line, k)))
    if compound:
        return _compound(line, k + 1) or _elliptic(line, i, k, before)
    return _named(line, i, k) or _elliptic(line, i, k, before)


def _is_magnitude(line: Line, i: int, numeral: Numeral) -> bool:
    """Whether a number such as 7.8 can only be how strong an earthquake was."""
    return (
        isinstance(numeral.value, float)
        and numeral.value < 10
        and not _QUAKES.isdisjoint(line.low[max(0, i - 30) : i + 30])
    )


def _after_hedge(line: Line, k: int) -> int:
    if line.word(k) == "+":
        return k + 1
    if line.word(k) in ("or", "and") and line.word(k + 1) in ("more", "so", "fewer", "less", "over", "above"):
        return k + 2
    return k


def _carried(line: Line, i: int, k: int, numeral: Numeral, before: Counted | None) -> Counted:
    """What a percentage or a sum of money is of."""
    unit = numeral.unit or ""
    share = unit in ("percent", "percentage-points", "share", "ratio", "per-mille")
    kind = "share" if share else "money"
    preposition = line.word(k) in (("of",) if share else ("in", "for", "of", "worth"))
    if preposition:
        phrase = phrases.noun_phrase(line, phrases.past_determiners(line, k + 1))
        if phrase:
            return Counted(unit, kind, (phrases.span(line, k, phrase.end),))
    phrase = phrases.noun_phrase(line, k + 1 if line.word(k) in phrases.HYPHENS else k)
    if phrase:
        return Counted(unit, kind, (phrases.span(line, phrase.first, phrase.end),))
    if share:
        found = _bracketed(line, i, before) or _subject(line, i)
        spans = found.spans if found else before.spans if before else ()
        return Counted(unit, kind, spans, stated=False)
    return Counted(unit, kind, ())


def _measured(line: Line, k: int, unit: Unit, compound: bool) -> Counted:
    end = k + unit.length
    if compound and line.word(end) in phrases.HYPHENS:
        end += 2
    phrase = None
    if line.word(end) == "(" and line.word(end + 2) == ")" and line.word(end + 3) == "of":
        end += 3
    if line.word(end) == "of":
        phrase = phrases.noun_phrase(line, phrases.past_determiners(line, end + 1))
        if phrase and line.word(phrase.end) == "to":
            phrase = phrases.with_purpose(line, phrase)
    elif compound:
        phrase = phrases.single(line, end)
    elif unit.kind in ("money", "measure", "area"):
        phrase = phrases.noun_phrase(line, end)
    last = phrase.end if phrase else end
    said = phrases.predicate(line, last)
    if unit.kind == "duration" and said and (compound or line.text[slice(*said[0])].lower() not in _OF_TIME):
        said = ()
    return Counted(unit.name, unit.kind, (phrases.span(line, k, last), *said))


def _compound(line: Line, k: int) -> Counted | None:
    """ "12-member council", "four-town deal": the first noun is counted."""
    phrase = phrases.single(line, k)
    if phrase is None:
        return None
    unit, kind = phrases.unit_of(line, phrases.Phrase(k, k, k + 1))
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
    toll = _toll(line, i)
    if toll and phrases.is_doubtful(line, phrase):
        return toll
    extended = phrases.extended(line, phrase)
    after = phrases.predicate(line, extended.end)
    verb = () if after or extended.said else toll.spans if toll and kind == "people" else phrases.verb_before(line, i)
    first = start if line.word(start) not in ("others", "other", "more") else phrase.first
    return Counted(unit, kind, (*verb, phrases.span(line, first, extended.end), *after))


def _elliptic(line: Line, i: int, k: int, before: Counted | None) -> Counted:
    """What a number counts that no noun stands behind."""
    if before is not None and _is_part_of_last(line, i):
        return Counted(before.unit, before.kind, before.spans[:1] + phrases.predicate(line, k), stated=False)
    more = line.word(k) in SKIPPED
    while line.word(k) in SKIPPED:
        k += 1
    found = (
        _part(line, k, before)
        or (_again(line, i, k, before) if more else None)
        or _bracketed(line, i, before)
        or _labelled(line, i)
        or _said_of_people(line, i, k)
        or _object(line, i)
        or _subject(line, i)
    )
    if found:
        return found
    if before is not None and before.kind not in ("share", "money", "duration"):
        return Counted(before.unit, before.kind, before.spans[:1] + phrases.predicate(line, k), stated=False)
    return _beside(line, i)


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


def _part(line: Line, k: int, before: Counted | None) -> Counted | None:
    """ "6,000 of them", "five out of the eight municipalities"."""
    if line.word(k) == "out":
        k += 1
    if line.word(k) != "of":
        return None
    if line.word(k + 1) in ("them", "whom", "these", "which", "those", "us"):
        unit, kind = (before.unit, before.kind) if before and before.kind != "share" else PERSONS
        spans = before.spans[:1] if before else ()
        return Counted(unit, kind, spans + phrases.predicate(line, k + 2), stated=False)
    start = phrases.past_determiners(line, k + 1)
    unit_there = unit_at(line, start)
    if unit_there and unit_there.kind == "money":
        return None
    phrase = phrases.noun_phrase(line, start)
    if phrase is None:
        return None
    unit, kind = phrases.unit_of(line, phrase)
    extended = phrases.extended(line, phrase)
    return Counted(unit, kind, (phrases.span(line, phrase.first, extended.end), *phrases.predicate(line, extended.end)))


def _said_of_people(line: Line, i: int, k: int) -> Counted | None:
    """ "18 who died", "5,900 have been injured", "four are nurses", "a city of one million"."""
    if line.word(k) in ("are", "were", "is", "was"):
        phrase = phrases.noun_phrase(line, k + 1)
        if phrase and phrase.head > k + 1 - 1 and phrases.unit_of(line, phrase) == PERSONS:
            return Counted(*PERSONS, (phrases.span(line, phrase.first, phrase.end),))
    said = phrases.predicate(line, k)
    if said and (line.word(k) == "who" or line.text[said[0][0] : said[0][1]].lower() in ADJECTIVES):
        return Counted(*PERSONS, said)
    if line.word(i - 1) == "of" and line.word(i - 2) in _INHABITED:
        return Counted(*PERSONS, (phrases.span(line, i - 2, i - 1),))
    return None


def _again(line: Line, i: int, k: int, before: Counted | None) -> Counted | None:
    """ "60 others", "61 more": of the kind counted before, else people."""
    unit, kind = (
        (before.unit, before.kind) if before and before.kind in ("people", "households", "events", "items") else PERSONS
    )
    predicate = phrases.predicate(line, k)
    return Counted(unit, kind, predicate or (before.spans[:1] if before else ()), stated=False)


def _bracketed(line: Line, i: int, before: Counted | None) -> Counted | None:
    """ "land borders (12)": the noun phrase before the bracket."""
    if line.word(i - 1) != "(":
        return None
    phrase = phrases.phrase_before(line, i - 1)
    if phrase is None:
        return None
    if (
        before is not None
        and line.written(phrase.head)[:1].isupper()
        and before.kind in ("people", "households", "events", "items")
    ):
        return Counted(before.unit, before.kind, (phrases.span(line, phrase.first, phrase.end),), stated=False)
    unit, kind = phrases.unit_of(line, phrase)
    return Counted(unit, kind, (phrases.span(line, phrase.first, phrase.end),))


def _labelled(line: Line, i: int) -> Counted | None:
    """ "ASSISTED: 9,120": the words before a colon."""
    if line.word(i - 1) not in (":", "=", "|", "\t"):
        return None
    phrase = phrases.phrase_before(line, i - 1)
    if phrase is None:
        return None
    unit, kind = phrases.unit_of(line, phrase)
    return Counted(unit, kind, (phrases.span(line, phrase.first, phrase.end),))


def _object(line: Line, i: int) -> Counted | None:
    """ "wounding about 20": people, since the verb is done to people."""
    verb = phrases.verb_before(line, i)
    if verb and line.text[verb[0][0] : verb[0][1]].lower() in HARM:
        return Counted(*PERSONS, verb)
    return None


def _subject(line: Line, i: int) -> Counted | None:
    """ "the death toll has risen to 400": what the subject names."""
    toll = _toll(line, i)
    if toll:
        return toll
    k = phrases.linked_subject(line, i)
    phrase = None if k is None else phrases.phrase_before(line, k + 1)
    if phrase is None:
        return None
    return Counted(*phrases.unit_of(line, phrase), (phrases.span(line, phrase.first, phrase.end),))


def _toll(line: Line, i: int) -> Counted | None:
    """What a count named earlier in the clause counts ("the number of people killed", "the death toll")."""
    for at in range(i - 1, max(-1, i - 24), -1):
        word = line.word(at)
        if word in (";", "“", "”", ".") or (
            line.numerals[at] and "from" not in (line.word(at - 1), line.word(at + 1)) and line.word(at + 1) != "-"
        ):
            return None
        if word in TOTALS and line.word(at + 1) == "of":
            phrase = phrases.noun_phrase(line, phrases.past_determiners(line, at + 2))
            if phrase and phrase.end <= i:
                last = min(phrases.extended(line, phrase).end, i)
                return Counted(*phrases.unit_of(line, phrase), (phrases.span(line, phrase.first, last),))
        if word in ("toll", "tolls") or (word in TOLLS and phrases.linked_subject(line, i) == at):
            return Counted(*PERSONS, (phrases.span(line, max(0, at - (line.word(at - 1) == "death")), at + 1),))
    return None


def _beside(line: Line, i: int) -> Counted:
    """The nearest words before the number, for want of better."""
    phrase = phrases.phrase_before(line, opening(line, i))
    if phrase is None:
        return Counted(UNKNOWN, "items", (), stated=False)
    unit, kind = phrases.unit_of(line, phrase)
    return Counted(unit, kind, (phrases.span(line, phrase.first, phrase.end),), stated=False)
