"""Matrices: what a cell says, and where a row is silent."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefing.model.briefing import Cell, Mark, Matrix, Phrase, Row, Statement
from briefing.writers.links import Links
from briefing.writers.marks import Marks
from briefing.writers.parts import Parts
from briefing.writers.pieces import Tongue
from briefing.writers.tables import Tables
from tests.writers.sample_briefing import sample_briefing, told

COLUMN = told("c", "Herald")
SAYS = Cell(COLUMN, (Mark("quoted", told("w", "deny <it>"), ()), Mark("own", told("v", "doubt it"), ())))
ROWS = (
    Row("r-1", told("h-1", "Tents"), (SAYS, Cell(COLUMN)), told("o-1", "1 origin"), (1, 1)),
    Row("r-2", told("h-2", "Water"), (Cell(COLUMN), Cell(COLUMN)), told("o-2", "gap")),
)
MATRIX = Matrix(told("cap", "Who says what"), "matter", "amounts", (COLUMN, COLUMN), ROWS)


def table(medium: str, matrix: Matrix = MATRIX) -> str:
    """A matrix on a page of this medium, labels as their keys."""
    briefing = sample_briefing()
    links, marks = Links(briefing), Marks(medium, str, mirrored=False)
    tables = Tables(medium, str, Parts(briefing, medium, str, links.first, Tongue()), marks, links)
    return tables.matrix(matrix, "matters")


def texts(made: str) -> list[str]:
    """What stands in each cell of a table, row by row."""
    cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", made, re.DOTALL)
    return [" ".join(re.sub(r"<[^>]+>", " ", cell).split()) for cell in cells]


def test_each_row_says_who_says_what_and_what_it_amounts_to() -> None:
    heads = ["matter", "Herald", "Herald", "amounts"]
    assert texts(table("print")) == [
        *heads,
        *("Tents", "deny &lt;it&gt; doubt it", "silent", "alt-origins 1 origin"),
        *("Water", "silent", "silent", "gap"),
    ]


def test_cells_on_a_screen_say_their_column_again() -> None:
    assert texts(table("screen"))[5:8] == ["Herald deny &lt;it&gt; doubt it", "Herald silent", "amounts 1 origin"]


@pytest.mark.parametrize("medium", ["screen", "print", "text"])
def test_what_is_silent_looks_so(medium: str) -> None:
    made = table(medium)
    assert '<table class="matrix columns-2" id="table-matters">\n<caption><span data-statement="cap">' in made
    assert '<tr id="r-1">' in made
    assert '<tr id="r-2" class="all-silent">' in made
    assert made.count('<td class="silent">') == 3


def test_where_columns_are_voices_nobody_is_called_silent() -> None:
    quoted = Statement("q", "counted", (Phrase("voice-quoted", ("Quoted",)),))
    row = Row("r-1", told("h-1", "Tents"), (Cell(quoted), Cell(COLUMN)), told("o-1", "gap"))
    assert texts(table("print", replace(MATRIX, rows=(row,))))[-3:-1] == ["silent-voice", "silent"]
