"""The analyst's own text, placed in the section it was written for, each citation led to the claim it names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from itertools import takewhile

from briefing.composing.edition import Edition
from briefing.errors import UsageError
from briefing.model.briefing import Assessment, Citation, Datum, Judgement, Statement
from briefing.model.claim import Claim
from briefing.model.note import Note, NoteBlock, NotePart, Reference
from briefing.model.notice import Notice

SHOWN = 60
"""Characters of a claim that a message quotes."""
MOST = 4
"""Claims that a message lists."""


def assessments(edition: Edition, sections: Sequence[str]) -> tuple[Assessment, ...]:
    """The analyst's text for each of ``sections`` that has any.

    Raises UsageError, with file and line, where a citation names no claim or more than one.
    """
    notes = {note.section: note for note in edition.request.notes}
    return tuple(_assessment(edition, notes[section]) for section in sections if section in notes)


def unprinted(edition: Edition, sections: Sequence[str]) -> tuple[Notice, ...]:
    """A Notice of each note whose section this audience does not print."""
    name = edition.audience.name
    message = "The audience {} prints no section {!r}, and so not this note."
    return tuple(
        Notice("note-not-printed", message.format(name, note.section), path=note.path, limits=False)
        for note in edition.request.notes
        if note.section not in sections
    )


def _assessment(edition: Edition, note: Note) -> Assessment:
    id_ = f"assessment-{note.section}"
    made = tuple(_judgement(edition, note, f"{id_}-{n}", block) for n, block in enumerate(note.blocks, 1))
    author = None
    if note.author:
        author = Statement(f"{id_}-author", "analyst", (Datum(note.author, "request", "author"),))
    return Assessment(id_, note.section, made, author)


def _judgement(edition: Edition, note: Note, id: str, block: NoteBlock) -> Judgement:  # noqa: A002
    parts = tuple(_part(edition, note, f"{id}-{n}", part) for n, part in enumerate(block.parts, 1))
    return Judgement(id, parts, block.item)


def _part(edition: Edition, note: Note, id: str, part: NotePart) -> Statement:  # noqa: A002
    cited = tuple(_citation(edition, note, reference) for reference in part.references)
    return Statement(id, "analyst", (Datum(part.text, "request", "note"),), cited)


def _citation(edition: Edition, note: Note, reference: Reference) -> Citation:
    claim = claim_named(edition, note.place(reference.line), reference.claim)
    return edition.cite(claim.anchor, claim.locator, claim.id)


def claim_named(edition: Edition, place: str, written: str) -> Claim:
    """The one claim whose id is, or begins with, what the analyst wrote. Raises UsageError, at ``place``, for none."""
    found = [claim for claim in edition.claims if claim.id.startswith(written)]
    if len(found) == 1:
        return found[0]
    if found:
        listed = ", ".join(claim.id for claim in found[:MOST]) + (", …" if len(found) > MOST else "")
        raise UsageError(place, f"{written} is the beginning of {len(found)} claims", f"write more of it: {listed}")
    near = _nearest(written, edition.claims)
    todo = f"did you mean {near.id}, “{_beginning(near)}”?" if near else "these sources make no claims"
    raise UsageError(place, f"there is no claim {written}", todo)


def _nearest(written: str, claims: Iterable[Claim]) -> Claim | None:
    """The claim whose id is most like ``written``: the longest beginning in common, then the most alike."""

    def likeness(claim: Claim) -> tuple[int, float]:
        """How alike the two are."""
        common = takewhile(lambda pair: pair[0] == pair[1], zip(written, claim.id, strict=False))
        return sum(1 for _ in common), SequenceMatcher(None, written, claim.id).ratio()

    return max(claims, key=likeness, default=None)


def _beginning(claim: Claim) -> str:
    words = " ".join(claim.anchor.exact.split())
    return words if len(words) <= SHOWN else words[: SHOWN - 1] + "…"
