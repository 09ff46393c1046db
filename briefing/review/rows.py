"""A claim as the review page shows it: plain values, for JSON."""

from __future__ import annotations

from typing import Any

from briefing.model.claim import Claim, Figure
from briefing.model.source import Source
from briefing.review.certainty import doubts

Row = dict[str, Any]


def row(claim: Claim, source: Source, number: int, support: str) -> Row:
    """What is shown of ``claim``; ``number`` is its source's, ``support`` its finding's."""
    at = claim.attribution
    return {
        "id": claim.id,
        "exact": " ".join(claim.anchor.exact.split()),
        "source": source.id,
        "number": number,
        "paragraph": str(claim.locator),
        "page": claim.locator.page,
        "language": source.language,
        "form": claim.form,
        "speaker": at.speaker or "",
        "kind": at.kind,
        "cue": at.cue or "",
        "force": at.force or "",
        "nature": claim.nature,
        "sectors": list(claim.sectors),
        "support": support,
        "doubts": list(doubts(claim, source)),
        "accepted": claim.accepted,
        "corrections": [
            {"field": each.field, "was": each.was, "now": each.now, "figure": each.figure} for each in claim.corrections
        ],
        "figures": [_figure(figure) for figure in claim.figures],
    }


def _figure(figure: Figure) -> Row:
    value = list(figure.value) if isinstance(figure.value, tuple) else figure.value
    return {
        "text": figure.text,
        "value": value,
        "unit": figure.unit,
        "what": figure.what,
        "as-of": figure.as_of or "",
        "said-by": figure.said_by or "",
    }
