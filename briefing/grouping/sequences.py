"""What a figure takes from the figures told before it: what they count, and which of them are parts of others."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise

from briefing.grouping.counted import Counted
from briefing.grouping.rules import rules, said
from briefing.grouping.words import content, fold, primary, spoken
from briefing.model.source import Span

BARE = "item"
"""What a number numbers that stands without a noun."""
NEXT = 4
"""Code points between two sentences that follow each other."""
LEAD = 8
"""Words before a number in which a cue says that it counts again what was told."""
SEVERAL = 3
"""So many figures of one kind in one passage are parts of something."""
OF_WHOM = re.compile(r"\b(?:of whom|of them|of which)\b", re.IGNORECASE)
OF_ALL = re.compile(r"\s+(?:out\s+)?of\s+(?:(?:the|its|their|all|our|some|about|a total of)\s+){0,2}", re.IGNORECASE)
OTHERS = re.compile(r"\s+others\b", re.IGNORECASE)
"""Behind a number: the one before it is no more than a part ("198 are in halls and 31 others at the clinic")."""
OF_THOSE = re.compile(r"\bof\s+(?:the|those|these|its|their)\b", re.IGNORECASE)
"""The number behind these was told before: of "seven of the 41 bodies" the seven are a part, and 41 are the bodies."""
INCLUDING = re.compile(r"\b(?:including|of whom|among them)\b|:\s*$|\(", re.IGNORECASE)


def in_sequence(text: str, found: Sequence[Counted]) -> list[Counted]:
    """``found``, the figures of a source in the order of its ``text``, each with what it takes from those before it."""
    return _resumed(text, _parts(_of_totals(text, _inherited(text, _added(found)))))


def _added(found: Sequence[Counted]) -> list[Counted]:
    """What is told besides other numbers adds to them, unless another thing befell those ("26 dead, another 4 ill")."""
    made: list[Counted] = []
    for one in found:
        if "besides" in one.scope:
            last = next((other for other in made[::-1] if other.dimension == one.dimension), None)
            another = last is not None and last.state and one.state and last.state != one.state
            one = replace(one, scope=one.scope - {"besides"} | (set() if another else {"flow"}))
        made.append(one)
    return made


def _of_totals(text: str, found: Sequence[Counted]) -> list[Counted]:
    """Two numbers around "of": the second is that of all, or, with no word for what befell them, the first a part."""
    made = list(found)
    for at, (one, base) in enumerate(pairwise(found)):
        if one.passage == base.passage and base.state in ("", one.state) and OTHERS.match(text, base.figure.end):
            made[at] = replace(one, scope=one.scope | {"part"})
        if one.passage == base.passage and OF_ALL.fullmatch(text, one.figure.end, base.figure.start):
            known = OF_THOSE.search(text, one.figure.end, base.figure.start)
            if one.state and one.state == base.state and not known:
                made[at + 1] = replace(base, state="", scope=base.scope | {"base"})
            else:
                made[at] = replace(one, scope=one.scope | {"part"})
    return made


def _inherited(text: str, found: Sequence[Counted]) -> list[Counted]:
    """Figures that say nothing of their own take state and population from the figure that introduces them.

    "1,615 families (8,075 individuals)": one state. "17 civilian casualties: 10 wounded and 7 dead": one population.
    """
    made: list[Counted] = []
    parent: Counted | None = None
    for one in found:
        last = made[-1] if made and made[-1].passage.span == one.passage.span else None
        if last is None:
            parent = None
        elif INCLUDING.search(text[last.figure.end : one.figure.start]):
            parent = last
        if last is not None and one.dimension == last.dimension and _is_of(text[last.figure.end : one.figure.start]):
            one = replace(one, scope=one.scope | {"part"})
        if parent is not None and not one.state:
            one = replace(one, state=parent.state, scope=one.scope | parent.scope, places=one.places | parent.places)
            one = replace(one, local=one.local or parent.local, total=one.total or parent.total)
        if parent is not None and not one.population and one.dimension == parent.dimension == "people" and _bare(one):
            one = replace(one, population=parent.population)
        made.append(one)
    return made


def _is_of(between: str) -> bool:
    """Whether the words between two numbers make the second a part of the first ("143 hurt, of whom 31 badly")."""
    return bool(OF_WHOM.search(between)) and not re.search(r"[.;!?]\s", between)


def _bare(one: Counted) -> bool:
    """Whether nothing but what happened to them says who is counted ("10 wounded")."""
    return len(spoken(one.figure.what)) <= 1


def _parts(found: Sequence[Counted]) -> list[Counted]:
    """Mark the parts of a whole: beside a total of the same kind, and many of one kind in one passage."""
    groups: dict[tuple[Span, str, str, frozenset[str]], list[Counted]] = {}
    for one in found:
        if not one.past:  # the count that this one replaces is no whole of it
            groups.setdefault((one.passage.span, one.dimension, one.state, one.population), []).append(one)
    parts: set[tuple[str, str, int]] = set()
    for group in groups.values():
        if not group[0].state or len({str(one.figure.value) for one in group}) < 2:
            continue
        if any(one.total for one in group):
            parts |= {one.key for one in group if not one.total}
        elif len(group) >= SEVERAL:
            parts |= {one.key for one in group}
    series = _series(found)
    found = [replace(one, scope=one.scope | {"part"}) if one.key in parts else one for one in found]
    return [replace(one, scope=one.scope | {"series"}) if one.key in series else one for one in found]


def _series(found: Sequence[Counted]) -> set[tuple[str, str, int]]:
    """The numbers of table rows that are not the latest of their row: earlier columns, or columns nobody can tell."""
    rows: dict[tuple[Span, str], list[Counted]] = {}
    for one in found:
        if one.passage.kind == "row":
            rows.setdefault((one.passage.span, one.dimension), []).append(one)
    earlier: set[tuple[str, str, int]] = set()
    for row in rows.values():
        days = [one.figure.as_of or "" for one in row]
        latest = max(days) if all(days) and len(set(days)) > 1 else None
        if len(row) > 1:
            earlier |= {one.key for one, day in zip(row, days, strict=True) if day != latest}
    return earlier


def _resumed(text: str, found: Sequence[Counted]) -> list[Counted]:
    """Each number that says nothing of its own, in a sentence that counts again what another party has just counted."""
    made: list[Counted] = []
    for one in found:
        last = next((other for other in made[::-1] if other.passage != one.passage), None)
        if last is not None and _follows(last, one) and _counts_again(text, one):
            one = replace(one, after=last.key)
        made.append(one)
    return made


def _follows(last: Counted, one: Counted) -> bool:
    """Whether two figures stand in neighbouring sentences, are of one kind, and are told by two parties."""
    lines = one.passage.locator.paragraph - last.passage.locator.paragraph
    near = 0 <= lines <= 1 and one.passage.start - last.passage.end < NEXT and not (last.headline or one.headline)
    bare = one.dimension == BARE or one.dimension in _nouns(primary(one.source.language))
    sort = one.dimension == last.dimension or (bare and last.figure.kind not in ("share", "money"))
    here, there = (each.figure.said_by or each.claim.attribution.speaker for each in (last, one))
    return near and sort and last.main and last.standing.told and one.standing.told and bool(there) and here != there


def _counts_again(text: str, one: Counted) -> bool:
    """Whether the words around a number say nothing but that somebody counts."""
    known = rules("counting")["resumed"]
    start = next((span[0] for span in one.claim.content if span[0] <= one.figure.start < span[1]), one.passage.start)
    lead = " ".join(spoken(text[one.passage.start : one.figure.start])[-LEAD:])
    cues = frozenset(fold(word, primary(one.source.language)) for word in known["cues"])
    idle = cues | _nouns(primary(one.source.language)) | {one.dimension}
    words = (
        content(f"{text[start : one.figure.start]} {text[one.figure.end : one.passage.end]}", one.source.language)
        - idle
    )
    told = {word for word in words if not word[0].isdigit()} - _speaker(one)
    return said(known["cues"], lead) and not told


@cache
def _nouns(language: str) -> frozenset[str]:
    """The folded nouns that stand beside a number of what was told."""
    return frozenset(fold(noun, language) for noun in rules("counting")["resumed"]["nouns"])


def _speaker(one: Counted) -> frozenset[str]:
    return content(f"{one.claim.attribution.speaker or ''} {one.claim.attribution.cue or ''}", one.source.language)
