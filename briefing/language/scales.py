"""Scales: which figures may be drawn side by side."""

from __future__ import annotations

from briefing.model.claim import Figure

COUNTED = ("events", "items")
"""The kinds whose figures count things one by one, so that one length can stand for one of each."""
OF_ONE_KIND = ("people", "households")
"""The kinds whose figures share a scale whatever word counts them (women, returnees)."""


def scale(figure: Figure) -> str | None:
    """The name of the scale a figure lies on: figures with one name can be compared by length.

    None for a range, for a bound or a hedged number, whose length nobody states, and for one below zero.
    """
    if isinstance(figure.value, tuple) or figure.bound or figure.approx or figure.value < 0:
        return None
    if figure.kind in COUNTED:
        return "things"
    return figure.kind if figure.kind in OF_ONE_KIND else f"{figure.kind} in {figure.unit}"
