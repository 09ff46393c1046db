"""Clauses that say the same with another number: "a bag of flour costs 1,480", "a bag of flour now costs 2,100".

Prices, shares, stocks and delays are no numbers of what befell somebody: nothing else tells that they are one matter.
Two figures are, where one clause says nothing besides the number that the other does not, and that is not too little.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from briefing.grouping.components import Components
from briefing.grouping.counted import Counted
from briefing.grouping.events import names_in
from briefing.grouping.likeness import is_size
from briefing.grouping.matters import Matter
from briefing.grouping.rules import rules
from briefing.grouping.scopes import at_odds
from briefing.grouping.values import size
from briefing.grouping.words import calendar, content, fold, primary, spoken
from briefing.model.source import Span

ENDS = re.compile(r"[;:()!?]|,(?=\s)|\.(?=\s|$)|\s[–—]\s")
WIDE = 200
"""Code points on either side of a figure beyond which its clause is not read."""
LEAST = 2
"""Words and names that two clauses have in common."""
SHARE = 0.4
"""The share of both clauses' words that they have in common."""
MOST = 16
"""With how many figures that share a word a figure is compared."""
TELLING = frozenset({"share", "money", "measure", "duration", "people", "households", "items"})
"""Kinds of figures that may be told by their clause alone."""
TOLD_IN = ("sentence", "headline", "item")
"""Kinds of passages that have clauses."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A figure with what its clause says besides: the words, and the names apart."""

    one: Counted
    at: int
    words: frozenset[str]
    names: frozenset[str]


def joined(found: Sequence[Matter], events: Mapping[str, str]) -> list[Matter]:
    """``found`` with the matters whose clauses say the same put together. ``events`` is the event of each source."""
    together: Components[int] = Components(range(len(found)))
    homes = {one.key: at for at, matter in enumerate(found) for one in matter.figures}
    for at, after in ((at, one.after) for at, matter in enumerate(found) for one in matter.figures if one.after):
        together.join(at, homes.get(after, at))
    posted: dict[tuple[str, str, str], list[Frame]] = {}
    for at, matter in enumerate(found):
        for one in matter.figures:
            frame = _frame(one, at) if _may_tell(one) else None
            if frame is None:
                continue
            keys = [(events[one.source.id], one.dimension, word) for word in sorted(frame.words)]
            near = {other.one.key: other for key in keys for other in posted.get(key, ())[-MOST:]}
            for other in near.values():
                if _one_thing(frame, other):
                    together.join(frame.at, other.at)
            for key in keys:
                posted.setdefault(key, []).append(frame)
    return [_merged([found[at] for at in group]) for group in together.sets()]


def _merged(matters: Sequence[Matter]) -> Matter:
    if len(matters) == 1:
        return matters[0]
    made = Matter()
    for one in (one for matter in matters for one in matter.figures):
        made.add(one)
    return made


def _may_tell(one: Counted) -> bool:
    """Whether only the clause can tell what is counted: nothing befell it, and it is no part, plan or earlier count."""
    stateless = one.figure.kind in TELLING and (not one.state or one.figure.kind == "money")
    return stateless and not (one.scope or one.past or one.part or is_size(one)) and one.passage.kind in TOLD_IN


def _frame(one: Counted, at: int) -> Frame | None:
    start, end = _clause(one)
    text, language = one.source.text, one.source.language
    before = spoken(text[start : one.figure.start])[-1:]
    if (
        _shared(one, start, end)
        or set(before) & _change()
        or any(phrase in text[start:end].lower() for phrase in _earlier())
    ):
        return None
    opens = "" if start <= one.passage.start else "x "  # the first word of a sentence is no name for its capital
    names = frozenset(names_in(f"{opens}{text[start:end]}", language))
    told = content(text[start:end], language) - names - _idle(primary(language)) - {one.dimension}
    words = frozenset(word for word in told if not word[0].isdigit())
    return Frame(one, at, words, names) if words else None


def _shared(one: Counted, start: int, end: int) -> bool:
    """Whether a clause gives another such number, and not only where this one has come from ("52 here, 38 there")."""
    text, figure = one.source.text, one.figure
    others = [
        f for f in one.claim.figures if f.span != figure.span and start <= f.start < end and f.unit == figure.unit
    ]
    return any(spoken(text[start : other.start])[-1:] != ("from",) for other in others)


def _clause(one: Counted) -> Span:
    """Where the clause of a figure starts and ends, in code points: within what its speaker says."""
    figure, text = one.figure, one.source.text
    said = next((span for span in one.claim.content if span[0] <= figure.start < span[1]), one.passage.span)
    low, high = max(said[0], figure.start - WIDE), min(said[1], figure.end + WIDE)
    start = max((found.end() for found in ENDS.finditer(text, low, figure.start)), default=low)
    found = ENDS.search(text, figure.end, high)
    return start, found.start() if found else high


def _one_thing(frame: Frame, other: Frame) -> bool:
    """Whether one clause says of the number nothing that the other does not, in another source or by another party."""
    one, two = frame.one, other.one
    if frame.at == other.at or one.passage == two.passage or not _apart_enough(one, two):
        return False
    shared, all_ = frame.words & other.words, frame.words | other.words
    if shared not in (frame.words, other.words) or len(shared) < SHARE * len(all_):
        return False
    here, there = frame.names - other.names, other.names - frame.names
    rate = bool(shared & _rates(primary(one.source.language)))
    return not (here and there) and (rate or len(shared | (frame.names & other.names)) >= LEAST) and _alike(one, two)


def _apart_enough(one: Counted, two: Counted) -> bool:
    """Whether two figures are told by two sources, or by two parties in one."""
    return one.source.id != two.source.id or bool(one.party and two.party and one.party != two.party)


def _alike(one: Counted, two: Counted) -> bool:
    """Whether who is counted, where, when and how many allow two figures to be of one thing."""
    low, high = sorted(abs(size(each.figure.value)) for each in (one, two))
    if high > rules("counting")["compare"]["apart"] * low or at_odds(one.when, two.when):
        return False
    placed = not one.places or not two.places or bool(one.places & two.places)
    return placed and (one.population or one.who) == (two.population or two.who)


@cache
def _idle(language: str) -> frozenset[str]:
    told: Iterable[str] = rules("counting")["clauses"]["idle"]
    return frozenset(fold(word, language) for word in told) | {fold(day, language) for day in calendar(language)}


@cache
def _rates(language: str) -> frozenset[str]:
    return frozenset(fold(word, language) for word in rules("counting")["clauses"]["rates"])


@cache
def _change() -> frozenset[str]:
    return frozenset(rules("counting")["clauses"]["change"])


@cache
def _earlier() -> tuple[str, ...]:
    known = rules("counting")["scope"]
    return (*known["then"], *known["then_of_sums"])
