"""What somebody stated: the values that a Datum may print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields

from briefing import __version__
from briefing.language.dates import printed_date
from briefing.language.language_names import printed_language
from briefing.language.printed_numbers import printed_number
from briefing.model.brand import TEXTS
from briefing.model.briefing import Datum
from briefing.model.source import File, Source
from briefing.model.stated import strictest
from briefing.verifying.evidence import Evidence

FILE_FIELDS = frozenset(field.name for field in fields(File))
DATES = ("published", "date", "as_of", "retrieved")
DAY = len("2019-03-09")
DIGEST = 8
"""Hex digits of a SHA-256 that are printed at least."""


def is_stated(evidence: Evidence, datum: Datum) -> bool:
    """Whether ``datum`` prints what the source, claim, party, request… it names states for that field."""
    if datum.of in evidence.sources:
        if datum.field == "sha256":
            return len(datum.text) >= DIGEST and evidence.sources[datum.of].sha256.startswith(datum.text)
        found = _of_source(evidence, evidence.sources[datum.of], datum.field)
    elif datum.of in evidence.claims:
        found = _of_claim(evidence, datum.of, datum.field)
    elif datum.of in evidence.kinds["parties"]:
        found = _of_party(evidence, datum.of, datum.field)
    else:
        found = _OTHERS.get(datum.of, _nothing)(evidence, datum.field)
    values = {str(value) for value in found if value is not None}
    if datum.field in DATES:
        values |= {printed_date(value, evidence.briefing.language) for value in values}
    if datum.field == "language":
        values |= {printed_language(value, evidence.briefing.language) for value in values}
    return datum.text in values


def _of_source(evidence: Evidence, source: Source, field: str) -> Iterator[object]:
    """A file's metadata, the source's own, its number, length and locators, what its figures count."""
    if field == "retrieved":
        yield from (file.retrieved[:DAY] for file in source.files if file.retrieved)
    elif field in FILE_FIELDS or field == "date":
        name = "published" if field == "date" else field
        yield from (getattr(file, name) for file in source.files)
    elif field in ("language", "kind", "rights", "tlp", "agency"):
        yield getattr(source, field)
    elif field == "outlet":
        yield from source.outlets
    elif field == "words":
        yield from (source.words, printed_number(source.words, evidence.briefing.language))
    elif field == "number":
        yield evidence.numbers.get(source.id)
    elif field == "locator":
        for passage in evidence.extractions[source.id].passages:
            at = passage.locator
            yield from (at, at.page, f"{evidence.numbers.get(source.id)}{at.mark}")
    elif field in ("what", "unit"):
        for claim in evidence.extractions[source.id].claims:
            yield from (getattr(figure, name) for figure in claim.figures for name in ("what", "unit"))


def _of_claim(evidence: Evidence, claim_id: str, field: str) -> Iterator[object]:
    """The speaker and cue a claim resolved to; of its figures who says them, what they count, as of when."""
    claim = evidence.claims[claim_id]
    if field in ("speaker", "cue"):
        yield getattr(claim.attribution, field)
    elif field in ("what", "unit", "said_by", "as_of", "place", "text"):
        yield from (getattr(figure, field) for figure in claim.figures)
    elif field == "date":
        yield from (figure.as_of for figure in claim.figures)
    elif field in ("now", "was"):
        yield from (getattr(correction, field) for correction in claim.corrections)
    elif field == "note":
        applied = (ruling for ruling in evidence.briefing.claims.rulings if ruling.state == "applied")
        yield from (r.decision.text for r in applied if r.decision.act == "note" and claim_id in r.claims)


def _of_party(evidence: Evidence, party: str, field: str) -> Iterator[object]:
    """The names under which the sources know a party."""
    if field in ("speaker", "name"):
        same = {party} | {pair[0] for pair in evidence.briefing.claims.grouping.parties if pair[1] == party}
        yield from (c.attribution.speaker for c in evidence.claims.values() if c.attribution.party in same)


def _of_request(evidence: Evidence, field: str) -> Iterator[object]:
    """What the analyst asked for; the handling label may also be the strictest that anything carries."""
    briefing, request = evidence.briefing, evidence.briefing.request
    if field == "audience":
        yield briefing.audience.name
    elif field == "tlp":
        carried = [source.tlp for source in evidence.sources.values()]
        yield request.tlp if request and request.tlp else strictest((*carried, briefing.audience.tlp))
    elif request is not None and field == "author":
        yield from (note.author for note in request.notes)
    elif request is not None and field == "note":
        yield from (part.text for note in request.notes for block in note.blocks for part in block.parts)
    elif request is not None and field == "silenced":
        yield from (part for pair in request.silenced for part in pair)
    elif request is not None and field == "allowed":
        yield from request.allowed
    elif request is not None and field in ("title", "as_of", "date"):
        yield request.headline if field == "title" else request.as_of


def _of_sources(evidence: Evidence, field: str) -> Iterator[object]:
    """What is stated of all sources together: the latest day of publication."""
    if field in DATES:
        days = (file.published for source in evidence.sources.values() for file in source.files if file.published)
        yield max(days, default=None)


def _of_notices(evidence: Evidence, field: str) -> Iterator[object]:
    """The codes of the briefing's notices."""
    if field == "code":
        yield from (notice.code for notice in evidence.briefing.notices)


def _of_tool(_: Evidence, field: str) -> Iterator[object]:
    """The program's own version."""
    if field == "version":
        yield __version__


def _of_brand(evidence: Evidence, field: str) -> Iterator[object]:
    """What the organisation states of itself."""
    request = evidence.briefing.request
    if request is not None and request.brand is not None and field in TEXTS:
        yield getattr(request.brand, field)


def _nothing(_: Evidence, __: str) -> Iterator[object]:
    """Of anything else nothing is stated."""
    yield from ()


_OTHERS: dict[str, Callable[[Evidence, str], Iterator[object]]] = {
    "request": _of_request,
    "sources": _of_sources,
    "notice": _of_notices,
    "tool": _of_tool,
    "brand": _of_brand,
}
