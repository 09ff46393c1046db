"""Decisions on a text that has changed, made again where their words still stand.

A decision is met with the exact passage or nothing. Where a source was corrected, that orphans all that was decided on
it; this makes those decisions again on the claims with the same words and content, and takes the old ones back.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.decisions.meeting import apply
from briefing.decisions.naming import target
from briefing.decisions.overruling import settles
from briefing.model.claim import Claim, Extraction
from briefing.model.decision import Decision, Target
from briefing.model.source import Source, Span

Shape = tuple[str, tuple[Span, ...]]
"""A claim wherever it stands: its words, and the places of its content counted from its beginning."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """What becomes of an orphan: ``made`` are the decisions to add; ``why`` says why it is not made again, if so."""

    old: Decision
    made: tuple[Decision, ...] = ()
    why: str = ""


def renewals(
    sources: Sequence[Source],
    extractions: Mapping[str, Extraction],
    decisions: Sequence[Decision],
    by: str | None,
    when: str,
) -> tuple[Renewal, ...]:
    """One Renewal for each orphan among ``decisions`` that names claims, in their order.

    ``by`` is who makes them again, else who made them; ``when`` is the time (ISO 8601). What was decided on a claim
    since then stays.
    """
    places = _Places(sources, extractions)
    rulings = apply(sources, extractions, decisions).rulings
    since = {key for each in rulings if each.state == "applied" for key in settles(each.decision)}
    found = []
    for old in (each.decision for each in rulings if each.state == "orphaned" and each.decision.targets):
        targets, why = places.again(old.targets)
        again = replace(old, targets=targets, by=by or old.by, when=when, number=0)
        back = Decision("withdraw", of=old.id, by=by, when=when)
        if why:
            found.append(Renewal(old, (), why))
        elif since & set(settles(again)):
            found.append(Renewal(old, (back,), "it was decided otherwise since"))
        else:
            found.append(Renewal(old, (back, again)))
    return tuple(found)


class _Places:
    """Where each claim stands now, by its shape."""

    def __init__(self, sources: Sequence[Source], extractions: Mapping[str, Extraction]) -> None:
        of = {source.id: source for source in sources}
        self._of: dict[Shape, list[tuple[Source, Claim]]] = {}
        for id_, found in extractions.items():
            for claim in (*found.claims, *found.rejected):
                shape = _shape(claim.anchor.exact, claim.content, claim.anchor.start)
                self._of.setdefault(shape, []).append((of[id_], claim))

    def again(self, targets: Sequence[Target]) -> tuple[tuple[Target, ...], str]:
        """What names the same claims now; or nothing, and why not."""
        made = []
        for old in targets:
            fresh = self._candidates(old)
            if len(fresh) != 1:
                return (), f"its words stand in {len(fresh)} places" if fresh else "its words stand nowhere"
            made += fresh
        return tuple(made), ""

    def _candidates(self, old: Target) -> list[Target]:
        """The claims of the shape of ``old``, with its figure; ``old`` alone where it still stands."""
        fresh = [
            _with_figure(target(*found), old) for found in self._of.get(_shape(old.exact, old.content, old.start), ())
        ]
        return [old] if old in fresh else fresh


def _shape(exact: str, content: Sequence[Span], start: int) -> Shape:
    return exact, tuple((a - start, b - start) for a, b in content)


def _with_figure(fresh: Target, old: Target) -> Target:
    """``fresh`` with the figure of ``old``, which stands at the same place in the words."""
    if old.figure is None:
        return fresh
    moved = fresh.start - old.start
    return replace(fresh, figure=(old.figure[0] + moved, old.figure[1] + moved))
