"""Findings: the readings of a matter, how each compares with the first, and what supports it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from briefing.model.finding import AGREEING, Finding, Member, Reading
from briefing.model.source import Source

LATE = "9999"
"""Sorts a source without a date behind all others."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A member of a finding with what support is counted from.

    ``origin`` is the stated origin's id or None; ``copy`` an id that near-duplicates without one share; ``part`` says
    that it counts a part of what the others count, ``back`` that it is denied or taken back and never leads,
    ``earlier`` that another number is said to have come from it.
    """

    member: Member
    source: Source
    text: str
    origin: str | None = None
    copy: str | None = None
    part: bool = False
    back: bool = False
    earlier: bool = False

    @property
    def when(self) -> str:
        """The date of publication as sorted."""
        return self.source.stated("published") or LATE

    @property
    def key(self) -> tuple[str, str, str, int]:
        """The order of pieces: earliest source first, then by text and place."""
        return self.when, self.text, self.member.claim, -1 if self.member.figure is None else self.member.figure


Compare = Callable[[Sequence[Piece], Sequence[Piece]], str]
"""Gives the relation of the second reading's pieces to the first reading's."""


def finding(kind: str, matter: str, versions: Iterable[Sequence[Piece]], compare: Compare) -> Finding:
    """The finding of one matter. ``versions`` are its readings' pieces in any order; ``matter`` names it."""
    ordered = sorted((sorted(version, key=lambda piece: piece.key) for version in versions), key=rank)
    first, relations = ordered[0], [compare(ordered[0], version) for version in ordered[1:]]
    relations = _without_false_agreement(ordered, relations, compare)
    readings = tuple(
        Reading(version[0].text, relation, tuple(piece.member for piece in version))
        for version, relation in zip(ordered, (None, *relations), strict=True)
    )
    backing = _backing(first, list(zip(ordered[1:], relations, strict=True)))
    support, outlets, origins = _support(backing)
    members = sorted((m.claim, -1 if m.figure is None else m.figure) for reading in readings for m in reading.members)
    digest = hashlib.sha256(f"{kind} {members}".encode()).hexdigest()[:16]
    return Finding(f"f-{digest}", kind, matter, support, outlets, origins, readings)


def rank(version: Sequence[Piece]) -> tuple[bool, bool, bool, str, int, tuple[str, str, int]]:
    """The order of readings: what stands before what is denied or taken back, wholes before parts, then earliest
    publication, most outlets, text.
    """
    outlets = {outlet for piece in version for outlet in piece.source.outlets}
    first = min(piece.key for piece in version)
    earlier = any(piece.earlier for piece in version)
    return version[0].back, version[0].part, not earlier, first[0], -len(outlets), first[1:]


def _without_false_agreement(
    ordered: Sequence[Sequence[Piece]], relations: Sequence[str], compare: Compare
) -> list[str]:
    """Two readings may each agree with the first and not with each other: then the later one is no agreement."""
    made: list[str] = []
    agreeing: list[Sequence[Piece]] = []
    for version, relation in zip(ordered[1:], relations, strict=True):
        if relation in AGREEING:
            clash = next((found for other in agreeing if (found := compare(other, version)) not in AGREEING), None)
            relation = clash or relation
        if relation in AGREEING:
            agreeing.append(version)
        made.append(relation)
    return made


def _backing(first: Sequence[Piece], others: Sequence[tuple[Sequence[Piece], str]]) -> list[Piece]:
    """The pieces that carry the first reading: its own, those that agree, and variants that add no origin.

    A variant from another origin is another statement; conflicts, updates and parts carry themselves.
    """
    backing = list(first)
    for version, relation in others:
        if relation in AGREEING:
            backing += version
    for version, relation in others:
        origins = {piece.origin for piece in backing if piece.origin}
        wider = origins | {piece.origin for piece in version if piece.origin}
        if relation == "variant" and len(wider) <= max(1, len(origins)):
            backing += version
    return backing


def _support(backing: Sequence[Piece]) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Support, outlets and origins: what is unattributed never adds an origin; copies of one text have one."""
    outlets = tuple(sorted({outlet for piece in backing for outlet in piece.source.outlets}))
    origins = {piece.origin for piece in backing if piece.origin}
    copied = {piece.copy for piece in backing}
    if not origins and len(outlets) > 1 and len(copied) == 1 and None not in copied:
        origins = {copy for copy in copied if copy}
    told = tuple(sorted(origins))
    if len(outlets) < 2:
        return "single", outlets, told
    voiced = {outlet for piece in backing if piece.origin for outlet in piece.source.outlets}
    if len(origins) > 1 and len(voiced) > 1:
        return "corroborated", outlets, told
    covered = {outlet for piece in backing if piece.origin or piece.copy in origins for outlet in piece.source.outlets}
    return ("same-origin" if len(origins) == 1 and covered == set(outlets) else "unknown-origin"), outlets, told
