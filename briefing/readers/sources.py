"""Document and metadata -> Source; files with one text -> one Source."""

from __future__ import annotations

import re
from collections import ChainMap
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.language.languages import detected_language, is_understood
from briefing.language.wires import agency, agency_named
from briefing.model.notice import Notice
from briefing.model.source import PROVENANCES, File, Provenance, Source
from briefing.model.stated import strictest
from briefing.readers.document import Document
from briefing.readers.metadata import checked

MISSING = (
    ("published", "undated-source", "No publication date is stated."),
    ("publisher", "no-publisher", "No publisher is stated."),
    ("title", "no-title", "No title is stated."),
)
"""What a reader of the briefing needs to know of a source: the field, and the Notice where nobody states it."""


OF_FILE = ("title", "publisher", "author", "published", "url", "retrieved")
OF_TEXT = ("language", "kind", "rights", "tlp", "agency")
OF_ONE = ("title", "url")
"""What an analyst cannot state of all documents in one file together."""
DAY = len("2019-03-09")
MOST_NAMED = 8
"""How many of the files with one text a Notice names; the source has them all."""


def sourced(
    document: Document, name: str, beside: Mapping[str, object], sidecar_name: str
) -> tuple[Source, tuple[Notice, ...]]:
    """The source of a document, and Notices of what is stated of it and cannot be used.

    ``name`` is what its file is called in the briefing; ``beside`` is what the analyst states of the file in
    ``sidecar_name``. What the analyst states counts before what the file states, that before what was detected.
    Raises SourceError where the handling label is none of TLP 2.0.
    """
    path = f"{name}#{document.part}" if document.part else name
    common = {key: value for key, value in beside.items() if not (document.part and key in OF_ONE)}
    layers, notices = [], [*document.notices]
    for stated, where in ((common, sidecar_name), (document.stated, name), (document.detected, name)):
        good, found = checked(stated, where)
        layers.append(good)
        notices += found
    layers[-1] = _worked_out(document.text, ChainMap(*layers)) | layers[-1]
    source = _source(document, path, layers)
    told = [replace(notice, path=path, source=source.id) for notice in notices]
    return source, (*told, *(_of_many(key, sidecar_name) for key in beside if key not in common))


def _worked_out(text: str, known: Mapping[str, str | bool]) -> dict[str, str | bool]:
    """The language and the news agency of a text, where nobody states them."""
    found: dict[str, str | bool | None] = {}
    if "language" not in known:
        found["language"] = detected_language(text)
    if "agency" not in known:
        named = (agency_named(str(known.get(field, ""))) for field in ("publisher", "author"))
        found["agency"] = agency(text) or next(filter(None, named), None)
    return {field: value for field, value in found.items() if value}


def _of_many(key: str, sidecar_name: str) -> Notice:
    message = f"{key!r} is not used: the file holds several sources, and each states its own."
    return Notice("unused-field", message, path=sidecar_name, limits=False)


def _source(document: Document, path: str, layers: Sequence[Mapping[str, str | bool]]) -> Source:
    """The source whose fields are those of the first of ``layers``, one for each of PROVENANCES, that states them."""
    chosen: dict[str, str | bool] = {}
    origin: dict[str, str] = {}
    for provenance, layer in zip(PROVENANCES, layers, strict=True):
        for key in layer.keys() - chosen.keys():
            chosen[key], origin[key] = layer[key], provenance
    words = {key: value for key, value in chosen.items() if isinstance(value, str)}
    of_file = {key: words.pop(key, None) for key in OF_FILE}
    day = of_file["published"]
    of_file |= {"published": day and day[:DAY], "published_at": day if day and len(day) > DAY else None}
    return Source(
        document.text,
        (File(path, **of_file, provenance=_provenance(origin, OF_FILE), extra=document.extra),),
        **words,
        sample=chosen.get("sample") is True,
        marks=document.marks,
        turns=document.turns,
        provenance=_provenance(origin, words),
    )


def _provenance(origin: Mapping[str, str], fields: Iterable[str]) -> Provenance:
    return tuple((field, origin[field]) for field in sorted(fields) if field in origin)


def merged(sources: Iterable[Source]) -> tuple[Source, ...]:
    """The sources, those with one text made one: all its files, the narrowest handling, else what is stated first."""
    found: dict[str, Source] = {}
    for new in sources:
        known = found.get(new.id)
        found[new.id] = _both(known, new) if known else new
    return tuple(found.values())


def _both(one: Source, other: Source) -> Source:
    tlp = strictest((one.tlp, other.tlp))
    found = {field: getattr(one, field) or getattr(other, field) for field in OF_TEXT} | {"tlp": tlp}
    known = {
        field: dict(giver.provenance)[field]
        for field, value in found.items()
        for giver in (other, one)
        if value and getattr(giver, field) == value and field in dict(giver.provenance)
    }
    return replace(
        one,
        files=one.files + other.files,
        **found,
        sample=one.sample and other.sample,
        marks=one.marks or other.marks,
        turns=one.turns or other.turns,
        provenance=_provenance(known, found),
    )


def missing(source: Source) -> tuple[Notice, ...]:
    """A Notice for each thing that a reader needs to know of ``source`` and nobody states."""
    path = source.files[0].path
    found = [Notice(code, text, source.id, path=path) for field, code, text in MISSING if not source.stated(field)]
    found += _language(source, path)
    if len(source.files) > 1:
        more = len(source.files) - MOST_NAMED
        names = ", ".join(file.path for file in source.files[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
        found.append(Notice("same-text", f"One text, one source: {names}.", source.id, path=path, limits=False))
    return tuple(found)


def _language(source: Source, path: str) -> list[Notice]:
    if not source.language:
        message = "No language is stated, and it cannot be told; read as English."
        return [Notice("no-language", message, source.id, path=path, limits=False)]
    if not is_understood(source.language):
        how = dict(source.provenance).get("language") == "detected"
        message = f"Its language is {'detected' if how else 'stated'} as {source.language}; it is kept, not analysed."
        first = re.search(r"\S[^\n]*", source.text)
        start, end = first.span() if first else (None, None)
        return [Notice("unread-language", message, source.id, start, end, path)]
    return []
