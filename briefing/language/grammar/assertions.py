"""Assertions: what a sentence that reports somebody states on its own account."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from briefing.language.grammar.attribution import Report
from briefing.language.grammar.subjects import clause_subject, subordinate
from briefing.language.grammar.tagsets import AUXILIARIES, FINITE, QUOTE
from briefing.language.grammar.units import Unit

FEWEST = 6
"""At least this many words must be nobody's but the reporter's."""


def own_words(units: Sequence[Unit], reports: Sequence[Report]) -> Iterator[Unit]:
    """The units that report somebody and have a main clause of the reporter's own besides."""
    starts = [unit.start for unit in units]
    spans: dict[int, list[tuple[int, int]]] = {}
    for one in reports:
        for span in (one.speaker, one.cue, *one.content):
            if span and one.frame != "lead":
                spans.setdefault(bisect_right(starts, span[0]) - 1, []).append(span)
    for index, covered in spans.items():
        if asserts(units[index], covered):
            yield units[index]


def asserts(unit: Unit, covered: Sequence[tuple[int, int]]) -> bool:
    """Whether a finite main verb with its subject lies outside the covered places."""
    if QUOTE in unit.tag:
        return False
    free = [not any(a <= begin < b for a, b in covered) for begin in unit.begins]
    if sum(outside and low.isalpha() for outside, low in zip(free, unit.low, strict=True)) < FEWEST:
        return False
    heads = [k for k, outside in enumerate(free) if outside and unit.tag[k] in FINITE]
    return any(is_main(unit, k, free) for k in heads)


def is_main(unit: Unit, verb: int, free: Sequence[bool]) -> bool:
    """Whether a verb heads a main clause and helps no reporting verb."""
    if (unit.low[verb] in AUXILIARIES or unit.tag[verb] == "MD") and not all(free[verb : verb + 4]):
        return False
    subject = clause_subject(unit, verb)
    if subject is None or unit.low[subject[0]] in ("who", "which", "that", "what"):
        return False
    return not subordinate(unit, subject[0])
