"""The glossary: of the words an audience may need explained, those that the edition prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.composing.edition import Edition
from briefing.model.audience import Term
from briefing.model.briefing import Citation, GlossaryEntry, Statement, Words
from briefing.model.walk import nodes


def glossary(edition: Edition, told: Sequence[Statement]) -> tuple[GlossaryEntry, ...]:
    """An entry for each of the audience's terms that one of the statements ``told`` prints, by name."""
    text = "\n".join(statement.text for statement in told)
    used = [term for term in edition.audience.terms if term.found(text)]
    words = [piece for statement in told for piece in nodes(statement.pieces, Words)]
    entries = [_entry(edition, term, words) for term in used]
    return tuple(sorted(entries, key=lambda entry: entry.term.text.casefold()))


def _entry(edition: Edition, term: Term, words: Sequence[Words]) -> GlossaryEntry:
    id_ = f"glossary-{term.id}"
    name = replace(edition.told(id_, f"term-{term.id}"), citations=_place(edition, term, words))
    return GlossaryEntry(id_, name, edition.told(f"{id_}-means", f"means-{term.id}"))


def _place(edition: Edition, term: Term, words: Sequence[Words]) -> tuple[Citation, ...]:
    """Where the edition first prints the word as a source's own; nowhere where only the program uses it."""
    for anchor in (piece.anchor for piece in words):
        found = term.found(anchor.exact)
        passages = edition.passages[anchor.source] if found else ()
        for passage in passages:
            if found and passage.start <= anchor.start + found.start() < passage.end:
                low, high = anchor.start + found.start(), anchor.start + found.end()
                return (edition.cite(edition.sources[anchor.source].anchor(low, high), passage.locator),)
    return ()
