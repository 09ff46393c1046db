"""How two values of one matter relate: the same, a rounding, a bound that is met, or a conflict."""

from __future__ import annotations

import math

from briefing.model.claim import Figure, Value

BOUND_REACH = 0.1
"""A value agrees with a bound that it satisfies when it lies within this share of it."""
BOUNDS_REACH = 0.02
"""Two bounds agree when they lie within this share of each other."""
ROUNDING_REACH = 0.05
"""A rounded value lies within this share of the exact one."""
EXACT = 1e-9
MOST = 1e300
ROUND = 10_000
"""From here on a number that ends in zeros may be a rounding although nothing in the text says so."""


def agreement(one: Figure, other: Figure) -> str | None:
    """Why both figures may be true of one count: "same", "bound" or "rounding"; None where they cannot both hold."""
    if one.bound and other.bound:
        return _of_bounds(one, other)
    if one.bound or other.bound:
        bound, plain = (one, other) if one.bound else (other, one)
        return "bound" if _satisfies(plain.value, bound) else None
    if equal(one.value, other.value):
        return "same"
    return "rounding" if _rounding(one, other) or _rounding(other, one) else None


def possible(one: Figure, other: Figure) -> bool:
    """Whether both figures may be true at once, though they lie too far apart to agree ("over 90", "nearly 100")."""
    if bool(one.bound) == bool(other.bound):
        return agreement(one, other) is not None
    bound, plain = (one, other) if one.bound else (other, one)
    return _within(plain.value, bound)


def equal(one: Value, other: Value) -> bool:
    """Whether two values are one number, or one range."""
    first, second = _ends(one), _ends(other)
    return all(math.isclose(a, b, rel_tol=EXACT) for a, b in zip(first, second, strict=True))


def size(value: Value) -> float:
    """The number itself, or the middle of a range."""
    low, high = _ends(value)
    return low / 2 + high / 2


def _ends(value: Value) -> tuple[float, float]:
    """Low and high; a number too large to reckon with is the largest there is."""
    low, high = value if isinstance(value, tuple) else (value, value)
    return float(min(low, MOST)), float(min(high, MOST))


def _of_bounds(one: Figure, other: Figure) -> str | None:
    if one.bound != other.bound:  # a floor and a ceiling are told of two things, and say nothing of each other
        return None
    if equal(one.value, other.value):
        return "same"
    return "bound" if _near(one.value, other.value, BOUNDS_REACH) else None


def _satisfies(value: Value, bound: Figure) -> bool:
    return _within(value, bound) and _near(value, bound.value, BOUND_REACH)


def _within(value: Value, bound: Figure) -> bool:
    low, high = _ends(value)
    edge_low, edge_high = _ends(bound.value)
    return low >= edge_low if bound.bound == ">=" else high <= edge_high


def _near(one: Value, other: Value, share: float) -> bool:
    first, second = size(one), size(other)
    return abs(first - second) <= share * min(abs(first), abs(second)) * (1 + EXACT)


def _rounding(exact: Figure, rounded: Figure) -> bool:
    """Whether ``rounded`` is ``exact`` given to fewer digits: hedged, or a large number that ends in zeros."""
    if isinstance(exact.value, tuple) or isinstance(rounded.value, tuple):
        return False
    if not _near(exact.value, rounded.value, ROUNDING_REACH):
        return False
    step, value = _step(size(rounded.value)), size(rounded.value)
    coarser = step > _step(size(exact.value)) and abs(size(exact.value) - value) <= step / 2
    return rounded.approx or (coarser and abs(value) >= ROUND)


def _step(value: float) -> float:
    """The place of the last digit that is not zero: 100 for 13,500; 0.1 for 7.8."""
    digits = f"{value:.10g}"
    if "e" in digits:
        digits = f"{value:.0f}"
    if "." in digits:
        return float(10 ** -len(digits.split(".")[1]))
    stripped = digits.rstrip("0")
    return float(10 ** (len(digits) - len(stripped))) if stripped not in ("", "-") else 1.0
