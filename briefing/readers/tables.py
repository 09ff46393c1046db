"""Tables: cells, merged ones too, become the lines of a Markdown pipe table, the one form all readers write.

    | District | People in need – Women | People in need – Men |
    | --- | --- | --- |
    | Aru | 40 | 30 |

The line of dashes stands where the table has a head. Several rows of heads are written as one. A merged head or label
is written in every column or row it spans, a merged number only once, lest it be counted again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import dropwhile, takewhile
from typing import NamedTuple

MOST_COLUMNS = 200
"""Columns that are read; no table that people read has more."""

LONGEST_CELL = 60
"""Words: a table with a longer cell is a page's layout, and no table."""

BETWEEN_HEADS = " – "
DIGIT = re.compile(r"\d")
SPACES = re.compile(r"[ \t\r\n\f\v]+")
MOST_HEADS = 4
"""Rows of heads of a table that marks none."""

LETTER = re.compile(r"[^\W\d_]")


class Cell(NamedTuple):
    """What stands in a cell, how many columns and rows it spans, and whether it is marked as a head."""

    text: str
    across: int = 1
    down: int = 1
    head: bool = False


Row = Sequence[Cell]


def is_data(rows: Sequence[Row]) -> bool:
    """Whether cells in rows are a table, and not a page's layout or a frame around its text."""
    filled = [[cell for cell in row if cell.text] for row in rows]
    if sum(map(bool, filled)) < 2 or max(map(len, filled)) < 2:
        return False
    return not any(len(cell.text.split()) > LONGEST_CELL for row in filled for cell in row)


def lines(rows: Sequence[Row]) -> list[str]:
    """The lines of a table; first rows that are one cell across all columns are its caption, each a line of its own."""
    rows = list(dropwhile(lambda row: not any(cell.text for cell in row), rows))
    captions = [row[0].text for row in takewhile(lambda row: len(row) == 1 and row[0].across > 1, rows)]
    rows = rows[len(captions) :]
    heads = head_rows(rows)
    grid = _grid(rows, heads)
    width = max((len(row) for row in grid), default=0)
    full = [row + [""] * (width - len(row)) for row in grid]
    head = [_line(map(_joined, zip(*full[:heads], strict=True))), _line(["---"] * width)] if heads else []
    return [*captions, *head, *(_line(row) for row in full[heads:] if any(row))]


def head_rows(rows: Sequence[Row]) -> int:
    """How many of the first rows are heads: those marked so, else the first where only others hold numbers."""
    marked = len(list(takewhile(_is_marked, rows)))
    if marked:
        return marked if marked < len(rows) else 1
    if not rows or any(DIGIT.search(cell.text) and not LETTER.search(cell.text) for cell in rows[0]):
        return 0
    heads = 1
    while heads < min(len(rows) - 1, MOST_HEADS) and _spans_below(rows[heads - 1]) and not _has_number(rows[heads]):
        heads += 1
    return heads if any(map(_has_number, rows[heads:])) else 0


def _spans_below(row: Row) -> bool:
    """Whether a row of heads has a head over several columns, which the next row tells apart."""
    return any(cell.across > 1 and cell.text for cell in row)


def _has_number(row: Row) -> bool:
    return any(DIGIT.search(cell.text) for cell in row)


def _is_marked(row: Row) -> bool:
    filled = [cell for cell in row if cell.text]
    return bool(filled) and all(cell.head for cell in filled)


def _grid(rows: Sequence[Row], heads: int) -> list[list[str]]:
    """The text of every place in the table, merged cells taken apart."""
    grid: list[list[str]] = []
    above: dict[int, tuple[int, str]] = {}
    """For each column that a cell above reaches into: how many rows more, and what is written there."""
    for number, row in enumerate(rows):
        line: list[str] = []
        for cell in row:
            _reach(line, above)
            for place in range(max(cell.across, 1)):
                if len(line) >= MOST_COLUMNS:
                    break
                text = cell.text if place == 0 or number < heads else ""
                if cell.down > 1:
                    above[len(line)] = (cell.down - 1, "" if number >= heads and DIGIT.search(text) else text)
                line.append(text)
        _reach(line, above)
        grid.append(line)
    return grid


def _reach(line: list[str], above: dict[int, tuple[int, str]]) -> None:
    """Goes on in ``line`` with what cells above write into it."""
    while len(line) in above:
        more, text = above.pop(len(line))
        if more > 1:
            above[len(line)] = (more - 1, text)
        line.append(text)


def _joined(heads: Sequence[str]) -> str:
    return BETWEEN_HEADS.join(dict.fromkeys(head for head in heads if head))


def _line(cells: Iterable[str]) -> str:
    """One row: what stands in a cell is one line, and a bar in it is escaped."""
    shown = (SPACES.sub(" ", cell).strip().replace("|", "\\|") for cell in cells)
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in shown)
