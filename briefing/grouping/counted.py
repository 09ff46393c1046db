"""What a figure counts: the thing, what happened to it, which part of it, and where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from briefing.grouping.events import Profile
from briefing.grouping.rules import by_word, rules
from briefing.grouping.scopes import diseases, marked, places, populations, replaced, scope, state, when
from briefing.grouping.standing import TOLD, Standing, standing
from briefing.grouping.windows import Window, window
from briefing.grouping.words import content, fold, primary, spoken
from briefing.language.lexicon import lexicon
from briefing.model.claim import Claim, Extraction, Figure
from briefing.model.source import Passage, Source

BEFORE = 16
"""Code points before a counted phrase in which a population may stand ("civilian casualties")."""
CASES = "cases"
"""The unit of those who fell ill."""
GENERAL = frozenset(rules("counting")["compare"]["general_units"])


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
    heading: frozenset[str] = frozenset()
    """The folded words of its source's first line."""
    standing: Standing = TOLD
    after: tuple[str, str, int] | None = None
    """The key of the figure before it of which it gives another party's count ("police put the crowd at 8,000")."""

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
    return made


def _counted(at: Place, beside: Window, about: Profile) -> Counted:
    figure, language = at.figure, at.source.language
    what = f"{figure.what} {figure.unit}"
    named = places(figure, beside, about, language)
    speaker = content(f"{at.claim.attribution.speaker or ''} {figure.said_by or ''}", language)
    return Counted(
        *(at.source, at.claim, at.index, figure, at.passage, at.party),
        dimension=dimension(figure, language),
        state=state(figure, what, beside),
        population=_population(at, beside, about),
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
        heading=about.heading,
        standing=standing(beside),
    )


def _population(at: Place, beside: Window, about: Profile) -> frozenset[str]:
    """Who exactly is counted; of cases, of which disease they are."""
    if at.figure.kind == "people":
        return populations(at.figure, _before(at), beside)
    return diseases(beside, at.figure.what, about) if at.figure.unit == CASES else frozenset()


def _before(at: Place) -> str:
    """The counted words with those right before them, but not who did it ("police killed 6 men")."""
    spans = at.figure.what_spans
    behind = [span for span in spans if span[0] > at.figure.start]
    spans = tuple((max(0, start - BEFORE), end) for start, end in behind or spans)
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
    return frozenset(nouns - _at_large() - {noun for noun in nouns if noun in states or f"{noun}s" in states})


@cache
def _at_large() -> frozenset[str]:
    """The nouns for people that say nothing of who exactly is counted ("person")."""
    return frozenset(rules("counting")["compare"]["general_people"])


def _who(figure: Figure) -> frozenset[str]:
    words = (word if word in _nouns() else word.removesuffix("s") for word in spoken(figure.what))
    return frozenset(word for word in words if word in _nouns() and word.removesuffix("s") not in _at_large())
