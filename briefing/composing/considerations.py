"""Considerations: which implication rules the claims trigger, and which population figures the sources give."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.composing.rulebook import Rule, Step, gaps, rules, steps
from briefing.model.claim import Claim, Figure
from briefing.model.source import Source

ALLEGING = ("accused", "claimed")
UNACCOUNTABLE = ("publisher", "collective", "vague", "anonymous")
"""Classes of speaker whose commentary triggers nothing: the outlet, "analysts", nobody."""
NEAR = 60
"""Code points on either side of a figure in which the words of a population step may stand."""


@dataclass(frozen=True, slots=True)
class Consideration:
    """A rule that claims trigger: their ids; ``alleged`` where every one of them is an accusation or a mere claim."""

    rule: Rule
    triggers: tuple[str, ...]
    sectors: tuple[str, ...]
    alleged: bool


def consider(claims: Sequence[Claim], sources: Mapping[str, Source]) -> tuple[Consideration, ...]:
    """The rules that fire, in the rules' order, each with all claims that trigger it."""
    said = [(claim, _said(claim, sources[claim.source])) for claim in claims if _may_trigger(claim)]
    made = []
    for rule in rules():
        fired = [
            claim
            for claim, words in said
            if _fits(rule, claim) and any(trigger.matches(words) for trigger in rule.triggers)
        ]
        if fired:
            alleged = all(claim.attribution.force in ALLEGING for claim in fired)
            made.append(Consideration(rule, tuple(claim.id for claim in fired), rule.sectors, alleged))
    return tuple(made)


def _may_trigger(claim: Claim) -> bool:
    """Never commentary of the outlet or of nobody in particular, never a negation, an "if", history or a headline."""
    opinion = claim.nature == "commentary" and claim.attribution.kind in UNACCOUNTABLE
    return claim.modality == "asserted" and not opinion and claim.passage.kind != "headline"


def _said(claim: Claim, source: Source) -> str:
    return " ".join(source.text[start:end] for start, end in claim.content)


def _fits(rule: Rule, claim: Claim) -> bool:
    if rule.figure is None:
        return True
    return any(figure.kind == "people" and _least(figure) >= rule.figure for figure in claim.figures)


def _least(figure: Figure) -> float:
    return float(min(figure.value)) if isinstance(figure.value, tuple) else float(figure.value)


def ladder(claims: Sequence[Claim]) -> dict[Step, tuple[tuple[str, int], ...]]:
    """For each step of the population ladder, the figures of people it counts: (claim id, index of the figure)."""
    found: dict[Step, list[tuple[str, int]]] = {step: [] for step in steps()}
    for claim in claims:
        for index, figure in enumerate(claim.figures):
            step = _step(claim, figure) if figure.kind == "people" else None
            if step:
                found[step].append((claim.id, index))
    return {step: tuple(members) for step, members in found.items()}


def _step(claim: Claim, figure: Figure) -> Step | None:
    """The step a figure of people belongs to: by what it counts, else by the words around it."""
    start = claim.anchor.start
    around = claim.anchor.exact[max(0, figure.start - start - NEAR) : max(0, figure.end - start + NEAR)]
    for words in (figure.what, around):
        for step in steps():
            if step.terms.search(words):
                return step
    return None


def gap_questions(sector: str) -> tuple[str, ...]:
    """The questions a sector without evidence raises."""
    return gaps().get(sector, ())
