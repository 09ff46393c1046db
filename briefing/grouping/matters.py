"""Which figures are one matter: the same thing, population, place and event counted.

Two rules make a matter. Numbers of the whole (main) with one key belong together although they differ: the dead of one
event, told by five sources on five days. All other numbers belong together only where they agree and nothing beside
them speaks against it. Sources are taken in the order of their content, so that the order they come in is of no matter.
"""

from __future__ import annotations

import math
from collections.abc import Container, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import combinations, permutations

from briefing.grouping.components import Components
from briefing.grouping.counted import Counted
from briefing.grouping.likeness import LARGE, alike, is_size, unmistakable
from briefing.grouping.rules import rules
from briefing.grouping.scopes import at_odds
from briefing.grouping.values import equal, possible, size
from briefing.grouping.words import fold
from briefing.model.source import Span

BIN = math.log(1.12)
"""Values that agree lie in one bin of this width, or in neighbouring ones."""
MOST = 64
"""How many matters of one kind and size a figure is compared with."""
NEAR = 2
"""Paragraphs between two parties' counts of one thing."""
MOST_SIDES = 8
"""How many figures of one source are held against each other."""
MEN = "men"
BESIDE_MEN = frozenset({"women", "children", "boys", "girls"})
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
    told = _told_apart(figures)
    for key, group in groups.items():
        for counted_alike in _by_context(group) if BY in key else _by_population(group):
            for together in (
                run
                for here in _by_place(counted_alike, told)
                for then in _by_time(here)
                for run in _by_size(_steady(then))
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
    if len(one.words) > 1:
        return one.dimension, one.words, one.scope
    return (BY, one.party, one.dimension, one.scope) if one.party and one.figure.kind == "items" else None


def _by_population(group: Sequence[Counted]) -> list[list[Counted]]:
    everyone = _everyone(group)
    names = {one.key: sorted((one.population or one.who) - everyone) or [""] for one in group}
    parts: Components[str] = Components()
    for one in group:
        parts.join_all(names[one.key])
    found: dict[str, list[Counted]] = {}
    for one in group:
        found.setdefault(parts.root(names[one.key][0]), []).append(one)
    return list(found.values())


def _everyone(group: Sequence[Counted]) -> frozenset[str]:
    """The nouns for those whom the event befell at large: a first line has them, and nobody counts them apart.

    Of miners in a pit "31 miners", "44 men" and "24" are counts of one thing; of a town's dead "3 miners" is a part.
    """
    nouns = {noun for one in group for noun in one.who if _fold(noun) in one.heading}
    if not nouns:
        return frozenset()
    nouns |= set() if any(one.population & BESIDE_MEN for one in group) else {MEN}
    told: dict[tuple[str, str | None, bool], set[float]] = {}
    for one in group:
        named = one.population or one.who
        if named <= nouns:
            told.setdefault((one.source.id, one.party, bool(named)), set()).add(size(one.figure.value))
    apart = any(told.get((source, party, False), values) != values for (source, party, _), values in told.items())
    return frozenset() if apart else frozenset(nouns)


def _fold(noun: str) -> str:
    return fold(noun, "en")


def _told_apart(figures: Iterable[Counted]) -> frozenset[tuple[str, str]]:
    """The pairs of places in which one source counts people apart."""
    by_source: dict[str, set[frozenset[str]]] = {}
    for one in figures:
        if one.places and one.dimension == "people" and one.state:
            by_source.setdefault(one.source.id, set()).add(one.places)
    pairs = (pair for told in by_source.values() for pair in permutations(sorted(told, key=sorted), 2))
    return frozenset((p, q) for some, others in pairs if not some & others for p in some for q in others)


def _by_place(group: Sequence[Counted], told_apart: Container[tuple[str, str]]) -> list[list[Counted]]:
    """Figures of one place together; one that names none goes with what is nearest in number.

    Two places may be one ("in Aru", "in the valley") where the sources name both and do not count apart in them, or
    where large numbers differ: equal numbers of two places that no source connects are no agreement.
    """
    parts: Components[str] = Components()
    for one in group:
        parts.join_all(sorted(one.places))
    named = sorted({place for one in group for place in one.places})
    for some, others in combinations(named, 2):
        if (some, others) not in told_apart and (_known_together(group, some, others) or _differ(group, some, others)):
            parts.join(some, others)
    found: dict[str, list[Counted]] = {}
    for one in (one for one in group if one.places):
        found.setdefault(parts.root(min(one.places)), []).append(one)
    if len(found) < 2:
        return [list(group)]
    placed = [list(told) for told in found.values()]
    for one in (one for one in group if not one.places):
        near = min(range(len(placed)), key=lambda at: (min(_apart(one, other) for other in placed[at]), at))
        found[list(found)[near]].append(one)
    return [sorted(told, key=lambda one: (size(one.figure.value), one.key)) for told in found.values()]


def _by_time(group: Sequence[Counted]) -> list[list[Counted]]:
    """Figures of one time together, a floor and a ceiling of one number apart; what gives no time goes with the first.

    Of a day and of another day two things are told, neither the same nor in conflict.
    """
    made: list[_Run] = []
    for one in sorted(group, key=lambda one: not one.when):
        run = next((run for run in made if run.takes(one)), None)
        if run is None:
            made.append(run := _Run())
        run.add(one)
    return [sorted(run.figures, key=lambda one: (size(one.figure.value), one.key)) for run in made]


@dataclass(slots=True)
class _Run:
    """Figures that may be of one time, with their times, the lowest floor and the highest ceiling among them."""

    figures: list[Counted] = field(default_factory=list)
    times: set[frozenset[str]] = field(default_factory=set)
    floor: float = math.inf
    ceiling: float = -math.inf

    def takes(self, one: Counted) -> bool:
        """Whether a figure may be of the same time, and is no floor below a ceiling of them or the other way round."""
        bound, value = one.figure.bound, size(one.figure.value)
        edges = (bound == ">=" and value <= self.ceiling) or (bound == "<=" and self.floor <= value)
        return not edges and not any(at_odds(one.when, times) for times in self.times)

    def add(self, one: Counted) -> None:
        """Take a figure in."""
        self.figures.append(one)
        self.times |= {one.when} if one.when else set()
        if one.figure.bound == ">=":
            self.floor = min(self.floor, size(one.figure.value))
        elif one.figure.bound == "<=":
            self.ceiling = max(self.ceiling, size(one.figure.value))


def _known_together(group: Sequence[Counted], some: str, others: str) -> bool:
    """Whether a source counts in both places, or those that count in either name the other, too."""
    near = any({some, others} <= one.places for one in group)
    here = any(some in one.places and others in one.names for one in group)
    there = any(others in one.places and some in one.names for one in group)
    return near or (here and there)


def _differ(group: Sequence[Counted], some: str, others: str) -> bool:
    """Whether the numbers of two places are large and no two of them equal."""
    sizes = [{size(one.figure.value) for one in group if place in one.places} for place in (some, others)]
    return not sizes[0] & sizes[1] and min(sizes[0] | sizes[1]) >= LARGE


def _apart(one: Counted, other: Counted) -> tuple[float, bool]:
    """How far two numbers lie apart; of two as far, that of the same source is nearer."""
    return abs(math.log1p(abs(size(one.figure.value))) - math.log1p(abs(size(other.figure.value)))), (
        one.source.id != other.source.id
    )


def _by_context(group: Sequence[Counted]) -> list[list[Counted]]:
    """Figures in whose sentences more than the counted thing is the same, with those each has that in common with."""
    parts: Components[str] = Components()
    contexts = {one.key: sorted(word for word in one.around - one.words if not word[0].isdigit()) for one in group}
    for words in contexts.values():
        parts.join_all(words)
    found: dict[str, list[Counted]] = {}
    for one in group:
        words = contexts[one.key]
        found.setdefault(parts.root(words[0]) if words else "", []).append(one)
    return list(found.values())


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
    same = alike and first.places == one.places and first.scope == one.scope
    spoken = all(each.claim.attribution.speaker for each in (first, one))
    if not same or not spoken or not first.party or not one.party or first.party == one.party or first.headline:
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


def _by_size(group: Sequence[Counted]) -> list[list[Counted]]:
    """``group``, smallest first, cut where the next value is many times the last."""
    apart = rules("counting")["compare"]["apart"]
    runs: list[list[Counted]] = []
    for one in group:
        if not runs or size(one.figure.value) > apart * max(size(runs[-1][-1].figure.value), 1):
            runs.append([])
        runs[-1].append(one)
    return runs
