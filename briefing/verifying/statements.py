"""Each statement: does it print its voice's pieces alone, in the order of the text, with every cut marked?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NoReturn

from briefing.language.marks import is_marked, is_quotation_mark
from briefing.model.briefing import VOICES, Cut, Datum, Name, Phrase, Piece, RuleText, Statement, Words
from briefing.model.source import Span
from briefing.verifying.evidence import Evidence
from briefing.verifying.refusal import refuse, shown
from briefing.verifying.tree import Node, walk

OF_SOURCES = ("quoted", "reported", "own")
"""The voices that print a source's words and nothing of the program's."""
MARKS = ("quote-open", "quote-close")
"""The labels that a quotation may stand between."""
DECIDED = ("corrected", "corrected-added", "corrected-removed", "noted")
"""The labels of what the analyst decided on a claim."""


def check_statement(evidence: Evidence, node: Node) -> None:
    """Refuse a statement whose pieces do not fit its voice; anything that is no statement passes."""
    statement = node.value
    if not isinstance(statement, Statement):
        return
    if statement.voice not in VOICES:
        refuse(node.name, f"there is no voice {statement.voice!r}", f"use one of {', '.join(VOICES)}")
    unknown = [claim for claim in statement.claims if claim not in evidence.claims]
    if unknown:
        refuse(node.name, f"it prints claim {unknown[0]}, which this briefing does not have")
    if statement.voice in OF_SOURCES:
        _of_one_source(evidence, node.name, statement)
    if statement.voice == "quoted":
        _inside_quotation_marks(evidence, node.name, statement)
    if statement.voice == "consideration":
        _of_one_rule(node.name, statement)
    if statement.voice == "analyst" and not all(_of_analyst(evidence, piece) for piece in statement.pieces):
        refuse(node.name, "it speaks for the analyst and prints what the analyst did not ask for")
    _in_order(evidence, node.name, statement)


def _of_analyst(evidence: Evidence, piece: Piece) -> bool:
    """Whether a piece is what the analyst asked for, what they set right in a claim, or a line that tells of it."""
    if isinstance(piece, Phrase) and piece.key in DECIDED:
        return all(part.of in evidence.claims for part in piece.parts if isinstance(part, Datum))
    own = isinstance(piece, Datum) and piece.field == "now" and piece.of in evidence.claims
    return own or (isinstance(piece, Datum) and piece.of == "request")


def _of_one_source(evidence: Evidence, where: str, statement: Statement) -> None:
    """A source's voice prints Words, Names and Cuts of one source, and cites what it claims."""
    for piece in statement.pieces:
        marks = isinstance(piece, Phrase) and piece.key in MARKS and statement.voice == "quoted"
        if not isinstance(piece, Words | Name | Cut) and not marks:
            what = f"{shown(piece.text)} is no source's words in a statement of voice “{statement.voice}”"
            refuse(where, what, "print a source's words only, or give it another voice")
    of = {piece.anchor.source for piece in statement.pieces if isinstance(piece, Words)}
    if not of:
        refuse(where, f"it speaks as “{statement.voice}” and prints no words of a source")
    of |= {evidence.claims[claim].source for claim in statement.claims}
    of |= {evidence.claims[name.claim].source for name in _names(evidence, statement)}
    if len(of) > 1:
        refuse(where, f"it joins words of {' and '.join(sorted(evidence.name(s) for s in of))}", "print them apart")


def _names(evidence: Evidence, statement: Statement) -> Iterable[Name]:
    return (piece for piece in statement.pieces if isinstance(piece, Name) and piece.claim in evidence.claims)


def _of_one_rule(where: str, statement: Statement) -> None:
    """A consideration prints one rule's texts, and cites the claims that triggered it."""
    rules = {node.value.rule for piece in statement.pieces for node in walk(piece) if isinstance(node.value, RuleText)}
    if rules != {statement.rule}:
        refuse(where, f"it prints texts of {sorted(rules)} under rule {statement.rule}", "print the rule's texts")
    if not statement.claims or not statement.citations:
        refuse(where, f"rule {statement.rule} names no claim that triggered it", "cite the claims that do")


def _inside_quotation_marks(evidence: Evidence, where: str, statement: Statement) -> None:
    """Words of a quotation lie inside quotation marks in the source, but for marks and white space."""
    quotes = sorted(quote for claim in statement.claims for quote in evidence.claims[claim].quotes)
    for piece in statement.pieces:
        if not isinstance(piece, Words) or piece.anchor.source not in evidence.sources:
            continue
        source = evidence.sources[piece.anchor.source]
        outside = next((c for c in _outside(source.text, piece.anchor.span, quotes) if not _is_mark(c)), None)
        if outside is not None or not all(is_marked(source.text, quote) for quote in quotes):
            what = f"{shown(piece.text)} does not all stand in quotation marks in {evidence.name(source.id)}"
            refuse(where, what, "print it as reported")


def _outside(text: str, span: Span, quotes: Sequence[Span]) -> Iterable[str]:
    """The characters of ``text`` in ``span`` that no quote holds."""
    at, end = span
    for low, high in quotes:
        yield from text[at : min(low, end)]
        at = max(at, min(high, end))
    yield from text[at:end]


def _is_mark(character: str) -> bool:
    """Whether a character may stand between quotes: white space or a quotation mark."""
    return character.isspace() or is_quotation_mark(character)


def _in_order(evidence: Evidence, where: str, statement: Statement) -> None:
    """Words come in the order of the text; what lies between two is left out only at a Cut, or named by a Name."""
    last: Span | None = None
    cut = False
    for piece in statement.pieces:
        if isinstance(piece, Cut):
            cut = True
            continue
        span = _span(evidence, piece)
        if span is None:
            if not (isinstance(piece, Phrase) and piece.key in MARKS):
                last = None
            continue
        if last is not None:
            _follows(where, piece, last, span, cut=cut)
        last, cut = span, False


def _follows(where: str, piece: Piece, last: Span, span: Span, *, cut: bool) -> None:
    if span[0] < last[1]:
        _refuse_order(where, piece, "stands before the words printed ahead of it")
    if span[0] > last[1] and not cut:
        _refuse_order(where, piece, "does not follow the words printed ahead of it, and no cut is marked")
    if span[0] == last[1] and cut:
        _refuse_order(where, piece, "follows a mark of a cut where nothing is cut")


def _refuse_order(where: str, piece: Piece, what: str) -> NoReturn:
    refuse(where, f"{shown(piece.text)} {what}", "print words in the order of the text, with […] where some are cut")


def _span(evidence: Evidence, piece: Piece) -> Span | None:
    """Where in the source a piece of its words stands; a Name where the pronoun stood."""
    if isinstance(piece, Words):
        return piece.anchor.span
    if isinstance(piece, Name) and piece.claim in evidence.claims:
        return evidence.claims[piece.claim].attribution.speaker_span
    return None
