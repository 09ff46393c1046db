"""The table of claims and the glossary: is all in it that the page prints, and nothing else?"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model.briefing import (
    Briefing,
    ClaimRow,
    ClaimTable,
    Datum,
    GlossaryEntry,
    Statement,
    Words,
)
from briefing.verifying.evidence import Evidence
from briefing.verifying.refusal import refuse, shown
from briefing.verifying.tree import Node, walk

BESIDE = ("sources", "annex", "glossary")
"""The sections whose statements tell no claim and need no word explained."""


def check_tables(evidence: Evidence, node: Node) -> None:
    """Refuse a table of claims that lacks one the edition prints, a row that is not its claim's, and an entry of the
    glossary that explains what nobody reads; anything else passes."""
    if isinstance(node.value, ClaimTable):
        _whole(evidence, node.value)
    elif isinstance(node.value, ClaimRow):
        _row(evidence, node.value)
    elif isinstance(node.value, GlossaryEntry):
        _explained(evidence, node.value)


def _whole(evidence: Evidence, table: ClaimTable) -> None:
    there = {claim for row in table.rows for claim in row.words.claims}
    for statement in _printed(evidence.briefing):
        for claim in statement.claims:
            if claim not in there:
                refuse(f"statement {statement.id}", f"claim {claim} is not in the table of claims", "give it a row")


def _row(evidence: Evidence, row: ClaimRow) -> None:
    claim = evidence.claims.get(row.words.claims[0]) if len(row.words.claims) == 1 else None
    if claim is None or not row.words.citations:
        refuse(f"row {row.id}", "it prints no claim, or does not say where it stands", "give each claim a row")
    if [piece.key for piece in row.form.pieces if not isinstance(piece, str)] != [f"form-{claim.form}"]:  # type: ignore[union-attr]
        refuse(f"row {row.id}", f"claim {claim.id} is no “{row.form.text}”", "print the claim's form")
    told = [n.value for n in walk(row.who) if isinstance(n.value, Datum) and n.value.field == "speaker"]
    if [datum.text for datum in told] != ([claim.attribution.speaker] if claim.attribution.speaker else []):
        refuse(f"row {row.id}", f"{shown(row.who.text)} is not who says claim {claim.id}", "print its speaker")
    spans = [n.value.anchor.span for n in walk(row.figures) if isinstance(n.value, Words)] if row.figures else []
    if spans != [(figure.start, figure.end) for figure in claim.figures]:
        refuse(f"row {row.id}", f"its figures are not those of claim {claim.id}", "print all of them, in order")


def _explained(evidence: Evidence, entry: GlossaryEntry) -> None:
    term = next((t for t in evidence.briefing.audience.terms if entry.id == f"glossary-{t.id}"), None)
    if term is None:
        refuse(f"glossary entry {entry.id}", "the audience explains no such word", "add it to its glossary.toml")
    if not any(term.found(statement.text) for statement in _printed(evidence.briefing)):
        refuse(f"glossary entry {entry.id}", f"the edition does not print {shown(entry.term.text)}", "leave it out")


def _printed(briefing: Briefing) -> Iterator[Statement]:
    """The statements of the title and of the sections that print claims or words to explain."""
    sections = [section for section in briefing.sections if section not in BESIDE]
    roots = [briefing.title, *(part for section in sections for part in briefing.contents(section))]
    roots += [briefing.assessed(section) for section in sections]
    return (node.value for root in roots for node in walk(root) if isinstance(node.value, Statement))
