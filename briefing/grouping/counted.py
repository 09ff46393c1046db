"""What a figure counts: the thing, what happened to it, which part of it, and where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from briefing.grouping.events import Profile, kind_nearest, names_in
from briefing.grouping.rules import rules
from briefing.grouping.wording import content, fold, primary, spoken
from briefing.model.claim import Claim, Extraction, Figure
from briefing.model.source import Passage, Source, Span

REACH = 12
"""How many words behind a figure may tell what it counts."""
BACK = 8
"""How many words before it may."""
CROSSING = 3
"""What a comma or an "and" between a figure and a word adds to their distance, in words."""
SEVERAL = 3
"""So many figures of one kind in one passage are parts of something."""
STOPS = re.compile(r"[;!?]|\.(?=\s)|\s[–—]\s")
BEFORE = 16
"""Code points before a counted phrase in which a population may stand ("civilian casualties")."""
STATELESS = frozenset({"measure", "share", "duration", "distance", "area"})
"""Kinds of figures that measure: nothing happened to what they number."""
LED = 3
"""Words between a word such as "in" and the name of a place."""
GENERAL = frozenset(rules("counting")["compare"]["general_units"])
NOT_PLACES = frozenset(rules("counting")["scope"]["not_places"])
PLACE_LINKS = frozenset(rules("counting")["scope"]["places"])
INCLUDING = re.compile(r"\b(?:including|of whom|among them)\b|:\s*$|\(", re.IGNORECASE)
SINCE = re.compile(r"\bsince\b[^.;]{0,80}?\b((?:19|20)\d\d)\b", re.IGNORECASE)
GROWING = frozenset(rules("counting")["compare"]["growing"])
TOKEN = re.compile(r"[^\W_]+(?:[-‑][^\W\d_]+)*|[,()]")
FENCES = frozenset({",", "and", "but", "while", "(", ")"})


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
    the rules' states or "" where the text gives none; ``population`` who exactly, empty for people at large;
    ``scope`` the tags that make it another number than the whole (flow, planned, part, since-2011, a kind of event);
    ``places`` the names of places beside it, ``local`` whether its source's head has not all of them; ``words`` what is
    counted, folded; ``around`` the words of its sentence, its speaker's name left out. ``total`` says that the text
    marks it as the count, ``past`` as an earlier one, ``part`` that it was put with the whole it is a part of.
    """

    dimension: str
    state: str
    population: frozenset[str]
    scope: frozenset[str]
    places: frozenset[str]
    local: bool
    words: frozenset[str]
    around: frozenset[str]
    total: bool = False
    past: bool = False
    part: bool = False

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
        window = _window(source.text, passage, figure, before, after)
        made.append(_counted(Place(source, claim, index, figure, passage, giver(claim, figure)), window, about))
    return _parts(_inherited(source.text, made))


@dataclass(frozen=True, slots=True)
class _Window:
    """The words beside a figure, as far as the next figures and the ends of its clause."""

    left: str
    right: str
    lead: str
    sentence: str


def _window(text: str, passage: Passage, figure: Figure, before: int, after: int) -> _Window:
    start, end = passage.span
    left = STOPS.split(text[max(start, min(before, figure.start)) : figure.start])[-1]
    right = text[figure.end : min(end, max(after, figure.end))]
    opened = right.rfind("(")
    if opened >= 0 and ")" not in right[opened:]:  # "45 households (226 people) have been affected"
        closed = text.find(")", figure.end, end)
        right = right[:opened] + (text[closed + 1 : end] if closed >= 0 else "")
    lead = text[slice(*passage.lead)] if passage.lead else ""
    return _Window(left, STOPS.split(right)[0], lead, text[start:end])


def _counted(at: Place, window: _Window, about: Profile) -> Counted:
    figure, language = at.figure, at.source.language
    what = f"{figure.what} {figure.unit}"
    places = _places(window, figure, about, language)
    return Counted(
        *(at.source, at.claim, at.index, figure, at.passage, at.party),
        dimension=dimension(figure, language),
        state=_state(figure, what, window),
        population=_populations(at.source, figure, window) if figure.kind == "people" else frozenset(),
        scope=frozenset(_scope(figure, window, what) | _causes(window, about) | _since(figure, window, about)),
        places=frozenset(places),
        local=not places <= about.lead,
        words=content(what, language) - _general(primary(language)),
        around=content(f"{window.lead} {window.sentence}", language)
        - content(f"{at.claim.attribution.speaker or ''} {figure.said_by or ''}", language),
        total=_marked("total", f"{window.left} {what}") or _replaced(window),
        past=_marked("past", f"{window.left} {what}") or _replaced(window),
    )


def _marked(scope: str, text: str) -> bool:
    return _said(rules("counting")["scope"][scope], " ".join(spoken(text)))


def _replaced(window: _Window) -> bool:
    """Whether the figure is the count that another one replaces ("has risen to 400 from 128")."""
    return spoken(window.left)[-1:] in ([word] for word in rules("counting")["scope"]["earlier"])


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
def _by_word(table: str) -> Mapping[str, str]:
    """Single words of a table of the rules, with the name they stand under."""
    found: Mapping[str, Sequence[str]] = rules("counting")[table]
    return {word: name for name, words in found.items() for word in words if " " not in word}


@cache
def _phrases(table: str) -> tuple[tuple[str, str], ...]:
    found: Mapping[str, Sequence[str]] = rules("counting")[table]
    return tuple((word, name) for name, words in found.items() for word in words if " " in word)


def _first_of(table: str, text: str, *, phrases_only: bool = False) -> str:
    """The name in ``table`` that the words of ``text`` stand for, a phrase before a word; "" where none does."""
    words = spoken(text)
    padded = f" {' '.join(words)} "
    by_phrase = (name for phrase, name in _phrases(table) if f" {phrase} " in padded)
    by_word = (name for word in words if not phrases_only and (name := _by_word(table).get(word)))
    return next(by_phrase, "") or next(by_word, "")


def _nearest(table: str, window: _Window) -> str:
    """The name in ``table`` whose word stands nearest to the figure, commas and conjunctions in between counted."""
    right = list(_distances(table, TOKEN.findall(window.right.lower()), REACH))
    left = list(_distances(table, TOKEN.findall(window.left.lower())[::-1], BACK))
    return min([(far, 1, name) for far, name in right] + [(far, 2, name) for far, name in left], default=(0, 0, ""))[2]


def _distances(table: str, tokens: Sequence[str], reach: int) -> Iterator[tuple[int, str]]:
    far = 0
    for token in tokens:
        far += CROSSING if token in FENCES else 1
        if far > reach:
            return
        if name := _by_word(table).get(token):
            yield far, name


def _state(figure: Figure, what: str, window: _Window) -> str:
    """What happened to those counted: as the counted words say; for people also as the words beside them do."""
    if figure.kind in STATELESS:
        return ""
    if figure.kind not in ("people", "households"):
        return _first_of("states", what)
    beside = replace(window, left=_set_aside(window.left), right=_set_aside(window.right))
    near = _first_of("states", f"{what} # {beside.left} {beside.right}", phrases_only=True)
    return near or _first_of("states", what) or _nearest("states", beside) or _first_of("states", window.lead)


def _set_aside(text: str) -> str:
    for phrase in rules("counting")["scope"]["set_aside"]:
        text = text.replace(phrase, "#")
    return text


def _populations(source: Source, figure: Figure, window: _Window) -> frozenset[str]:
    """Who is counted, where the counted words, those right before them or right behind the figure say it."""
    spans = [(max(0, span[0] - BEFORE), span[1]) for span in figure.what_spans]
    before = " # ".join(" ".join(source.text[a:b].split()[1:]) for a, b in spans)
    behind = re.split(r",|\bincluding\b", " ".join(TOKEN.findall(window.right)[:3]))[0]
    for text in (figure.what, before, behind):
        words = spoken(text)
        padded = f" {' '.join(words)} "
        found = {name for phrase, name in _phrases("populations") if f" {phrase} " in padded}
        found |= {name for word in words if (name := _by_word("populations").get(word))}
        if found:
            return frozenset(found)
    return frozenset()


def _scope(figure: Figure, window: _Window, what: str) -> set[str]:
    """The tags of the rules' scopes that the words beside a figure carry."""
    if figure.kind in STATELESS:
        return set()
    left, right = _bounds_out(window.left), _bounds_out(window.right)
    beside = f"{' '.join(left[-3:])} # {' '.join(right[:3])} # {' '.join(spoken(what))}"
    wider = f"{' '.join(left[-6:])} # {' '.join(right[:6])}"
    tables = rules("counting")["scope"]
    tags = set()
    if _said((word for word in tables["flow"] if " " not in word), beside) or _said(
        (phrase for phrase in tables["flow"] if " " in phrase), f"{' '.join(left)} # {' '.join(right)}"
    ):
        tags.add("flow")
    if _said(tables["planned"], wider):
        tags.add("planned")
    if _said(tables["part"], " ".join(right[:3])) or _said(tables["alone"], " ".join(right[:REACH])):
        tags.add("part")
    return tags


def _bounds_out(text: str) -> list[str]:
    """The words of ``text`` without those that make a bound ("more than")."""
    padded = f" {' '.join(spoken(text))} "
    for phrase in rules("counting")["scope"]["not_flow"]:
        padded = padded.replace(f" {phrase} ", " ")
    return padded.split()


def _said(phrases: Iterable[str], text: str) -> bool:
    padded = f" {text} "
    return any(f" {phrase} " in padded for phrase in phrases)


def _since(figure: Figure, window: _Window, about: Profile) -> set[str]:
    """The tag of a count that began in an earlier year than the source was published in."""
    found = SINCE.search(window.sentence) if figure.kind in GROWING else None
    if found and about.published and int(found[1]) < about.published.year:
        return {f"since-{found[1]}"}
    return set()


def _causes(window: _Window, about: Profile) -> set[str]:
    """The kind of event beside a figure, where it is another than the source's own."""
    near = kind_nearest(window.left, window.right)
    return {near} - about.main if near else set()


def _places(window: _Window, figure: Figure, about: Profile, language: str | None) -> set[str]:
    """The names of places beside a figure: those that a word such as "in" leads to."""
    found = set(names_in(f"x {figure.place}", language)) if figure.place else set()
    for text in (window.left, window.right):
        reach, last = 0, ""
        for token in re.findall(r"[^\W_][\w’'-]*", text):
            folded = fold(token.lower(), primary(language))
            last, before = token.lower(), last
            if last in PLACE_LINKS:
                reach = 0 if before in NOT_PLACES else LED
            elif token[0].isupper() and folded in about.known:
                found |= {folded} if reach > 0 else set()
            elif last != "and":
                reach -= 1
    return found


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
        if parent is not None and not one.state:
            one = replace(one, state=parent.state, scope=one.scope | parent.scope, places=one.places | parent.places)
            one = replace(one, local=one.local or parent.local, total=one.total or parent.total)
        if parent is not None and not one.population and one.dimension == parent.dimension == "people" and _bare(one):
            one = replace(one, population=parent.population)
        made.append(one)
    return made


def _bare(one: Counted) -> bool:
    """Whether nothing but what happened to them says who is counted ("10 wounded")."""
    return len(spoken(one.figure.what)) <= 1


def _parts(found: Sequence[Counted]) -> list[Counted]:
    """Mark the parts of a whole: beside a total of the same kind, and many of one kind in one passage."""
    groups: dict[tuple[Span, str, str, frozenset[str]], list[Counted]] = {}
    for one in found:
        groups.setdefault((one.passage.span, one.dimension, one.state, one.population), []).append(one)
    parts: set[tuple[str, str, int]] = set()
    for (_, _, state, _), group in groups.items():
        if not state or len({str(one.figure.value) for one in group}) < 2:
            continue
        if any(one.total for one in group):
            parts |= {one.key for one in group if not one.total}
        elif len(group) >= SEVERAL:
            parts |= {one.key for one in group}
    return [replace(one, scope=one.scope | {"part"}) if one.key in parts else one for one in found]
