"""Parity: a fact is the same in every edition. Editions choose and order; none says a thing differently."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from briefing.verifying.published.checks import Failure
from briefing.verifying.published.editions import Printed, Published
from briefing.verifying.refusal import shown

Claims = Mapping[str, Mapping[str, Any]]
"""Claims of a claims.json, by id."""
FIGURE = ("text", "value", "bound", "approx", "unit", "what", "as_of", "said_by")
SPANS = ("speaker_span", "cue_span", "role_span")
NAMES = {"words": "other-words", "speaker": "other-speaker", "force": "other-force", "figures": "other-figure"}
"""What a claim says, and the code of a difference in it."""

ANOTHER_RUN = "it was made of other sources than claims.json: build it again, or take it away"


@dataclass(frozen=True, slots=True)
class Row:
    """One claim: its words, and for each edition, in their order, "printed", "differs" or "" where it is left out."""

    claim: str
    words: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Parity:
    """The names of the editions compared, a row for each claim that one of them prints, and all that differs.

    An edition of another run is no edition compared: that it is one is told among what differs.
    """

    editions: tuple[str, ...]
    rows: tuple[Row, ...]
    differences: tuple[Failure, ...]


def parity(found: Sequence[Published], evidence: Mapping[str, Any] | None) -> Parity:
    """``found`` editions held against one claims.json: ``evidence``, or, where None, the first that one carries."""
    carried = [edition.claims for edition in found if edition.claims]
    truth = evidence or (carried[0] if carried else {})
    known = _by_id(truth)
    foreign = [edition for edition in found if _sources(edition.claims) - _sources(truth)]
    found = [edition for edition in found if edition not in foreign]
    strays = [Failure("another-run", edition.name, ANOTHER_RUN) for edition in foreign]
    differing = {edition.name: {f.where: f for f in _facts(known, edition)} for edition in found}
    others = [failure for edition in found for failure in _others(known, truth, edition)]
    told = [failure for each in differing.values() for failure in each.values()]
    printed = frozenset(claim for edition in found for claim in edition.printed)
    order = [*(claim for claim in known if claim in printed), *sorted(printed - set(known))]
    rows = tuple(_row(known, found, differing, claim) for claim in order)
    return Parity(tuple(edition.name for edition in found), rows, (*strays, *told, *others))


def _sources(claims: Mapping[str, Any]) -> set[str]:
    return {source["id"] for source in claims.get("sources", ())}


def _by_id(claims: Mapping[str, Any]) -> Claims:
    return {claim["id"]: claim for claim in claims.get("claims", ())}


def _row(known: Claims, found: Sequence[Published], differing: Mapping[str, Mapping[str, Failure]], claim: str) -> Row:
    cells = tuple(
        ""
        if claim not in edition.printed
        else "differs"
        if _where(edition, claim) in differing[edition.name]
        else "printed"
        for edition in found
    )
    return Row(claim, known[claim]["exact"] if claim in known else "", cells)


def _where(edition: Published, claim: str) -> str:
    return f"{edition.name}: claim {claim}"


def _said(claim: Mapping[str, Any]) -> dict[str, object]:
    """What a claim says that no edition may say otherwise."""
    at = claim["attribution"]
    figures = [[figure[name] for name in FIGURE] for figure in claim["figures"]]
    return {"words": claim["exact"], "speaker": at["speaker"], "force": at["force"], "figures": figures}


def _facts(known: Claims, edition: Published) -> Iterator[Failure]:
    """Claims that an edition carries, or whose words it prints, otherwise than they are."""
    for id_, claim in _by_id(edition.claims).items():
        if id_ not in known:
            continue
        was, now = _said(known[id_]), _said(claim)
        for part in (part for part in NAMES if was[part] != now[part]):
            what = f"its {part} {_told(now[part])}, elsewhere {_told(was[part])}"
            yield Failure(NAMES[part], _where(edition, id_), what)
    for statement in edition.statements:
        for (source, start, end), text in statement.words:
            for id_ in (id_ for id_ in statement.claims if id_ in known and known[id_]["source"] == source):
                low, exact = known[id_]["start"], known[id_]["exact"]
                if low <= start and end <= known[id_]["end"] and exact[start - low : end - low] != text:
                    what = f"it prints {shown(text)} for {shown(exact[start - low : end - low])}"
                    yield Failure("other-words", _where(edition, id_), what)


def _told(value: object) -> str:
    return shown(value) if isinstance(value, str) else str(value)


def _others(known: Claims, truth: Mapping[str, Any], edition: Published) -> Iterator[Failure]:
    """What stands in an edition and not in the claims, a consideration without its rule, a note nobody signed."""
    spans = _spans(truth)
    for statement in edition.statements:
        where = f"{edition.name}: statement {statement.id}"
        for claim in (claim for claim in statement.claims if claim not in known):
            yield Failure("unknown-claim", where, f"claim {claim} is not in claims.json")
        for (source, start, end), text in statement.words:
            if not any(low <= start and end <= high for low, high in spans.get(source, ())):
                yield Failure("unknown-words", where, f"{shown(text)} is no statement of claims.json")
        yield from _figure(known, statement, where)
        if statement.consideration and not (statement.rule and statement.claims):
            yield Failure("no-rule", where, "a consideration without its rule or the claims that raise it")
    for note in edition.notes:
        where = f"{edition.name}: note on {note.section}"
        if not note.author:
            yield Failure("no-author", where, "nobody signs it")
        if not note.path:
            yield Failure("no-place", where, "it does not say which file it stands in")


def _figure(known: Claims, statement: Printed, where: str) -> Iterator[Failure]:
    """The number of a key figure that is no figure of any claim."""
    for (source, start, end), text in statement.words if statement.numeral else ():
        figures = (f for claim in known.values() if claim["source"] == source for f in claim["figures"])
        if not any(figure["start"] <= start and end <= figure["end"] for figure in figures):
            yield Failure("unknown-figure", where, f"{shown(text)} is no figure of claims.json")


def _spans(truth: Mapping[str, Any]) -> dict[str, list[tuple[int, int]]]:
    """Where in each source a statement stands: claims, who makes them, what figures count, what was left unused."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for claim in truth.get("claims", ()):
        at = claim["attribution"]
        found = [[claim["start"], claim["end"]], *(at[name] for name in SPANS), *at["evidence"]]
        for figure in claim["figures"]:
            found += [*figure["what_spans"], figure["hedge_span"], figure["as_of_span"], figure["said_by_span"]]
        spans.setdefault(claim["source"], []).extend((low, high) for low, high in filter(None, found))
    for unused in truth.get("unused", ()):
        spans.setdefault(unused["source"], []).append((unused["start"], unused["end"]))
    return spans
