"""Which claim holds a place in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.model.claim import Claim
from briefing.model.source import Span


def holders(claims: Sequence[Claim], places: Sequence[Span]) -> list[int | None]:
    """For each of ``places``, given in the order of the text, the index of the claim it belongs to.

    That is the innermost claim whose content holds the place, else the innermost whose anchor does, else None.
    """
    inner = _innermost([(span, k) for k, claim in enumerate(claims) for span in claim.content], places)
    outer = _innermost([(claim.anchor.span, k) for k, claim in enumerate(claims)], places)
    return [one if one is not None else other for one, other in zip(inner, outer, strict=True)]


def _innermost(spans: Sequence[tuple[Span, int]], places: Sequence[Span]) -> Iterator[int | None]:
    """For each place the number of the shortest span that holds it."""
    waiting = sorted(spans)
    at = 0
    active: list[tuple[Span, int]] = []
    for start, end in places:
        active = [one for one in active if one[0][1] > start]
        while at < len(waiting) and waiting[at][0][0] <= start:
            if waiting[at][0][1] > start:
                active.append(waiting[at])
            at += 1
        holding = [(b - a, number) for (a, b), number in active if b >= end]
        yield min(holding)[1] if holding else None
