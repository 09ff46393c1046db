"""Whether two figures that agree count one thing, by the words beside them."""

from __future__ import annotations

from briefing.grouping.counted import Counted
from briefing.grouping.rules import rules
from briefing.grouping.scopes import at_odds
from briefing.grouping.values import agreement, equal, size

BASE = "base"
"""The scope of the number of all there are ("in all 47 regions"), of which nothing is told."""
SMALL = 10
LARGE = 100
SHARE = 3
LIKE = 0.35
"""Two equal shares need so many words, and this share of all words, in common: "30 percent" is common."""
MUCH = 0.4
"""The same where the counted words have nothing in common."""
FAR = 4
"""Words that the sentences of two sources must have in common where nothing else says that they tell of one event."""
FAR_LIKE = 0.25
DISTINCT_DIGITS = 3
"""Two equal numbers with so many digits before the zeros do not meet by chance."""


def alike(one: Counted, other: Counted) -> bool:
    """Whether two figures of one event agree and nothing beside them says that they count two things."""
    if agreement(one.figure, other.figure) is None or not _possible(one, other):
        return False
    return _enough(one, other, one.around & other.around, exact=equal(one.figure.value, other.figure.value))


def unmistakable(one: Counted, other: Counted) -> bool:
    """Whether two equal figures are one matter by their words alone: one party's, or in sentences much alike."""
    if not agreement(one.figure, other.figure) or not _possible(one, other):
        return False
    shared = one.around & other.around
    beside = len(shared - one.words - other.words)
    if one.party and one.party == other.party:
        return _nested(one, other) or bool(one.words & other.words - {one.dimension}) or beside > 1
    return beside >= FAR and len(shared) >= FAR_LIKE * len(one.around | other.around)


def _possible(one: Counted, other: Counted) -> bool:
    """Whether state, population, scope and place allow two figures to be of one thing."""
    if (one.state and other.state and one.state != other.state) or is_size(one) or is_size(other):
        return False
    if at_odds(one.when, other.when) or BASE in one.scope | other.scope:
        return False
    large = equal(one.figure.value, other.figure.value) and size(one.figure.value) >= LARGE
    if not _compatible(one.population, other.population, open_ended=large):
        return False
    if not (one.scope ^ other.scope) <= ({"part", "planned"} if large else set()):
        return False
    return _compatible(one.places, other.places, open_ended=large or len(one.around & other.around) > 2)


def is_size(one: Counted) -> bool:
    """Whether the number only says how much something sold or handed out holds ("25 kg bags")."""
    return (
        one.figure.kind == "measure"
        and one.figure.what.split()[-1].lower() in rules("counting")["compare"]["containers"]
    )


def _nested(one: Counted, other: Counted) -> bool:
    """Whether one names what it counts as the other does, or with fewer words."""
    return bool(one.words and other.words) and (one.words <= other.words or other.words <= one.words)


def _enough(one: Counted, other: Counted, shared: frozenset[str], *, exact: bool) -> bool:
    """Whether two figures that may be one matter have so much in common that they do not agree by chance."""
    same = (one.words & other.words) - {one.dimension}
    beside = len(shared - one.words - other.words)
    small = size(one.figure.value) < SMALL
    if one.figure.kind == "share":
        close = len(shared) / (len(one.around | other.around) or 1)
        return len(shared) > SHARE and close >= (LIKE if same else MUCH)
    if one.general or not exact:
        stated = bool(one.state) and one.state == other.state and _digits(one) >= DISTINCT_DIGITS
        return stated or bool(same) or beside >= (1 if exact and _digits(one) >= DISTINCT_DIGITS else 2 + small)
    named = not small and _nested(one, other)
    return _digits(one) >= DISTINCT_DIGITS or named or bool(same) or beside >= 2 + small


def _compatible(one: frozenset[str], other: frozenset[str], *, open_ended: bool) -> bool:
    """Whether two sets share something; ``open_ended``: an empty one goes with any."""
    return bool(one & other) or one == other or (open_ended and not (one and other))


def _digits(one: Counted) -> int:
    return len(f"{size(one.figure.value):.0f}".strip("0"))
