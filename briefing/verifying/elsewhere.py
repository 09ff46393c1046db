"""Where else a statement stands: are the sources told all that there are, each where it belongs, cited and counted?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set

from briefing.language.wordings import other_numbers, same_words
from briefing.model.briefing import Count, Datum, Phrase, Statement
from briefing.model.claim import Claim
from briefing.verifying.evidence import Evidence
from briefing.verifying.refusal import refuse, shown
from briefing.verifying.tree import Node, walk

IN_SAME_WORDS = {"also-in": True, "differs-in": False}
"""The labels of the notes on other sources, and whether they tell of the same words."""


def check_elsewhere(evidence: Evidence, node: Node) -> None:
    """Refuse a note that leaves a source out, or tells, names or cites one that does not belong there; other parts
    pass."""
    statement = node.value
    if not isinstance(statement, Statement) or not statement.notes:
        return
    notes = [(piece.key, note) for note in statement.notes for piece in note.pieces if isinstance(piece, Phrase)]
    notes = [(key, note) for key, note in notes if key in IN_SAME_WORDS]
    if len({key for key, _ in notes}) < len(notes):
        refuse(node.name, "two of its notes tell one thing of other sources", "tell it in one")
    if not notes:
        return
    others = _others(evidence, statement.claims)
    mine = [evidence.said[claim] for claim in statement.claims if claim in evidence.said]
    same = {s for s, found in others.items() if same_words(mine, [evidence.said[c] for c in found])}
    for key, note in notes:
        wanted = same if IN_SAME_WORDS[key] else others.keys() - same
        _check_all_told(note, wanted)
        _check_named(evidence, note, others)


def _others(evidence: Evidence, claims: Sequence[str]) -> Mapping[str, Sequence[str]]:
    """The claims of other sources on the matters of ``claims``, by source."""
    found: dict[str, list[str]] = {}
    for claim in claims:
        for other in _matched(evidence, evidence.claims[claim]):
            if other.id not in found.setdefault(other.source, []):
                found[other.source].append(other.id)
    return found


def _matched(evidence: Evidence, claim: Claim) -> Iterator[Claim]:
    """The claims of other sources that a finding holds to be the same statement, with no other number in them."""
    findings = (finding for finding in evidence.findings.get(claim.id, ()) if finding.kind == "statement")
    for other in (evidence.claims[member.claim] for finding in findings for member in finding.members):
        if other.source != claim.source and not other_numbers(claim, other):
            yield other


def _check_all_told(note: Statement, wanted: Set[str]) -> None:
    """Each source that belongs there is cited or counted, once."""
    counted = [source for node in walk(note.pieces) if isinstance(node.value, Count) for source in node.value.ids]
    told = [citation.source for citation in note.citations] + counted
    if sorted(told) != sorted(wanted):
        what = f"{shown(note.text)} tells of {len(told)} sources, and {len(wanted)} others are such"
        refuse(f"statement {note.id}", what, "cite or count each source of that kind once")


def _check_named(evidence: Evidence, note: Statement, others: Mapping[str, Sequence[str]]) -> None:
    """Each source that is cited is named, by number or publisher, and no other; its citation is of such a claim."""
    names = [node.value for node in walk(note.pieces) if isinstance(node.value, Datum)]
    for citation in note.citations:
        publisher = evidence.sources[citation.source].stated("publisher")
        if not any(name.of == citation.source or name.text == publisher for name in names):
            refuse(f"statement {note.id}", f"{shown(note.text)} does not name {evidence.name(citation.source)}")
        if citation.claim not in others[citation.source]:
            refuse(f"statement {note.id}", f"its citation {citation.id} is of no statement on the same matter")
    strange = {name.of for name in names} - {citation.source for citation in note.citations}
    if strange:
        refuse(f"statement {note.id}", f"{shown(note.text)} names {evidence.name(min(strange))} without citing it")
