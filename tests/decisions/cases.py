"""Claims to decide on, from the stories of the whole chain's tests."""

from __future__ import annotations

from collections.abc import Mapping

from briefing import extractors
from briefing.model.claim import Claim, Extraction
from briefing.model.decision import Decision, Target
from briefing.model.source import File, Source
from tests.chain_texts import STORIES


def read(texts: Mapping[str, str] = STORIES) -> tuple[tuple[Source, ...], dict[str, Extraction]]:
    """The sources of ``texts`` by file name, and what each yields."""
    sources = tuple(Source(text, (File(name),), language="en") for name, text in texts.items())
    return sources, {source.id: extractors.extract(source) for source in sources}


def claims_of(extractions: Mapping[str, Extraction]) -> list[Claim]:
    """All claims that would be compared and printed."""
    return [claim for found in extractions.values() for claim in found.claims]


def saying(extractions: Mapping[str, Extraction], words: str) -> Claim:
    """The first claim whose passage has ``words``."""
    return next(claim for claim in claims_of(extractions) if words in claim.anchor.exact)


def target(source: Source, claim: Claim, figure: int | None = None) -> Target:
    """What names a claim of ``source``, or one figure of it."""
    span = None if figure is None else claim.figures[figure].span
    return Target(source.sha256, *claim.anchor.span, claim.anchor.exact, claim.content, span)


def on(sources: tuple[Source, ...], claim: Claim, act: str, **fields: object) -> Decision:
    """A decision on one claim."""
    source = next(each for each in sources if each.id == claim.source)
    index = fields.pop("figure", None)
    at = target(source, claim, index if isinstance(index, int) else None)
    return Decision(act, (at,), **fields)  # type: ignore[arg-type]
