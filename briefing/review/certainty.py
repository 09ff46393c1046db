"""Why a claim deserves a second look: what was worked out rather than read."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.language.pronouns import is_pronoun
from briefing.model.claim import Claim
from briefing.model.source import Source

UNNAMED = ("anonymous", "collective", "vague")


def doubts(claim: Claim, source: Source) -> tuple[str, ...]:
    """What is uncertain in a claim, in plain words; nothing where all of it was read as it stands."""
    return tuple(_doubts(claim, source))


def _doubts(claim: Claim, source: Source) -> Iterator[str]:
    at = claim.attribution
    if at.kind in UNNAMED:
        yield "nobody is named as the speaker"
    if at.speaker_span and not claim.anchor.start <= at.speaker_span[0] < claim.anchor.end:
        yield "the speaker stands in another sentence"
    elif at.speaker_span and is_pronoun(source.text[slice(*at.speaker_span)]):
        yield "the speaker is a pronoun"
    if len(claim.content) > 1:
        yield "what is said stands in several pieces"
    if claim.modality != "asserted":
        yield f"it is {claim.modality}"
    for figure in claim.figures:
        if not figure.what_spans:
            yield f"what “{figure.text}” counts was worked out"
        elif figure.approx:
            yield f"“{figure.text}” is hedged or bounded"
