"""Numbers that are set against others in so many words: taken back for another, or denied.

"23 miners, not 15" belongs to the matter of the 15 that another source tells, and "police denied that 200 people had
been arrested" to that of the 200: the words say so, whatever else is told of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.grouping.counted import Counted
from briefing.grouping.matters import Key, Matter
from briefing.grouping.scopes import at_odds
from briefing.grouping.standing import changing
from briefing.grouping.values import agreement
from briefing.grouping.words import fold, primary
from briefing.model.claim import Value

SHARED = 2
"""Words that a denial and what it denies have in common where no state tells that they are of one thing."""
MOST = 32
"""How many figures of one value a correction or a denial is compared with."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A number, the value whose place it takes, and the figure of its own source that tells that value, if any."""

    one: Counted
    value: Value
    mention: Counted | None = None


def set_against(found: Sequence[Matter], figures: Sequence[Counted], events: Mapping[str, str]) -> list[Matter]:
    """``found`` with the figures that are not told as they are: each with what it is set against, else on its own.

    ``figures`` are all figures, ``events`` the event of each source.
    """
    homes = {one.key: matter for matter in found for one in matter.figures}
    told: dict[Key, list[Counted]] = {}
    for one in sorted((one for one in figures if one.standing.told), key=lambda one: one.key):
        told.setdefault((events[one.source.id], one.dimension, one.figure.value), []).append(one)
    for edge in edges(figures):
        home = homes[edge.one.key]
        near = told.get((events[edge.one.source.id], edge.one.dimension, edge.value), [])[:MOST]
        for other in (*near, *((edge.mention,) if edge.mention else ())):
            if other is edge.mention or _one_thing(edge.one, other):
                _move(other, home, homes)
    for one in figures:
        if one.key not in homes:
            near = told.get((events[one.source.id], one.dimension, one.figure.value), [])[:MOST]
            against = next((other for other in near if one.standing.denied and _contradicts(one, other)), None)
            homes[one.key] = homes[against.key] if against else Matter()
            homes[one.key].add(one)
    kept = {id(matter): matter for matter in (*found, *homes.values()) if matter.figures}
    return list(kept.values())


def edges(figures: Sequence[Counted]) -> Iterator[Edge]:
    """What takes the place of what, as the sources say."""
    for one in figures:
        if one.standing.told:
            yield from (Edge(one, value) for value in one.standing.instead)
    for before, one in _neighbours(figures):
        if before.standing.withdrawn and one.standing.told:
            yield Edge(one, before.figure.value, before)
        elif one.standing.withdrawn and before.standing.told:
            yield Edge(before, one.figure.value, one)
        elif _changed(before, one):
            yield Edge(one, before.figure.value, before)
        elif one.standing.came_from:
            yield Edge(before, one.figure.value, one)


def _neighbours(figures: Sequence[Counted]) -> Iterator[tuple[Counted, Counted]]:
    """Figures of one dimension that follow each other in a paragraph."""
    ordered = sorted(figures, key=lambda one: (one.source.id, one.figure.start, one.key))
    for before, one in pairwise(ordered):
        here = (one.source.id, one.passage.locator, one.dimension)
        if (before.source.id, before.passage.locator, before.dimension) == here:
            yield before, one


def _changed(before: Counted, one: Counted) -> bool:
    """Whether a number went "from" one "to" the other."""
    text = one.source.text
    between = text[before.figure.end : one.figure.start].split()
    lead = text[max(before.passage.start, before.figure.start - 80) : before.figure.start].rstrip("US$€£ ")
    return 0 < len(between) < 5 and "to" in between[-2:] and before.passage == one.passage and changing(lead)


def _one_thing(one: Counted, other: Counted) -> bool:
    """Whether nothing says that a number and the one it replaces are of two things, and something that they are not."""
    if one.key == other.key or not _may_meet(one, other):
        return False
    named = not (one.population and other.population) or bool(one.population & other.population)
    shared = one.around & other.around - one.words - {one.dimension}
    return named and (bool(one.state and one.state == other.state) or bool(shared) or bool(one.words & other.words))


def _may_meet(one: Counted, other: Counted) -> bool:
    """Whether places and times allow two figures to be of one thing."""
    apart = one.places and other.places and not one.places & other.places
    return not apart and not at_odds(one.when, other.when)


def _contradicts(denied: Counted, other: Counted) -> bool:
    """Whether one tells what the other denies: the same number of the same, and the same that befell them."""
    if not _may_meet(denied, other) or agreement(denied.figure, other.figure) is None:
        return False
    if denied.population != other.population or (denied.state and other.state and denied.state != other.state):
        return False
    if denied.standing.negated:
        return fold(denied.standing.negated, primary(denied.source.language)) in other.around
    shared = denied.around & other.around - {denied.dimension}
    return len(shared) >= SHARED or bool(denied.state and denied.state == other.state)


def _move(one: Counted, home: Matter, homes: dict[tuple[str, str, int], Matter]) -> None:
    """Put a figure into a matter, out of the one it is in."""
    last = homes.get(one.key)
    if last is home:
        return
    if last is not None:
        last.figures[:] = [other for other in last.figures if other.key != one.key]
    home.add(one)
    homes[one.key] = home


def corrected(figures: Iterable[Counted]) -> list[tuple[Value, Counted]]:
    """The values that figures of one matter say no longer stand, each with the figure that says so."""
    told = list(figures)
    named = [(value, one) for one in told for value in one.standing.instead]
    return named + [(one.figure.value, one) for one in told if one.standing.withdrawn]
