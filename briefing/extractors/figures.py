"""Figures: the numbers of a source, each given to the claim that holds it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model.claim import Claim
from briefing.model.notice import Notice
from briefing.model.source import Passage, Source


def attach(
    source: Source,  # noqa: ARG001
    passages: Sequence[Passage],  # noqa: ARG001
    claims: Sequence[Claim],
) -> tuple[tuple[Claim, ...], tuple[Notice, ...]]:
    """The claims with their figures, and what was met."""
    return tuple(claims), ()
