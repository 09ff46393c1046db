"""The composed briefing as JSON: each statement's text beside the pieces it is made of."""

from __future__ import annotations

import json
from typing import Any

from briefing.writers.edition import document, render
from tests.writers.sample_briefing import ONE, sample_briefing


def made() -> dict[str, Any]:
    """The sample briefing, written and read again."""
    loaded: dict[str, Any] = json.loads(render(sample_briefing()))
    return loaded


def test_says_what_it_is_and_what_it_prints() -> None:
    briefing = made()
    assert list(briefing)[:2] == ["schema", "tool"]
    assert briefing["schema"] == "briefing/edition/1"
    assert briefing["sections"][:2] == ["bottom-line", "key-figures"]
    assert briefing["audience"]["name"] == "humanitarian"


def test_a_statement_carries_text_pieces_and_citation() -> None:
    title = made()["title"]
    assert title["text"] == "“Nobody will cross before the spring,”"
    piece = title["pieces"][0]
    assert piece["piece"] == "words"
    anchor = piece["anchor"]
    assert anchor["source"] == ONE.id
    assert ONE.text[anchor["start"] : anchor["end"]] == anchor["exact"] == piece["text"]
    assert title["citations"][0]["target"] == "p-1-2"
    assert title["citations"][0]["locator"] == {"paragraph": 2, "item": None, "page": None, "time": None}


def test_a_bracketed_name_names_its_claim() -> None:
    pieces = made()["statements"][0]["statements"][1]["pieces"]
    assert pieces[0] == {"piece": "name", "text": "[Ines Okafor]", "name": "Ines Okafor", "claim": "c-1"}


def test_a_phrase_keeps_its_key_and_parts() -> None:
    pieces = made()["limitations"][0]["pieces"]
    assert (pieces[0]["piece"], pieces[0]["text"]) == ("phrase", "1 source is undated.")
    assert pieces[0]["parts"][0]["piece"] == "count"
    assert pieces[0]["parts"][1] == " source is undated."


def test_nothing_of_this_machine_is_in_it() -> None:
    briefing = made()
    assert "folders" not in briefing["audience"]
    assert "claims" not in briefing
    assert str(sample_briefing().audience.folders[0]) not in render(sample_briefing())


def test_equal_briefings_give_equal_bytes() -> None:
    assert render(sample_briefing()) == render(sample_briefing())
    assert render(sample_briefing()).endswith("}\n")


def test_every_field_but_the_claims_is_there() -> None:
    keys = set(document(sample_briefing()))
    assert {"title", "facts", "bottom_line", "key_figures", "implications", "agreement", "sources", "annex"} <= keys
