"""Which events are one although their sources name other things first: by kind, days, numbers, names and words.

Two events are put together where no two kinds of event speak against it, they were published within days of each other,
and two of their sources share

- a number of the same thing that does not meet by chance, with a kind of event and a name (or where one names nothing),
- two of the names that each is about, and a kind of event, or
- a name and so many words of their heads that they are about one thing; fewer words where they share two names, or a
  name and a kind of event, and more where one of them names nothing.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations

from briefing.grouping.components import Components
from briefing.grouping.counted import Counted
from briefing.grouping.events import Profile
from briefing.grouping.likeness import SMALL
from briefing.grouping.rules import rules
from briefing.grouping.values import size
from briefing.grouping.words import fold, likeness

MOST = 6
"""How many sources with one number, or pair of names, are compared with each other."""
DAYS = 7
"""Days between two sources that tell of one event."""
LONG = 14
"""The same where their heads are about one thing."""
NAMES = 2
FEW = 40
"""Up to so many sources are compared each with each by the names that they are about."""
NEXT = 3
"""Where there are more, with how many of those that share a name, by date, a source is compared."""
ALIKE = (0.2, 0.12)
"""The share of the words of the shorter head that two heads with one name, and with two, have in common."""
CLOSE = 0.35
"""The same where one of them names nothing."""


def put_together(
    events: Mapping[str, str], profiles: Mapping[str, Profile], figures: Iterable[Counted]
) -> dict[str, str]:
    """``events`` (by source id) with those that are one under one id."""
    together: Components[str] = Components(sorted(set(events.values())))
    for met in _meetings(profiles, figures).values():
        for one, other in combinations(sorted(met)[:MOST], 2):
            if _apart(together, events, one, other) and _one_event(profiles[one], profiles[other]):
                together.join(events[one], events[other])
    kinds: dict[str, frozenset[str]] = {}
    for source, event in sorted(events.items()):
        top = together.root(event)
        kinds[top] = kinds.get(top, frozenset()) | profiles[source].kinds
    for one, other in _beside(profiles):
        if _apart(together, events, one, other) and _about_one_thing(profiles[one], profiles[other]):
            here, there = together.root(events[one]), together.root(events[other])
            if not kinds[here] or not kinds[there] or kinds[here] & kinds[there]:
                together.join(here, there)
                kinds[together.root(here)] = kinds[here] | kinds[there]
    return {source: together.root(event) for source, event in events.items()}


def _apart(together: Components[str], events: Mapping[str, str], one: str, other: str) -> bool:
    return together.root(events[one]) != together.root(events[other])


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


def _beside(profiles: Mapping[str, Profile]) -> Iterator[tuple[str, str]]:
    """The pairs of sources whose heads are compared: where they are many, those next to each other with one name."""
    if len(profiles) <= FEW:
        yield from combinations(sorted(profiles), 2)
        return
    named: dict[str, list[str]] = {}
    for source in sorted(profiles, key=lambda source: (str(profiles[source].published), source)):
        about = profiles[source]
        others = {other for name in about.title | set(about.names) for other in named.get(name, ())[-NEXT:]}
        yield from ((other, source) for other in sorted(others))
        for name in about.title | set(about.names):
            named.setdefault(name, []).append(source)


def _about_one_thing(one: Profile, other: Profile) -> bool:
    """Whether days, names and the words of their heads make two sources tell of one thing."""
    if one.published and other.published and abs((one.published - other.published).days) > LONG:
        return False
    mine, theirs = set(one.names) | one.title, set(other.names) | other.title
    shared = len((other.known & mine | one.known & theirs) - _institutions())
    close = likeness(one.topic, other.topic)
    if not shared:
        return not (one.names and other.names) and close >= CLOSE
    return close >= ALIKE[min(shared + bool(one.kinds & other.kinds), NAMES) - 1]


@cache
def _institutions() -> frozenset[str]:
    """The folded words that are capitalised in the names of bodies everywhere ("Ministry", "Interior")."""
    table = rules("origins")["bodies"]
    return frozenset(fold(word, "en") for name in (*table["nouns"], *table["fields"]) for word in name.split())
