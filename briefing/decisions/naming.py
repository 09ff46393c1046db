"""Naming the claim that a decision is about."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.errors import UsageError
from briefing.model.claim import Claim
from briefing.model.decision import Target
from briefing.model.finding import ClaimsFile
from briefing.model.source import Source
from briefing.model.stated import nearest


def target(source: Source, claim: Claim, figure: int | None = None) -> Target:
    """What names ``claim`` of ``source``, or the figure of it that has this index."""
    span = None if figure is None else claim.figures[figure].span
    return Target(source.sha256, *claim.anchor.span, claim.anchor.exact, claim.content, span)


class Names:
    """The claims of a run by the id, or the beginning of an id, that a person types."""

    def __init__(self, claims: ClaimsFile) -> None:
        self._sources: Mapping[str, Source] = {source.id: source for source in claims.sources}
        told = [claim for _, found in claims.extractions for claim in (*found.claims, *found.rejected)]
        self._claims = {claim.id: claim for claim in told}

    def claim(self, name: str) -> Claim:
        """The one claim whose id is ``name`` or begins with it, "c-" left out or not.

        Raises UsageError where there is none, or more than one.
        """
        start = name if name.startswith("c-") else f"c-{name}"
        found = [claim for claim in self._claims if claim.startswith(start)]
        if len(found) == 1:
            return self._claims[found[0]]
        if not found:
            near = nearest(start, self._claims)
            raise UsageError(name, "is no claim of these sources", f"{near}briefing extract -f lines lists them")
        raise UsageError(name, f"begins the ids of {len(found)} claims", "write more of it")

    def target(self, name: str, figure: str | None = None) -> Target:
        """What names a claim, or the figure of it that is written ``figure`` in the text.

        Raises UsageError where claim or figure is not there, or not the only one.
        """
        claim = self.claim(name)
        if figure is None:
            return target(self._sources[claim.source], claim)
        found = [at for at, each in enumerate(claim.figures) if each.text == figure]
        if len(found) == 1:
            return target(self._sources[claim.source], claim, found[0])
        texts = [each.text for each in claim.figures]
        if found:
            raise UsageError(f"{name}: {figure}", "stands in the claim more than once", "set it on the review page")
        has = f"it has {', '.join(texts)}" if texts else "it has none"
        raise UsageError(f"{name}: {figure}", "is no figure of the claim", f"{nearest(figure, texts)}{has}")
