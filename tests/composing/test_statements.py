"""What a statement prints: the source's words, a name for a leading pronoun, […] for a cut, and nothing else."""

from __future__ import annotations

from typing import Any

from briefing.composing.statements import lead_statement, statement
from tests.composing.builder import claim, edition, source


def test_a_leading_pronoun_becomes_the_bracketed_name() -> None:
    text = source("Ana Ruiz spoke. She added that the bridge at Aru is closed.")
    said = claim(
        text,
        "She added that the bridge at Aru is closed.",
        "the bridge at Aru is closed",
        speaker="Ana Ruiz",
        mention="She",
        cue="added",
    )
    assert statement(edition((text, (said,))), "s", [said]).text == "[Ana Ruiz] added that the bridge at Aru is closed."


def test_a_possessive_at_the_head_stays() -> None:
    text = source("Her office said the bridge is closed.")
    said = claim(
        text,
        "Her office said the bridge is closed.",
        "the bridge is closed",
        speaker="Her office",
        mention="Her office",
        cue="said",
    )
    assert statement(edition((text, (said,))), "s", [said]).text == "Her office said the bridge is closed."


def test_a_quotation_cut_by_its_cue_shows_the_cut() -> None:
    text = source("“The road is gone,” Ruiz said. “We walk.”")
    said = claim(
        text,
        text.text,
        "The road is gone",
        speaker="Ruiz",
        mention="Ruiz",
        cue="said",
        quotes=("The road is gone,", "We walk."),
    )
    assert statement(edition((text, (said,))), "s", [said]).text == "“The road is gone,” […] “We walk.”"


def test_words_without_quotation_marks_are_reported_whatever_a_claim_says() -> None:
    text = source("1. The road is gone. “We walk,” Ruiz said.")
    whole: dict[str, Any] = {"speaker": "Ruiz", "mention": "Ruiz", "cue": "said"}
    odd = claim(text, text.text, "The road is gone", quotes=("The road is gone.", "We walk,"), **whole)
    made = statement(edition((text, (odd,))), "s", [odd])
    assert (made.voice, made.text) == ("reported", text.text)
    sound = claim(text, text.text, "We walk", quotes=("We walk,",), **whole)
    made = statement(edition((text, (sound,))), "s", [sound])
    assert (made.voice, made.text) == ("quoted", "“We walk,”")


def test_an_excerpt_shows_what_was_left_out() -> None:
    text = source(
        "Rain fell for a week over the whole valley and the hills behind it, and an official said the dam had held."
    )
    said = claim(text, text.text, "the dam had held", speaker="an official", mention="an official", cue="said")
    made = statement(edition((text, (said,))), "s", [said], whole=False)
    assert made.text == "[…] an official said the dam had held."


def test_a_clause_that_is_nearly_the_sentence_is_printed_whole() -> None:
    text = source("On Monday an official of the province said the dam had held through the night.")
    said = claim(
        text, text.text, "the dam had held through the night", speaker="an official", mention="an official", cue="said"
    )
    assert statement(edition((text, (said,))), "s", [said], whole=False).text == text.text


def test_a_list_prints_its_lead_and_items() -> None:
    text = source("She listed:\n- 3 boats\n- 2 tents")
    items = [
        claim(text, words, speaker="Ana Ruiz", mention="She", kind="item", lead="She listed:")
        for words in ("3 boats", "2 tents")
    ]
    made = lead_statement(edition((text, tuple(items))), "s", items)
    assert made.text == "[Ana Ruiz] listed:"
    assert [item.text for item in made.items] == ["3 boats", "2 tents"]
