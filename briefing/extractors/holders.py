"""Which claim holds a place in the text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

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
    open_spans: list[tuple[int, int, int, int]] = []  # length, start, end, number
    for start, end in places:
        while at < len(waiting) and waiting[at][0][0] <= start:
            (a, b), number = waiting[at]
            heappush(open_spans, (b - a, a, b, number))
            at += 1
        while open_spans and open_spans[0][2] <= start:
            heappop(open_spans)
        yield next((number for _, a, b, number in sorted(open_spans[:8]) if a <= start and end <= b), None)
