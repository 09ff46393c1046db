"""Marks: where the squares, circles and bars stand, and what they are called on paper."""

from __future__ import annotations

import re

import pytest

from briefing.model.briefing import ChartRow
from briefing.writers.marks import Marks

SCREEN = Marks("screen", str, mirrored=False)
ROW = ChartRow("s-1-2", "c-1", 0, 0.375)


@pytest.mark.parametrize(
    ("mark", "lines", "circles", "dashed"),
    [
        ((1, 1), ["6 6"], ["6"], False),
        ((2, 1), ["2.4 6", "9.6 6"], ["6"], False),
        ((3, 2), ["2.4 2.6", "6.0 9.4", "9.6 9.4"], ["2.6", "9.4"], False),
        ((2, 0), ["2.4 6", "9.6 6"], ["6"], True),
    ],
)
def test_each_outlet_leads_to_its_origin(
    mark: tuple[int, int], lines: list[str], circles: list[str], dashed: bool
) -> None:
    made = SCREEN.origin_mark(mark)
    assert [f"{a} {b}" for a, b in re.findall(r'd="M3 ([\d.]+)H8L16 ([\d.]+)"', made)] == lines
    assert re.findall(r'cy="([\d.]+)"', made) == circles
    assert made.count("<rect") == mark[0]
    assert ("stroke-dasharray" in made) is dashed


@pytest.mark.parametrize("mark", [None, (0, 0), (4, 1), (1, 2)])
def test_nothing_is_drawn_of_what_has_no_room(mark: tuple[int, int] | None) -> None:
    assert SCREEN.origin_mark(mark) == ""


def test_a_bar_begins_where_a_line_of_the_page_does() -> None:
    assert '<rect x="0" y="0" width="37.50"' in SCREEN.bar(ROW)
    assert '<rect x="62.50" y="0" width="37.50"' in Marks("screen", str, mirrored=True).bar(ROW)


def test_a_drawing_has_a_name_on_paper_alone() -> None:
    paper = Marks("print", {"alt-bar": "<bar>", "alt-differs": "differs"}.__getitem__, mirrored=False)
    assert "<title>&lt;bar&gt;</title><rect" in paper.bar(ROW)
    assert "<title>differs</title><path" in paper.differs_mark()
    assert "<title>" not in SCREEN.bar(ROW) + SCREEN.differs_mark()


def test_a_voice_is_text() -> None:
    assert SCREEN.tick('own"') == '<span class="tick tick-own&#34;" aria-hidden="true"></span>'
