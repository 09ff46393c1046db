"""Claims as lines for a person who is to decide on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.language.hidden import one_line
from briefing.model.claim import Claim
from briefing.model.finding import ClaimsFile

SHOWN = 70
"""Characters of a passage that a line shows."""


def clipped(text: str) -> str:
    """A text on one line, its end cut where it is long."""
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN]}…"


def claim_lines(claims: ClaimsFile) -> Iterator[str]:
    """A line a claim: its id, where it stands, who says it and how it begins, and what was done about it."""
    files = {source.id: source.files[0].path for source in claims.sources}
    for id_, found in claims.extractions:
        rejected = {claim.id for claim in found.rejected}
        harm = {claim.id: codes for claim, codes in found.withheld}
        for claim in sorted((*found.claims, *found.rejected), key=lambda claim: (claim.anchor.span, claim.content)):
            state = "rejected" if claim.id in rejected else _state(claim, harm)
            line = f"{claim.id}  {files[id_]} {claim.locator.mark}  {_said(claim)}  {clipped(claim.anchor.exact)}"
            yield one_line(f"{line}  ({state})" if state else line)


def _said(claim: Claim) -> str:
    at = claim.attribution
    return " ".join(filter(None, (at.speaker, at.force or at.cue))) or "its own words"


def _state(claim: Claim, harm: Mapping[str, tuple[str, ...]]) -> str:
    if claim.id in harm:
        return f"withheld: {', '.join(harm[claim.id])}"
    return "corrected" if claim.corrections else "accepted" if claim.accepted else ""
