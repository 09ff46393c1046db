"""Where figures that count one thing are cut apart: by who is counted, by place, by time, by what is told, by size."""

from __future__ import annotations

import math
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, permutations

from briefing.grouping.components import Components
from briefing.grouping.counted import Counted
from briefing.grouping.likeness import LARGE
from briefing.grouping.rules import rules
from briefing.grouping.scopes import at_odds
from briefing.grouping.values import size
from briefing.grouping.words import fold

MEN = "men"
BESIDE_MEN = frozenset({"women", "children", "boys", "girls"})


def by_population(group: Sequence[Counted]) -> list[list[Counted]]:
    """Figures of those who are, or may be, the same people."""
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


def told_apart(figures: Iterable[Counted]) -> frozenset[tuple[str, str]]:
    """The pairs of places in which one source counts people apart."""
    by_source: dict[str, set[frozenset[str]]] = {}
    for one in figures:
        if one.places and one.dimension == "people" and one.state:
            by_source.setdefault(one.source.id, set()).add(one.places)
    pairs = (pair for told in by_source.values() for pair in permutations(sorted(told, key=sorted), 2))
    return frozenset((p, q) for some, others in pairs if not some & others for p in some for q in others)


def by_place(group: Sequence[Counted], told_apart: Container[tuple[str, str]]) -> list[list[Counted]]:
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


def by_time(group: Sequence[Counted]) -> list[list[Counted]]:
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


def by_context(group: Sequence[Counted]) -> list[list[Counted]]:
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


def by_size(group: Sequence[Counted]) -> list[list[Counted]]:
    """``group``, smallest first, cut where the next value is many times the last."""
    apart = rules("counting")["compare"]["apart"]
    runs: list[list[Counted]] = []
    for one in group:
        if not runs or size(one.figure.value) > apart * max(size(runs[-1][-1].figure.value), 1):
            runs.append([])
        runs[-1].append(one)
    return runs
