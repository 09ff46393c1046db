"""Relevance: which sectors a claim touches, what kind of statement it is, and how it is put."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.extractors.past_years import year_of
from briefing.language.headings import is_title, parts
from briefing.language.modality import modality
from briefing.language.nature import nature
from briefing.language.prospects import modality_of_number
from briefing.language.sectors import Touch, touch
from briefing.model.claim import SECTORS, Claim, Figure
from briefing.model.source import Passage, Source

EMERGENCY, FEWEST = 0.2, 3
"""The share of a source's claims that touch people's lives by themselves, from which it is about an emergency, and the
least number of such claims. A situation report with parts for sectors is about one in any case."""
DENSE = 0.7
"""The share from which a claim between two that touch people's lives does so too: if it speaks of people, harm, need or
aid, counts something or quotes somebody. Not so where headings say what belongs together. A claim that does not say in
what it touches them goes on about what the one before does."""


def attach(source: Source, claims: Sequence[Claim], passages: Sequence[Passage] = ()) -> tuple[Claim, ...]:
    """The claims with sectors, nature and modality, told from what each says and where it stands."""
    year = year_of(source)
    touched, judged = [], []
    for claim in claims:
        said = " ".join([source.text[start:end] for start, end in claim.content])
        title = claim.passage.kind == "headline" and is_title(said)
        touched.append(touch("" if title else read_in(source, claim, said)))
        denied = claim.attribution.force == "denied" or claim.modality == "negated"
        kind = nature(said, claim.attribution, source.kind)
        judged.append((kind, "negated" if denied else modality(said, year)))
    found = _sectors(claims, touched, parts(source.text, passages))
    return tuple(
        replace(claim, sectors=named, nature=kind, modality=mode, figures=_placed_in_time(source, claim, year))
        for claim, named, (kind, mode) in zip(claims, found, judged, strict=True)
    )


def _placed_in_time(source: Source, claim: Claim, year: int | None) -> tuple[Figure, ...]:
    """The figures of a claim, each told to be of what is, of what may come, or of what was."""
    lead = source.text[slice(*claim.passage.lead)].rstrip(" :\n") + " " if claim.passage.lead else ""
    start, made = claim.anchor.start - len(lead), []
    for figure in claim.figures:
        at = (figure.start - start, figure.end - start)
        told = claim.anchor.start <= figure.start and figure.end <= claim.anchor.end
        made.append(
            replace(figure, modality=modality_of_number(lead + claim.anchor.exact, at, year) if told else "asserted")
        )
    return tuple(made)


def _sectors(
    claims: Sequence[Claim], touched: Sequence[Touch], over: Mapping[int, tuple[str, ...]]
) -> list[tuple[str, ...]]:
    """The sectors of each claim; ``over`` are those of the headings over passages, by the passage's start."""
    if not over and sum(bool(each.plain) for each in touched) < max(EMERGENCY * len(claims), FEWEST):
        return [each.plain for each in touched]
    named = [_with(over.get(claim.passage.start, ()), each.eased) for claim, each in zip(claims, touched, strict=True)]
    loose = {k for k, each in enumerate(touched) if each.vague and named[k] == ("cross-sector",)}
    if not over and sum(map(bool, named)) >= DENSE * len(claims):
        loose |= {
            k
            for k, each in enumerate(touched)
            if _between(named, k) and (each.cued or claims[k].figures or claims[k].quotes)
        }
    for k in sorted(loose):
        named[k] = (k and named[k - 1]) or ("cross-sector",)
    return named


def _with(headed: tuple[str, ...], named: tuple[str, ...]) -> tuple[str, ...]:
    """The sectors of the heading and of the words, in their order; cross-sector words add nothing to a heading."""
    kept = {*headed, *named} - ({"cross-sector"} if headed and "cross-sector" not in headed else set())
    return tuple(sector for sector in SECTORS if sector in kept)


def _between(named: Sequence[tuple[str, ...]], k: int) -> bool:
    """Whether a claim that names no sector lies between two with sectors, and so is of people's lives too."""
    return 0 < k < len(named) - 1 and not named[k] and bool(named[k - 1] and named[k + 1])


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
