"""Which figures are one matter: the same thing, population, place and event counted.

Two rules make a matter. Numbers of the whole (main) with one key belong together although they differ: the dead of one
event, told by five sources on five days. All other numbers belong together only where they agree and nothing beside
them speaks against it. Sources are taken in the order of their content, so that the order they come in is of no matter.
"""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing.grouping.components import Components
from briefing.grouping.counted import Counted
from briefing.grouping.rules import rules
from briefing.grouping.values import agreement, equal, size
from briefing.model.source import Span

BIN = math.log(1.12)
"""Values that agree lie in one bin of this width, or in neighbouring ones."""
MOST_LEADERS = 64
"""How many matters of one kind and size a figure is compared with."""
SMALL = 10
LARGE = 100
SHARE = 3
LIKE = 0.25
"""Two equal shares need so many words, and this share of all words, in common: "30 percent" is common."""
DISTINCT_DIGITS = 3
"""Two equal numbers with so many digits before the zeros do not meet by chance."""

Key = tuple[Hashable, ...]


@dataclass(slots=True)
class Matter:
    """The figures that count one thing, and the places of them."""

    figures: list[Counted] = field(default_factory=list)
    passages: set[tuple[str, Span]] = field(default_factory=set)

    def add(self, one: Counted) -> None:
        """Take a figure in."""
        self.figures.append(one)
        self.passages.add((one.source.id, one.passage.span))


def matters(figures: Iterable[Counted], events: Mapping[str, str]) -> list[Matter]:
    """Every figure in exactly one matter. ``events`` is the event of each source, by source id."""
    ordered = sorted(figures, key=lambda one: (size(one.figure.value), one.key))
    wholes = _wholes(ordered, events)
    taken = {one.key for matter in wholes for one in matter.figures}
    index: dict[Key, list[tuple[Counted, Matter]]] = {}
    for matter in wholes:
        for one in matter.figures:
            _enter(index, one, matter, events)
    made = list(wholes)
    for one in ordered:
        if one.key in taken:
            continue
        matter = _agreeing(index, one, events) or Matter()
        if not matter.figures:
            made.append(matter)
            _enter(index, one, matter, events)
        matter.add(one)
    return _with_parts(made)


def _with_parts(found: Sequence[Matter]) -> list[Matter]:
    """Put a part that one source tells with the whole that it tells too ("112 were killed, of them 98 evacuees")."""
    wholes: dict[Key, list[Matter]] = {}
    for matter in found:
        for key in sorted({_part_key(one) for one in matter.figures if one.main and not one.population and one.state}):
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


def _part_key(one: Counted) -> tuple[str, str, str]:
    return one.source.id, one.dimension, one.state


def _is_part(matter: Matter) -> bool:
    """Whether one source alone tells it, of a narrower population or as the number of one place."""
    alone = len({one.source.id for one in matter.figures}) == 1
    return alone and all(
        one.state and (one.population or one.scope == {"part"}) and not one.local for one in matter.figures
    )


def _exceeds(whole: Matter, one: Counted) -> bool:
    """Whether the largest value that the part's own source gives the whole is larger than the part."""
    told = [size(other.figure.value) for other in whole.figures if other.source.id == one.source.id and other.main]
    return max(told, default=0) > size(one.figure.value)


def _wholes(figures: Sequence[Counted], events: Mapping[str, str]) -> list[Matter]:
    """The numbers of the whole that several sources tell: one matter a key and population, if they are near enough."""
    groups: dict[Key, list[Counted]] = {}
    for one in figures:
        if key := whole_key(one):
            groups.setdefault((events[one.source.id], *key), []).append(one)
    made: list[Matter] = []
    for group in groups.values():
        for alike in _by_population(group):
            for together in _by_size(_steady(alike)):
                if len({one.source.id for one in together}) > 1:
                    made.append(_of(together))
    return made


def _of(figures: Iterable[Counted]) -> Matter:
    matter = Matter()
    for one in figures:
        matter.add(one)
    return matter


def whole_key(one: Counted) -> Key | None:
    """What a number of the whole counts; None where the text does not tell, or where it is part of something."""
    if one.local or not one.scope <= set(rules("counting")["events"]):
        return None
    known = rules("counting")["compare"]
    if one.state and one.figure.kind in known["growing"] and one.figure.kind != "money":
        return one.dimension, one.state, one.scope
    if len(one.words) > 1 and not one.general:
        return one.dimension, one.words, one.scope
    return None


def _by_population(group: Sequence[Counted]) -> list[list[Counted]]:
    parts: Components[str] = Components()
    for one in group:
        parts.join_all(sorted(one.population) or [""])
    found: dict[str, list[Counted]] = {}
    for one in group:
        found.setdefault(parts.root(min(one.population, default="")), []).append(one)
    return list(found.values())


def _steady(group: Sequence[Counted]) -> list[Counted]:
    """``group`` without the further values of a source that tells several and does not mark them as its count."""
    kept: list[Counted] = []
    by_source: dict[str, list[Counted]] = {}
    for one in group:
        by_source.setdefault(one.source.id, []).append(one)
    for told in by_source.values():
        told.sort(key=lambda one: (one.figure.start, one.key))
        body = [one for one in told if not one.headline]
        firm = [one for one in told if one in (told[0], *body[:1]) or one.headline or one.total]
        kept += [one for one in told if any(equal(one.figure.value, other.figure.value) for other in firm)]
    return sorted(kept, key=lambda one: (size(one.figure.value), one.key))


def _by_size(group: Sequence[Counted]) -> list[list[Counted]]:
    """``group``, smallest first, cut where the next value is many times the last."""
    apart = rules("counting")["compare"]["apart"]
    runs: list[list[Counted]] = []
    for one in group:
        if not runs or size(one.figure.value) > apart * max(size(runs[-1][-1].figure.value), 1):
            runs.append([])
        runs[-1].append(one)
    return runs


def _agreeing(
    index: Mapping[Key, list[tuple[Counted, Matter]]], one: Counted, events: Mapping[str, str]
) -> Matter | None:
    place = _bin(one)
    for near in (place, place - 1, place + 1):
        leaders = index.get((events[one.source.id], one.dimension, near), [])
        for leader, matter in leaders[-MOST_LEADERS:]:
            if (one.source.id, one.passage.span) not in matter.passages and alike(one, leader):
                return matter
    return None


def _enter(
    index: dict[Key, list[tuple[Counted, Matter]]], one: Counted, matter: Matter, events: Mapping[str, str]
) -> None:
    index.setdefault((events[one.source.id], one.dimension, _bin(one)), []).append((one, matter))


def _bin(one: Counted) -> int:
    return math.floor(math.log(max(abs(size(one.figure.value)), 1e-9)) / BIN)


def alike(one: Counted, other: Counted) -> bool:
    """Whether two figures agree and nothing beside them says that they count two things."""
    if agreement(one.figure, other.figure) is None:
        return False
    exact = equal(one.figure.value, other.figure.value)
    large = exact and size(one.figure.value) >= LARGE
    if one.state and other.state and one.state != other.state:
        return False
    if not _compatible(one.population, other.population, open_ended=large):
        return False
    if not (one.scope ^ other.scope) <= ({"part", "planned"} if large else set()):
        return False
    shared = one.around & other.around
    if not _compatible(one.places, other.places, open_ended=large or len(shared) > 2):
        return False
    return _enough(one, other, shared, exact=exact)


def _enough(one: Counted, other: Counted, shared: frozenset[str], *, exact: bool) -> bool:
    """Whether two figures that may be one matter have so much in common that they do not agree by chance."""
    same = (one.words & other.words) - {one.dimension}
    beside = len(shared - one.words - other.words)
    small = size(one.figure.value) < SMALL
    if one.figure.kind == "share":
        return bool(same) and beside >= SHARE and len(shared) >= LIKE * len(one.around | other.around)
    if one.general or not exact:
        stated = bool(one.state) and one.state == other.state and _digits(one) >= DISTINCT_DIGITS
        return stated or bool(same) or beside >= (1 if exact and _digits(one) >= DISTINCT_DIGITS else 2 + small)
    nested = one.words <= other.words or other.words <= one.words
    return _digits(one) >= DISTINCT_DIGITS or (not small and nested) or bool(same) or beside >= 2 + small


def _compatible(one: frozenset[str], other: frozenset[str], *, open_ended: bool) -> bool:
    """Whether two sets share something; ``open_ended``: an empty one goes with any."""
    return bool(one & other) or one == other or (open_ended and not (one and other))


def _digits(one: Counted) -> int:
    return len(f"{size(one.figure.value):.0f}".strip("0"))
