"""Where else a statement stands: in the same words, or in others; one line for each, naming a few sources."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.composing.edition import Edition
from briefing.language.wordings import Said, other_numbers, said, same_words
from briefing.model.briefing import Datum, Phrase, Piece, Statement
from briefing.model.claim import Claim

MOST = 3
"""Other sources that the lines beneath one statement name, at most; they count the rest."""


def elsewhere(edition: Edition, id: str, claims: Sequence[Claim]) -> tuple[Statement, ...]:  # noqa: A002
    """The lines beneath a statement of ``claims``, which stand in one place: who has it too, who words it differently.

    A source has it too where it says all of it and no more, and puts it in the same way.
    """
    mine = [_said(edition, claim) for claim in claims]
    also: list[Claim] = []
    differs: list[Claim] = []
    for others in _others(edition, claims).values():
        theirs = [_said(edition, other) for other in others]
        if same_words(mine, theirs):
            also.append(next((other for other, made in zip(others, theirs, strict=True) if made in mine), others[0]))
        else:
            differs.append(others[0])
    room = MOST - min(len(also), max(1, MOST - len(differs)))  # another wording is worth more than one more copy
    told = [(key, found, most) for key, found, most in (("also-in", also, MOST - room), ("differs-in", differs, room))]
    lines = [(key, found, most) for key, found, most in told if found]
    return tuple(_line(edition, f"{id}-{n}", key, found, most) for n, (key, found, most) in enumerate(lines, 1))


def _others(edition: Edition, claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    """What other sources say on the matters of ``claims``, by source in the order of their numbers."""
    found: dict[str, list[Claim]] = {}
    for other in dict.fromkeys(_matched(edition, claims)):
        found.setdefault(other.source, []).append(other)
    return {source: found[source] for source in sorted(found, key=edition.numbers.__getitem__)}


def _matched(edition: Edition, claims: Sequence[Claim]) -> Iterator[Claim]:
    for claim in claims:
        for finding in edition.findings.get(claim.id, ()):
            if finding.kind == "statement":
                others = (edition.by_id[member.claim] for member in finding.members)
                yield from (o for o in others if o.source != claim.source and not other_numbers(claim, o))


def _said(edition: Edition, claim: Claim) -> Said:
    known = edition.once(_compared)
    if claim.id not in known:
        known[claim.id] = said(edition.sources[claim.source].text, claim)
    return known[claim.id]


def _compared(_: Edition) -> dict[str, Said]:
    """What each claim says, by its id, as far as it was asked for."""
    return {}


def _line(edition: Edition, id: str, key: str, found: Sequence[Claim], most: int) -> Statement:  # noqa: A002
    """The line that says ``key`` of the sources of ``found``, a claim a source; it names and cites ``most`` of them."""
    line = edition.told(id, key, source=_sources(edition, [claim.source for claim in found], most))
    cited = tuple(edition.cite(claim.anchor, claim.locator, claim.id) for claim in found[:most])
    return replace(line, citations=cited)


def _sources(edition: Edition, sources: Sequence[str], most: int) -> Phrase:
    """ "sources 1, 5, 10 and 4 others"; publishers where they are stated: "Teral Gazette, source 5 and 1 other"."""
    named, rest = sources[:most], sources[most:]
    more = [edition.counted("n-more-sources", rest)] if rest else []
    publishers = {source: edition.sources[source].stated("publisher") for source in named}
    if len(named) > 1 and not any(publishers.values()):
        numbers = edition.list_of([*(edition.number(source) for source in named), *more])
        return edition.phrase("sources-numbered", n=edition.count(sources), numbers=numbers)
    names: dict[str, Piece] = {}
    for source, publisher in publishers.items():
        names.setdefault(
            publisher or source, Datum(publisher, source, "publisher") if publisher else edition.source_name(source)
        )
    return edition.list_of([*names.values(), *more])
