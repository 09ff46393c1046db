"""Where the sources agree, differ and are silent: matters against sources, wordings side by side, inconsistencies."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.composing.counted_words import figure_words
from briefing.composing.edition import Edition
from briefing.composing.key_figures import is_time, points, told
from briefing.composing.matrix import columns, row
from briefing.composing.ranking import score
from briefing.composing.wordings import variants
from briefing.model.briefing import Agreement, Count, Cut, Inconsistency, Matrix, Piece, Row, Statement, Words
from briefing.model.claim import Claim, Figure
from briefing.model.finding import Finding
from briefing.model.source import Span

TOKEN = re.compile(r"\S+")
SHORTEST, LONGEST = 4, 14
"""Words of a matter's head: a content with fewer says too little, a longer one is cut."""


def agreement(edition: Edition) -> Agreement:
    """The whole section."""
    shared = edition.once(matters)
    several = [finding for finding in shared if len(edition.spread(finding)) > 1]
    corroborated = [finding.id for finding in shared if finding.second_origin]
    conflicts = [f.id for f in shared if f.disputed]
    return Agreement(
        summary=_summary(edition, [finding.id for finding in several], corroborated, conflicts),
        matrix=_matrix(edition, shared) if shared else None,
        variants=variants(edition, shared),
        inconsistencies=_inconsistencies(edition),
    )


def matters(edition: Edition) -> list[Finding]:
    """The findings that more than one outlet or more than one reading makes worth comparing, most wanted first."""
    found = [f for f in edition.file.grouping.findings if len(edition.spread(f)) > 1 or _differs(f)]
    worth = [f for f in found if f.disputed or f.kind != "figure" or not is_time(edition, f)]
    return sorted(worth, key=lambda finding: (-len(edition.spread(finding)), -_wanted(edition, finding), finding.id))


def _differs(finding: Finding) -> bool:
    """Whether its readings are more than a whole and its parts."""
    return any(reading.relation != "subset" for reading in finding.readings[1:])


def _wanted(edition: Edition, finding: Finding) -> float:
    best = max(score(edition, edition.by_id[member.claim]) for member in finding.members)
    return best + (points(edition, finding) if finding.kind == "figure" else 0)


def _summary(
    edition: Edition, several: Sequence[str], corroborated: Sequence[str], conflicts: Sequence[str]
) -> Statement:
    """How many matters are in several sources, have a second origin, are in conflict, by ids of findings.

    Where nothing is in conflict it says how many claims were compared with nothing.
    """
    if not (several or corroborated or conflicts):
        return edition.told("agreement-summary", "agreement-none", alone=alone(edition))
    return edition.told(
        "agreement-summary",
        "agreement-summary",
        n=edition.count(several),
        corroborated=edition.counted("n-corroborated" if corroborated else "none-corroborated", corroborated),
        conflicts=edition.counted("n-conflicts", conflicts)
        if conflicts
        else edition.phrase("none-conflicts", alone=alone(edition)),
    )


def compared(edition: Edition) -> frozenset[str]:
    """The ids of the claims on matters that more than one outlet tells: all others were compared with nothing."""
    several = (finding for finding in edition.once(matters) if len(edition.spread(finding)) > 1)
    return frozenset(member.claim for finding in several for member in finding.members)


def alone(edition: Edition) -> Count:
    """How many claims were compared with nothing."""
    return edition.count(claim.id for claim in edition.claims if claim.id not in edition.once(compared))


def _matrix(edition: Edition, shared: Sequence[Finding]) -> Matrix:
    findings, rest = shared[: edition.audience.matters], shared[edition.audience.matters :]
    heads = columns(edition, "matters")
    distinct = {"".join(piece.text for piece in _head(edition, finding)): finding for finding in reversed(findings)}
    rows = tuple(_row(edition, heads, finding, n) for n, finding in enumerate(reversed(distinct.values()), 1))
    caption = edition.told("matters-caption", "matters-caption")
    if rest:
        n = edition.count(finding.id for finding in rest)
        caption = edition.told("matters-caption", "matters-caption-cut", n=n)
    return Matrix(caption, "matrix-matter", "matrix-agreement", heads, rows)


def _row(edition: Edition, heads: Sequence[Statement], finding: Finding, n: int) -> Row:
    claims = list({member.claim: edition.by_id[member.claim] for member in finding.members}.values())
    head = Statement(f"matter-{n}", "reported", _head(edition, finding))
    how = edition.phrase(f"relation-{relation(finding)}")
    id_ = f"matter-{n}-outcome"
    disputed = finding.support == "corroborated" and finding.disputed
    if finding.support == "single" or disputed:  # what is counted stands behind the first reading alone
        outcome = edition.told(id_, "matter-relation", relation=how)
    else:
        support = edition.phrase(f"support-{finding.support}")
        outcome = edition.told(id_, "matter-outcome", relation=how, support=support)
    return row(edition, heads, head, claims, outcome, (len(finding.outlets), len(finding.origins)))


def relation(finding: Finding) -> str:
    """The word for a whole finding: the relation that matters most among its readings."""
    found = [reading.relation for reading in finding.readings if reading.relation]
    order = ("conflict", "withdrawn", "update", "variant", "subset", "bound", "rounding", "same")
    return next((name for name in order if name in found), "same")


def _head(edition: Edition, finding: Finding) -> tuple[Piece, ...]:
    """The matter in the sources' own words: the first reading's figure, or the shortest content."""
    if finding.kind == "figure":
        claim, figure = told(edition, finding.readings[0])[0]
        return _number(edition, claim, figure)
    start, end, source = min(_contents(edition, finding))[2:]
    words = list(TOKEN.finditer(edition.sources[source].text, start, end))
    if len(words) <= LONGEST:
        return (edition.words(source, start, end),)
    return edition.words(source, start, words[LONGEST - 1].end()), Cut(before=True)


def _number(edition: Edition, claim: Claim, figure: Figure) -> tuple[Piece, ...]:
    """A figure's numeral with its hedge and what it counts, also where that stands apart from it."""
    printed = figure_words(figure)
    if len(figure.what_spans) != 1 or printed[1] != figure.end:
        return (edition.words(claim.source, *printed),)
    (low, end), (start, high) = sorted((printed, figure.what_spans[0]))
    if start <= end or edition.sources[claim.source].text[end:start].isspace():
        return (edition.words(claim.source, low, max(end, high)),)
    return edition.words(claim.source, low, end), Cut(before=True, after=True), edition.words(claim.source, start, high)


def _contents(edition: Edition, finding: Finding) -> Iterator[tuple[bool, int, int, int, str]]:
    """Each member's content as what to sort by: too short to say anything, length; then its place."""
    for member in finding.members:
        claim = edition.by_id[member.claim]
        for start, end in claim.content:
            words = len(TOKEN.findall(edition.sources[claim.source].text[start:end]))
            yield words < SHORTEST, words, start, end, claim.source


def _inconsistencies(edition: Edition) -> tuple[Inconsistency, ...]:
    """Passages within one source that do not fit together, as grouping noticed them."""
    found: dict[str, list[Span]] = {}
    for notice in edition.file.grouping.notices:
        if notice.code == "inconsistent-within-source" and notice.source and notice.start is not None:
            found.setdefault(notice.source, []).append((notice.start, notice.end or notice.start + 1))
    return tuple(_inconsistency(edition, f"within-{edition.numbers[s]}", s, spans) for s, spans in found.items())


def _inconsistency(edition: Edition, id: str, source: str, spans: Sequence[Span]) -> Inconsistency:  # noqa: A002
    text = edition.sources[source]
    made = []
    for n, span in enumerate(dict.fromkeys(spans), 1):
        passage = next(p for p in edition.passages[source] if p.start <= span[0] < p.end)
        cited = (edition.cite(text.anchor(*span), passage.locator),)
        made.append(Statement(f"{id}-{n}", "reported", (Words(text.anchor(*span)),), cited, language=text.language))
    head = edition.told(f"{id}-head", "within-head", source=edition.source_name(source))
    return Inconsistency(id, head, tuple(made), edition.told(f"{id}-note", "within-note"))
