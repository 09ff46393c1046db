"""Matters and statements as the analyst ties them: put together, or taken apart, before anything is compared."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.grouping.counted import Counted
from briefing.grouping.matters import Matter
from briefing.grouping.statements import Segment
from briefing.model.decision import Ties

Member = tuple[str, int | None]


def tied_matters(matters: Sequence[Matter], ties: Ties) -> list[Matter]:
    """The matters of figures: those that hold figures of one merged set as one, split figures in matters of their own.

    A claim that is tied without naming a figure is tied as a statement; its figures stay where they are.
    """
    made = list(matters)
    for merged in ties.merged:
        together = [matter for matter in made if _held(matter, merged)]
        if len(together) > 1:
            whole = _matter(one for matter in together for one in matter.figures)
            made = [matter for matter in made if matter not in together] + [whole]
    for apart in ties.split:
        for matter in [each for each in made if len(_held(each, apart)) > 1]:
            leaving = [_matter([one]) for one in _held(matter, apart)[1:]]
            gone = {id(one) for other in leaving for one in other.figures}
            rest = _matter(one for one in matter.figures if id(one) not in gone)
            made = [each for each in made if each is not matter] + [rest, *leaving]
    return made


def tied_stars(stars: Sequence[list[Segment]], segments: Iterable[Segment], ties: Ties) -> list[list[Segment]]:
    """The statements of several sources: those of one merged set as one, those of a split set apart."""
    made = [list(star) for star in stars]
    by_claim: dict[str, list[Segment]] = {}
    if ties.merged:
        for segment in segments:
            by_claim.setdefault(segment.claim.id, []).append(segment)
    for merged in ties.merged:
        ids = [claim for claim, figure in merged if figure is None]
        together = [star for star in made if any(segment.claim.id in ids for segment in star)]
        own = [segment for claim in ids for segment in by_claim.get(claim, ())]
        whole = {segment.key: segment for segment in [*own, *(segment for star in together for segment in star)]}
        if len(ids) > 1 and whole:
            made = [star for star in made if star not in together] + [[whole[key] for key in sorted(whole)]]
    for apart in ties.split:
        later = {claim for claim, figure in apart[1:] if figure is None}
        both = {claim for claim, figure in apart if figure is None}
        made = [_without(star, later) if len({s.claim.id for s in star} & both) > 1 else star for star in made]
    return [star for star in made if star]


def _without(star: Sequence[Segment], claims: set[str]) -> list[Segment]:
    """A star without some claims; nothing where what is left is said in one source alone."""
    left = [segment for segment in star if segment.claim.id not in claims]
    return left if len({segment.claim.source for segment in left}) > 1 else []


def _held(matter: Matter, tied: Iterable[Member]) -> list[Counted]:
    names = set(tied)
    return [one for one in matter.figures if (one.claim.id, one.index) in names]


def _matter(figures: Iterable[Counted]) -> Matter:
    made = Matter()
    for one in sorted(figures, key=lambda one: one.key):
        made.add(one)
    return made
