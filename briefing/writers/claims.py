"""claims.json: all that was extracted and grouped, as `briefing extract` prints it (schema ``briefing/claims/1``)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from briefing import __version__
from briefing.language.knowledge import digest
from briefing.model.claim import Attribution, Claim, Extraction, Figure, Unused
from briefing.model.decision import Correction, Ruling
from briefing.model.finding import ClaimsFile, Finding, Origin, Reading
from briefing.model.notice import Notice
from briefing.model.record import json_text
from briefing.model.source import Anchor, File, Source, Span

SCHEMA = "briefing/claims/1"


Object = dict[str, Any]


def document(claims: ClaimsFile) -> Object:
    """``claims`` as the object that claims.json holds, its keys in the schema's order.

    Every claim carries the id of the origin it goes back to, or None, and the codes of what in it may hurt
    somebody; what was withheld is not in it. The notices are those of all stages, each once.
    """
    marked = {claim.id: codes for _, found in claims.extractions for claim, codes in found.withheld}
    origin_of = {claim: origin.id for origin in claims.grouping.origins for claim in origin.claims}
    return {
        "schema": SCHEMA,
        "tool": {"name": "briefing", "version": __version__, "lexicons": digest()},
        "sources": [_source(source) for source in claims.sources],
        "claims": [
            _claim(_shown(claim, found), origin_of) | {"withheld": list(marked.get(claim.id, ()))}
            for _, found in claims.extractions
            for claim in found.claims
        ]
        + [
            _claim(_shown(claim, found), {}) | {"decision": "reject", "withheld": []}
            for _, found in claims.extractions
            for claim in found.rejected
        ],
        "origins": [_origin(origin) for origin in claims.grouping.origins],
        "findings": [_finding(finding) for finding in claims.grouping.findings],
        "unused": [_unused(unused) for _, found in claims.extractions for unused in found.unused],
        "notices": [_notice(notice) for notice in dict.fromkeys(_notices(claims))],
        "decisions": [ruling_object(ruling) for ruling in claims.rulings],
    }


def _shown(claim: Claim, found: Extraction) -> Claim:
    """The claim without words around it that are withheld."""
    return replace(claim, anchor=alone(claim.anchor, found.harmful)) if found.harmful else claim


def alone(anchor: Anchor, harmful: Sequence[Span]) -> Anchor:
    """The anchor without words around it that are withheld."""
    low = max((end for _, end in harmful if end <= anchor.start), default=0)
    high = min((start for start, _ in harmful if start >= anchor.end), default=anchor.end + len(anchor.suffix))
    before, after = max(0, anchor.start - low), high - anchor.end
    prefix = anchor.prefix[-before:] if before else ""
    return replace(anchor, prefix=prefix, suffix=anchor.suffix[:after])


def dumps(claims: ClaimsFile) -> str:
    """The text of claims.json: the same for the same claims on every machine, with a line end at its end."""
    return json_text(document(claims))


def anchor_object(anchor: Anchor) -> Object:
    """An anchor's five facts: start, end (code points, end exclusive), exact, prefix, suffix."""
    return {
        "start": anchor.start,
        "end": anchor.end,
        "exact": anchor.exact,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
    }


def _notices(claims: ClaimsFile) -> Iterator[Notice]:
    yield from claims.notices
    for _, found in claims.extractions:
        yield from found.notices
    yield from claims.grouping.notices


def _source(source: Source) -> Object:
    return {
        "id": source.id,
        "files": [_file(file) for file in source.files],
        "outlets": list(source.outlets),
        "language": source.language,
        "kind": source.kind,
        "rights": source.rights,
        "tlp": source.tlp,
        "sha256": source.sha256,
        "words": source.words,
        "sample": source.sample,
        "agency": source.agency,
        "provenance": dict(source.provenance),
    }


def _file(file: File) -> Object:
    names = ("path", "publisher", "title", "author", "published", "url", "published_at")
    stated = {name: getattr(file, name) for name in names}
    extra = [list(pair) for pair in file.extra]
    return stated | {"provenance": dict(file.provenance), "extra": extra, "retrieved": file.retrieved}


def _claim(claim: Claim, origin_of: Mapping[str, str]) -> Object:
    at = claim.locator
    return {
        "id": claim.id,
        "source": claim.source,
        **anchor_object(claim.anchor),
        "locator": {"paragraph": at.paragraph, "page": at.page, "item": at.item, "time": at.time},
        "passage": claim.passage.kind,
        "form": claim.form,
        "content": [list(span) for span in claim.content],
        "quotes": [list(span) for span in claim.quotes],
        "attribution": _attribution(claim.attribution),
        "figures": [_figure(figure) for figure in claim.figures],
        "sectors": list(claim.sectors),
        "nature": claim.nature,
        "modality": claim.modality,
        "origin": origin_of.get(claim.id),
        "by": claim.by,
        "occasion_span": _span(claim.occasion),
        "quoted_outlet_span": _span(claim.quoted_outlet),
        "decision": "accept" if claim.accepted else None,
        "corrections": [_correction(correction) for correction in claim.corrections],
    }


def _correction(made: Correction) -> Object:
    return {name: getattr(made, name) for name in ("field", "figure", "was", "now", "decision", "by")}


def ruling_object(ruling: Ruling) -> Object:
    """A decision and what became of it."""
    made = ruling.decision
    said = {name: getattr(made, name) for name in ("text", "reason", "by", "when")}
    return {
        "id": made.id,
        "do": made.act,
        "state": ruling.state,
        "why": ruling.why,
        "claims": list(ruling.claims),
    } | said


def _attribution(at: Attribution) -> Object:
    return {
        "class": at.kind,
        "party": at.party,
        "speaker": at.speaker,
        "speaker_span": _span(at.speaker_span),
        "cue": at.cue,
        "cue_span": _span(at.cue_span),
        "force": at.force,
        "role_span": _span(at.role),
        "evidence": [list(span) for span in at.evidence],
    }


def _figure(figure: Figure) -> Object:
    value = figure.value
    return {
        "start": figure.start,
        "end": figure.end,
        "text": figure.text,
        "value": list(value) if isinstance(value, tuple) else value,
        "bound": figure.bound,
        "approx": figure.approx,
        "unit": figure.unit,
        "what": figure.what,
        "kind": figure.kind,
        "as_of": figure.as_of,
        "place": figure.place,
        "said_by": figure.said_by,
        "said_by_span": _span(figure.said_by_span),
        "what_spans": [list(span) for span in figure.what_spans],
        "hedge_span": _span(figure.hedge_span),
        "as_of_span": _span(figure.as_of_span),
        "modality": figure.modality,
    }


def _origin(origin: Origin) -> Object:
    return {"id": origin.id, "party": origin.party, "occasion": origin.occasion, "claims": list(origin.claims)}


def _finding(finding: Finding) -> Object:
    return {
        "id": finding.id,
        "kind": finding.kind,
        "matter": finding.matter,
        "state": finding.state,
        "support": finding.support,
        "outlets": len(finding.outlets),
        "origins": len(finding.origins),
        "readings": [_reading(reading) for reading in finding.readings],
    }


def _reading(reading: Reading) -> Object:
    members = [{"claim": member.claim, "figure": member.figure} for member in reading.members]
    return {"text": reading.text, "relation": reading.relation, "members": members}


def _unused(unused: Unused) -> Object:
    at = unused.anchor
    return {"source": at.source, "start": at.start, "end": at.end, "reason": unused.reason}


def _notice(notice: Notice) -> Object:
    return {
        "code": notice.code,
        "source": notice.source,
        "start": notice.start,
        "end": notice.end,
        "message": notice.message,
        "path": notice.path,
    }


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else list(span)
