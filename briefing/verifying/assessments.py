"""The analyst's own text: is it what they wrote, whole, and are its numbers and quotations in the claims it cites?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.language.estimates import CONFIDENCE, LIKELIHOOD, estimates
from briefing.language.numbers import Written, written
from briefing.language.quotations import in_paragraph
from briefing.language.sameness import stand_in
from briefing.language.sentences import sentences
from briefing.model.briefing import CUT, Assessment, Datum, Judgement
from briefing.model.note import Note, NoteBlock
from briefing.model.source import Span
from briefing.verifying.evidence import Evidence
from briefing.verifying.refusal import refuse, shown
from briefing.verifying.tree import Node

CUTS = (CUT, "[...]", "…", "...")
"""What a quotation may leave words out with."""


def check_assessment(evidence: Evidence, node: Node) -> None:
    """Refuse an analyst's text that is not theirs, or says what its citations do not; anything else passes.

    Held together are a sentence and the claims cited in it: each number, in digits or words, and each quotation stands
    in one of them.
    """
    if not isinstance(node.value, Assessment):
        return
    made, request = node.value, evidence.briefing.request
    note = next((note for note in (request.notes if request else ()) if note.section == made.section), None)
    if note is None:
        refuse(f"assessment {made.id}", "the analyst wrote no such note")
    if (made.author.text if made.author else None) != note.author or len(made.judgements) != len(note.blocks):
        refuse(f"assessment {made.id}", f"it is not the whole of {note.path}", "print the note unchanged")
    for judgement, block in zip(made.judgements, note.blocks, strict=True):
        _is_written(note, judgement, block)
        for sentence in _sentences(judgement):
            cited = [evidence.claims[claim] for claim in sentence.claims if claim in evidence.claims]
            _check_sentence([claim.anchor.exact for claim in cited], note.place(block.line), sentence)


def check_all_printed(evidence: Evidence) -> None:
    """Refuse a briefing that leaves out the analyst's text for a section it prints, or puts it elsewhere."""
    briefing = evidence.briefing
    written_for = [note.section for note in (briefing.request.notes if briefing.request else ())]
    for section in briefing.sections:
        if written_for.count(section) != len(briefing.assessed(section)):
            refuse(f"section {section}", "it leaves out what the analyst wrote for it", "print the note")
    stray = next((each for each in briefing.assessments if each.section not in briefing.sections), None)
    if stray:
        refuse(f"assessment {stray.id}", f"this briefing prints no section {stray.section!r}", "leave it out")


def check_decided(evidence: Evidence, node: Node) -> None:
    """Refuse an analyst's note on a claim whose numbers and quotations are not in it; anything else passes."""
    piece = node.value
    if isinstance(piece, Datum) and piece.field == "note" and piece.of in evidence.claims:
        told = (ruling.decision for ruling in evidence.briefing.claims.rulings if piece.of in ruling.claims)
        made = next((each for each in told if each.text == piece.text), None)
        by = f" (decision {made.number}, {made.id})" if made else ""
        check_note(f"the analyst's note on {piece.of}{by}", piece.text, evidence.claims[piece.of].anchor.exact)


def check_note(place: str, text: str, claim: str) -> None:
    """Refuse a note, ``text``, of which a number or quotation is not in the words of the ``claim`` it is on.

    Raises VerificationError that names ``place``.
    """
    quoted = [q.outer for q in in_paragraph(text, 0, len(text))]
    for start, end in _joined(sentences(text, 0, len(text)), quoted):
        inside = tuple((a - start, b - start) for a, b in quoted if start <= a and b <= end)
        _check_sentence([claim], place, _Sentence(text[start:end], inside, ()))


def _is_written(note: Note, judgement: Judgement, block: NoteBlock) -> None:
    """The same words in the same stretches, each with the claims that the analyst cited there."""
    place = note.place(block.line)
    if any(part.voice != "analyst" for part in judgement.parts):
        refuse(place, f"{shown(judgement.text)} is the analyst's and looks like somebody else's", "print it as theirs")
    said = [part.text for part in judgement.parts]
    if said != [part.text for part in block.parts] or judgement.item != block.item:
        refuse(place, f"{shown(judgement.text)} is not what the analyst wrote", "print the note unchanged")
    for part, wrote in zip(judgement.parts, block.parts, strict=True):
        cited = [citation.claim or "" for citation in part.citations]
        named = [reference.claim for reference in wrote.references]
        if len(cited) != len(named) or not all(c.startswith(n) for c, n in zip(cited, named, strict=True)):
            refuse(place, f"it cites {cited} where the analyst wrote {named}", "lead each citation to its claim")


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of the analyst's, the quotations in it (spans without their marks), and the claims cited in it."""

    text: str
    quotations: tuple[Span, ...]
    claims: tuple[str, ...]


def _sentences(judgement: Judgement) -> Iterator[_Sentence]:
    """The sentences of a paragraph; a citation belongs to the one whose words it follows."""
    text = judgement.text
    quoted = [q.outer for q in in_paragraph(text, 0, len(text))]
    cited: list[tuple[int, str]] = []
    at = 0
    for part in judgement.parts:
        at += len(part.text)
        cited += [(at, citation.claim or "") for citation in part.citations]
    found = _joined(sentences(text, 0, len(text)), quoted)
    for index, (start, end) in enumerate(found):
        low = -1 if index == 0 else found[index - 1][1]
        high = len(text) if index == len(found) - 1 else end
        inside = [(a - start, b - start) for a, b in quoted if start <= a and b <= end]
        yield _Sentence(text[start:end], tuple(inside), tuple(claim for place, claim in cited if low < place <= high))


def _joined(found: Sequence[Span], quoted: Sequence[Span]) -> list[Span]:
    """The sentences, those that one quotation holds as one with what stands around it."""
    out: list[Span] = []
    for start, end in found:
        inside = out and any(a < out[-1][1] < b for a, b in quoted)
        if inside:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


def _check_sentence(texts: Sequence[str], place: str, sentence: _Sentence) -> None:
    """Refuse a sentence of which a number or quotation is in none of ``texts``, the claims it cites."""
    todo = "cite a claim that has it in this sentence" if not texts else "write it as the claim has it"
    for number in unsaid(sentence.text, texts):
        refuse(place, f"the number {shown(number.text)} is in no claim that the sentence cites", todo)
    for words in unquoted(sentence.text, sentence.quotations, texts):
        refuse(place, f"the quotation {shown(words)} is in no claim that the sentence cites", todo)
    _check_estimates(place, sentence)


def unsaid(text: str, texts: Sequence[str]) -> Iterator[Written]:
    """The numbers of ``text`` that none of ``texts`` says."""
    said = [number for each in texts for number in written(each)]
    return (number for number in written(text) if not any(number.is_said(other) for other in said))


def unquoted(text: str, quotations: Sequence[Span], texts: Sequence[str]) -> Iterator[str]:
    """The words of the ``quotations`` in ``text``, given with their marks, that stand in none of ``texts``."""
    words = (text[start:end].strip("“”„«»‹›‘’‚'\"`") for start, end in quotations)
    return (each for each in words if not any(stand_in(_uncut(each), other) for other in texts))


def _check_estimates(place: str, sentence: _Sentence) -> None:
    """ICD 203: how likely something is and how sure the analyst is of it never stand in one sentence."""
    own = list(sentence.text)
    for start, end in sentence.quotations:
        own[start:end] = " " * (end - start)
    found = estimates("".join(own))
    if {LIKELIHOOD, CONFIDENCE} <= set(found):
        what = f"{shown(found[CONFIDENCE])} and {shown(found[LIKELIHOOD])} stand in one sentence"
        refuse(place, f"{what}, a confidence and a likelihood (ICD 203)", "say them in two sentences")


def _uncut(words: str) -> list[str]:
    """The stretches of a quotation between its marks of a cut, without the comma or stop that may end a quotation."""
    for mark in CUTS:
        words = words.replace(mark, "\n")
    stretches = [part.strip() for part in words.split("\n")]
    return [part.rstrip(".,") if index == len(stretches) - 1 else part for index, part in enumerate(stretches) if part]
