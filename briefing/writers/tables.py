"""Tables as HTML: a matrix of what is said against who says it.

What fills a gap in the literals below is a number, or HTML already.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from markupsafe import Markup

from briefing.model.briefing import Cell, Mark, Matrix, Phrase, Row
from briefing.writers.links import Links
from briefing.writers.marks import Marks
from briefing.writers.parts import Parts
from briefing.writers.pieces import escaped


class Tables:
    """Makes the tables of one page; ``label`` gives a fixed text by its key."""

    def __init__(self, medium: str, label: Callable[[str], str], parts: Parts, marks: Marks, links: Links) -> None:
        self._screen, self._label = medium == "screen", label
        self._parts, self._marks, self._links = parts, marks, links

    @property
    def given(self) -> Mapping[str, Callable[..., Markup]]:
        """The tables by the names templates know them by."""
        return {"matrix": self.matrix, "column": self.column}

    def matrix(self, matrix: Matrix, name: str) -> Markup:
        """A matrix, which is called ``name`` on its page."""
        heads = [escaped(self._label(matrix.head)), *map(self._parts.cited, matrix.columns)]
        heads.append(escaped(self._label(matrix.outcome)))
        caption = f"<caption>{self._parts.cited(matrix.caption)}</caption>"
        head = "\n".join([f'<th scope="col">{each}</th>' for each in heads])
        rows = "".join([self._row(row, self.column(matrix.outcome)) for row in matrix.rows])
        table = f'<table class="matrix columns-{len(matrix.columns)}" id="table-{escaped(name)}">'
        return Markup(f"{table}\n{caption}\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{rows}</tbody>\n</table>\n")

    def column(self, name: str) -> Markup:
        """The head of a column, said again in its cells: a phone stacks them."""
        return Markup(f'<span class="column">{escaped(self._label(name))}</span>' if self._screen else "")

    def _row(self, row: Row, column: Markup) -> Markup:
        id_ = f' id="{escaped(row.id)}"' if self._links.first(row.id) else ""
        silent = "" if any(cell.marks for cell in row.cells) else ' class="all-silent"'
        head = f'<th scope="row">{self._parts.cited(row.head)}</th>'
        cells = "".join([self._cell(cell) for cell in row.cells])
        outcome = f"{column}<span>{self._marks.origin_mark(row.mark)} {self._parts.cited(row.outcome)}</span>"
        return Markup(f'<tr{id_}{silent}>\n{head}\n{cells}<td class="outcome">{outcome}</td>\n</tr>\n')

    def _cell(self, cell: Cell) -> Markup:
        silent = "" if cell.marks else ' class="silent"'
        column = f'<span class="column">{self._parts.say(cell.column)}</span>' if self._screen else ""
        gap = "" if cell.marks else f'<span class="gap">{escaped(self._label(_nothing(cell)))}</span>\n'
        marks = "".join([self._mark(mark) for mark in cell.marks])
        return Markup(f"<td{silent}>{column}{marks}{gap}</td>\n")

    def _mark(self, mark: Mark) -> Markup:
        tick, word, cites = (
            self._marks.tick(mark.voice),
            self._parts.cited(mark.word),
            self._parts.cites(mark.citations),
        )
        return Markup(f'<span class="mark">{tick}{word} {cites}</span>\n')


def _nothing(cell: Cell) -> str:
    """What a cell without marks is called: a source is silent, while of a voice there is merely none."""
    head = cell.column.pieces[0]
    return "silent-voice" if isinstance(head, Phrase) and head.key.startswith("voice-") else "silent"
