"""Charts: where the items of a list each give one figure, how long the bar beside each is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.language.scales import scale
from briefing.model.briefing import ChartRow, Statement
from briefing.model.claim import Claim, Figure

FEWEST = 3
"""Items below which a list needs no chart."""
SO = ("asserted", "past")
"""What is said to be so, or to have been: only that is drawn."""

Place = tuple[Claim, int]
"""A claim, and which of its figures."""


def chart(items: Sequence[Statement], claims: Mapping[str, Claim]) -> tuple[ChartRow, ...]:
    """A row an item, in the order of ``items``; none where they are few, or not each has one figure of one scale.

    ``claims`` are the claims by id.
    """
    found = [_only_figure([claims[claim] for claim in item.claims]) for item in items]
    places = [place for place in found if place]
    scales = {scale(_figure(place)) for place in places}
    if len(places) < max(FEWEST, len(items)) or len(scales) > 1 or None in scales:
        return ()
    values = [_value(_figure(place)) for place in places]
    return tuple(
        ChartRow(item.id, claim.id, index, value / max(values))
        for item, (claim, index), value in zip(items, places, values, strict=True)
        if max(values) > 0
    )


def _only_figure(claims: Sequence[Claim]) -> Place | None:
    """The one figure of a list item; nothing where it has none or several, or says what is not so."""
    places = {f.span: (claim, index) for claim in claims for index, f in enumerate(claim.figures)}
    if len(places) != 1 or any(claim.modality not in SO for claim in claims):
        return None
    return next(iter(places.values()))


def _figure(place: Place) -> Figure:
    claim, index = place
    return claim.figures[index]


def _value(figure: Figure) -> int | float:
    """The value of a figure that has a scale, and so is no range."""
    return max(figure.value) if isinstance(figure.value, tuple) else figure.value
