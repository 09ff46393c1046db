"""What a short text makes: who is told to say what, whose each figure is, what is left unused."""

from __future__ import annotations

from briefing.extractors import extract
from briefing.model.claim import Claim
from briefing.model.source import File, Source


def claims(text: str) -> tuple[Claim, ...]:
    """The claims of a text."""
    return extract(Source(text, (File("a.txt"),))).claims


def told(text: str) -> list[tuple[str, str | None, str]]:
    """Kind of attribution, speaker, and what is said, claim by claim."""
    return [
        (one.attribution.kind, one.attribution.speaker, " ".join(text[slice(*span)] for span in one.content))
        for one in claims(text)
    ]


def counted(text: str) -> list[tuple[str, str, str, str | None]]:
    """Each figure's numeral, unit, what it counts and who says it."""
    return [(one.text, one.unit, one.what, one.said_by) for claim in claims(text) for one in claim.figures]


def unused(text: str) -> list[tuple[str, str]]:
    """Each stretch that makes no claim, and why."""
    return [(one.anchor.exact, one.reason) for one in extract(Source(text, (File("a.txt"),))).unused]


def test_who_denies_a_toll_does_not_claim_it() -> None:
    text = "Loria says Tessen shells kill 9 in Vell, Tessen denies"
    assert counted(text) == [("9", "people", "kill", "Loria")]
    assert [(one.attribution.speaker, one.attribution.force, one.modality) for one in claims(text)] == [
        ("Loria", "said", "asserted"),
        ("Tessen", "denied", "negated"),
    ]
