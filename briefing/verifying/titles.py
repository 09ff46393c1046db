"""The analyst's title: marked as theirs, and with no number or quotation that the claims it stands on have not."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.language.quotations import in_paragraph
from briefing.model.briefing import Briefing, Card, Phrase, Statement
from briefing.model.claim import Claim
from briefing.model.walk import nodes
from briefing.verifying.assessments import unquoted, unsaid
from briefing.verifying.evidence import Evidence
from briefing.verifying.refusal import refuse, shown

WHERE = "the title (--title, or decide title)"
NOTE = "title-note-analyst"
PARTS = ("bottom_line", "key_figures", "statements", "implications", "agreement", "quotations", "claim_table")
"""The parts of a briefing that print claims."""
STEM = 5
"""Letters of a word that tell it from others."""


def check_title(evidence: Evidence) -> None:
    """Refuse an analyst's title that is not marked as theirs, or has a number or a quotation that is in none of the
    claims it cites, or, where it cites none, in none that the briefing prints. Other titles pass.

    A number that is part of a name ("week 3") and a date count nothing.
    """
    briefing = evidence.briefing
    title = briefing.title
    if title.voice != "analyst":
        return
    note = briefing.title_note.pieces if briefing.title_note else ()
    if [piece.key for piece in note if isinstance(piece, Phrase)] != [NOTE]:
        refuse(WHERE, "it is the analyst's and not marked as theirs", "print the line that says so")
    asked = briefing.request.title_claims if briefing.request else ()
    cited = [citation.claim or "" for citation in title.citations]
    if len(asked) != len(cited) or not all(c.startswith(w) for c, w in zip(cited, asked, strict=True)):
        refuse(WHERE, f"it cites {cited} where the analyst wrote {list(asked)}", "lead each citation to its claim")
    stands_on = cited or sorted(_printed(briefing))
    _check(WHERE, title.text, [evidence.claims[claim] for claim in stands_on if claim in evidence.claims], bool(cited))


def check_cited_title(place: str, text: str, claims: Sequence[Claim]) -> None:
    """Refuse a title, ``text``, of which a number or a quotation is in none of the ``claims`` it cites.

    Raises VerificationError that names ``place``.
    """
    _check(place, text, claims, cited=True)


def _printed(briefing: Briefing) -> set[str]:
    """The ids of the claims that the briefing prints."""
    roots = [getattr(briefing, part) for part in PARTS]
    told = {claim for root in roots for statement in nodes(root, Statement) for claim in statement.claims}
    return told | {cite.claim for card in nodes(briefing.key_figures, Card) for cite in card.citations if cite.claim}


def _check(place: str, text: str, claims: Sequence[Claim], cited: bool) -> None:
    where = "that it cites" if cited else "that the briefing prints"
    texts = [claim.anchor.exact for claim in claims]
    for number in unsaid(text, texts):
        dated = number.value is None and number.text[:1].isdigit()
        if not number.names and not dated:
            refuse(place, f"the number {shown(number.text)} is in no claim {where}", _todo(text, claims))
    quotations = [quotation.outer for quotation in in_paragraph(text, 0, len(text))]
    for quoted in unquoted(text, quotations, texts):
        refuse(place, f"the quotation {shown(quoted)} is in no claim {where}", _todo(text, claims))


def _todo(text: str, claims: Sequence[Claim]) -> str:
    """What to do, with the claim that has most words of the title."""
    own = _words(text)
    near = max(claims, key=lambda claim: len(own & _words(claim.anchor.exact)), default=None)
    if near is None:
        return "leave it out"
    return f"write it as the claim has it: the nearest, {near.id}, says {shown(near.anchor.exact)}"


def _words(text: str) -> set[str]:
    """The words that tell what a text is about, in lower case and without an ending."""
    return {word.lower()[:STEM] for word in re.findall(r"[^\W\d_]{4,}", text)}
