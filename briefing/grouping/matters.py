"""Which figures are one matter: the same thing, population, place and event counted.

Two rules make a matter. Numbers of the whole (main) with one key belong together although they differ: the dead of one
event, told by five sources on five days. All other numbers belong together only where they agree and nothing beside
them speaks against it. Sources are taken in the order of their content, so that the order they come in is of no matter.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations

from briefing.grouping.counted import Counted
from briefing.grouping.cuts import MEN, by_context, by_place, by_population, by_size, by_time, told_apart
from briefing.grouping.likeness import alike, is_size, unmistakable
from briefing.grouping.rules import rules
from briefing.grouping.values import equal, possible, size
from briefing.model.source import Span

BIN = math.log(1.12)
"""Values that agree lie in one bin of this width, or in neighbouring ones."""
MOST = 64
"""How many matters of one kind and size a figure is compared with."""
NEAR = 2
"""Paragraphs between two parties' counts of one thing."""
MOST_SIDES = 8
"""How many figures of one source are held against each other."""
BY = "by"
"""Begins the key of what one party counts with a single noun ("70 ships, the port authority said")."""
Key = tuple[Hashable, ...]


@dataclass(slots=True)
class Matter:
    """The figures that count one thing, and the places of them."""

    figures: list[Counted] = field(default_factory=list)
    passages: set[tuple[str, Span]] = field(default_factory=set)

    def add(self, one: Counted) -> None:
        """Take a figure in."""
        self.figures.append(one)
        self.passages.add(_place(one))


def matters(figures: Iterable[Counted], events: Mapping[str, str]) -> list[Matter]:
    """Every figure in exactly one matter. ``events`` is the event of each source, by source id."""
    ordered = sorted(figures, key=lambda one: (size(one.figure.value), one.key))
    wholes = _wholes(ordered, events)
    taken = {one.key for matter in wholes for one in matter.figures}
    known = _Known(events)
    for matter in wholes:
        for one in matter.figures:
            known.enter(one, matter)
    made = list(wholes)
    for one in ordered:
        if one.key in taken:
            continue
        matter = known.find(one) or Matter()
        if not matter.figures:
            made.append(matter)
            known.enter(one, matter)
        matter.add(one)
    return _with_parts(made)


class _Known:
    """The matters found so far, by event, dimension and size, and by dimension and value."""

    def __init__(self, events: Mapping[str, str]) -> None:
        self._events = events
        self._near: dict[Key, list[tuple[Counted, Matter]]] = {}
        self._equal: dict[Key, list[tuple[Counted, Matter]]] = {}

    def enter(self, one: Counted, matter: Matter) -> None:
        """Let later figures be compared with ``one``, which is in ``matter``."""
        self._near.setdefault((self._events[one.source.id], one.dimension, _bin(one)), []).append((one, matter))
        self._equal.setdefault((one.dimension, one.figure.value), []).append((one, matter))

    def find(self, one: Counted) -> Matter | None:
        """The matter of a figure that agrees with ``one``: of its event, else one that matches word for word."""
        event, place = self._events[one.source.id], _bin(one)
        near = (self._near.get((event, one.dimension, at), []) for at in (place, place - 1, place + 1))
        equals = self._equal.get((one.dimension, one.figure.value), [])
        found = (
            matter for some in near for leader, matter in some[-MOST:] if _free(one, matter) and alike(one, leader)
        )
        far = (matter for leader, matter in equals[-MOST:] if _free(one, matter) and unmistakable(one, leader))
        return next(found, None) or next(far, None)


def _free(one: Counted, matter: Matter) -> bool:
    """Whether the matter has no figure of the same passage: two figures of one passage or list are two matters."""
    return _place(one) not in matter.passages


def _place(one: Counted) -> tuple[str, Span]:
    return one.source.id, one.passage.lead or one.passage.span


def _bin(one: Counted) -> int:
    return math.floor(math.log(max(abs(size(one.figure.value)), 1e-9)) / BIN)


def _with_parts(found: Sequence[Matter]) -> list[Matter]:
    """Put a part that one source tells with the whole that it tells too ("112 were killed, of them 98 evacuees")."""
    wholes: dict[Key, list[Matter]] = {}
    for matter in found:
        for key in {_part_key(one) for one in matter.figures if one.main and not one.population and _told(one)}:
            wholes.setdefault(key, []).append(matter)
    kept: list[Matter] = []
    for matter in found:
        one = matter.figures[0]
        told = wholes.get(_part_key(one), []) if _is_part(matter) else []
        larger = [whole for whole in told if _exceeds(whole, one)]
        if len(larger) == 1:
            for figure in matter.figures:
                larger[0].add(replace(figure, part=True))
        else:
            kept.append(matter)
    return kept


def _part_key(one: Counted) -> Key:
    return one.source.id, one.dimension, _told(one)


def _told(one: Counted) -> str | frozenset[str]:
    """What happened to those counted, or what they are where nothing did; empty where the text says neither."""
    return one.state or one.words


def _is_part(matter: Matter) -> bool:
    """Whether one source alone tells it, of a narrower population or as the number of one place."""
    alone = len({one.source.id for one in matter.figures}) == 1
    return alone and all(
        ((one.state and one.population) or (_told(one) and one.scope == {"part"})) and not one.local
        for one in matter.figures
    )


def _exceeds(whole: Matter, one: Counted) -> bool:
    """Whether the largest value that the part's own source gives the whole is larger than the part.

    A narrower population is a part of what the same passage, or the same party right beside it, tells; elsewhere it may
    have been another occasion.
    """
    told = [other for other in whole.figures if other.source.id == one.source.id and other.main]
    near = any("part" in one.scope or _beside(other, one) for other in told)
    return near and max(size(other.figure.value) for other in told) > size(one.figure.value)


def _beside(whole: Counted, one: Counted) -> bool:
    """Whether two figures stand in one passage, or are one party's in neighbouring paragraphs."""
    lines = abs(whole.passage.locator.paragraph - one.passage.locator.paragraph)
    return whole.passage.span == one.passage.span or (lines <= 1 and whole.party == one.party)


def _wholes(figures: Sequence[Counted], events: Mapping[str, str]) -> list[Matter]:
    """The numbers of the whole that several sources, or a headline and its text, tell.

    One matter a key and population, cut where the values lie too far apart.
    """
    groups: dict[Key, list[Counted]] = {}
    for one in figures:
        if key := whole_key(one):
            groups.setdefault((events[one.source.id], *key), []).append(one)
    made: list[Matter] = []
    told = told_apart(figures)
    for key, group in groups.items():
        for counted_alike in by_context(group) if BY in key else by_population(group):
            for together in (
                run
                for here in by_place(counted_alike, told)
                for then in by_time(here)
                for run in by_size(_steady(then))
            ):
                if len({one.source.id for one in together}) > 1 or _stale(together) or _two_sides(together):
                    made.append(_of(together))
    return made


def _stale(told: Sequence[Counted]) -> bool:
    """Whether a headline gives another number than the text below it."""
    return any(one.headline for one in told) and not equal(told[0].figure.value, told[-1].figure.value)


def _of(figures: Iterable[Counted]) -> Matter:
    matter = Matter()
    for one in figures:
        matter.add(one)
    return matter


def whole_key(one: Counted) -> Key | None:
    """What a number of the whole counts; None where the text does not tell, or where it is part of something."""
    if one.local or is_size(one) or not one.scope <= set(rules("counting")["events"]):
        return None
    known = rules("counting")["compare"]
    if one.state and one.figure.kind in known["growing"] and one.figure.kind != "money":
        return one.dimension, one.state, one.scope
    if one.general or not one.words:
        return None
    if len(one.words) > (2 if one.figure.kind == "measure" else 1):  # "tonnes of wheat": whose, the noun does not tell
        return one.dimension, one.words, one.scope
    return (BY, one.party, one.dimension, one.scope) if one.party and one.figure.kind == "items" else None


def _steady(group: Sequence[Counted]) -> list[Counted]:
    """``group`` without the further values of a source that tells several and does not mark them as its count.

    What another party counts of the same in one source is a count of its own.
    """
    kept: list[Counted] = []
    by_source: dict[str, list[Counted]] = {}
    for one in group:
        by_source.setdefault(one.source.id, []).append(one)
    for told in by_source.values():
        told.sort(key=lambda one: (one.figure.start, one.key))
        sides = {one.key for one in told[1:] if _other_side(told[0], one)}
        kept += [one for one in told if one.key in sides]
        told = [one for one in told if one.key not in sides]
        body = [one for one in told if not one.headline]
        firm = [one for one in told if one in (told[0], *body[:1]) or one.headline or one.total]
        kept += [one for one in told if any(equal(one.figure.value, other.figure.value) for other in firm)]
    return sorted(kept, key=lambda one: (size(one.figure.value), one.key))


def _other_side(first: Counted, one: Counted) -> bool:
    """Whether another party gives its own number of what the first figure of a source counts."""
    alike = (
        not first.population or not one.population or bool(first.population & one.population) or MEN in one.population
    )
    placed = not first.places or not one.places or bool(first.places & one.places)
    same = alike and placed and first.scope == one.scope
    spoken = all(each.claim.attribution.speaker for each in (first, one))
    voices = [each.party or each.claim.attribution.speaker for each in (first, one)]
    if not same or not spoken or voices[0] == voices[1] or first.headline:
        return False
    near = abs(first.passage.locator.paragraph - one.passage.locator.paragraph) <= NEAR
    shared = (first.around & one.around) - first.words - one.words - {one.dimension}
    return (
        near
        and first.passage != one.passage
        and (bool(shared) or first.passage.kind == one.passage.kind)
        and (not possible(first.figure, one.figure) and not one.past and not first.past)
    )


def _two_sides(told: Sequence[Counted]) -> bool:
    """Whether two parties of one source give numbers that cannot both hold."""
    return any(_other_side(one, other) for one, other in combinations(told[:MOST_SIDES], 2))
