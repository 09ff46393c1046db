"""What is withheld counts as said: where a withheld sentence speaks of a sector, nobody is called silent on it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from briefing.composing.edition import Edition
from briefing.composing.matrix import by_source
from briefing.model.briefing import Mark, Phrase, Row, Statement
from briefing.model.claim import SECTORS, Claim


def withheld(edition: Edition) -> tuple[Claim, ...]:
    """The claims that may hurt somebody and are not printed, by source and place."""
    return tuple(claim for _, found in edition.file.extractions for claim, _ in found.withheld)


def withheld_on(edition: Edition) -> dict[str, tuple[Claim, ...]]:
    """The withheld claims of each sector, in the sectors' fixed order."""
    return {s: tuple(c for c in edition.once(withheld) if s in c.sectors) for s in SECTORS}


def sentences(edition: Edition, claims: Iterable[Claim]) -> tuple[str, ...]:
    """The withheld sentences that claims stand in, each once, as they are counted: "source:start"."""
    places = (
        f"{claim.source}:{start}"
        for claim in claims
        for start, end in edition.harmful[claim.source]
        if start < claim.anchor.end and claim.anchor.start < end
    )
    return tuple(dict.fromkeys(places))


def withheld_line(edition: Edition, id: str, sector: str) -> tuple[Statement, ...]:  # noqa: A002
    """How many sentences on a sector are withheld, where any is."""
    claims = edition.once(withheld_on)[sector]
    if not claims:
        return ()
    name, n = edition.phrase(f"sector-{sector}"), edition.count(sentences(edition, claims))
    return (edition.told(id, "gap-withheld", n=n, sector=name),)


def withheld_list(edition: Edition, sectors: Iterable[str]) -> Phrase | None:
    """How many sentences are withheld that speak of ``sectors``, and of which; None where there is none."""
    found = edition.once(withheld_on)
    names = [sector for sector in sectors if found[sector]]
    if not names:
        return None
    n = edition.count(sentences(edition, (claim for sector in names for claim in found[sector])))
    return edition.phrase(
        "bottom-line-withheld", n=n, sectors=edition.list_of([edition.phrase(f"sector-{sector}") for sector in names])
    )


def with_withheld(edition: Edition, row: Row, sector: str) -> Row:
    """A row of the sectors with "withheld" where a source says what is not printed, instead of its silence."""
    claims = edition.once(withheld_on)[sector]
    if not claims or not by_source(edition):
        return row
    telling = {edition.numbers[claim.source] for claim in claims}
    cells = tuple(
        replace(cell, marks=(Mark("counted", edition.told(f"{row.id}-{n}-withheld", "mark-withheld"), ()),))
        if n in telling and not cell.marks
        else cell
        for n, cell in enumerate(row.cells, 1)
    )
    return replace(row, cells=cells)
