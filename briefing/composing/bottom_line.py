"""The bottom line: the claims the audience wants most, then what the program counted about all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefing.composing.actors import printed
from briefing.composing.agreement import alone, matters
from briefing.composing.caveats import caveat_id, is_caveat
from briefing.composing.edition import Edition
from briefing.composing.implications import nobody_counted, silent_sectors, withheld_sectors
from briefing.composing.key_figures import differs, overtaken
from briefing.composing.ranking import PINNED, ranked
from briefing.composing.withheld import withheld_list
from briefing.model.briefing import Datum, Statement
from briefing.model.claim import Claim

WORTH = ("asserted",)


def bottom_line(edition: Edition, title: Statement) -> tuple[Statement, ...]:
    """The statements of the bottom line, the computed ones last. What the title prints is not said again."""
    places = edition.pins
    chosen = sorted(
        _chosen(edition, set(title.claims)),
        key=lambda c: (places.get(c.id, PINNED), edition.numbers[c.source], c.anchor.start),
    )
    said = tuple(_said(edition, f"bl-{n}", claim) for n, claim in enumerate(chosen, 1))
    return (*said, *_counted(edition))


def _said(edition: Edition, id: str, claim: Claim) -> Statement:  # noqa: A002
    """A line: the claim, who says it where its words do not name them, and what other sources count instead."""
    made = replace(printed(edition, id, [claim]), topic=None)
    name = claim.attribution.speaker
    named = not name or name.split()[-1].lower() in made.text.lower()
    speaker = None if named else Statement(f"{id}-by", "counted", (Datum(name or "", claim.id, "speaker"),))
    kept = (note for note in made.notes if note.id == caveat_id(id))
    return replace(made, speaker=speaker, notes=(*kept, *_disputed(edition, f"{id}-differs", claim)))


def _disputed(edition: Edition, id: str, claim: Claim) -> Iterator[Statement]:  # noqa: A002
    """What other sources count where they dispute a figure of the claim."""
    found = [f for f in edition.findings.get(claim.id, ()) if f.kind == "figure" and f.disputed]
    for number, finding in enumerate(found, 1):
        telling = [r for r in finding.readings if any(member.claim == claim.id for member in r.members)]
        mine = next((r for r in telling if r.relation == "update"), telling[0])  # "risen to 41, up from 26" tells 41
        told = differs(edition, f"{id}-{number}", finding, mine) if mine.relation != "subset" else None
        yield from (told,) if told else ()


def _chosen(edition: Edition, printed_already: set[str]) -> list[Claim]:
    """The best ranked claims, each on another matter and in another place.

    No list item nor what introduces one, no headline, no bare opinion, unless the analyst pinned it.
    """
    chosen: list[Claim] = []
    seen: set[str] = set()
    for claim in ranked(edition, edition.claims):
        if len(chosen) >= edition.audience.bottom_line:
            break
        about = {f.id for f in edition.findings.get(claim.id, ())} | {f"{claim.source} {claim.anchor.span}"}
        fits = claim.passage.kind == "sentence" and claim.modality in WORTH and claim.nature != "commentary"
        fits = fits or (claim.form != "own" and claim.passage.kind == "sentence" and bool(claim.sectors))
        fits = fits and claim.modality != "negated" and not claim.anchor.exact.endswith(":")
        fits = fits and not is_caveat(claim.anchor.exact)
        fits = fits and not overtaken(edition, claim)
        fits = (fits or claim.id in edition.pins) and claim.id not in printed_already
        if fits and not about & seen:
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
        made.append(edition.told("bl-shared", "bottom-line-none-shared", alone=alone(edition)))
    if nobody_counted(edition):
        made.append(edition.told("bl-affected", "bottom-line-affected", "silent"))
    kept = withheld_list(edition, withheld_sectors(edition))
    if kept:
        made.append(Statement("bl-withheld", "counted", (kept,)))
    unread = [source for source in edition.sources if source not in edition.read]
    if unread:
        made.append(edition.told("bl-unread", "bottom-line-unread", sources=edition.counted("n-sources", unread)))
    silent = silent_sectors(edition)
    if silent:
        names = edition.list_of([edition.phrase(f"sector-{sector}") for sector in silent])
        made.append(edition.told("bl-silent", "bottom-line-silent", n=edition.count(silent), sectors=names))
    return tuple(made)
