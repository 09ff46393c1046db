"""What a briefing prints, as the checks look at it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from briefing.model.briefing import Briefing, Statement, Words
from briefing.model.claim import Claim, Figure
from briefing.model.remark import Remark
from briefing.model.source import Locator, Source
from briefing.model.walk import nodes


@dataclass(frozen=True)
class Printed:
    """One briefing with what it prints found once for all checks."""

    briefing: Briefing
    handling: str | None
    """The handling label it is to carry."""

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources by id."""
        return {source.id: source for source in self.briefing.claims.sources}

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Each source's number in the briefing, by id."""
        return {source.id: number for number, source in enumerate(self.briefing.claims.sources, 1)}

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement of the sections, in printed order; the annex and the list of sources are none."""
        roots = [self.briefing.title, *(getattr(self.briefing, name) for name in _PARTS)]
        return tuple(statement for root in roots for statement in nodes(root, Statement))

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that statements and cards print, each once, in the order of sources and text."""
        told = {claim for statement in self.statements for claim in statement.claims}
        told |= {cite.claim for card in self.briefing.key_figures for cite in card.citations if cite.claim}
        return tuple(claim for claim in self.all_claims if claim.id in told)

    @cached_property
    def all_claims(self) -> tuple[Claim, ...]:
        """All claims of the sources, printed or not, rejected ones left out."""
        return tuple(claim for _, found in self.briefing.claims.extractions for claim in found.claims)

    @property
    def figures(self) -> Iterator[tuple[Claim, Figure]]:
        """The figures of printed claims."""
        return ((claim, figure) for claim in self.claims for figure in claim.figures)

    @property
    def words(self) -> Iterator[Words]:
        """A source's words, wherever they are printed in a statement."""
        return (piece for statement in self.statements for piece in nodes(statement.pieces, Words))

    def place(self, source: str, locator: Locator) -> str:
        """Where a person looks: "source 2 (b.txt), paragraph 4"."""
        page = f", page {locator.page}" if locator.page else ""
        return f"source {self.numbers[source]} ({self.sources[source].files[0].path}){page}, paragraph {locator}"

    def remark(self, code: str, claim: Claim, what: str, todo: str) -> Remark:
        """A remark on a claim."""
        start, end = claim.anchor.span
        return Remark(code, self.place(claim.source, claim.locator), what, todo, claim.source, start, end)


_PARTS = ("bottom_line", "key_figures", "statements", "implications", "agreement")


def shown(text: str, longest: int = 80) -> str:
    """A text as a remark quotes it: on one line, cut where it is long."""
    line = " ".join(text.split())
    line = line if len(line) <= longest else line[:longest] + "…"
    return line if line.startswith("“") and "“" not in line[1:] else f"“{line}”"
