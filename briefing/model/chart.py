"""ChartRow: one figure of a list, drawn beside the others on one scale."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ChartRow:
    """A bar beside a list item: ``item`` is the id of its statement, ``claim`` and ``figure`` the claim's id and the
    index of its figure. ``share`` is the figure's value over the chart's largest: 0 to 1."""

    item: str
    claim: str
    figure: int
    share: float
