"""Matrices: nobody is called silent whose text is not read."""

from __future__ import annotations

from pathlib import Path

from briefing import pipeline
from briefing.model.request import Request
from briefing.verifying import verify

ENGLISH = "Flood at Aru\n\nThe mayor, Ana Ruiz, said 400 people had been displaced in Aru on Monday.\n"
FRENCH = (
    "Inondation à Aru\n\nLa maire a déclaré lundi que deux écoles ont été détruites par la crue, et que les habitants "
    "attendent des secours depuis hier soir.\n"
)


def test_a_source_that_is_not_read_is_not_called_silent(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH, "utf-8")
    (tmp_path / "b.txt").write_text(FRENCH, "utf-8")
    briefing = pipeline.composed(pipeline.decide(pipeline.draw([tmp_path]), ()), "humanitarian", Request())
    verify(briefing)
    rows = {row.head.text: row for row in briefing.implications.matrix.rows}
    read, unread = rows["Education"].cells
    assert read.marks == ()
    assert [mark.word.text for mark in unread.marks] == ["not read"]
    told = [statement.text for statement in briefing.bottom_line]
    assert "Not read, because of the language: 1 source. No silence told here is theirs." in told
