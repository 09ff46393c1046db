"""Numbers that are set against others in so many words: taken back for another, or denied.

"23 miners, not 15" belongs to the matter of the 15 that another source tells, and "police denied that 200 people had
been arrested" to that of the 200: the words say so, whatever else is told of both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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
LOOKED = 6
"""How many figures before a withdrawn one may be the one that takes its place."""
MOST = 32
"""How many figures of one value a correction or a denial is compared with."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A number, the value whose place it takes, and the figure of its own source that tells that value, if any."""

    one: Counted
    value: Value
    mention: Counted | None = None
    came_from: bool = False
    """Whether the count only went from one number to the other: neither was wrong."""


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
                _move(_before(other) if edge.came_from else other, home, homes)
    for one in figures:
        if one.key not in homes:
            near = told.get((events[one.source.id], one.dimension, one.figure.value), [])[:MOST]
            against = next((other for other in near if one.standing.denied and _contradicts(one, other)), None)
            homes[one.key] = homes[against.key] if against else Matter()
            homes[one.key].add(one)
    kept = {id(matter): matter for matter in (*found, *homes.values()) if matter.figures}
    return list(kept.values())


def _before(one: Counted) -> Counted:
    """A number that another has come from."""
    return replace(one, standing=replace(one.standing, came_from=True))


def edges(figures: Sequence[Counted]) -> Iterator[Edge]:
    """What takes the place of what, as the sources say."""
    for one in figures:
        if one.standing.told:
            yield from (Edge(one, value) for value in one.standing.instead)
    ordered = sorted(figures, key=lambda one: (one.source.id, one.figure.start, one.key))
    for at, one in enumerate(ordered):
        if one.standing.withdrawn and (successor := _successor(ordered, at)):
            yield Edge(successor, one.figure.value, one)
    for before, one in pairwise(ordered):
        if (before.source.id, before.dimension) != (one.source.id, one.dimension):
            continue
        if _changed(before, one):
            yield Edge(one, before.figure.value, before, came_from=True)
        elif one.standing.came_from and before.passage == one.passage:
            yield Edge(before, one.figure.value, one, came_from=True)


def _successor(ordered: Sequence[Counted], at: int) -> Counted | None:
    """The number that takes the place of a withdrawn one: the first of its sentence, or of the nearest before it.

    "They had put it at 41; it is 63": the next one where none stands before.
    """
    gone = ordered[at]
    before = [one for one in ordered[max(0, at - LOOKED) : at] if _near(gone, one)]
    nearest = [one for one in before if one.passage == before[-1].passage]
    behind = [one for one in ordered[at + 1 : at + 2] if _near(gone, one)]
    return next((one for one in nearest if "part" not in one.scope), None) or next(iter(behind), None)


def _near(gone: Counted, one: Counted) -> bool:
    lines = gone.passage.locator.paragraph - one.passage.locator.paragraph
    bare = not gone.figure.what_spans and gone.figure.unit == "items"
    one_kind = bare or (one.dimension == gone.dimension and gone.state in ("", one.state))
    kind = one.source.id == gone.source.id and one_kind
    return kind and one.standing.told and not one.headline and 0 <= lines <= 1


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
    if last is not None:
        last.figures[:] = [other for other in last.figures if other.key != one.key]
    home.add(one)
    homes[one.key] = home


def corrected(figures: Iterable[Counted]) -> list[tuple[Value, Counted]]:
    """The values that figures of one matter say no longer stand, each with the figure that says so."""
    told = list(figures)
    named = [(value, one) for one in told for value in one.standing.instead]
    return named + [(one.figure.value, one) for one in told if one.standing.withdrawn]
