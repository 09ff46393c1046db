"""The record that a published file carries: what it prints, what each printed word stands on, and hashes of it all."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from briefing import __version__
from briefing.language import knowledge
from briefing.language.hidden import NEVER
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, Citation, Statement, Words
from briefing.model.record import CLAIMS, RECORD, SCHEMA, SEAL, digest, json_text, seal
from briefing.model.source import Source
from briefing.model.walk import nodes
from briefing.writers.claims import dumps, ruling_object
from briefing.writers.style import folders

UNPRINTED = ("claims", "audience", "notices", "request", "labels")
"""The fields of a briefing that hold nothing a page prints by itself."""
UNSAFE = re.compile(f"<|{NEVER.pattern}|[\ud800-\udfff]")
"""What a data block holds as escapes only."""
BODY_END = re.compile(r"</body>\s*</html>\s*\Z")


def record(briefing: Briefing, claims: str, **page: Any) -> str:
    """The record of ``briefing`` as JSON; ``claims`` is the text of claims.json, ``page`` what tells the file's own.

    The same for the same inputs: it holds no clock.
    """
    request = briefing.request
    printed = tuple(_printed(briefing))
    statements = [each for each in printed if isinstance(each, Statement)]
    told: dict[str, Any] = {
        "schema": SCHEMA,
        "tool": {"name": "briefing", "version": __version__},
        "edition": {
            "audience": briefing.audience.name,
            "language": briefing.language,
            "title": briefing.title.text,
            "handling": briefing.handling,
            "annex": briefing.annex.extent,
        },
        "request": {
            "title": request.title if request else None,
            "as_of": request.as_of if request else None,
            "tlp": request.tlp if request else None,
            "annex": request.annex if request else None,
            "page": request.page if request else None,
            "language": request.language if request else None,
            "brand": asdict(request.brand) if request and request.brand else None,
            "silenced": [list(pair) for pair in request.silenced] if request else [],
            "allowed": list(request.allowed) if request else [],
        },
        "hashes": {
            "claims": digest(claims),
            "decisions": digest(json_text([ruling_object(ruling) for ruling in briefing.claims.rulings])),
            "lexicons": knowledge.digest(),
            "templates": _templates(briefing.audience),
            "sources": {source.id: source.sha256 for source in briefing.claims.sources},
        },
        "page": page,
        "statements": [_statement(statement) for statement in statements],
        "considerations": [[s.id, s.rule] for s in statements if s.voice == "consideration"],
        "notes": [list(note) for note in _notes(briefing)],
        "citations": [_citation(citation) for citation in _citations(printed)],
        "excerpts": [_excerpt(*place) for place in _excerpts(briefing, printed)],
    }
    return json_text(told | {SEAL: seal(told)})


def carrying(page: str, briefing: Briefing) -> str:
    """The HTML ``page`` with claims.json and its record in it, as data that no browser runs or shows."""
    claims = dumps(briefing.claims)
    carried = {CLAIMS: claims, RECORD: record(briefing, claims, sha256=digest(page))}
    blocks = "".join(
        f'<script type="application/json" id="{name}">{_compact(text)}</script>\n' for name, text in carried.items()
    )
    return BODY_END.sub(lambda end: blocks + end[0], page)


def _compact(text: str) -> str:
    """JSON on one line, with what ends an element, and what nobody would see, as escapes."""
    line = json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))
    return UNSAFE.sub(lambda found: "".join(f"\\u{ord(unit):04x}" for unit in _units(found[0])), line)


def _units(character: str) -> str:
    """A character as JSON escapes it: two surrogates where it lies beyond the basic plane."""
    code = ord(character) - 0x10000
    return character if code < 0 else chr(0xD800 + (code >> 10)) + chr(0xDC00 + (code & 0x3FF))


def _printed(briefing: Briefing) -> Iterator[object]:
    """Every part of what the briefing prints, outer before inner."""
    for field in fields(briefing):
        if field.name not in UNPRINTED:
            yield from nodes(getattr(briefing, field.name), object)


def _statement(statement: Statement) -> list[Any]:
    """Id, text, claims, and where each of the sources' words stands."""
    words = [[w.anchor.source, w.anchor.start, w.anchor.end] for w in nodes(statement.pieces, Words)]
    return [statement.id, statement.text, list(statement.claims), words]


def _notes(briefing: Briefing) -> Iterator[tuple[str, str | None, str | None]]:
    """Of the analyst's text for each section: the section, who wrote it, the name of its file."""
    paths = {note.section: Path(note.path).name for note in (briefing.request.notes if briefing.request else ())}
    for made in briefing.assessments:
        yield made.section, made.author.text if made.author else None, paths.get(made.section)


def _citation(citation: Citation) -> list[Any]:
    """Id, where it leads, and the words it stands for."""
    anchor = citation.anchor
    return [citation.id, citation.target, anchor.source, anchor.start, anchor.end, anchor.exact]


def _citations(printed: Sequence[object]) -> Iterable[Citation]:
    return {citation.id: citation for citation in printed if isinstance(citation, Citation)}.values()


def _excerpts(briefing: Briefing, printed: Sequence[object]) -> list[tuple[Source, int, int]]:
    """The passages that hold all printed words, each once, by source and place; stretches that overlap as one."""
    spans: dict[str, set[tuple[int, int]]] = {}
    for words in printed:
        if isinstance(words, Words):
            spans.setdefault(words.anchor.source, set()).add(words.anchor.span)
    made: list[tuple[Source, int, int]] = []
    for source in briefing.claims.sources:
        last: list[int] = []
        for start, end in sorted(spans.get(source.id, ())):
            if last and start <= last[1]:
                last[1] = max(last[1], end)
                continue
            if last:
                made.append((source, last[0], last[1]))
            last = [start, end]
        if last:
            made.append((source, last[0], last[1]))
    return made


def _excerpt(source: Source, start: int, end: int) -> list[Any]:
    """Source, place and words as they stand in its text."""
    return [source.id, start, end, source.text[start:end]]


def _templates(audience: Audience) -> str:
    """One hash over the names and bytes of an audience's template and style folders."""
    return _of_folders((*audience.folders, *folders(audience)))


@lru_cache(maxsize=8)
def _of_folders(places: tuple[Path, ...]) -> str:
    told = []
    for place in places:
        files = sorted(path for path in place.rglob("*") if path.is_file())
        told += [f"{path.relative_to(place).as_posix()} {digest(path.read_bytes())}" for path in files]
    return digest("\n".join(told))
