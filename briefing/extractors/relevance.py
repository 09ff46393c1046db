"""Relevance: which sectors a claim touches, what kind of statement it is, and how it is put."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.language.modality import modality
from briefing.language.nature import nature
from briefing.language.sectors import sectors
from briefing.model.claim import Claim
from briefing.model.source import Source

YEAR = re.compile(r"20\d\d(?<![\d.,]....)(?![\d.,]?\d)")
"""The digits come first, since a pattern that begins with them is found much sooner."""


def attach(source: Source, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with sectors, nature and modality, told from what each says."""
    year = year_of(source)
    return tuple(_judged(source, claim, year) for claim in claims)


def year_of(source: Source) -> int | None:
    """The year a source was published, else the latest year its text names, else None."""
    published = source.stated("published")
    years = [int(published[:4])] if published and published[:4].isdigit() else YEAR.findall(source.text)
    return max(map(int, years), default=None)


def _judged(source: Source, claim: Claim, year: int | None) -> Claim:
    said = " ".join(source.text[start:end] for start, end in claim.content)
    denied = claim.attribution.force == "denied"
    return replace(
        claim,
        sectors=sectors(said),
        nature=nature(said, claim.attribution),
        modality="negated" if denied else modality(said, year),
    )
