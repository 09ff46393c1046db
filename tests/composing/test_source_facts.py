"""What is known of a source: stated values plain, detected ones marked, missing ones said."""

from __future__ import annotations

from briefing.composing.edition import Edition
from briefing.composing.source_facts import facts
from briefing.language.labels import Labels
from briefing.model.audience import Audience
from briefing.model.finding import ClaimsFile, Grouping
from briefing.model.request import Request
from briefing.model.source import File, Source


def shown(source: Source) -> dict[str, str]:
    made = Edition(ClaimsFile((source,), (), Grouping((), ())), Audience("a", (), ()), Request(), Labels("en"))
    return {fact.label: fact.value.text for fact in facts(made, source, "source-1")}


def test_detected_values_are_marked_unless_somebody_states_them() -> None:
    one = File(
        "a.eml", publisher="relief.example", provenance=(("publisher", "detected"),), retrieved="2024-05-04T10:00"
    )
    two = File("b.txt", publisher="Aru Post", published="2024-05-03", provenance=(("publisher", "sidecar"),))
    found = shown(
        Source(
            "Water rose.",
            (one, two),
            language="en",
            agency="AFP",
            kind="news",
            provenance=(("agency", "detected"), ("kind", "embedded"), ("language", "detected")),
        )
    )
    assert found["fact-publisher"] == "relief.example (detected) and Aru Post"
    assert found["fact-published"] == "3 May 2024"
    assert found["fact-retrieved"] == "4 May 2024"
    assert found["fact-language"] == "English (detected)"
    assert found["fact-agency"] == "AFP (detected)"
    assert found["fact-kind"] == "news"
    assert found["fact-author"] == "not stated"


def test_one_value_that_a_file_states_and_another_only_suggests_is_stated() -> None:
    one = File("a.txt", author="Jane Doe", provenance=(("author", "detected"),))
    two = File("b.txt", author="Jane Doe", provenance=(("author", "embedded"),))
    assert shown(Source("Water rose.", (one, two)))["fact-author"] == "Jane Doe"
