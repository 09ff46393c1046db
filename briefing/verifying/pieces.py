"""Each printed piece of text: is it what it stands on?"""

from __future__ import annotations

from briefing.errors import TemplateError
from briefing.language.labels import GAP
from briefing.language.printed_numbers import grouping
from briefing.language.pronouns import is_pronoun
from briefing.language.rule_translations import WRITTEN
from briefing.model.briefing import Count, Datum, Name, Phrase, Piece, RuleText, Words
from briefing.model.decision import ACTS
from briefing.verifying.evidence import Evidence
from briefing.verifying.refusal import refuse, refuse_estimate, shown
from briefing.verifying.rules import in_language, rule_texts
from briefing.verifying.stated import is_stated
from briefing.verifying.tree import Node, walk

COUNTED = {
    "n-sources": "sources",
    "n-outlets": "outlets",
    "n-origins": "origins",
    "n-sectors": "sectors",
    "n-matters": "findings",
    "n-statements": "claims",
    "limit-one-origin": "findings",
    "limit-unused": "places",
    "left-out": "claims",
    "claims-caption": "claims",
    "not-cited": "claims",
    "matters-caption-cut": "findings",
    "n-more-sources": "sources",
    "method-silenced": "silenced",
    "gap-withheld": "withheld",
    "bottom-line-withheld": "withheld",
    **{f"n-{act}": "decisions" for act in ACTS},
}
"""What a label's number must count, by the label's key."""
LISTED = ("sources-numbered",)
"""The labels whose plural form goes by the sources that they name and count, not by a number they print."""

PLURALS = (0, 1, 2, 3, 6, 11, 100, 1_000_000)
"""One number of each plural form of any language."""


def check_piece(evidence: Evidence, node: Node) -> None:
    """Refuse a piece that is not exactly what it stands on; anything that is no piece passes."""
    piece, where = node.value, node.name
    if isinstance(piece, Words):
        _words(evidence, where, piece)
    elif isinstance(piece, Name):
        _name(evidence, where, piece)
    elif isinstance(piece, Datum):
        _datum(evidence, where, piece)
    elif isinstance(piece, Count):
        _count(evidence, where, piece)
    elif isinstance(piece, RuleText):
        _rule_text(evidence, where, piece)
    elif isinstance(piece, Phrase):
        _phrase(evidence, where, piece)


def _words(evidence: Evidence, where: str, piece: Words) -> None:
    anchor = piece.anchor
    if not evidence.resolves(anchor):
        place = f"{anchor.start} to {anchor.end} of {evidence.name(anchor.source)}"
        refuse(where, f"{shown(anchor.exact)} is not what stands at {place}")


def _name(evidence: Evidence, where: str, piece: Name) -> None:
    claim = evidence.claims.get(piece.claim)
    if claim is None or claim.attribution.speaker != piece.name:
        refuse(where, f"{shown(piece.text)} is not the speaker that claim {piece.claim} resolves to")
    span = claim.attribution.speaker_span
    cut = evidence.sources[claim.source].text[slice(*span)] if span else ""
    if not is_pronoun(cut):
        refuse(where, f"{shown(piece.text)} stands in the place of {shown(cut)}, which is no pronoun")


def _datum(evidence: Evidence, where: str, piece: Datum) -> None:
    if not is_stated(evidence, piece):
        of = evidence.name(piece.of) if piece.of in evidence.sources else piece.of
        refuse(where, f"nobody stated {shown(piece.text)} as the {piece.field} of {of}", "print what was stated")


def _count(evidence: Evidence, where: str, piece: Count) -> None:
    if len(set(piece.ids)) != len(piece.ids):
        twice = next(name for name in piece.ids if piece.ids.count(name) > 1)
        refuse(where, f"the number {piece.text} counts {twice} twice", "count each id once")
    ids = frozenset(piece.ids)
    if not any(ids <= known for known in evidence.kinds.values()):
        known = frozenset().union(*evidence.kinds.values())
        strange = sorted(ids - known)
        what = f"{strange[0]}, which this briefing does not know" if strange else "ids of different kinds"
        refuse(where, f"the number {piece.text} counts {what}", "count the ids of one kind of thing")
    if piece.grouping != grouping(evidence.briefing.language):
        refuse(where, f"the number {piece.text} is not grouped as the page's language does", "count with the edition")


def _rule_text(evidence: Evidence, where: str, piece: RuleText) -> None:
    texts = rule_texts(piece.rule, piece.field)
    if piece.language == evidence.briefing.language != WRITTEN:
        texts = in_language(texts, piece.language)
    elif piece.language != WRITTEN:
        refuse(where, f"{shown(piece.text)} is not in the page's language or in that of rules", "print the rule's text")
    if piece.text not in texts:
        refuse(
            where, f"{shown(piece.text)} is not the text “{piece.field}” of rule {piece.rule}", "print the rule's text"
        )
    refuse_estimate(where, piece.text)


def _phrase(evidence: Evidence, where: str, piece: Phrase) -> None:
    kind = COUNTED.get(piece.key)
    counts = [part for part in piece.parts if isinstance(part, Count)]
    if kind and not all(frozenset(count.ids) <= evidence.kinds[kind] for count in counts):
        refuse(where, f"“{piece.key}” counts what are no {kind}", "count the ids of one kind of thing")
    numbers = {_listed(piece)} if piece.key in LISTED else {len(count.ids) for count in counts} or {0}
    if not any(_is_label(evidence, piece, number) for number in numbers):
        refuse(where, f"{shown(piece.text)} is not the label “{piece.key}” with its gaps filled", "use the catalogue's")


def _listed(piece: Phrase) -> int:
    """How many sources a list names by number, and counts."""
    parts = [node.value for node in walk(piece)]
    named = {part.of for part in parts if isinstance(part, Datum) and part.field == "number"}
    return len(named) + sum(len(part.ids) for part in parts if isinstance(part, Count))


def _is_label(evidence: Evidence, piece: Phrase, number: int) -> bool:
    """Whether the phrase is its label for ``number``: a label with plural forms prints or lists as many."""
    try:
        forms = {n: evidence.labels.pattern(piece.key, n) for n in (number, *PLURALS)}
    except TemplateError:
        return False
    filled = _gaps(piece, forms[number])
    if filled is None:
        return False
    told = filled.get("n")
    printed = piece.key in LISTED or (isinstance(told, Count) and len(told.ids) == number)
    return printed or len(set(forms.values())) == 1


def _gaps(piece: Phrase, pattern: str) -> dict[str, Piece] | None:
    """The piece in each gap, or None where the parts are not the pattern's texts with one piece for each gap."""
    filled: dict[str, Piece] = {}
    parts = iter(piece.parts)
    for index, expected in enumerate(GAP.split(pattern)):
        if expected == "":
            continue
        given = next(parts, None)
        if index % 2 == 0 and given != expected:
            return None
        if index % 2 == 1 and (given is None or isinstance(given, str) or filled.setdefault(expected, given) != given):
            return None
    return filled if next(parts, None) is None else None
