"""Links: where those of a page lead, which element has an id, and by what a reader finds a statement."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import permutations, product

from markupsafe import Markup, escape

from briefing.model.briefing import Briefing, Statement
from briefing.model.claim import SECTORS
from briefing.model.facets import OF_SOURCES, Facets
from briefing.model.finding import SUPPORTS
from briefing.model.walk import nodes

TELLING = ("statements", "quotations", "bottom-line", "implications")
"""The sections to which a claim's own link may lead, the best first: where it is told what is said, and by whom."""


class Links:
    """The links of one page of a briefing, which is printed once, from its beginning to its end."""

    def __init__(self, briefing: Briefing) -> None:
        self._briefing, self._facets = briefing, Facets(briefing)
        self._wordings, self._homes = _wordings(briefing), _homes(briefing)
        self._printed: set[str] = set()
        self._led_to: set[str] = set()

    @property
    def given(self) -> Mapping[str, Callable[..., object]]:
        """What templates ask, by the names they know it by."""
        asked = (self.first, self.comparison, self.at_home, self.facets, self.offered)
        return {each.__name__: each for each in asked}

    def first(self, id_: str) -> bool:
        """Whether an element of this id is printed for the first time, so that it may have the id."""
        new = id_ not in self._printed
        self._printed.add(id_)
        return new

    def comparison(self, statement: Statement, note: Statement) -> str | None:
        """Where a note ("source 2 words it differently") leads: the id of the variant that shows a claim of both."""
        noted = [citation.claim for citation in note.citations if citation.claim]
        pairs = product(statement.claims, noted)
        return next((self._wordings[pair] for pair in pairs if pair in self._wordings), None)

    def at_home(self, claim: str, statement: Statement) -> bool:
        """Whether the claim's own link leads to this statement; true once a claim."""
        home = self._homes.get(claim) == statement.id and claim not in self._led_to
        self._led_to.update([claim] if home else [])
        return home

    def facets(self, statement: Statement) -> Markup:
        """The attributes by which a reader finds a statement; none where a source does not speak in it."""
        found = self._facets.of(statement)
        if found is None:
            return Markup("")
        told = {"of": statement.id, "actor": found.actor}
        told |= {"sectors": " ".join(found.sectors), "supports": " ".join(found.supports)}
        return Markup("".join([f' data-{name}="{escape(value)}"' for name, value in told.items()]))

    def offered(self) -> dict[str, list[str]]:
        """What a reader may choose of: the actors, sectors and kinds of support that any printed statement has."""
        statements = [s for actor in self._briefing.statements for s in actor.statements]
        statements += [s for block in self._briefing.implications.blocks for s in block.statements]
        found = [facet for statement in statements if (facet := self._facets.of(statement))]
        return {
            "actors": list(dict.fromkeys(facet.actor for facet in found)),
            "sectors": [each for each in SECTORS if any(each in facet.sectors for facet in found)],
            "supports": [each for each in SUPPORTS if any(each in facet.supports for facet in found)],
        }


def _wordings(briefing: Briefing) -> Mapping[tuple[str, str], str]:
    """Two claims -> the id of the variant that shows both."""
    variants = briefing.agreement.variants if "agreement" in briefing.sections else ()
    claims = {variant.id: [claim for side in variant.sides for claim in side.claims] for variant in variants}
    return {pair: id_ for id_, made in claims.items() for pair in permutations(made, 2)}


def _homes(briefing: Briefing) -> Mapping[str, str]:
    """Claim -> the id of the statement its own link leads to: one among what is said, by whom, where it is printed
    there; else the first that prints it."""
    parts = [part for section in TELLING if section in briefing.sections for part in briefing.contents(section)]
    printed = [s for part in parts for s in nodes(part, Statement) if s.voice in OF_SOURCES]
    return {claim: s.id for s in reversed(printed) for claim in reversed(s.claims[:1] if s.items else s.claims)}
