"""A transcript's turns: every sentence in one is its speaker's, never the publisher's."""

from __future__ import annotations

from briefing.extractors import extract
from briefing.model.source import File, Mark, Source, Turn

TEXT = (
    "JANE DOE: Forty families have left their homes. We need tents.\n\n"
    "The governor said two people were killed.\n\n"
    "The road is shut."
)
TURNS = (Turn((0, 8), (10, 62)), Turn((0, 8), (64, 105)))


def source(language: str = "en") -> Source:
    marks = (Mark(0, time="00:00:01"), Mark(64, time="00:01:12"))
    return Source(TEXT, (File("a.vtt"),), language=language, marks=marks, turns=TURNS)


def test_sentences_in_a_turn_are_its_speakers_and_reports_in_it_the_one_reported() -> None:
    claims = extract(source()).claims
    assert [
        (claim.attribution.kind, claim.attribution.speaker, TEXT[slice(*claim.content[0])], claim.locator.time)
        for claim in claims
    ] == [
        ("named", "JANE DOE", "Forty families have left their homes", "00:00:01"),
        ("named", "JANE DOE", "We need tents.", "00:00:01"),
        ("role", "The governor", "two people were killed", "00:01:12"),
        ("publisher", None, "The road is shut.", "00:01:12"),
    ]
    assert claims[1].attribution.speaker_span == (0, 8)


def test_a_language_that_is_not_understood_makes_no_claims_and_every_passage_can_be_cited() -> None:
    found = extract(source("fr"))
    assert found.claims == ()
    assert [unused.reason for unused in found.unused] == ["unanalysed"] * len(found.passages)
    assert [unused.anchor.span for unused in found.unused] == [passage.span for passage in found.passages]


def test_what_nobody_named_says_in_a_speakers_sentence_is_that_sentence_once_with_its_figure() -> None:
    text = "REY ABANTO: If you add up the lists you get 417, so the list is wrong, that much is clear."
    made = extract(Source(text, (File("b.vtt"),), language="en", turns=(Turn((0, 10), (12, len(text))),)))
    assert [(claim.attribution.speaker, [one.text for one in claim.figures]) for claim in made.claims] == [
        ("REY ABANTO", ["417"])
    ]


def test_who_asks_in_half_of_the_turns_states_nothing_in_the_others() -> None:
    lines = [
        "VANE: You say nineteen.",
        "RUIZ: We have nineteen bodies.",
        "VANE: Is it so?",
        "RUIZ: Yes, it is so.",
        "VANE: And who?",
    ]
    text, turns, at = "\n\n".join(lines), [], 0
    for line in lines:
        turns.append(Turn((at, at + 4), (at + 6, at + len(line))))
        at += len(line) + 2
    found = extract(Source(text, (File("a.vtt"),), turns=tuple(turns)))
    assert {claim.attribution.speaker for claim in found.claims} == {"RUIZ"}
    assert [unused.reason for unused in found.unused] == ["question"] * 3
