"""Caveats: what says that a claim is not verified is printed with it, and nothing else is."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import pipeline
from briefing.composing.caveats import is_caveat
from briefing.model.briefing import Statement
from briefing.model.request import Request
from briefing.model.walk import nodes
from briefing.verifying import verify


@pytest.mark.parametrize(
    "said",
    [
        "The agency could not independently verify the accounts.",
        "Neither account could be independently verified.",
        "It has not been able to confirm these reports.",
        "There was no independent confirmation of the claim.",
        "The figures have not been verified.",
        "The video could not immediately be authenticated, but its images were not confirmed by the army.",
    ],
)
def test_is_one(said: str) -> None:
    assert is_caveat(said)


@pytest.mark.parametrize(
    "said",
    [
        "The ministry verified the accounts.",
        "The road is not open.",
        "Nobody could reach the town.",
        "He confirmed it.",
    ],
)
def test_is_none(said: str) -> None:
    assert not is_caveat(said)


def test_it_stands_beneath_the_claim_it_limits(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    told = "Witnesses told the radio that soldiers had set fire to homes in Aru on Monday."
    doubt = "The radio could not verify the accounts."
    path.write_text(f"Homes burn in Aru\n\n{told} {doubt} The road to Aru is open, the mayor said.\n", "utf-8")
    briefing = pipeline.composed(pipeline.decide(pipeline.draw([path]), ()), "humanitarian", Request())
    verify(briefing)
    sections = (briefing.bottom_line, briefing.statements, briefing.implications)
    found = [s for part in sections for s in nodes(part, Statement) if told in s.text and s.claims]
    assert len(found) > 1
    assert all([note.text for note in statement.notes] == [doubt] for statement in found)
    others = [s for part in sections for s in nodes(part, Statement) if "The road to Aru" in s.text]
    assert others
    assert not any("verify" in note.text for statement in others for note in statement.notes)


def test_a_caveat_that_is_a_claim_too_is_printed_once(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    told, doubt = "Ana Ruiz said 300 homes burned in Aru.", "She said she could not verify the figures."
    path.write_text(f"Homes burn in Aru\n\n{told} {doubt} The road to Aru is open.\n", "utf-8")
    briefing = pipeline.composed(pipeline.decide(pipeline.draw([path]), ()), "humanitarian", Request())
    verify(briefing)
    for part in (briefing.bottom_line, briefing.statements):
        assert sum("verify the figures" in s.text for s in nodes(part, Statement)) == 1
