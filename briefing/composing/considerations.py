"""Considerations: which implication rules the claims trigger, and which population figures the sources give."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from briefing.composing.rulebook import (
    Rule,
    Step,
    begun_by,
    context_terms,
    first_terms,
    gaps,
    ladder_terms,
    rules,
    step_places,
    steps,
)
from briefing.language.modality import modality_at
from briefing.language.terms import Found
from briefing.model.claim import Claim, Figure
from briefing.model.source import Anchor, Source, Span

ALLEGING = ("accused", "claimed")
UNACCOUNTABLE = ("publisher", "collective", "vague", "anonymous")
"""Classes of speaker whose commentary triggers nothing: the outlet, "analysts", nobody."""
COUNTED = ("people", "households")
PLANNED = "targeted"
"""The step that counts people of whom a plan speaks."""
NEAR = 80
"""Code points on either side of a figure in which the words of a population step may stand."""
CENTURY = 2000
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
CLAUSE = re.compile(r"[;.!?](?:\s|$)|\)")


@dataclass(frozen=True, slots=True)
class Consideration:
    """A rule that claims trigger: their ids; ``alleged`` where all words that trigger it are accused or merely claimed.

    ``anchors`` are the words that triggered it, in the order of ``triggers``.
    """

    rule: Rule
    triggers: tuple[str, ...]
    sectors: tuple[str, ...]
    alleged: bool
    anchors: tuple[Anchor, ...] = ()


@dataclass(slots=True)
class _Words:
    """Words that claims say, with the terms in them that begin a trigger, and the rules of those triggers.

    ``places`` are those that trigger, by the id of a rule and the year they are said in, as far as they were asked for:
    sources repeat each other's words.
    """

    text: str
    begun: Found
    begun_rules: tuple[Rule, ...]
    places: dict[tuple[str, int | None], list[Span]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a claim says, its spans put together."""

    claim: Claim
    source: Source
    spans: tuple[Span, ...]

    def anchor(self, place: Span) -> Anchor:
        """The anchor of a place in its words; of one that runs on into the next span, the part before."""
        start, end = place
        for low, high in self.spans:
            if start < high - low:
                return self.source.anchor(low + start, min(low + end, high))
            start, end = start - (high - low) - 1, end - (high - low) - 1
        raise IndexError(place)


def consider(claims: Sequence[Claim], sources: Mapping[str, Source]) -> tuple[Consideration, ...]:
    """The rules that fire, in the rules' order, each with all claims that trigger it."""
    fired, accused = _fired(claims, sources), _accused(claims)
    which = [rule for rule in rules() if rule.id in fired]
    armed = any(each.conflict for rule in which for each in rule.instruments) and _tell_of_conflict(claims)
    made = []
    for rule in which:
        ids = tuple(said.claim.id for said, _ in fired[rule.id])
        anchors = tuple(said.anchor(place) for said, places in fired[rule.id] for place in places)
        alleged = all(_alleged(anchor, accused) for anchor in anchors)
        made.append(Consideration(_in_force(rule, armed), ids, rule.sectors, alleged, anchors))
    return tuple(made)


def _fired(claims: Sequence[Claim], sources: Mapping[str, Source]) -> Mapping[str, list[tuple[_Said, list[Span]]]]:
    """What claims say that triggers a rule, and the places in it that do, by the id of the rule."""
    known: dict[str, _Words] = {}
    fired: dict[str, list[tuple[_Said, list[Span]]]] = {}
    for claim in filter(_may_trigger, claims):
        source = sources[claim.anchor.source]
        spans = _with_cue(claim, source.text)
        text = " ".join([source.text[start:end] for start, end in spans])
        words = known[text] if text in known else known.setdefault(text, _words(text))
        for rule in words.begun_rules:
            places = _places(rule, words, source) if _fits(rule, claim) else []
            if places and not _is_of("unreal", claim.anchor.exact):
                fired.setdefault(rule.id, []).append((_Said(claim, source, spans), places))
    return fired


def _words(text: str) -> _Words:
    """Words with what begins a trigger in them."""
    begun = first_terms().find(text)
    return _Words(text, begun, tuple({begun_by()[name].id: begun_by()[name] for name in begun}.values()))


def _tell_of_conflict(claims: Sequence[Claim]) -> bool:
    """Whether any claim asserts something of armed conflict: only there do the rules of armed conflict bind."""
    asserted = (claim.anchor.exact for claim in claims if claim.modality in ("asserted", "negated"))
    return any(_is_of("armed", words) for words in asserted)


@lru_cache(maxsize=4096)
def _is_of(context: str, words: str) -> bool:
    """Whether words have a term of this list of contexts; kept, as several claims share a sentence, and sources too."""
    return bool(context_terms(context).find(words))


def _in_force(rule: Rule, armed: bool) -> Rule:
    """The rule with the instruments that bind where it fires."""
    return replace(rule, instruments=tuple(each for each in rule.instruments if armed or not each.conflict))


def _year(source: Source) -> int:
    """The year a source speaks in: of its publication, else the latest it names, at least the first of the century."""
    stated = source.stated("published")
    named = (int(year) for year in YEAR.findall(source.text))
    return int(stated[:4]) if stated and stated[:4].isdigit() else max(named, default=CENTURY)


def _accused(claims: Sequence[Claim]) -> Mapping[str, list[Span]]:
    """The words of each source that some claim accuses of or merely claims."""
    accused: dict[str, list[Span]] = {}
    for claim in claims:
        if claim.attribution.force in ALLEGING:
            accused.setdefault(claim.source, []).extend(claim.content)
    return accused


def _alleged(anchor: Anchor, accused: Mapping[str, list[Span]]) -> bool:
    """Whether words lie within what is accused, whatever other claim of the sentence holds them too."""
    return any(start <= anchor.start and anchor.end <= end for start, end in accused.get(anchor.source, ()))


def _may_trigger(claim: Claim) -> bool:
    """Never commentary of the outlet or of nobody in particular, never a negation, an "if", history or a headline."""
    opinion = claim.nature == "commentary" and claim.attribution.kind in UNACCOUNTABLE
    return claim.modality == "asserted" and not opinion and claim.passage.kind != "headline"


def _with_cue(claim: Claim, text: str) -> tuple[Span, ...]:
    """What is said, from the cue on where that runs straight into it ("urged families to leave")."""
    (start, end), *others = claim.content
    cue = claim.attribution.cue_span
    if cue and cue[1] <= start and not text[cue[1] : start].strip():
        return ((cue[0], end), *others)
    return claim.content


def _fits(rule: Rule, claim: Claim) -> bool:
    """Whether a claim is of a kind and size that may fire the rule: an order may be enough, a threat never is."""
    if claim.nature == "commentary" and (not rule.orders or claim.attribution.force == "threatened"):
        return False
    if rule.figure is None:
        return True
    return any(figure.kind == "people" and _least(figure) >= rule.figure for figure in claim.figures)


def _places(rule: Rule, words: _Words, source: Source) -> list[Span]:
    """Where words trigger the rule, as this source says them."""
    year = max(_year(source), CENTURY) if YEAR.search(words.text) else None
    if (rule.id, year) not in words.places:
        words.places[rule.id, year] = list(_triggering(rule, words, year))
    return words.places[rule.id, year]


def _triggering(rule: Rule, words: _Words, year: int | None) -> Iterator[Span]:
    """Where words said in a year trigger the rule, if there it is asserted, each stretch of words once."""
    last = 0
    for start, end in sorted(place for each in rule.triggers for place in each.places(words.text, words.begun)):
        if start >= last and modality_at(words.text, end, year) == "asserted":
            yield start, end
            last = end


def _least(figure: Figure) -> float:
    return float(min(figure.value)) if isinstance(figure.value, tuple) else float(figure.value)


def ladder(claims: Sequence[Claim]) -> dict[Step, tuple[tuple[str, int], ...]]:
    """For each step of the population ladder, the figures it counts: (claim id, index of the figure).

    Figures of people and of households, which are never turned into each other. What may come counts nobody:
    of it, only the people that a plan targets are a step.
    """
    found: dict[Step, list[tuple[str, int]]] = {step: [] for step in steps()}
    for claim in claims:
        for index, figure in enumerate(claim.figures):
            step = _step(claim, figure) if figure.kind in COUNTED else None
            if step and (step.key == PLANNED or not _may_come(claim, figure)):
                found[step].append((claim.id, index))
    return {step: tuple(members) for step, members in found.items()}


def _may_come(claim: Claim, figure: Figure) -> bool:
    """Whether a figure is of what may come: as its claim says, or the words beside it."""
    beside = modality_at(claim.anchor.exact, figure.start - claim.anchor.start)
    return "hypothetical" in (claim.modality, beside)


def _step(claim: Claim, figure: Figure) -> Step | None:
    """The step a figure belongs to: by what it counts, else by the nearest word in its clause.

    Where what it counts is carried from an earlier sentence ("6,000 of them were displaced"), the clause comes first.
    """
    named, never = _counted(figure.what)
    if never:
        return None
    carried = any(not claim.anchor.start <= start < claim.anchor.end for start, _ in figure.what_spans)
    if named and not carried:
        return named
    near = _nearest(claim.anchor.exact, figure.start - claim.anchor.start, figure.end - claim.anchor.start)
    return near or named


@lru_cache(maxsize=4096)
def _counted(what: str) -> tuple[Step | None, bool]:
    """The step that is named by what a figure counts, and whether that keeps the figure off the ladder."""
    found = ladder_terms().find(what)
    return next((step for step, _ in step_places(found)), None), "never" in found


def _nearest(text: str, start: int, end: int) -> Step | None:
    """The step whose word stands nearest to ``text[start:end]``, in the same clause and within NEAR.

    None where a word that keeps a figure off the ladder stands nearer ("killed 37, thousands displaced").
    """
    if not 0 <= start < end <= len(text):  # a figure of a passage that the claim does not print
        return None
    low = max((found.end() for found in CLAUSE.finditer(text, 0, start)), default=0)
    around = (max(low, start - NEAR), min(_clause_end(text, end), end + NEAR))
    found = ladder_terms().find(text[slice(*around)])
    places: list[tuple[Step | None, Span]] = [*step_places(found), *((None, place) for place in found.get("never", ()))]
    shifted = [(step, (a + around[0], b + around[0])) for step, (a, b) in places]
    near = [(max(a - end, start - b), step.key if step else "", step) for step, (a, b) in shifted]
    return min(near, key=lambda each: each[:2])[2] if near else None


def _clause_end(text: str, start: int) -> int:
    """Where the clause ends that goes on at ``start``: a bracketed aside within it ends none."""
    for found in CLAUSE.finditer(text, start):
        if found[0] != ")" or text.count("(", start, found.start()) <= text.count(")", start, found.start()):
            return found.start()
    return len(text)


def gap_questions(sector: str) -> tuple[str, ...]:
    """The questions a sector without evidence raises."""
    return gaps().get(sector, ())
