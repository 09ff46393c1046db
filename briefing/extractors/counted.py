"""What a number counts: its unit, its kind, and the words of the text that say so."""

from __future__ import annotations

from typing import NamedTuple

from briefing.extractors import phrases
from briefing.language.lexicon import lexicon, word_set
from briefing.language.numbers_hedges import opening
from briefing.language.numbers_line import Line, Numeral
from briefing.language.numbers_nouns import ADJECTIVES, HARM, SKIPPED, TOLLS, TOTALS
from briefing.language.numbers_units import SHARES, Unit, unit_at
from briefing.model.source import Span

UNKNOWN = "items"
_OF_TIME = frozenset(lexicon("counted")["predicates"]["of_time"])


class Counted(NamedTuple):
    """Unit and kind of a figure, and the spans of the text that say what it counts, in the order of the text.

    ``stated`` is false where the words are those of an earlier figure, or none. ``noun`` is the span of the noun phrase
    alone, for figures that follow and leave it out.
    """

    unit: str
    kind: str
    spans: tuple[Span, ...] = ()
    stated: bool = True
    noun: tuple[Span, ...] = ()

    @property
    def again(self) -> tuple[Span, ...]:
        """The words for it in a figure that leaves them out."""
        return self.noun or self.spans[:1]


_INHABITED = word_set("counted", "inhabited")
_THEM = word_set("counted", "them")
_QUAKES = word_set("counted", "quakes")
_ITEMS = (UNKNOWN, "items")
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
        found = _share_of(line, i, k, before)
        return Counted(unit, kind, found, stated=False)
    return Counted(unit, kind, ())


def _share_of(line: Line, i: int, k: int, before: Counted | None) -> tuple[Span, ...]:
    """What a percentage that no noun follows is of: the words of the text that say so."""
    if line.word(k) == "of" and line.word(k + 1) in _THEM:
        named = phrases.noun_phrase(line, k + 2)
        if named:
            return (phrases.span(line, named.first, phrases.extended(line, named).end),)
        return (before.again if before else ()) + phrases.predicate(line, k + 2)
    if line.word(i - 1) == "of" and phrases.is_word(line, i - 2):
        return (phrases.span(line, i - 2, i - 1),)
    found = _bracketed(line, i, before) or _subject(line, i)
    if found:
        return found.spans
    said = phrases.predicate(line, k)
    return said or (before.again if before and before.kind != "duration" else ())


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
    toll = _toll(line, i)
    if toll and phrases.is_doubtful(line, phrase):
        return toll
    extended = phrases.extended(line, phrase)
    after = phrases.predicate(line, extended.end)
    verb = () if after or extended.said else toll.spans if toll and kind == "people" else phrases.verb_before(line, i)
    first = start if line.word(start) not in ("others", "other", "more") else phrase.first
    named = phrases.span(line, first, extended.end)
    return Counted(unit, kind, (*verb, named, *after), noun=(phrases.span(line, phrase.first, phrase.end),))


def _elliptic(line: Line, i: int, k: int, before: Counted | None) -> Counted:
    """What a number counts that no noun stands behind."""
    if before is not None and _is_part_of_last(line, i):
        return Counted(before.unit, before.kind, before.again + phrases.predicate(line, k), stated=False)
    more = line.word(k) in SKIPPED
    while line.word(k) in SKIPPED:
        k += 1
    found = (
        _part(line, k, before)
        or _shared(line, k)
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
        return Counted(before.unit, before.kind, before.again + phrases.predicate(line, k), stated=False)
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
    if line.word(k + 1) in _THEM:
        named = phrases.noun_phrase(line, k + 2)
        if named and phrases.unit_of(line, named) == PERSONS:
            return Counted(*PERSONS, phrases.spans(line, named))
        unit, kind = (before.unit, before.kind) if before and before.kind != "share" else PERSONS
        spans = before.again if before else ()
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
    known = before is not None and before.kind not in ("share", "money", "duration")
    unit, kind = (before.unit, before.kind) if before and known else PERSONS
    said = phrases.predicate(line, k) or phrases.verb_before(line, i)
    return Counted(unit, kind, said or (before.again if before and known else ()), stated=False)


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
    if line.word(i - 1) not in (":", "=", "|"):
        return None
    first = i - 1
    while first > max(0, i - 7) and line.low[first - 1][:1].isalpha():
        first -= 1
    if first == i - 1:
        return None
    phrase = phrases.phrase_before(line, i - 1)
    named = phrase is not None and not line.low[phrase.head].endswith("ed")
    unit, kind = phrases.unit_of(line, phrase) if phrase and (named or line.low[phrase.head] in ADJECTIVES) else _ITEMS
    return Counted(unit, kind, (phrases.span(line, first, i - 1),))


def _shared(line: Line, k: int) -> Counted | None:
    """ "from 45 to 60 families", "in 2, 3 and 5 camps": the noun behind the last number holds for all."""
    link = ""
    while line.word(k) in ("to", "or", "and", ",") and line.numeral(k + 1) is not None:
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
        if word in (";", "“", "”", ".") or _is_rival(line, at):
            return None
        if word in TOTALS and line.word(at + 1) == "of":
            phrase = phrases.noun_phrase(line, phrases.past_determiners(line, at + 2))
            if phrase and phrase.end <= i:
                last = min(phrases.extended(line, phrase).end, i)
                return Counted(*phrases.unit_of(line, phrase), (phrases.span(line, phrase.first, last),))
        if word in ("toll", "tolls") or (word in TOLLS and phrases.linked_subject(line, i) == at):
            return Counted(*PERSONS, (phrases.span(line, max(0, at - (line.word(at - 1) == "death")), at + 1),))
    return None


def _is_rival(line: Line, at: int) -> bool:
    """Whether the number at ``at`` is what an earlier count came to, not a step ("by 12% to 40", "from 9")."""
    if line.numerals[at] is None or line.word(at + 1) == "-":
        return False
    return not {"from", "by"} & {line.word(at - 1), line.word(at + 1)}


def _beside(line: Line, i: int) -> Counted:
    """The nearest words before the number, for want of better."""
    phrase = phrases.phrase_before(line, opening(line, i))
    if phrase is None:
        return Counted(UNKNOWN, "items", (), stated=False)
    unit, kind = phrases.unit_of(line, phrase)
    return Counted(unit, kind, (phrases.span(line, phrase.first, phrase.end),), stated=False)
