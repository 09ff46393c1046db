"""Floors of attribution on short texts written for it: a change that finds fewer reports, or wrong ones, fails."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from pathlib import Path

import pytest

from tests.attribution_cases import cases, told

LABELLED = Path(__file__).parent / "attribution.txt"
SHA256 = "ecc218a0162aa25c026a83ac17f03f988c5481b6fd3ed500cb5f3ce7c2987890"
"""Of the labelled texts: whoever changes them changes this, and looks at the floors again."""

FLOORS = {"direct": 0.96, "mixed": 0.9, "indirect": 0.96, "all": 0.97}
"""Joint F1: what is said and who says it both right, by at least half of the words in common."""


def words(text: str) -> frozenset[str]:
    """The words of a report's part, lower case."""
    return frozenset(re.findall(r"\w+", text.lower()))


def alike(one: str, other: str) -> bool:
    """Whether two pieces of text have half of their words in common; both may be nobody."""
    a, b = words(one), words(other)
    return a == b or len(a & b) >= 0.5 * len(a | b)


@cache
def counts() -> dict[str, tuple[int, int, int]]:
    """For each form (a right one under the form it is labelled with) and all: reports right, found and labelled."""
    tally: dict[str, list[int]] = {}
    for case in cases(LABELLED):
        found = told(case.text)
        left = list(found)
        for form, speaker, _, said in case.reports:
            right = next((f for f in left if alike(f[3], said) and alike(f[1], speaker)), None)
            if right:
                left.remove(right)
            for key in (form, "all"):
                tally.setdefault(key, [0, 0, 0])[0] += right is not None
                tally[key][1] += right is not None
                tally[key][2] += 1
        for form, *_ in left:
            for key in (form, "all"):
                tally.setdefault(key, [0, 0, 0])[1] += 1
    return {key: (right, made, gold) for key, (right, made, gold) in tally.items()}


def test_the_labelled_texts_are_the_pinned_ones() -> None:
    assert hashlib.sha256(LABELLED.read_bytes()).hexdigest() == SHA256


def test_there_are_forty_texts() -> None:
    assert len(cases(LABELLED)) >= 40


@pytest.mark.parametrize("form", FLOORS)
def test_floor(form: str) -> None:
    right, made, gold = counts()[form]
    joint = 2 * right / (made + gold)
    assert joint >= FLOORS[form], f"{form}: {right} right of {made} found and {gold} labelled, F1 {joint:.3f}"
