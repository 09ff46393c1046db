"""Relevance: which sectors a claim touches, what kind of statement it is, and how it is put."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.language.modality import modality
from briefing.language.nature import nature
from briefing.language.sectors import both_sectors
from briefing.model.claim import Claim
from briefing.model.source import Source

EMERGENCY = 0.4
"""The share of a source's claims that touch people's lives by themselves, from which it is about an emergency."""
YEAR = re.compile(r"20\d\d(?<![\d.,]....)(?![\d.,]?\d)")
"""The digits come first, since a pattern that begins with them is found much sooner."""


def attach(source: Source, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims with sectors, nature and modality, told from what each says."""
    year = year_of(source)
    touched, judged = [], []
    for claim in claims:
        said = " ".join([source.text[start:end] for start, end in claim.content])
        touched.append(both_sectors(read_in(source, claim, said)))
        denied = claim.attribution.force == "denied" or claim.modality == "negated"
        kind = nature(said, claim.attribution, source.kind)
        judged.append((kind, "negated" if denied else modality(said, year)))
    emergency = sum(bool(plain) for plain, _ in touched) >= max(EMERGENCY * len(claims), 2)
    return tuple(
        replace(claim, sectors=eased if emergency else plain, nature=kind, modality=mode)
        for claim, (plain, eased), (kind, mode) in zip(claims, touched, judged, strict=True)
    )


def read_in(source: Source, claim: Claim, said: str) -> str:
    """The words of a claim that may name a sector.

    Besides what is said: the cue where it runs straight into it ("appealed for tents"), and the whole passage where the
    cue is no speech ("families fear that …").
    """
    at = claim.attribution
    if at.cue_span is None or at.cue_span[1] > claim.content[0][0]:
        return said
    if at.force is None:
        return claim.anchor.exact
    between = source.text[at.cue_span[1] : claim.content[0][0]]
    return said if between.strip() else f"{at.cue} {said}"


def year_of(source: Source) -> int | None:
    """The year a source was published, else the latest year its text names, else None."""
    published = source.stated("published")
    years = [int(published[:4])] if published and published[:4].isdigit() else YEAR.findall(source.text)
    return max(map(int, years), default=None)
