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

EMERGENCY = 0.4
"""The share of a source's claims that touch people's lives by themselves, from which it is about an emergency."""
YEAR = re.compile(r"20\d\d(?<![\d.,]....)(?![\d.,]?\d)")
"""The digits come first, since a pattern that begins with them is found much sooner."""


def attach(source: Source, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with sectors, nature and modality, told from what each says."""
    year = year_of(source)
    said = [" ".join(source.text[start:end] for start, end in claim.content) for claim in claims]
    alone = [sectors(words) for words in said]
    emergency = sum(map(bool, alone)) >= max(EMERGENCY * len(claims), 2)
    touched = [sectors(words, emergency=True) for words in said] if emergency else alone
    return tuple(
        replace(
            claim,
            sectors=found,
            nature=nature(words, claim.attribution),
            modality="negated" if claim.attribution.force == "denied" else modality(words, year),
        )
        for claim, words, found in zip(claims, said, touched, strict=True)
    )


def year_of(source: Source) -> int | None:
    """The year a source was published, else the latest year its text names, else None."""
    published = source.stated("published")
    years = [int(published[:4])] if published and published[:4].isdigit() else YEAR.findall(source.text)
    return max(map(int, years), default=None)
