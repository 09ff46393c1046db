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


def test_a_pronoun_stands_for_the_one_who_just_spoke_without_a_name() -> None:
    text = (
        "Mayor Ana Ruiz left.\n\nA nurse who did not want to be named said the ward was full. "
        "She said two patients had died."
    )
    who = "A nurse who did not want to be named"
    assert told(text)[1:] == [
        ("anonymous", who, "the ward was full"),
        ("anonymous", who, "two patients had died"),
    ]
    assert counted(text) == [("two", "people", "patients died", who)]


def test_a_pronoun_stands_for_an_office_that_spoke() -> None:
    text = "The clinic is open, the doctor said. “People are afraid,” she said."
    assert told(text) == [
        ("role", "the doctor", "The clinic is open"),
        ("role", "the doctor", "“People are afraid,”"),
    ]


def test_it_stands_for_the_body_that_spoke() -> None:
    text = "Ana Ruiz denied it. The ministry said that five wells were dry. It said that 17 pumps had failed."
    assert told(text)[1:] == [
        ("named", "The ministry", "that five wells were dry"),
        ("named", "The ministry", "that 17 pumps had failed"),
    ]
    assert counted(text) == [
        ("five", "wells", "wells", "The ministry"),
        ("17", "pumps", "pumps failed", "The ministry"),
    ]


def test_he_does_not_stand_for_a_mother() -> None:
    text = "Mayor Bo Lund left. A mother said the road was shut. He said it would open."
    assert [who for _, who, _ in told(text)] == [None, "A mother", "Bo Lund"]
