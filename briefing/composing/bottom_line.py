"""The bottom line: the claims the audience wants most, then what the program counted about all of them."""

from __future__ import annotations

from dataclasses import replace

from briefing.composing.actors import printed
from briefing.composing.agreement import matters
from briefing.composing.edition import Edition
from briefing.composing.implications import nobody_counted, silent_sectors
from briefing.composing.ranking import PINNED, ranked
from briefing.model.briefing import Statement
from briefing.model.claim import Claim

WORTH = ("asserted",)


def bottom_line(edition: Edition, title: Statement) -> tuple[Statement, ...]:
    """The statements of the bottom line, the computed ones last. What the title prints is not said again."""
    places = edition.pins
    chosen = sorted(
        _chosen(edition, set(title.claims)),
        key=lambda c: (places.get(c.id, PINNED), edition.numbers[c.source], c.anchor.start),
    )
    said = tuple(
        replace(printed(edition, f"bl-{n}", [claim]), notes=(), topic=None) for n, claim in enumerate(chosen, 1)
    )
    return (*said, *_counted(edition))


def _chosen(edition: Edition, printed_already: set[str]) -> list[Claim]:
    """The best ranked claims, each on another matter and in another place.

    No list item nor what introduces one, no headline, no bare opinion, unless the analyst pinned it.
    """
    chosen: list[Claim] = []
    seen: set[str] = set()
    for claim in ranked(edition, edition.claims):
        about = {f.id for f in edition.findings.get(claim.id, ())} | {f"{claim.source} {claim.anchor.span}"}
        fits = claim.passage.kind == "sentence" and claim.modality in WORTH and claim.nature != "commentary"
        fits = fits or (claim.form != "own" and claim.passage.kind == "sentence" and bool(claim.sectors))
        fits = fits and claim.modality != "negated" and not claim.anchor.exact.endswith(":")
        fits = (fits or claim.id in edition.pins) and claim.id not in printed_already
        if fits and not about & seen and len(chosen) < edition.audience.bottom_line:
            seen |= about
            chosen.append(claim)
    return chosen


def _counted(edition: Edition) -> tuple[Statement, ...]:
    made = []
    shared = [finding for finding in edition.once(matters) if len(edition.spread(finding)) > 1]
    second = [finding.id for finding in shared if finding.second_origin]
    if shared:
        several = edition.count(finding.id for finding in shared)
        made.append(
            edition.told(
                "bl-shared",
                "bottom-line-shared" if second else "bottom-line-one-origin",
                n=several,
                corroborated=edition.counted("bare-number", second),
            )
        )
    elif len(edition.sources) > 1:
        made.append(edition.told("bl-shared", "bottom-line-none-shared"))
    if nobody_counted(edition):
        made.append(edition.told("bl-affected", "bottom-line-affected", "silent"))
    silent = silent_sectors(edition)
    if silent:
        names = edition.list_of([edition.phrase(f"sector-{sector}") for sector in silent])
        made.append(edition.told("bl-silent", "bottom-line-silent", n=edition.count(silent), sectors=names))
    return tuple(made)
