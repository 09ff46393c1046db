"""Which events are one although their sources name other things first: by kind, days, numbers and names.

Two events are put together where a kind of event is common to both, they were published within days of each other, and
they share a number of the same thing that does not meet by chance, with a name (or where one of them names nothing), or
two of the names that each is about.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from itertools import combinations

from briefing.grouping.components import Components
from briefing.grouping.counted import Counted
from briefing.grouping.events import Profile
from briefing.grouping.likeness import SMALL
from briefing.grouping.values import size

MOST = 6
"""How many sources with one number, or pair of names, are compared with each other."""
DAYS = 7
"""Days between two sources that tell of one event."""
NAMES = 2
FEW = 40
"""Up to so many sources are compared each with each by the names that they are about."""


def put_together(
    events: Mapping[str, str], profiles: Mapping[str, Profile], figures: Iterable[Counted]
) -> dict[str, str]:
    """``events`` (by source id) with those that are one under one id."""
    together: Components[str] = Components(sorted(set(events.values())))
    for met in _meetings(profiles, figures).values():
        for one, other in combinations(sorted(met)[:MOST], 2):
            if events[one] != events[other] and _one_event(profiles[one], profiles[other]):
                together.join(events[one], events[other])
    return {source: together.root(event) for source, event in events.items()}


def _meetings(profiles: Mapping[str, Profile], figures: Iterable[Counted]) -> dict[Hashable, set[str]]:
    """The sources that share a number of one thing; where they are few, also those that share names."""
    met: dict[Hashable, set[str]] = {}
    for one in figures:
        if one.state and one.main and size(one.figure.value) >= SMALL:
            met.setdefault((one.dimension, one.state, one.figure.value), set()).add(one.source.id)
    if len(profiles) <= FEW:
        met.update({pair: set(pair) for pair in combinations(sorted(profiles), 2) if _about_the_same(profiles, *pair)})
    return met


def _about_the_same(profiles: Mapping[str, Profile], first: str, second: str) -> bool:
    """Whether two sources name two of the names that one of them is about."""
    one, other = profiles[first], profiles[second]
    return len((other.known & set(one.names)) | (one.known & set(other.names))) >= NAMES


def _one_event(one: Profile, other: Profile) -> bool:
    """Whether kind, days and names allow two sources that share a number or two names to tell of one event."""
    if not one.kinds & other.kinds or not one.published or not other.published:
        return False
    if abs((one.published - other.published).days) > DAYS:
        return False
    return not one.names or not other.names or bool(one.known & set(other.names)) or bool(other.known & set(one.names))
