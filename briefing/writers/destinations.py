"""Where in a file each claim can be opened by its own link (``brief.pdf#c-…``)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping

from briefing.model.briefing import AnnexPassage, Briefing, Citation, Statement
from briefing.model.claim import Claim
from briefing.model.walk import nodes

OF_SOURCES = ("quoted", "reported", "own")
"""The voices of statements that print what a claim says."""


def destinations(briefing: Briefing) -> Mapping[str, tuple[str, ...]]:
    """Claim id -> ids of the elements that may show it, best first: the line that prints it, or prints it together with
    other claims; the passage of the annex it stands in; a citation of it; the entry of its source.

    Which of them a page has is for whoever laid it out to see.
    """
    found: dict[str, list[str]] = {}
    for claim, element in (
        *_statements(briefing),
        *_passages(briefing),
        *_citations(briefing),
        *_entries(briefing),
    ):
        found.setdefault(claim, []).append(element)
    return {claim: tuple(dict.fromkeys(elements)) for claim, elements in found.items()}


def _printed(briefing: Briefing) -> tuple[object, ...]:
    parts = (part for section in briefing.sections for part in briefing.contents(section))
    return (briefing.title, *parts, briefing.limitations, briefing.method)


def _statements(briefing: Briefing) -> Iterator[tuple[str, str]]:
    for statement in nodes(_printed(briefing), Statement):
        if statement.voice in OF_SOURCES:
            yield from ((claim, statement.claims[0]) for claim in statement.claims)


def _citations(briefing: Briefing) -> Iterator[tuple[str, str]]:
    cited = nodes(_printed(briefing), Citation)
    yield from ((citation.claim, citation.id) for citation in cited if citation.claim)


def _passages(briefing: Briefing) -> Iterator[tuple[str, str]]:
    places: dict[str, list[tuple[int, str]]] = {}
    for passage in nodes(briefing.annex, AnnexPassage):
        first = passage.words[0].anchor
        places.setdefault(first.source, []).append((first.start, passage.id))
    places = {source: sorted(starts) for source, starts in places.items()}
    for claim in _claims(briefing):
        starts = places.get(claim.source, [])
        at = bisect_right(starts, claim.anchor.start, key=lambda place: place[0])
        yield from ((claim.id, id_) for _, id_ in starts[max(at - 1, 0) : at])


def _entries(briefing: Briefing) -> Iterator[tuple[str, str]]:
    entries = {entry.source: entry.id for entry in briefing.sources}
    yield from ((claim.id, entries[claim.source]) for claim in _claims(briefing) if claim.source in entries)


def _claims(briefing: Briefing) -> Iterator[Claim]:
    return (claim for _, extraction in briefing.claims.extractions for claim in extraction.claims)
