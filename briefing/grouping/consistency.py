"""Passages of one source that do not fit together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.grouping.counted import Counted
from briefing.model.claim import Claim
from briefing.model.notice import Notice
from briefing.model.source import Source


def inconsistencies(figures: Sequence[Counted], claims: Iterable[Claim], sources: Mapping[str, Source]) -> list[Notice]:
    """One Notice for each passage concerned, those that belong together with one message."""
    return []
