"""Decisions met with claims: the exact passage or nothing.

A decision is applied where the text it names is among the sources, its words stand where it says, and a claim with its
very content is there. Otherwise it is an orphan: kept, told of, and applied to nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.decisions.corrections import corrected
from briefing.decisions.overruling import states
from briefing.model.claim import Claim, Extraction
from briefing.model.decision import UNTIED, Decision, Ruling, Target, Ties
from briefing.model.notice import Notice
from briefing.model.source import Source, Span

SHOWN = 60
"""Code points of a passage that a Notice quotes."""

MET = ("applied", "orphaned")
"""The states of decisions that are to be met with claims; the others hold for none, whatever became of their text."""

Place = tuple[str, int, int, tuple[Span, ...]]


@dataclass(frozen=True, slots=True)
class Met:
    """What decisions made of claims: the extractions by source id, what belongs together, and what became of each."""

    extractions: Mapping[str, Extraction]
    ties: Ties = UNTIED
    rulings: tuple[Ruling, ...] = ()
    notices: tuple[Notice, ...] = ()


def apply(sources: Sequence[Source], extractions: Mapping[str, Extraction], decisions: Sequence[Decision]) -> Met:
    """The extractions (by source id) as the analyst decided.

    Rejected claims are kept apart, corrected ones carry what was corrected. Applying decisions to what they were
    applied to changes nothing.
    """
    if not decisions:
        return Met(extractions)
    claims = _Claims(sources, extractions)
    rulings = tuple(
        Ruling(decision, state, *_met(claims, decision, state))
        for decision, state in zip(decisions, states(decisions), strict=True)
    )
    rulings = tuple(
        each if not each.why else replace(each, state="orphaned") if each.state in MET else replace(each, why="")
        for each in rulings
    )
    live = [each for each in rulings if each.state == "applied"]
    made = {key: _decided(found, live) for key, found in extractions.items()}
    return Met(made, _ties(live, claims), rulings, tuple(_notices(rulings)))


class _Claims:
    """The claims of all sources by the place they stand in, rejected ones among them."""

    def __init__(self, sources: Sequence[Source], extractions: Mapping[str, Extraction]) -> None:
        self.sources = {source.sha256: source for source in sources}
        ids = {source.id: source.sha256 for source in sources}
        self._at: dict[Place, Claim] = {}
        for key, found in extractions.items():
            for claim in (*found.claims, *found.rejected):
                self._at[ids[key], *claim.anchor.span, claim.content] = claim

    def of(self, target: Target) -> Claim | None:
        """The claim that stands exactly where a target says."""
        found = self._at.get((target.sha256, target.start, target.end, target.content))
        return found if found and found.anchor.exact == target.exact else None

    def lacks(self, target: Target) -> str:
        """Why a target is met with no claim; "" where it is met."""
        source = self.sources.get(target.sha256)
        if source is None:
            elsewhere = next((s for s in self.sources.values() if target.exact in s.text), None)
            again = f"; {_again(elsewhere.files[0].path)}" if elsewhere else ""
            return f"the text it was made on is not among the sources{again}"
        if source.text[target.start : target.end] != target.exact:
            return "other words stand where it says"
        claim = self.of(target)
        if claim is None:
            return "no claim stands at its passage with its content"
        if target.figure is not None and figure_index(claim, target.figure) is None:
            return "its claim has no figure where it says"
        return ""


def _again(path: str) -> str:
    return f"the words stand in {path}, changed; briefing decisions --renew decides so there"


def figure_index(claim: Claim, span: Span) -> int | None:
    """Which figure of a claim stands at ``span``; None where none does."""
    return next((at for at, figure in enumerate(claim.figures) if figure.span == span), None)


def _met(claims: _Claims, decision: Decision, state: str) -> tuple[str, tuple[str, ...]]:
    """Why a decision is met with no claims, or "" and the ids of the claims it is met with."""
    if state == "orphaned":
        return "there is no such decision before it", ()
    why = next((lack for target in decision.targets if (lack := claims.lacks(target))), "")
    found = () if why else tuple(claim.id for target in decision.targets if (claim := claims.of(target)))
    return why, found


def _decided(found: Extraction, live: Iterable[Ruling]) -> Extraction:
    """One source's claims as decided."""
    by_claim: dict[str, list[tuple[Decision, Target]]] = {}
    for ruling in live:
        for claim, target in zip(ruling.claims, ruling.decision.targets, strict=True):
            by_claim.setdefault(claim, []).append((ruling.decision, target))
    made = [_one(claim, by_claim.get(claim.id, ())) for claim in found.claims]
    again = [_one(claim, by_claim.get(claim.id, ())) for claim in found.rejected]
    out = {claim.id for claim in found.claims if _is_rejected(by_claim.get(claim.id, ()))}
    kept, rejected = (
        tuple(claim for claim in made if claim.id not in out),
        tuple(claim for claim in made if claim.id in out),
    )
    return replace(found, claims=kept, rejected=(*again, *rejected))


def _one(claim: Claim, decided: Iterable[tuple[Decision, Target]]) -> Claim:
    for decision, target in decided:
        if decision.act == "accept":
            claim = replace(claim, accepted=True)
        if decision.act == "correct":
            index = figure_index(claim, target.figure) if target.figure else None
            claim = corrected(claim, decision, index)
    return claim


def _is_rejected(decided: Iterable[tuple[Decision, Target]]) -> bool:
    return any(decision.act == "reject" for decision, _ in decided)


def _ties(live: Iterable[Ruling], claims: _Claims) -> Ties:
    """What applied decisions say belongs together or apart. Claims merged whole are merged with the one figure of
    each, so that their readings are compared."""
    tied: dict[str, list[tuple[tuple[str, int | None], ...]]] = {}
    for ruling in live:
        members = []
        for target in ruling.decision.targets:
            claim = claims.of(target)
            if claim:
                members.append((claim.id, figure_index(claim, target.figure) if target.figure else None))
        tied.setdefault(ruling.decision.act, []).append(tuple(members))
        if ruling.decision.act == "merge":
            told = (claims.of(target) for target in ruling.decision.targets)
            tied["merge"] += _figures_meant(tuple(members), [claim for claim in told if claim])
    one, other = (
        tuple(tuple(claim for claim, _ in group) for group in tied.get(act, ()))
        for act in ("same-origin", "different-origin")
    )
    return Ties(tuple(tied.get("merge", ())), tuple(tied.get("split", ())), one, other)


def _figures_meant(
    members: tuple[tuple[str, int | None], ...], claims: Sequence[Claim]
) -> list[tuple[tuple[str, int | None], ...]]:
    """The figures that claims merged as a whole are about: where each has one, and all count one kind of thing."""
    named = any(figure is not None for _, figure in members)
    if named or any(len(claim.figures) != 1 for claim in claims):
        return []
    kinds = {claim.figures[0].kind for claim in claims}
    return [tuple((claim, 0) for claim, _ in members)] if len(kinds) == 1 else []


def _notices(rulings: Iterable[Ruling]) -> Iterable[Notice]:
    for ruling in rulings:
        if ruling.state == "orphaned":
            decision = ruling.decision
            words = " ".join(decision.targets[0].exact.split()) if decision.targets else decision.of or ""
            about = words if len(words) <= SHOWN else f"{words[:SHOWN]}…"
            message = f"Decision {decision.number} ({decision.act} “{about}”) is not applied: {ruling.why}."
            yield Notice("orphaned-decision", message)


def title(rulings: Iterable[Ruling]) -> str | None:
    """The title the analyst decided on, the last where there are several."""
    titles = [
        ruling.decision.text for ruling in rulings if ruling.state == "applied" and ruling.decision.act == "title"
    ]
    return titles[-1] if titles else None
