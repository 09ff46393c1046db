"""What a figure counts: the thing, what happened to it, which part of it, and where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache

from briefing.grouping.events import Profile
from briefing.grouping.rules import by_word, rules
from briefing.grouping.scopes import marked, places, populations, replaced, scope, state, when
from briefing.grouping.standing import TOLD, Standing, standing
from briefing.grouping.windows import Window, window
from briefing.grouping.words import content, fold, primary, spoken
from briefing.language.lexicon import lexicon
from briefing.model.claim import Claim, Extraction, Figure
from briefing.model.source import Passage, Source, Span

SEVERAL = 3
"""So many figures of one kind in one passage are parts of something."""
BEFORE = 16
"""Code points before a counted phrase in which a population may stand ("civilian casualties")."""
GENERAL = frozenset(rules("counting")["compare"]["general_units"])
OF_WHOM = re.compile(r"\b(?:of whom|of them|of which)\b", re.IGNORECASE)
INCLUDING = re.compile(r"\b(?:including|of whom|among them)\b|:\s*$|\(", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """A figure of a claim, the passage it stands in, and the party that gives it."""

    source: Source
    claim: Claim
    index: int
    figure: Figure
    passage: Passage
    party: str | None


@dataclass(frozen=True, slots=True)
class Counted(Place):
    """A figure, and what it counts.

    ``dimension`` is what the numeral numbers (people, families, USD, the head noun of things); ``state`` a name of
    the rules' states or "" where the text gives none; ``population`` who exactly, empty for people at large,
    ``who`` the nouns for it;
    ``scope`` the tags that make it another number than the whole (flow, planned, part, since-2011, a kind of event);
    ``places`` the names of places beside it, ``local`` whether its source's head has not all of them; ``words`` what is
    counted, folded; ``around`` the words of its sentence, its speaker's name left out. ``total`` says that the text
    marks it as the count, ``past`` as an earlier one, ``part`` that it was put with the whole it is a part of.
    """

    dimension: str
    state: str
    population: frozenset[str]
    who: frozenset[str]
    scope: frozenset[str]
    places: frozenset[str]
    local: bool
    words: frozenset[str]
    around: frozenset[str]
    total: bool = False
    past: bool = False
    part: bool = False
    names: frozenset[str] = frozenset()
    """All the names in its source."""
    when: frozenset[str] = frozenset()
    """The day, date or month that the sentence gives what happened: "weekday monday", "month june"."""
    standing: Standing = TOLD

    @property
    def main(self) -> bool:
        """Whether it is the number of the whole, as far as the text tells."""
        return not self.scope and not self.local

    @property
    def general(self) -> bool:
        """Whether what it numbers says nothing of the matter (people, percent, years)."""
        return self.figure.unit in GENERAL

    @property
    def headline(self) -> bool:
        """Whether it stands above the text."""
        return self.passage.kind in ("headline", "standfirst")

    @property
    def key(self) -> tuple[str, str, int]:
        """What tells it from all others, the same whatever order sources come in."""
        return self.source.id, self.claim.id, self.index


Giver = Callable[[Claim, Figure], str | None]
"""Gives the party that a figure goes back to."""


def counted(source: Source, extraction: Extraction, about: Profile, giver: Giver) -> list[Counted]:
    """The figures of a source's claims with what each counts and who gives it, in the order of the text."""
    told = sorted(
        ((figure, claim, index) for claim in extraction.claims for index, figure in enumerate(claim.figures)),
        key=lambda entry: (entry[0].start, entry[1].id),
    )
    passages = sorted(extraction.passages, key=lambda passage: passage.start)
    starts = [passage.start for passage in passages]
    made: list[Counted] = []
    for place, (figure, claim, index) in enumerate(told):
        within = bisect_right(starts, figure.start) - 1
        passage = passages[within] if within >= 0 and figure.end <= passages[within].end else claim.passage
        before = told[place - 1][0].end if place else 0
        after = told[place + 1][0].start if place + 1 < len(told) else len(source.text)
        beside = window(source.text, passage, figure, before, after)
        made.append(_counted(Place(source, claim, index, figure, passage, giver(claim, figure)), beside, about))
    return _parts(_inherited(source.text, made))


def _counted(at: Place, beside: Window, about: Profile) -> Counted:
    figure, language = at.figure, at.source.language
    what = f"{figure.what} {figure.unit}"
    named = places(figure, beside, about, language)
    speaker = content(f"{at.claim.attribution.speaker or ''} {figure.said_by or ''}", language)
    return Counted(
        *(at.source, at.claim, at.index, figure, at.passage, at.party),
        dimension=dimension(figure, language),
        state=state(figure, what, beside),
        population=populations(figure, _before(at), beside) if figure.kind == "people" else frozenset(),
        who=_who(figure) if figure.kind == "people" else frozenset(),
        scope=scope(figure, what, beside, about),
        places=frozenset(named),
        local=not named <= about.lead,
        words=content(what, language) - _general(primary(language)),
        around=content(f"{beside.lead} {beside.sentence}", language) - speaker,
        total=marked("total", f"{beside.left} {what}") or replaced(beside),
        past=marked("past", f"{beside.left} {what}") or replaced(beside),
        names=about.known,
        when=frozenset() if marked("total", f"{beside.left} {what}") else when(figure, beside),
        standing=standing(beside),
    )


def _before(at: Place) -> str:
    """The counted words with those right before them."""
    spans = [(max(0, start - BEFORE), end) for start, end in at.figure.what_spans]
    return " # ".join(" ".join(at.source.text[start:end].split()[1:]) for start, end in spans)


def dimension(figure: Figure, language: str | None) -> str:
    """What the numeral numbers: people, a unit of measurement or money, or the folded head noun of things."""
    if figure.kind == "people":
        return "people"
    head = re.split(r"\s+", figure.unit.strip())[-1]
    return fold(head.lower(), primary(language)) if head else figure.kind


@cache
def _general(language: str) -> frozenset[str]:
    """The folded units that alone say nothing of the matter."""
    return frozenset(fold(word, language) for word in GENERAL)


@cache
def _nouns() -> frozenset[str]:
    """The nouns for people that say who exactly is counted ("officer", "climber")."""
    nouns: set[str] = set(lexicon("counted")["people"]["nouns"])
    states = by_word("states")  # an "IDP" is no narrower than those displaced
    general = {*rules("counting")["compare"]["general_people"], *(n for n in nouns if n in states or f"{n}s" in states)}
    return frozenset(nouns - general)


def _who(figure: Figure) -> frozenset[str]:
    words = (word if word in _nouns() else word.removesuffix("s") for word in spoken(figure.what))
    return frozenset(word for word in words if word in _nouns())


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
