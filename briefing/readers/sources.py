"""Document and metadata -> Source; files with one text -> one Source."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefing.model.notice import Notice
from briefing.model.source import File, Source
from briefing.model.stated import strictest

MISSING = (
    ("published", "undated-source", "No publication date is stated."),
    ("publisher", "no-publisher", "No publisher is stated."),
    ("title", "no-title", "No title is stated."),
)
"""What a reader of the briefing needs to know of a source: the field, and the Notice where nobody states it."""

READ = "en"
"""The language that later stages understand."""


def source(text: str, path: str, stated: Mapping[str, str | bool]) -> Source:
    """The source of one file: its text, and what is ``stated`` of it, every field checked before."""
    words = {key: value for key, value in stated.items() if isinstance(value, str)}
    of_file = {key: words.pop(key, None) for key in ("title", "publisher", "author", "published", "url")}
    return Source(text, (File(path, **of_file),), **words, sample=stated.get("sample") is True)


def merged(sources: Iterable[Source]) -> tuple[Source, ...]:
    """The sources, those with one text made one: all its files, the narrowest handling, else what is stated first."""
    found: dict[str, Source] = {}
    for new in sources:
        known = found.get(new.id)
        found[new.id] = _both(known, new) if known else new
    return tuple(found.values())


def _both(one: Source, other: Source) -> Source:
    return replace(
        one,
        files=one.files + other.files,
        language=one.language or other.language,
        kind=one.kind or other.kind,
        rights=one.rights or other.rights,
        tlp=strictest((one.tlp, other.tlp)),
        sample=one.sample and other.sample,
    )


def missing(source: Source) -> tuple[Notice, ...]:
    """A Notice for each thing that a reader needs to know of ``source`` and nobody states."""
    path = source.files[0].path
    found = [Notice(code, text, source.id, path=path) for field, code, text in MISSING if not source.stated(field)]
    found += _language(source, path)
    if len(source.files) > 1:
        names = ", ".join(file.path for file in source.files)
        found.append(Notice("same-text", f"One text, one source: {names}.", source.id, path=path, limits=False))
    return tuple(found)


def _language(source: Source, path: str) -> list[Notice]:
    if not source.language:
        message = "No language is stated; read as English."
        return [Notice("no-language", message, source.id, path=path, limits=False)]
    if source.language.lower().split("-")[0] != READ:
        message = f"Its language is stated as {source.language}; only English is understood."
        return [Notice("unread-language", message, source.id, path=path)]
    return []
