"""Numbers: is every card's number its figure, whole and hedged, and every support mark its finding's?"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from briefing.model.briefing import Card, Citation, Count, Datum, Row, Statement, Words
from briefing.model.claim import Claim, Figure
from briefing.model.decision import Correction
from briefing.model.finding import AGREEING, Finding, Member
from briefing.model.source import Span
from briefing.verifying.evidence import Evidence
from briefing.verifying.refusal import refuse, shown
from briefing.verifying.tree import Node, walk


def check_numbers(evidence: Evidence, node: Node) -> None:
    """Refuse a card or a row whose numbers are not those of a figure and a finding; anything else passes."""
    if isinstance(node.value, Card):
        check_card(evidence, node.value)
    elif isinstance(node.value, Row):
        cited = [citation for cell in node.value.cells for mark in cell.marks for citation in mark.citations]
        check_mark(evidence, f"row {node.value.id}", node.value.mark, cited)


def check_card(evidence: Evidence, card: Card) -> None:
    """Refuse a card whose numeral, hedge or marks are not those of one figure and its finding."""
    where = f"card {card.id}"
    if card.missing or card.numeral is None:
        if card.numeral is not None or card.unit is not None or card.mark is not None or not card.missing:
            refuse(where, "it says that no figure is given, or leaves the numeral out", "print one or the other")
        return
    found = [pair for pair in _figures(evidence, card.citations) if _prints(card, *pair) or _is_set_right(card, *pair)]
    if not found:
        shown_ = f"{card.numeral.text} {card.unit.text if card.unit else ''}".strip()
        refuse(where, f"{shown(shown_)} is no figure of the claims it cites, hedge and unit included")
    marked = check_mark(evidence, where, card.mark, card.citations)
    printed = {Member(claim.id, claim.figures.index(figure)) for claim, figure in found}
    _check_cited(evidence, where, card, printed)
    counts = set(_counts(card.support))
    if marked and not any(counts <= {f.outlets, f.origins} and printed & set(f.members) for f in marked):
        told = shown(card.support.text if card.support else "")
        refuse(where, f"{told} is not what finding {marked[0].id} counts")


def _check_cited(evidence: Evidence, where: str, card: Card, printed: set[Member]) -> None:
    """Refuse a card that cites a passage with another number of its matter than the one it prints."""
    cited = [citation.claim for citation in card.citations if citation.claim]
    findings = {f.id: f for claim in cited for f in evidence.findings.get(claim, ()) if printed & set(f.members)}
    if findings and not any(
        {member.claim for member in _agreeing(f, printed)} >= set(cited) for f in findings.values()
    ):
        refuse(where, "it cites a passage that does not carry its number", "cite the number's own reading")


def _agreeing(finding: Finding, printed: set[Member]) -> Iterable[Member]:
    """The members of the reading that is printed; where that is the first, also of those that agree with it."""
    for at, reading in enumerate(finding.readings):
        if printed & set(reading.members):
            agreeing = [r for r in finding.readings if r.relation in AGREEING] if at == 0 else []
            yield from (member for each in (reading, *agreeing) for member in each.members)


def _counts(statement: Statement | None) -> Iterable[tuple[str, ...]]:
    """What a statement counts: the ids of each of its numbers."""
    if statement is not None:
        yield from (node.value.ids for node in walk(statement) if isinstance(node.value, Count))


def _figures(evidence: Evidence, citations: Iterable[Citation]) -> Iterable[tuple[Claim, Figure]]:
    """The figures of the claims that are cited."""
    claims = (evidence.claims[c.claim] for c in citations if c.claim and c.claim in evidence.claims)
    yield from ((claim, figure) for claim in claims for figure in claim.figures)


def _is_set_right(card: Card, claim: Claim, figure: Figure) -> bool:
    """Whether the numeral is the value that the analyst gives ``figure``, as theirs, and a note tells of it."""
    corrected = _value_correction(claim, figure)
    if corrected is None or card.numeral is None or card.unit is not None or card.numeral.voice != "analyst":
        return False
    now, was = Datum(corrected.now, claim.id, "now"), Datum(corrected.was, claim.id, "was")
    told = [{node.value for node in walk(note) if isinstance(node.value, Datum)} for note in card.notes]
    return card.numeral.pieces == (now,) and any({now, was} <= data for data in told) and _hedged(card, claim, figure)


def _value_correction(claim: Claim, figure: Figure) -> Correction | None:
    """What the analyst set right in a figure's value, if they did."""
    index = claim.figures.index(figure)
    made = (each for each in claim.corrections if (each.figure, each.field) == (index, "value") and each.now)
    return next(made, None)


def _prints(card: Card, claim: Claim, figure: Figure) -> bool:
    """Whether numeral and unit are the words of ``figure``, whole, with its hedge where it has one.

    A figure whose value the analyst set right is not printed as its source has it.
    """
    if _value_correction(claim, figure):
        return False
    printed = [_one_span(part, claim.source) for part in (card.numeral, card.unit) if part is not None]
    if None in printed or not printed:
        return False
    spans = [span for span in printed if span is not None]
    whole = spans[0][0] == figure.start and spans[-1][1] == figure.end
    gaps = [_between(claim, low[1], high[0]) for low, high in pairwise(spans)]
    return whole and not any(gap.strip() for gap in gaps) and _hedged(card, claim, figure)


def _hedged(card: Card, claim: Claim, figure: Figure) -> bool:
    """Whether the figure's hedge is printed with it, where it has one."""
    printed = _one_span(card.hedge, claim.source) if card.hedge else None
    return figure.hedge_span is None or printed == figure.hedge_span


def _between(claim: Claim, start: int, end: int) -> str:
    """The words of a claim's passage from ``start`` to ``end`` (code points into its source)."""
    return claim.anchor.exact[start - claim.anchor.start : end - claim.anchor.start]


def _one_span(statement: Statement, source: str) -> Span | None:
    """The span of a statement that is one stretch of words of ``source``, else None."""
    if len(statement.pieces) != 1 or not isinstance(statement.pieces[0], Words):
        return None
    anchor = statement.pieces[0].anchor
    return anchor.span if anchor.source == source else None


def check_mark(
    evidence: Evidence, where: str, mark: tuple[int, int] | None, citations: Iterable[Citation]
) -> list[Finding]:
    """The findings that a support mark may picture. Refuses a mark that no finding of the cited claims has."""
    if mark is None:
        return []
    claims = [citation.claim for citation in citations if citation.claim]
    of = [finding for claim in claims[:1] for finding in evidence.findings.get(claim, ())]
    found = [f for f in of if (len(f.outlets), len(f.origins)) == mark and {m.claim for m in f.members} >= set(claims)]
    if not found:
        refuse(
            where, f"no finding of its claims has {mark[0]} outlets and {mark[1]} origins", "take the finding's counts"
        )
    return found
