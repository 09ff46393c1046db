"""Do no harm, from the text to the page: nothing withheld stands in what a run makes, but in the texts it keeps."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from briefing import pipeline
from briefing.errors import VerificationError
from briefing.model.request import Request
from briefing.verifying import verify
from briefing.writers.claims import document

STORY = """Shells hit market in Karsa, nine dead

Shells hit a market in Karsa on Sunday and killed nine people, the mayor said. Ali Hassan, 9, was killed on his way to
school. Families have fled to the hills.

Ali Hassan wanted to be a doctor, his mother said. Bread costs three times what it did.

Those who fled sleep at 34.5167, 69.1833. Call them on +93 70 123 4567.
"""
SECRETS = ("Ali Hassan", "34.5167", "123 4567")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.txt"
    path.write_text(STORY, encoding="utf-8")
    return path


@pytest.mark.parametrize("annex", ["full", "excerpts", "none"])
def test_nothing_withheld_stands_on_a_page_or_in_the_json(story: Path, tmp_path: Path, annex: str) -> None:
    made = pipeline.build([story], ["humanitarian"], ["html", "json"], tmp_path / "out", Request(annex=annex))
    for path in made.made[0].paths:
        text = path.read_text(encoding="utf-8")
        assert "fled to the hills" in text
        assert not [secret for secret in SECRETS if secret in text], path.name
    claims = (tmp_path / "out" / "claims.json").read_text(encoding="utf-8")
    assert not [secret for secret in SECRETS if secret in claims]


def test_what_is_extracted_for_the_analyst_is_whole_and_marked(story: Path) -> None:
    claims = document(pipeline.extract([story]))["claims"]
    marked = {claim["exact"]: claim["withheld"] for claim in claims if claim["withheld"]}
    assert marked["Call them on +93 70 123 4567."] == ["phone"]
    assert marked["Ali Hassan wanted to be a doctor, his mother said."] == ["victim"]


def test_what_the_analyst_allows_is_printed_and_the_method_says_so(story: Path, tmp_path: Path) -> None:
    request = Request(allowed=("minor", "victim"))
    made = pipeline.build([story], ["humanitarian"], ["json"], tmp_path / "out", request).made[0]
    text = made.paths[0].read_text(encoding="utf-8")
    assert "Ali Hassan" in text
    assert "34.5167" not in text
    method = [line["text"] for line in json.loads(text)["method"]]
    assert any("allowed: minor and victim" in line for line in method)


def test_the_gate_refuses_withheld_words(story: Path) -> None:
    claims = pipeline.decide(pipeline.draw([story]), ())
    briefing = pipeline.composed(claims, "humanitarian", Request())
    verify(briefing)
    first = claims.extractions[0][1].passages[1].span
    spoilt = tuple((key, replace(found, harmful=(first,))) for key, found in claims.extractions)
    with pytest.raises(VerificationError, match="is withheld"):
        verify(replace(briefing, claims=replace(claims, extractions=spoilt)))


DEATH = """Taps run dry in Karsa

The taps in Karsa have run dry, the mayor said.

Police said a boy, 15, identified as Omar Daoud, was shot dead at a water point. His mother, Hana Daoud, wept.
"""


@pytest.fixture
def death(tmp_path: Path) -> Path:
    path = tmp_path / "death.txt"
    path.write_text(DEATH, encoding="utf-8")
    return path


def test_what_is_withheld_counts_as_said(death: Path) -> None:
    briefing = pipeline.composed(pipeline.decide(pipeline.draw([death]), ()), "humanitarian", Request())
    verify(briefing)
    silent = [s.text for s in (*briefing.bottom_line, *briefing.implications.silences)]
    assert "1 sentence on casualties is withheld to protect a person." in silent
    assert not [text for text in silent if "silent" in text and "casualties" in text]
    row = next(row for row in briefing.implications.matrix.rows if row.id == "sectors-casualties")
    assert [mark.word.text for cell in row.cells for mark in cell.marks] == ["said, withheld"]
    assert row.outcome.text == "withheld to protect a person"
    assert "Daoud" not in repr(replace(briefing, claims=None, notices=(), request=None))  # type: ignore[arg-type]


def test_the_gate_refuses_to_call_silent_what_is_withheld(death: Path) -> None:
    claims = pipeline.decide(pipeline.draw([death]), ())
    briefing = pipeline.composed(claims, "humanitarian", Request())
    blind = replace(claims, extractions=tuple((key, replace(found, withheld=())) for key, found in claims.extractions))
    silent = pipeline.composed(blind, "humanitarian", Request()).bottom_line
    with pytest.raises(VerificationError, match="silent on casualties"):
        verify(replace(briefing, bottom_line=silent))
