"""Findings of statements: the wordings of one statement, side by side."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping, Sequence

from briefing.grouping.findings import Piece, finding
from briefing.grouping.statements import Segment
from briefing.grouping.words import likeness, negations, opposites, primary
from briefing.model.finding import Finding, Member
from briefing.model.source import Source

LONGEST = 14
"""Words of a matter's name."""
CONTRARY = 0.75
"""Two segments of which one denies contradict each other when they share so much of what they are about."""

Told = Callable[[Segment], Piece]


def statement_finding(
    star: Sequence[Segment], sources: Mapping[str, Source], piece: Told, against: Container[tuple[str, ...]] = ()
) -> Finding:
    """The finding of one statement; ``piece`` gives what a segment's support is counted from.

    ``against`` are the keys of the segments that deny what the others say.
    """
    versions: dict[tuple[str, ...], list[Segment]] = {}
    for segment in star:
        versions.setdefault(segment.words, []).append(segment)
    by_member: dict[Member, Segment] = {}
    told: list[list[Piece]] = []
    for version in versions.values():
        fresh = [segment for segment in version if Member(segment.claim.id) not in by_member]
        by_member.update({Member(segment.claim.id): segment for segment in fresh})
        if fresh:
            told.append([piece(segment) for segment in fresh])

    def compare(one: Sequence[Piece], other: Sequence[Piece]) -> str:
        """The relation of two readings' first segments."""
        first, second = by_member[one[0].member], by_member[other[0].member]
        if (first.key in against) != (second.key in against):
            return "conflict"
        return relation(first, second, sources)

    return finding("statement", name(star, sources), told, compare)


def relation(first: Segment, other: Segment, sources: Mapping[str, Source]) -> str:
    """How one wording compares with another: the contrary, or the same in other words.

    Two wordings that differ in no word are one reading and are not compared.
    """
    denials = {_denials(first, sources), _denials(other, sources)}
    tongue = primary(sources[first.claim.source].language)
    forces = [each.claim.attribution.force == "denied" for each in (first, other)]
    if forces[0] != forces[1] and denials == {0, 1}:  # who denies a statement says it in no other words
        return "conflict"
    contrary = denials == {0, 1} or opposed(first.about, other.about, tongue)
    if contrary and likeness(first.about, other.about) >= CONTRARY:
        return "conflict"
    return "variant"


def opposed(one: frozenset[str], other: frozenset[str], language: str) -> bool:
    """Whether one has a word of which the other has the contrary."""
    here, there = one - other, other - one
    return any((a in here and b in there) or (b in here and a in there) for a, b in opposites(language))


def _denials(segment: Segment, sources: Mapping[str, Source]) -> int:
    """How often a segment denies: two denials may be one assertion."""
    tongue = sources[segment.claim.source].language
    denied = segment.claim.attribution.force == "denied"
    return sum(word in negations(tongue) for word in segment.words) + denied


def name(star: Sequence[Segment], sources: Mapping[str, Source]) -> str:
    """The shortest wording, cut to whole words."""
    texts = (wording(segment, sources) for segment in star)
    shortest = min(texts, key=lambda text: (len(text), text))
    return " ".join(shortest.split()[:LONGEST])


def wording(segment: Segment, sources: Mapping[str, Source]) -> str:
    """The words of a segment as its source has them."""
    return " ".join(sources[segment.claim.source].text[slice(*segment.span)].split())
