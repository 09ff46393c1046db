"""What the analyst decided, shown where it tells: beside the words, never in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefing.composing.edition import Edition
from briefing.model.briefing import Briefing, Card, Datum, Phrase, Statement, Words
from briefing.model.claim import Claim
from briefing.model.decision import Correction
from briefing.model.walk import nodes, rewritten

VOICES = ("quoted", "reported", "own")
"""The voices of statements that print claims."""
COUNTED = ("accept", "correct", "reject", "merge", "split", "same-origin", "different-origin", "pin")
"""The acts that the method section counts, in this order."""


def with_decisions(edition: Edition, briefing: Briefing) -> Briefing:
    """The briefing with what the analyst set right or noted, beneath what prints such a claim."""
    remarked = {claim.id for claim in edition.claims if claim.corrections} | set(edition.noted)
    if not remarked:
        return briefing

    def marked(statement: Statement) -> Statement:
        """A statement of claims with what was decided on them; another as it is."""
        claims = [edition.by_id[claim] for claim in statement.claims if claim in remarked]
        if not claims or statement.voice not in VOICES:
            return statement
        items = tuple(replace(item, notes=()) for item in statement.items)  # told once, beneath the list
        return replace(statement, items=items, notes=(*statement.notes, *_notes(edition, statement.id, claims)))

    def carded(card: Card) -> Card:
        """A card with what was set right in its figure; the analyst's value stands in the numeral's place."""
        made = list(_of_figure(edition, card))
        notes = tuple(_set_right(edition, f"{card.id}-decided-{n}", *each) for n, each in enumerate(made, 1))
        value = next(((claim, each) for claim, each in made if each.field == "value" and each.now), None)
        if value is None or card.numeral is None:
            return replace(card, notes=notes)
        numeral = Statement(card.numeral.id, "analyst", (Datum(value[1].now, value[0].id, "now"),))
        return replace(card, numeral=numeral, unit=None, notes=notes)

    briefing = rewritten(briefing, Card, carded)
    return replace(
        briefing,
        bottom_line=rewritten(briefing.bottom_line, Statement, marked),
        statements=rewritten(briefing.statements, Statement, marked),
        implications=rewritten(briefing.implications, Statement, marked),
        quotations=rewritten(briefing.quotations, Statement, marked),
    )


def _notes(edition: Edition, id: str, claims: Iterable[Claim]) -> Iterator[Statement]:  # noqa: A002
    """A line a correction and a line a note, of claims printed together."""
    told = [_correction(edition, claim, each) for claim in claims for each in claim.corrections]
    told += [
        edition.phrase("noted", text=Datum(text, claim.id, "note"))
        for claim in claims
        for text in edition.noted.get(claim.id, ())
    ]
    for number, phrase in enumerate(told, 1):
        yield Statement(f"{id}-decided-{number}", "analyst", (phrase,))


def _of_figure(edition: Edition, card: Card) -> Iterator[tuple[Claim, Correction]]:
    """What was set right in the figure whose numeral a card prints, with its claim."""
    spans = {(words.anchor.source, words.anchor.start) for words in nodes(card.numeral, Words)}
    for claim in (edition.by_id[cite.claim] for cite in card.citations if cite.claim):
        for each in claim.corrections:
            if each.figure is not None and (claim.source, claim.figures[each.figure].start) in spans:
                yield claim, each


def _set_right(edition: Edition, id: str, claim: Claim, made: Correction) -> Statement:  # noqa: A002
    """The line that tells a correction."""
    return Statement(id, "analyst", (_correction(edition, claim, made),))


def _correction(edition: Edition, claim: Claim, made: Correction) -> Phrase:
    """What a correction says: what it is now, and what was read before."""
    field = edition.phrase(f"field-{made.field}")
    now, was = Datum(made.now, claim.id, "now"), Datum(made.was, claim.id, "was")
    if not made.was:
        return edition.phrase("corrected-added", field=field, now=now)
    if not made.now:
        return edition.phrase("corrected-removed", field=field, was=was)
    return edition.phrase("corrected", field=field, now=now, was=was)


def method(edition: Edition) -> tuple[Statement, ...]:
    """The lines of the method section on what the analyst decided, and on the checks that they silenced."""
    lines: list[Statement] = []
    counted = list(_counted(edition))
    if counted:
        lines.append(edition.told("method-decided", "method-decided", counts=edition.list_of(counted)))
    if edition.request.silenced:
        codes = [code for code, _ in edition.request.silenced]
        said = [_silenced(edition, code, reason) for code, reason in edition.request.silenced]
        n, which = edition.count(codes), edition.list_of(said)
        lines.append(edition.told("method-silenced", "method-silenced", n=n, which=which))
    return tuple(lines)


def _silenced(edition: Edition, code: str, reason: str) -> Phrase:
    return edition.phrase(
        "silenced", code=Datum(code, "request", "silenced"), reason=Datum(reason, "request", "silenced")
    )


def _counted(edition: Edition) -> Sequence[Phrase]:
    rulings = [ruling for ruling in edition.file.rulings if ruling.state == "applied"]
    by_act = {act: [r.decision.id for r in rulings if r.decision.act == act] for act in COUNTED}
    return [edition.counted(f"n-{act}", ids) for act, ids in by_act.items() if ids]
