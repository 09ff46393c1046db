"""Figures that a reader cannot place: counted when, and of what."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.printed import Printed, shown
from briefing.model.remark import Remark

COUNTED = ("people", "households", "events", "items", "money", "share")
"""The kinds of figure that change from day to day: a distance or a duration needs no date."""


def undated_figures(printed: Printed) -> Iterator[Remark]:
    """Figures without an as-of date in the text, in sources that state no date of publication."""
    for claim, figure in printed.figures:
        dated = figure.as_of or figure.as_of_span or printed.sources[claim.source].stated("published")
        if figure.kind in COUNTED and not dated:
            what = f"the figure {shown(figure.text)} has no as-of date, and its source none of publication"
            yield printed.remark("undated-figure", claim, what, "state the source's date, or correct its as-of")


def unnamed_units(printed: Printed) -> Iterator[Remark]:
    """Figures of which the text does not say what they count."""
    for claim, figure in printed.figures:
        if not figure.what.strip() or not figure.unit.strip():
            what = f"the figure {shown(figure.text)} does not say what it counts"
            yield printed.remark("unnamed-unit", claim, what, "correct its unit or what it counts, or reject it")
