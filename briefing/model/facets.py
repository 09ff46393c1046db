"""Facets: by what a reader may look for a statement — who says it, on which sectors, with what support."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model.briefing import Briefing, Statement
from briefing.model.claim import SECTORS, Claim
from briefing.model.finding import SUPPORTS

OF_SOURCES = ("quoted", "reported", "own")
"""The voices in which a source speaks: only such statements have facets."""


@dataclass(frozen=True, slots=True)
class Facet:
    """``actor`` is an actor's id or "" where none is listed; ``sectors`` and ``supports`` in their usual order."""

    actor: str
    sectors: tuple[str, ...]
    supports: tuple[str, ...]


class Facets:
    """The facets of one briefing's statements."""

    def __init__(self, briefing: Briefing) -> None:
        self._claims = {claim.id: claim for _, found in briefing.claims.extractions for claim in found.claims}
        self._outlets = {source.id: len(source.outlets) for source in briefing.claims.sources}
        self._stated = {claim for origin in briefing.claims.grouping.origins for claim in origin.claims}
        actors = reversed(briefing.statements)
        self._actors = {claim: actor.id for actor in actors for claim in _said_by(actor.statements)}
        self._supports: dict[str, set[str]] = {}
        for finding in briefing.claims.grouping.findings:
            told = finding.members if finding.second_origin or finding.support != "corroborated" else ()
            for member in told:
                self._supports.setdefault(member.claim, set()).add(finding.support)

    def of(self, statement: Statement) -> Facet | None:
        """The facets of a statement that prints a source's words; None for any other."""
        claims = [self._claims[claim] for claim in _said_by((statement,)) if claim in self._claims]
        if statement.voice not in OF_SOURCES or not claims:
            return None
        actor = next((self._actors[claim.id] for claim in claims if claim.id in self._actors), "")
        sectors = {sector for claim in claims for sector in claim.sectors}
        supports = {support for claim in claims for support in self._support(claim)}
        return Facet(
            actor,
            tuple(sector for sector in SECTORS if sector in sectors),
            tuple(support for support in SUPPORTS if support in supports),
        )

    def _support(self, claim: Claim) -> set[str]:
        """The support of the findings a claim is in; one in none stands in its own source's outlets alone."""
        if claim.id in self._supports:
            return self._supports[claim.id]
        if self._outlets[claim.source] == 1:
            return {"single"}
        return {"same-origin" if claim.id in self._stated else "unknown-origin"}


def _said_by(statements: tuple[Statement, ...]) -> Iterator[str]:
    """The claims that statements and their items print."""
    for statement in statements:
        yield from statement.claims
        for item in statement.items:
            yield from item.claims
