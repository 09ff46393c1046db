"""The sources list and the annex: every cited passage in its context, with the way back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.composing.edition import Edition, passage_id
from briefing.composing.source_facts import facts
from briefing.language.harm import harms
from briefing.model.briefing import (
    Annex,
    AnnexPassage,
    AnnexSource,
    Citation,
    Cut,
    Datum,
    SourceEntry,
    Statement,
    Words,
)
from briefing.model.source import Passage, Source, Span

BEGINNING = re.compile(r"\S+(?:\s+\S+){0,7}")


def entries(edition: Edition) -> tuple[SourceEntry, ...]:
    """The list of sources: title or how it begins, and what is stated of each."""
    return tuple(_entry(edition, source, number) for number, source in enumerate(edition.file.sources, 1))


def cited_entries(made: Sequence[SourceEntry], citations: Sequence[Citation]) -> tuple[SourceEntry, ...]:
    """The list of sources with the way back to each citation that leads to it."""
    back: dict[str, list[str]] = {}
    for citation in citations:
        back.setdefault(citation.target, []).append(citation.id)
    return tuple(replace(entry, citations=tuple(back.get(entry.id, ()))) for entry in made)


def _entry(edition: Edition, source: Source, number: int) -> SourceEntry:
    id_ = f"source-{number}"
    title, note = _title(edition, source, id_)
    stated = source.stated("title") is not None
    return SourceEntry(id_, number, source.id, title, note, facts(edition, source, id_), missing=not stated)


def _title(edition: Edition, source: Source, id: str) -> tuple[Statement, Statement | None]:  # noqa: A002
    stated = source.stated("title")
    if stated and not {harm.code for harm in harms(stated)} - set(edition.request.allowed):
        datum = Datum(stated, source.id, "title")
        note = edition.told(f"{id}-note", "entry-sample") if source.sample else None
        return Statement(f"{id}-title", "counted", (datum,), language=source.language), note
    headline = next((p for p in edition.passages[source.id] if p.kind == "headline"), None)
    if headline:
        words = (edition.words(source.id, *headline.span),)
        return (
            Statement(f"{id}-title", "reported", words, language=source.language),
            edition.told(f"{id}-note", "entry-headline"),
        )
    first = BEGINNING.search(source.text)
    if first is None:
        return edition.told(f"{id}-title", "entry-untitled"), None
    if any(low < first.end() and first.start() < high for low, high in edition.harmful[source.id]):
        return edition.told(f"{id}-title", "entry-untitled"), None
    beginning = edition.words(source.id, *first.span())
    return edition.told(f"{id}-title", "entry-untitled"), edition.told(f"{id}-note", "entry-begins", words=beginning)


def annex(edition: Edition, citations: Sequence[Citation]) -> Annex:
    """The annex for the citations that are printed, in the order they are printed."""
    if edition.extent == "none":
        return Annex("none", None, ())
    cited: dict[str, list[Citation]] = {}
    for citation in citations:
        cited.setdefault(citation.target, []).append(citation)
    made = (_source(edition, source, number, cited) for number, source in enumerate(edition.file.sources, 1))
    note = edition.told("annex-note", f"annex-note-{edition.extent}")
    return Annex(edition.extent, note, tuple(part for part in made if part.passages))


def _source(edition: Edition, source: Source, number: int, cited: Mapping[str, list[Citation]]) -> AnnexSource:
    """A source's passages; of one in a language that is not read only what is cited, as no name is looked for."""
    blocks: dict[str, list[Passage]] = {}
    for passage in edition.passages[source.id]:
        blocks.setdefault(passage_id(number, passage.locator), []).append(passage)
    made = tuple(
        _passage(source, id_, passages, cited.get(id_, ()), edition.harmful[source.id])
        for id_, passages in blocks.items()
        if (edition.extent == "full" and source.id in edition.read) or id_ in cited
    )
    head = edition.told(f"annex-{number}-head", "source-head", number=edition.number(source.id))
    return AnnexSource(f"annex-{number}", number, source.id, head, made, source.language)


def _passage(
    source: Source,
    id: str,  # noqa: A002
    passages: Sequence[Passage],
    cited: Sequence[Citation],
    harmful: Sequence[Span],
) -> AnnexPassage:
    spans = [citation.anchor.span for citation in cited]
    pieces: list[Words | Cut] = []
    marks: list[bool] = []
    for start, end in _stretches(passages, harmful):
        if pieces:
            pieces.append(Cut(before=True, after=True))
            marks.append(False)
        for span, mark in _runs(start, end, spans):
            pieces.append(Words(source.anchor(*span)))
            marks.append(mark)
    return AnnexPassage(
        id=id,
        locator=passages[0].locator,
        pieces=tuple(pieces),
        cited=tuple(marks),
        back=tuple(citation.id for citation in cited),
        item=passages[0].kind in ("item", "row"),
        heading=passages[0].kind in ("headline", "heading"),
    )


def _stretches(passages: Sequence[Passage], harmful: Sequence[Span]) -> list[Span]:
    """What the passages cover, in stretches between those of their paragraph that are withheld."""
    made: list[Span] = []
    for passage in sorted(passages, key=lambda passage: passage.start):
        if made and not any(made[-1][1] <= start < passage.start for start, _ in harmful):
            made[-1] = (made[-1][0], max(made[-1][1], passage.end))
        else:
            made.append(passage.span)
    return made


def _runs(start: int, end: int, spans: Iterable[Span]) -> list[tuple[Span, bool]]:
    """The stretch from ``start`` to ``end`` in runs, each cited or not."""
    merged: list[Span] = []
    for low, high in sorted((max(start, s), min(end, e)) for s, e in spans):
        if low >= high:
            continue
        if merged and low <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    runs: list[tuple[Span, bool]] = []
    at = start
    for low, high in merged:
        runs += [((at, low), False)] if at < low else []
        runs.append(((low, high), True))
        at = high
    return runs + ([((at, end), False)] if at < end else [])
