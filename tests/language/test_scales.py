"""Which figures can be drawn on one scale."""

from __future__ import annotations

from typing import Any

import pytest

from briefing.language.scales import scale
from briefing.model.claim import Figure


def figure(kind: str, unit: str, value: Any = 12, **more: Any) -> Figure:
    """The figure "12" of that kind and unit."""
    return Figure(0, 2, "12", value, unit, unit, kind, **more)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("events", "visits"), ("items", "letters")),
        (("people", "women"), ("people", "returnees")),
        (("households", "families"), ("households", "households")),
        (("money", "USD"), ("money", "USD")),
        (("share", "percent"), ("share", "percent")),
    ],
)
def test_on_one_scale(one: tuple[str, str], two: tuple[str, str]) -> None:
    assert scale(figure(*one)) == scale(figure(*two)) is not None


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (("events", "visits"), ("people", "women")),
        (("people", "people"), ("households", "families")),
        (("money", "USD"), ("money", "PKR")),
        (("distance", "km"), ("area", "km")),
        (("duration", "days"), ("duration", "hours")),
    ],
)
def test_on_two_scales(one: tuple[str, str], two: tuple[str, str]) -> None:
    assert scale(figure(*one)) != scale(figure(*two))


@pytest.mark.parametrize(
    "changed", [{"value": (10, 12)}, {"value": -1}, {"bound": ">="}, {"bound": "<="}, {"approx": True}]
)
def test_no_length_is_stated(changed: dict[str, Any]) -> None:
    assert scale(figure("items", "tents", **changed)) is None
