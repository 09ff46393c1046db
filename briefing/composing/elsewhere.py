"""Where else a statement stands: in the same words or in others, or with another speaker; one line for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.composing.edition import Edition
from briefing.language.wordings import Said, line_on, other_numbers, other_speaker, place_in_text, said
from briefing.model.briefing import Datum, Phrase, Piece, Statement
from briefing.model.claim import Claim

MOST = 3
"""Other sources that the lines beneath one statement name, at most, but for one a line; they count the rest."""
WORTH = ("differs-in", "other-speaker-in", "also-in", "others-in")
"""The lines, that with most to tell first: it names its sources before the others do."""
PRINTED = ("also-in", "differs-in", "other-speaker-in", "others-in")
"""The lines as they are printed."""


def elsewhere(edition: Edition, id: str, claims: Sequence[Claim]) -> tuple[Statement, ...]:  # noqa: A002
    """The lines beneath a statement of ``claims``, which stand in one place, each about a few other sources."""
    found: dict[str, list[Claim]] = {}
    mine = [_said(edition, claim) for claim in sorted(claims, key=place_in_text)]
    for pairs in _others(edition, claims).values():
        key, others = _kind(edition, mine, pairs)
        found.setdefault(key, []).append(others)
    room = max(0, MOST - len(found))
    named: dict[str, int] = {}
    for key in (key for key in WORTH if key in found):
        named[key] = 1 + min(room, len(found[key]) - 1)
        room -= named[key] - 1
    told = [key for key in PRINTED if key in found]
    return tuple(_line(edition, f"{id}-{n}", key, found[key], named[key]) for n, key in enumerate(told, 1))


def _kind(edition: Edition, mine: Sequence[Said], pairs: Sequence[tuple[Claim, Claim]]) -> tuple[str, Claim]:
    """Which line tells of a source, and the claim of it that the line cites; ``pairs`` are of mine and theirs.

    Another speaker counts only where the same one says nothing of it there.
    """
    same = {other.id: other for claim, other in pairs if not other_speaker(claim, other, edition.fuller)}
    others = sorted((same or {other.id: other for _, other in pairs}).values(), key=place_in_text)
    theirs = [_said(edition, other) for other in others]
    cited = next((at for at, made in enumerate(theirs) if made in mine), 0)
    return line_on(mine, theirs, other_speaker=not same), others[cited]


def _others(edition: Edition, claims: Sequence[Claim]) -> dict[str, list[tuple[Claim, Claim]]]:
    """What other sources say on the matters of ``claims``, with the claim on the same matter, by source."""
    found: dict[str, list[tuple[Claim, Claim]]] = {}
    for pair in _matched(edition, claims):
        found.setdefault(pair[1].source, []).append(pair)
    return {source: found[source] for source in sorted(found, key=edition.numbers.__getitem__)}


def _matched(edition: Edition, claims: Sequence[Claim]) -> Iterator[tuple[Claim, Claim]]:
    for claim in claims:
        for finding in edition.findings.get(claim.id, ()):
            if finding.kind == "statement":
                for member in finding.members:
                    other = edition.by_id[member.claim]
                    if other.anchor.source != claim.anchor.source and not other_numbers(claim, other):
                        yield claim, other


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
    names = [_publisher(edition, source) for source in named]
    if len(named) > 1 and not any(names):
        numbers = edition.list_of([*(edition.number(source) for source in named), *more])
        return edition.phrase("sources-numbered", n=edition.count(sources), numbers=numbers)
    told: list[Piece] = [name or edition.source_name(source) for name, source in zip(names, named, strict=True)]
    return edition.list_of([*told, *more])


def _publisher(edition: Edition, source: str) -> Datum | None:
    """The publisher of a source, where it is stated and no other source has it."""
    publisher = edition.sources[source].stated("publisher")
    sole = publisher and edition.once(_publishers)[publisher] == 1
    return Datum(publisher, source, "publisher") if publisher and sole else None


def _publishers(edition: Edition) -> Counter[str | None]:
    """How many sources each publisher has."""
    return Counter(source.stated("publisher") for source in edition.sources.values())
