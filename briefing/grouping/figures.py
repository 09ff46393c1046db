"""Findings of figures: the values told of one matter, side by side."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from briefing.grouping.corrections import corrected
from briefing.grouping.counted import Counted
from briefing.grouping.findings import LATE, Piece, finding, rank
from briefing.grouping.matters import Matter
from briefing.grouping.rules import rules
from briefing.grouping.values import agreement, equal, size
from briefing.grouping.words import spoken
from briefing.model.finding import Finding, Member

LONGEST = 80
"""Code points of a matter's name."""
GAP = re.compile(r"[ \t\u00a0-]{0,2}")

Told = Callable[[Counted], Piece]
Voices = Callable[[str, str], bool]


def versions(matter: Matter) -> list[list[Counted]]:
    """The figures of a matter by value, wholes first, then the smallest first; what is denied or taken back apart."""
    groups: list[list[Counted]] = []
    for one in sorted(matter.figures, key=lambda one: (one.part, size(one.figure.value), one.standing.told, one.key)):
        if not groups or not _one_version(groups[-1][0], one):
            groups.append([])
        groups[-1].append(one)
    return groups


def _one_version(one: Counted, other: Counted) -> bool:
    kinds = [(each.part, each.standing.denied, each.standing.withdrawn) for each in (one, other)]
    return kinds[0] == kinds[1] and equal(one.figure.value, other.figure.value)


def agreeing(matter: Matter) -> list[list[Counted]]:
    """The sets of figures of a matter that may all be true of one count: each value, and neighbours that agree."""
    groups = versions(matter)
    alike = (_agree(one[:1], other[:1]) for one, other in pairwise(groups))
    return groups + [one + other for (one, other), same in zip(pairwise(groups), alike, strict=True) if same]


def figure_finding(matter: Matter, piece: Told, one_voice: Voices) -> Finding:
    """The finding of one matter; ``piece`` gives what a figure's support is counted from.

    ``one_voice`` says of two parties whether one speaks for the other.
    """
    matter = _with_taken_back(matter, one_voice)
    by_member = {Member(one.claim.id, one.index): one for one in matter.figures}
    groups = versions(matter)
    first = min(groups, key=lambda group: rank([piece(one) for one in group]))
    parted = _joined([group for group in groups if group is not first]) + _by_bound(first)

    def compare(one: Sequence[Piece], other: Sequence[Piece]) -> str:
        """The relation of two readings' figures."""
        return relation([by_member[p.member] for p in one], [by_member[p.member] for p in other], one_voice)

    made = finding("figure", name(matter.figures), [[piece(one) for one in group] for group in parted], compare)
    return replace(made, state=_state([by_member[member] for member in made.members]))


def _state(figures: Iterable[Counted]) -> str:
    """What happened to those counted, as most of the figures tell; of two told as often, as the earlier in order."""
    told = Counter(one.state for one in figures if one.state)
    return told.most_common(1)[0][0] if told else ""


def _with_taken_back(matter: Matter, one_voice: Voices) -> Matter:
    """A matter in which the numbers that their own counter, or nobody else, takes back are marked so.

    A number that another party replaces ("23, not 15") is no correction of it, but a conflict.
    """
    found = corrected(matter.figures)
    if not found:
        return matter
    made = Matter()
    for one in matter.figures:
        back = any(
            equal(one.figure.value, value) and one.key != by.key and _may_correct(by, one, one_voice)
            for value, by in found
        )
        made.add(replace(one, standing=replace(one.standing, withdrawn=True)) if back else one)
    return made


def _may_correct(by: Counted, one: Counted, one_voice: Voices) -> bool:
    """Whether the party of one figure may take another back, no earlier than that was published."""
    days = [figure.source.stated("published") or "" for figure in (one, by)]
    mine, other = (each.party if each.claim.attribution.speaker else None for each in (one, by))
    return days[0] <= days[1] and (
        not mine or not other or mine == other or _noun(mine) == _noun(other) or one_voice(mine, other)
    )


def _noun(party: str) -> str:
    """A party's id without what tells a body that is named by its noun alone in one text from that in another."""
    return party.rpartition("-in-")[0] or party


def _joined(groups: Iterable[list[Counted]]) -> list[list[Counted]]:
    """Values that are not the first reading's, each together with the next larger where they may both hold."""
    made: list[list[Counted]] = []
    for group in groups:
        if made and _agree(made[-1], group):
            made[-1] += group
        else:
            made.append(list(group))
    return made


def _agree(some: Iterable[Counted], others: Sequence[Counted]) -> bool:
    return all(
        one.part == other.part and one.standing.told == other.standing.told and agreement(one.figure, other.figure)
        for one in some
        for other in others
    )


def _by_bound(group: Iterable[Counted]) -> list[list[Counted]]:
    found: dict[str, list[Counted]] = {}
    for one in group:
        found.setdefault(one.figure.bound or "", []).append(one)
    return list(found.values())


def relation(first: Sequence[Counted], other: Sequence[Counted], one_voice: Voices) -> str:
    """How one version of a matter compares with the first."""
    if other[0].part and not first[0].part:
        return "subset"
    if other[0].standing.withdrawn:
        return "withdrawn"
    if other[0].standing.denied != first[0].standing.denied:
        return "conflict"
    found = agreement(first[0].figure, other[0].figure)
    if found:
        return found
    came_from = any(one.standing.came_from for one in first) and not any(one.standing.came_from for one in other)
    if came_from and _one_counter(first, other, one_voice):
        return "update"
    return "update" if _later(first, other) and _may_follow(first, other, one_voice) else "conflict"


def _may_follow(first: Sequence[Counted], other: Sequence[Counted], one_voice: Voices) -> bool:
    """Whether a later number may take the place of an earlier one: by what it numbers, and by who counts.

    A price or a sum changes whoever tells it; a share is another count unless its own counter gives it.
    """
    kind = first[0].figure.kind
    if kind == "money":
        return True
    counters = {one.party for one in first if one.party}
    own = kind != "duration" and any(one.party in counters for one in other)
    return own or (kind in rules("counting")["compare"]["growing"] and _one_counter(first, other, one_voice))


def _one_counter(first: Sequence[Counted], other: Sequence[Counted], one_voice: Voices) -> bool:
    """Whether a later count may be the earlier counter's: no count of another body takes an earlier one back."""
    if sides := [_side(one) for one in other if _side(one)]:
        return any(_side(one) in sides for one in first)
    named = [sorted({one.party for one in version if one.party}) for version in (first, other)]
    return not all(named) or any(one == two or one_voice(one, two) for one in named[0] for two in named[1])


def _side(one: Counted) -> str:
    """The word that says that whoever gives a figure counts on a side of its own ("the opposition"); "" for others."""
    giver = one.figure.said_by or one.claim.attribution.speaker
    known = _sides()
    return next((word for word in spoken(giver) if word in known), "") if giver else ""


@cache
def _sides() -> frozenset[str]:
    return frozenset(rules("counting")["compare"]["sides"])


def _later(first: Sequence[Counted], other: Sequence[Counted]) -> bool:
    """Whether the other version is of a later day; where only publication tells, it must be one that may follow."""
    counted = [sorted(one.figure.as_of for one in version if one.figure.as_of) for version in (first, other)]
    if counted[0] and counted[1]:
        return counted[1][0] > counted[0][-1]
    published = [min(one.source.stated("published") or LATE for one in version) for version in (first, other)]
    may_fall = first[0].state in rules("counting")["compare"]["falling"]
    grown = size(other[0].figure.value) > size(first[0].figure.value)
    named = {one.party for one in first if one.party}
    corrected = any(one.party in named for one in other)
    return published[0] < published[1] < LATE and (grown or may_fall or corrected)


def name(figures: Iterable[Counted]) -> str:
    """A few words of the sources' own: the shortest stretch that holds a figure and what it counts."""
    told = [one for one in figures if not one.part]
    told = [one for one in told if one.standing.told] or told
    named = {_named(one): one.figure.text for one in told}
    return min(named, key=lambda text: (text == named[text], len(text), text))


def _named(one: Counted) -> str:
    start, end = one.passage.span
    spans = [span for span in one.figure.what_spans if start <= span[0] < span[1] <= end] + [one.figure.span]
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    if last - first > LONGEST:
        first, last = one.figure.span
    return " ".join(one.source.text[first:last].split())


def shown(one: Counted) -> str:
    """The figure as its source has it, with a hedge or bound that stands right before it."""
    start, end = one.figure.span
    hedge = one.figure.hedge_span
    if hedge and hedge[1] <= start and GAP.fullmatch(one.source.text[hedge[1] : start]):
        start = hedge[0]
    return " ".join(one.source.text[start:end].split())
