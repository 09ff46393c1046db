"""Where else a statement stands: are the sources told all that there are, each where it belongs, cited and counted?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

from briefing.language.wordings import Said, line_on, other_numbers, other_speaker, place_in_text
from briefing.model.briefing import Count, Datum, Phrase, Statement
from briefing.model.claim import Claim
from briefing.verifying.evidence import Evidence
from briefing.verifying.refusal import refuse, shown
from briefing.verifying.tree import Node, walk

LINES = ("also-in", "differs-in", "other-speaker-in", "others-in")
"""The labels of the notes on other sources."""


def check_elsewhere(evidence: Evidence, node: Node) -> None:
    """Refuse a note that leaves a source out, or tells, names or cites one that does not belong there; other parts
    pass."""
    statement = node.value
    if not isinstance(statement, Statement) or not statement.notes:
        return
    notes = [(piece.key, note) for note in statement.notes for piece in note.pieces if isinstance(piece, Phrase)]
    notes = [(key, note) for key, note in notes if key in LINES]
    if len({key for key, _ in notes}) < len(notes):
        refuse(node.name, "two of its notes tell one thing of other sources", "tell it in one")
    if not notes:
        return
    others = _others(evidence, statement.claims)
    mine = _said(evidence, statement.claims)
    wanted = {source: _line_on(evidence, mine, *found) for source, found in others.items()}
    for key, note in notes:
        _check_all_told(note, [source for source, line in wanted.items() if line == key])
        _check_named(evidence, note, {source: {*same, *rest} for source, (same, rest) in others.items()})


Others = tuple[list[str], list[str]]
"""The claims of another source on the same matter, by id: those of the same speaker or of nobody named, and others."""


def _others(evidence: Evidence, claims: Sequence[str]) -> Mapping[str, Others]:
    """The claims of other sources on the matters of ``claims``, by source."""
    found: dict[str, Others] = {}
    for claim in (evidence.claims[each] for each in claims):
        for other in _matched(evidence, claim):
            kept = found.setdefault(other.source, ([], []))[other_speaker(claim, other, evidence.fuller)]
            if other.id not in kept:
                kept.append(other.id)
    return found


def _line_on(evidence: Evidence, mine: Sequence[Said], same: Sequence[str], rest: Sequence[str]) -> str:
    """The label under which a source is to be told."""
    return line_on(mine, _said(evidence, same or rest), other_speaker=not same)


def _said(evidence: Evidence, claims: Iterable[str]) -> list[Said]:
    """What claims say, in the order of the text."""
    return [evidence.said(claim.id) for claim in sorted((evidence.claims[each] for each in claims), key=place_in_text)]


def _matched(evidence: Evidence, claim: Claim) -> Iterator[Claim]:
    """The claims of other sources that a finding holds to be the same statement, with no other number in them."""
    findings = (finding for finding in evidence.findings.get(claim.id, ()) if finding.kind == "statement")
    for other in (evidence.claims[member.claim] for finding in findings for member in finding.members):
        if other.source != claim.source and not other_numbers(claim, other):
            yield other


def _check_all_told(note: Statement, wanted: Sequence[str]) -> None:
    """Each source that belongs there is cited or counted, once."""
    counted = [source for node in walk(note.pieces) if isinstance(node.value, Count) for source in node.value.ids]
    told = [citation.source for citation in note.citations] + counted
    if sorted(told) != sorted(wanted):
        what = f"{shown(note.text)} tells of {len(told)} sources, and {len(wanted)} others are such"
        refuse(f"statement {note.id}", what, "cite or count each source of that kind once")


def _check_named(evidence: Evidence, note: Statement, others: Mapping[str, Set[str]]) -> None:
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
