"""What a published file prints against what it carries, and what it carries against the sources."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.model.record import SEAL, digest, seal
from briefing.model.source import Source
from briefing.verifying.published.carried import Carried
from briefing.verifying.refusal import shown
from briefing.verifying.rendered import fold

UNCOMPARED = re.compile("[\\s\u00ad\u200b\u2060\u2010-]")
"""What a line may lose or gain on paper: white space and hyphens."""
MOST = 5
"""Differences of one source that are told."""


@dataclass(frozen=True, slots=True)
class Failure:
    """Something that does not hold: a stable ``code``, where, and what."""

    code: str
    where: str
    what: str


def verify_file(file: Carried) -> tuple[Failure, ...]:
    """All that is wrong within a published file: its record, claims, pages, statements and citations."""
    if file.record.get(SEAL) != seal(file.record):
        return (
            Failure("record-changed", "the record", "is not as it was written; nothing else can be held against it"),
        )
    checks = (_claims, _pages, _statements, _words, _citations, _carried_claims)
    return tuple(failure for check in checks for failure in check(file))


def verify_sources(file: Carried, sources: Sequence[Source]) -> tuple[Failure, ...]:
    """All that is wrong with what a published file carries, held against the ``sources`` themselves."""
    return tuple(_sources(file, {source.id: source for source in sources}, sources))


def _claims(file: Carried) -> Iterator[Failure]:
    if digest(file.claims_text) != file.record["hashes"]["claims"]:
        yield Failure("claims-changed", "claims.json", "is not the one the file was written with")


def _pages(file: Carried) -> Iterator[Failure]:
    page = file.record["page"]
    written = [page["sha256"]] if "sha256" in page else page["pages"]
    if len(written) != len(file.pages):
        yield Failure("page-changed", "the file", f"has {len(file.pages)} pages and was written with {len(written)}")
    for number, (made, found) in enumerate(zip(written, file.pages, strict=False), 1):
        if made != found:
            where = f"page {number}" if len(written) > 1 else "the page"
            yield Failure("page-changed", where, "is not as it was written")


def _statements(file: Carried) -> Iterator[Failure]:
    """Where the pages are not as they were written: the statements that say something else, or are gone."""
    if not any(_pages(file)):
        return
    known = {id_: text for id_, text, _, _ in file.record["statements"]}
    for id_, texts in file.printed.items():
        for text in texts:
            if id_ not in known:
                yield Failure("statement-added", f"statement {id_}", f"{shown(text)} was not in the briefing")
            elif text != fold(known[id_]):
                yield Failure("statement-changed", f"statement {id_}", f"says {shown(text)}, not {shown(known[id_])}")
    if file.letters:
        everything = _key(file.letters)
        for id_, text in known.items():
            if _key(text) not in everything:
                yield Failure("statement-changed", f"statement {id_}", f"{shown(text)} is not to be read in the file")


def _key(text: str) -> str:
    return UNCOMPARED.sub("", unicodedata.normalize("NFKC", text))


class _Excerpts:
    """The stretches of the sources that a file carries."""

    def __init__(self, record: Mapping[str, Any]) -> None:
        self._held: dict[str, list[tuple[int, int, str]]] = {}
        for source, start, end, text in record["excerpts"]:
            self._held.setdefault(source, []).append((start, end, text))

    def words(self, source: str, start: int, end: int) -> str | None:
        """What stands at a place; None where the file carries no excerpt of it."""
        for low, high, text in self._held.get(source, ()):
            if low <= start and end <= high:
                return text[start - low : end - low]
        return None


def _words(file: Carried) -> Iterator[Failure]:
    """Each statement's words of a source stand in an excerpt, as they are printed."""
    excerpts = _Excerpts(file.record)
    for id_, text, _, places in file.record["statements"]:
        for source, start, end in places:
            words = excerpts.words(source, start, end)
            if words is None or " ".join(words.split("\n")) not in text:
                what = f"{shown(text)} is not what {source} says at {start} to {end}"
                yield Failure("words-unsupported", f"statement {id_}", what)


def _citations(file: Carried) -> Iterator[Failure]:
    """Each citation's words stand in a claim or an excerpt; each claim a statement prints is in claims.json."""
    excerpts = _Excerpts(file.record)
    claims = {claim["id"]: claim for claim in file.claims.get("claims", ())}
    anchored = {(claim["source"], claim["start"], claim["end"]): claim["exact"] for claim in claims.values()}
    for id_, _, source, start, end, exact in file.record["citations"]:
        words = anchored.get((source, start, end)) or excerpts.words(source, start, end)
        if words != exact:
            yield Failure("citation-unresolved", f"citation {id_}", f"{shown(exact)} is in no claim and no excerpt")
    for id_, _, told, _ in file.record["statements"]:
        missing = next((claim for claim in told if claim not in claims), None)
        if missing:
            yield Failure("claim-missing", f"statement {id_}", f"claims.json has no claim {missing}")


def _carried_claims(file: Carried) -> Iterator[Failure]:
    """Claims and excerpts of one place say the same; the sources they name are those of the record."""
    excerpts = _Excerpts(file.record)
    hashes = file.record["hashes"]["sources"]
    for source in file.claims.get("sources", ()):
        if hashes.get(source["id"]) != source["sha256"]:
            yield Failure("source-unknown", f"source {source['id']}", "is not among those the file was written from")
    for claim in file.claims.get("claims", ()):
        words = excerpts.words(claim["source"], claim["start"], claim["end"])
        if words is not None and words != claim["exact"]:
            yield Failure("claim-changed", f"claim {claim['id']}", f"says {shown(claim['exact'])}, not {shown(words)}")


def _sources(file: Carried, by_id: Mapping[str, Source], sources: Sequence[Source]) -> Iterator[Failure]:
    told = {source["id"]: source for source in file.claims.get("sources", ())}
    for id_ in file.record["hashes"]["sources"]:
        excerpts = [entry for entry in file.record["excerpts"] if entry[0] == id_]
        source = by_id.get(id_)
        if source is None:
            yield from _changed(told.get(id_, {}), excerpts, sources, file)
            continue
        anchors = [
            (claim["start"], claim["end"], claim["exact"]) for claim in file.claims["claims"] if claim["source"] == id_
        ]
        for start, end, exact in (*anchors, *(tuple(entry[1:]) for entry in excerpts)):
            if source.text[start:end] != exact:
                what = f"{shown(exact)} is not what stands at {start} to {end}"
                yield Failure("anchor-wrong", f"source {id_} ({source.files[0].path})", what)


def _changed(
    told: Mapping[str, Any], excerpts: Sequence[Sequence[Any]], sources: Sequence[Source], file: Carried
) -> Iterator[Failure]:
    """A source that is not there as it was: where its file is, what of it reads otherwise; else that it is gone."""
    paths = [entry["path"] for entry in told.get("files", ())]
    name = paths[0] if paths else told.get("id", "a source")
    now = next((source for source in sources if {each.path for each in source.files} & set(paths)), None)
    if now is None:
        yield Failure("source-missing", name, "is not among the sources")
        return
    exact = [claim["exact"] for claim in file.claims["claims"] if claim["source"] == told["id"]]
    gone = [words for words in dict.fromkeys([*exact, *(entry[3] for entry in excerpts)]) if words not in now.text]
    if not gone:
        yield Failure("source-changed", name, "has changed, in nothing that the briefing prints")
    for words in gone[:MOST]:
        yield Failure("source-changed", name, f"said {shown(words)}{_nearest(words, now.text)}")


def _nearest(words: str, text: str) -> str:
    """What a text says now in the place of words it no longer has."""
    lines = [line for line in re.split(r"(?<=[.!?”\"])\s+|\n", text) if line.strip()]
    found = difflib.get_close_matches(words, lines, n=1, cutoff=0.6)
    return f", and says {shown(found[0])} now" if found else ", and no longer does"
