"""Which two values of one count may both hold, and why."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.grouping.values import agreement, equal, size
from briefing.model.claim import Figure, Value
from tests.grouping.cases import value


def figure(text: str) -> Figure:
    """A figure of people, with ">=", "<=" or "~" before the numeral."""
    hedge = next((mark for mark in (">=", "<=", "~") if text.startswith(mark)), "")
    numeral = text.removeprefix(hedge)
    bound = hedge if hedge in (">=", "<=") else None
    return Figure(0, 1, numeral, value(numeral), "people", "people", "people", bound, bool(hedge))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("836", "836", "same"),
        ("5 thousand", "5,000", "same"),
        ("10 to 20", "10 to 20", "same"),
        ("836", "837", None),
        ("10 to 20", "15", None),
        # a bound is met by a value within a tenth of it, and not by one beyond it or on its other side
        (">=2,000", "2,200", "bound"),
        (">=2,000", "2,201", None),
        (">=2,000", "1,999", None),
        ("<=2,000", "1,900", "bound"),
        ("<=2,000", "2,001", None),
        (">=28", "28", "bound"),
        # two bounds agree within two in a hundred
        (">=28", ">=28", "same"),
        (">=1,000", ">=1,020", "bound"),
        (">=1,000", ">=1,030", None),
        (">=1,000", "<=1,050", None),
        (">=1,000", "<=2,000", None),
        (">=1,000", "<=990", None),
        # a hedged number, or a large one that ends in zeros, may be a rounding
        ("~1 million", "960,000", "rounding"),
        ("~1 million", "940,000", None),
        ("93,730", "94,000", "rounding"),
        ("93,730", "93,000", None),
        ("398", "400", None),
        ("398", "~400", "rounding"),
        ("28", "30", None),
        ("4,150", "4,140", None),
    ],
)
def test_agreement(one: str, other: str, expected: str | None) -> None:
    assert agreement(figure(one), figure(other)) == expected
    assert agreement(figure(other), figure(one)) == expected


numbers = st.one_of(st.integers(0, 10**400), st.floats(0, 1e9, allow_nan=False, allow_subnormal=False))
values = st.one_of(numbers, st.tuples(numbers, numbers).map(lambda pair: (min(pair), max(pair))))
figures = st.builds(
    lambda number, bound, approx: Figure(0, 1, "n", number, "people", "people", "people", bound, approx or bool(bound)),
    values,
    st.sampled_from((">=", "<=", None)),
    st.booleans(),
)


@settings(deadline=None, derandomize=True)
@given(figures, figures)
def test_agreement_has_no_direction(one: Figure, other: Figure) -> None:
    assert agreement(one, other) == agreement(other, one)


@settings(deadline=None, derandomize=True)
@given(figures)
def test_a_figure_agrees_with_itself(one: Figure) -> None:
    assert agreement(one, one) == "same"


@settings(deadline=None, derandomize=True)
@given(values)
def test_a_value_is_equal_to_itself_and_its_size_lies_in_it(number: Value) -> None:
    low, high = number if isinstance(number, tuple) else (number, number)
    assert equal(number, number)
    assert min(low, 1e300) <= size(number) * (1 + 1e-9)
    assert size(number) <= min(high, 1e301) * (1 + 1e-9)
