"""What there is no room for is told: how much, and where it stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing import composing, pipeline, workspace
from briefing.errors import VerificationError
from briefing.model.briefing import Briefing, Count, Phrase, Statement
from briefing.model.request import Request
from briefing.model.walk import nodes
from briefing.verifying import verify

STORY = """Flood kills many in Tarn

Nine people drowned in Tarn on Monday.

Four people died in Luma when a bridge fell.

Two children were killed by a falling wall in Oru.

A farmer drowned near Belo.
"""


def briefing(folder: Path, per_sector: int) -> Briefing:
    (folder / "a.txt").write_text(STORY, encoding="utf-8")
    audience = replace(workspace.audience("humanitarian"), per_sector=per_sector)
    return composing.compose(pipeline.decide(pipeline.draw([folder / "a.txt"]), ()), audience, Request())


def told(made: Briefing) -> list[str]:
    found = (statement for statement in nodes(made.implications, Statement) if statement.id.endswith("-rest"))
    return [statement.text for statement in found]


def test_a_cut_list_tells_how_many_are_left_out_and_where_they_stand(tmp_path: Path) -> None:
    made = briefing(tmp_path, 2)
    verify(made)
    assert "3 more statements are not printed here for want of room; they stand in claims.json." in told(made)


def test_a_whole_list_tells_nothing(tmp_path: Path) -> None:
    assert told(briefing(tmp_path, 20)) == []


def test_the_gate_refuses_a_number_that_counts_nothing(tmp_path: Path) -> None:
    made = briefing(tmp_path, 2)
    block = next(each for each in made.implications.blocks if each.sector == "casualties")
    line = next(each for each in block.reported if each.id.endswith("-rest"))
    (phrase,) = line.pieces
    assert isinstance(phrase, Phrase)
    parts = tuple(Count(("nobody",)) if isinstance(part, Count) else part for part in phrase.parts)
    spoilt = replace(line, pieces=(replace(phrase, parts=parts),))
    reported = tuple(spoilt if each is line else each for each in block.reported)
    blocks = tuple(replace(each, reported=reported) if each is block else each for each in made.implications.blocks)
    with pytest.raises(VerificationError, match="counts what are no claims"):
        verify(replace(made, implications=replace(made.implications, blocks=blocks)))
