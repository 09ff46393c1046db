"""The quotations: what speakers are quoted as saying, the one the audience wants most first."""

from __future__ import annotations

from dataclasses import replace

from briefing.composing.actors import choose, outlet, printed
from briefing.composing.edition import Edition
from briefing.composing.ranking import score
from briefing.composing.statements import voice
from briefing.model.briefing import Datum, Statement
from briefing.model.claim import Claim


def quotations(edition: Edition) -> tuple[Statement, ...]:
    """At most as many quotations as the audience prints statements, each with its speaker and its other wordings."""
    spoken = [c for c in edition.claims if voice(edition.sources[c.source], c) == "quoted" and not c.passage.lead]
    groups, _ = choose(edition, spoken, edition.audience.statements)
    groups.sort(key=lambda group: -max(score(edition, claim) for claim in group))
    return tuple(_quotation(edition, f"quotation-{n}", group[0]) for n, group in enumerate(groups, 1))


def _quotation(edition: Edition, id: str, claim: Claim) -> Statement:  # noqa: A002
    return replace(printed(edition, id, [claim]), topic=None, speaker=who(edition, f"{id}-who", claim))


def who(edition: Edition, id: str, claim: Claim) -> Statement:  # noqa: A002
    """Who says a claim: the speaker it resolves to, else what kind of speaker is not named, else the outlet."""
    if claim.form == "own":
        return outlet(edition, id, claim.source)
    if claim.attribution.speaker is None:
        return edition.told(id, f"class-{claim.attribution.kind}-actor")
    return Statement(id, "counted", (Datum(claim.attribution.speaker, claim.id, "speaker"),))
