"""Limitations and method: what the briefing cannot say, and how it was made, both from facts."""

from __future__ import annotations

from dataclasses import replace

from briefing import __version__
from briefing.composing.edition import Edition
from briefing.composing.masthead import day_notices
from briefing.language.rule_translations import WRITTEN
from briefing.model.briefing import Datum, Phrase, Statement
from briefing.model.notice import Notice

MOST_CITED = 8


def limitations(edition: Edition) -> tuple[Statement, ...]:
    """What limits this briefing: one line a kind of Notice, then what the claims themselves show."""
    grouped: dict[str, list[Notice]] = {}
    for notice in (*edition.file.all_notices, *day_notices(edition)):
        if notice.limits:
            grouped.setdefault(notice.code, []).append(notice)
    lines = [_line(edition, code, group) for code, group in grouped.items()]
    return (*lines, *_one_origin(edition), *_unnamed(edition), *_unused(edition))


def _line(edition: Edition, code: str, group: list[Notice]) -> Statement:
    key = f"limit-{code}" if edition.labels.has(f"limit-{code}") else "limit-other"
    code_ = Datum(code, "notice", "code")
    line = edition.told(f"limit-{code}", key, sources=_counted(edition, group), code=code_)
    placed = [n for n in group if n.source in edition.sources and n.start is not None][:MOST_CITED]
    citations = []
    for notice in placed:
        assert notice.source is not None
        assert notice.start is not None
        source = edition.sources[notice.source]
        for passage in edition.passages[notice.source]:
            if passage.start <= notice.start < passage.end:
                anchor = source.anchor(notice.start, notice.end or passage.end)
                citations.append(edition.cite(anchor, passage.locator))
                break
    return replace(line, citations=tuple(citations))


def _counted(edition: Edition, group: list[Notice]) -> Phrase:
    """How many sources the Notices speak of, or files where a file became no source."""
    sources = [notice.source for notice in group if notice.source]
    paths = [notice.path for notice in group if notice.path]
    if len(sources) == len(group):
        return edition.counted("n-sources", sources)
    if len(paths) == len(group):
        return edition.counted("n-files", paths)
    ids = [notice.source or notice.path or str(index) for index, notice in enumerate(group)]
    return edition.counted("n-places", ids)


def _one_origin(edition: Edition) -> tuple[Statement, ...]:
    same = [f.id for f in edition.file.grouping.findings if f.support == "same-origin"]
    return (edition.told("limit-one-origin", "limit-one-origin", n=edition.count(same)),) if same else ()


def _unnamed(edition: Edition) -> tuple[Statement, ...]:
    kinds = ("anonymous", "collective", "vague", "role")
    unnamed = [claim for claim in edition.claims if claim.attribution.kind in kinds]
    if not unnamed:
        return ()
    line = edition.told(
        "limit-unnamed", "limit-unnamed", claims=edition.counted("n-statements", [c.id for c in unnamed])
    )
    return (replace(line, citations=edition.cite_claims(unnamed)[:MOST_CITED]),)


def _unused(edition: Edition) -> tuple[Statement, ...]:
    stray = [
        (unused, extraction)
        for _, extraction in edition.file.extractions
        for unused in extraction.unused
        if unused.reason == "no-statement"
    ]
    if not stray:
        return ()
    citations = []
    for unused, extraction in stray[:MOST_CITED]:
        passage = next((p for p in extraction.passages if p.start <= unused.anchor.start < p.end), None)
        if passage:
            citations.append(edition.cite(unused.anchor, passage.locator))
    places = [f"{u.anchor.source}:{u.anchor.start}" for u, _ in stray]
    line = edition.told("limit-unused", "limit-unused", n=edition.count(places))
    return (replace(line, citations=tuple(citations)),)


def _harmless(edition: Edition) -> Statement:
    """That what may hurt a person is withheld, and what of it the analyst allowed."""
    allowed = [Datum(code, "request", "allowed") for code in edition.request.allowed]
    if not allowed:
        return edition.told("method-harm", "method-harm")
    return edition.told("method-harm", "method-allowed", which=edition.list_of(allowed))


def method(edition: Edition) -> tuple[Statement, ...]:
    """How the briefing was made: what its sentences are, what was compared and how, by which version."""
    claims = edition.counted("n-statements", [claim.id for claim in edition.claims])
    sources = edition.counted("n-sources", edition.read)
    version = Datum(__version__, "tool", "version")
    return (
        edition.told("method-sentences", "method-sentences"),
        edition.told("method-origins", "method-origins"),
        edition.told("method-wording", "method-wording"),
        edition.told("method-rules", "method-rules"),
        *([] if edition.labels.language == WRITTEN else [edition.told("method-language", "method-language")]),
        _harmless(edition),
        edition.told("method-counts", "method-counts", claims=claims, sources=sources, version=version),
    )
