"""The order in which a page is read: words in rows, rows in columns or tables, from top to bottom.

Rows stand together as long as the white gutters between their columns go through all of them. A heading across the
page ends the columns above it. What stands in such columns is a table where most of its places hold a few words.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from briefing.readers import tables
from briefing.readers.pdf.words import GAP, Box, is_leftward

GUTTER = 1.0
"""Between two columns is at least so much of the size of the characters, all the way down."""

CELL_WORDS = 4
"""At most so many words has the middle one of a table's places; lines of a column have more."""

FULL = 0.6
"""The middle line of a column of prose fills at least so much of its column."""

NUMBERS = 0.3
"""The share of a table's places that hold numbers, where they are as full as lines of prose."""

FEWEST_ROWS = 3
"""Rows that make columns or a table; fewer are lines with wide gaps in them."""

FIRM = 3
"""Rows that have something on both sides of a gap, from which on one part across it is a line across the page."""


class Gap(NamedTuple):
    """A white stripe from ``low`` to ``high``; ``support`` is how many rows have something on both sides of it."""

    low: float
    high: float
    support: int = 1


@dataclass
class Region:
    """Rows that belong together: their words, and these put together where no wide gap parts them (``parts``).

    ``gaps`` are the white stripes that go through all rows.
    """

    words: list[Box] = field(default_factory=list)
    parts: list[list[Box]] = field(default_factory=list)
    gaps: list[Gap] = field(default_factory=list)

    def take(self, row: Sequence[Box], parts: list[Box]) -> None:
        """Adds a row."""
        self.words += row
        self.parts.append(parts)

    @property
    def is_ruled(self) -> bool:
        """Whether it is a table that lines are drawn around."""
        return bool(self.words[0].rows)


def columns(words: Sequence[Box]) -> list[list[Box]]:
    """The lines of a page, column after column, each from top to bottom; tables are lines of their own."""
    out: list[list[Box]] = []
    for region in _regions(_rows(words)):
        if not region.gaps:
            out.append([_joined(row) for row in _rows(region.words)])
        elif _is_table(region):
            out.append([_table(region)])
        else:
            out += _split(region)
    return out


def _rows(words: Sequence[Box]) -> list[list[Box]]:
    """Words that stand on one line, rows from top to bottom, each from left to right."""
    rows: list[list[Box]] = []
    floor = 0.0
    for word in sorted(words, key=lambda word: ((word.top + word.bottom) / 2, word.x0)):
        if rows and not word.rows and not rows[-1][0].rows and (word.top + word.bottom) / 2 < floor:
            rows[-1].append(word)
        else:
            rows.append([word])
            floor = word.bottom - 0.2 * (word.bottom - word.top)
    return [_sorted(row) for row in rows]


def _parts(row: Sequence[Box]) -> list[Box]:
    """A row's words put together where no wide gap parts them."""
    parts = [[row[0]]]
    for before, word in pairwise(row):
        if word.x0 - before.x1 > GUTTER * max(before.size, word.size):
            parts.append([])
        parts[-1].append(word)
    return [_joined(part) for part in parts]


def _joined(words: Sequence[Box]) -> Box:
    if len(words) == 1:
        return words[0]
    ordered = list(reversed(words)) if is_leftward("".join(word.text for word in words)) else words
    text = ordered[0].text
    for before, word in pairwise(ordered):
        apart = max(word.x0, before.x0) - min(word.x1, before.x1)
        text += word.text if apart < 0.5 * GAP * word.size else f" {word.text}"
    return Box(
        text=text,
        x0=words[0].x0,
        x1=max(word.x1 for word in words),
        top=min(word.top for word in words),
        bottom=max(word.bottom for word in words),
        size=median(word.size for word in words),
        bold=all(word.bold for word in words),
    )


def _regions(rows: Sequence[list[Box]]) -> list[Region]:
    """The rows of a page, apart where no gutter goes through. Rows too few for columns or a table have no gutters."""
    found: list[Region] = []
    for row in rows:
        parts = _parts(row)
        last = found[-1] if found else None
        if last is None or row[0].rows or last.is_ruled:
            found.append(Region(row, [parts], _gaps(parts)))
        elif not last.gaps and (len(parts) > 1 or _is_beside(last.parts[-1], parts)):
            found[-1:] = _begun(last, row, parts)
        elif (gaps := _through(last.gaps, parts)) or not last.gaps:
            last.take(row, parts)
            last.gaps = gaps
        else:
            found.append(Region(row, [parts], _gaps(parts)))
    return _settled(found)


def _is_beside(before: Sequence[Box], parts: Sequence[Box]) -> bool:
    """Whether two rows of one part each stand side by side, a little higher and a little lower."""
    if len(before) > 1 or len(parts) > 1 or parts[0].top > before[0].bottom - 0.1 * parts[0].size:
        return False
    left, right = _sorted([before[0], parts[0]])
    return right.x0 - left.x1 > GUTTER * max(left.size, right.size)


def _begun(last: Region, row: Sequence[Box], parts: list[Box]) -> list[Region]:
    """``last``, and the region that a row begins, alone or with the row beside it.

    Rows at the end of ``last`` that stand right of a gap are the first lines of a column that begins a little higher.
    """
    pulled = [last.parts.pop()] if len(parts) == 1 else []
    gaps = _gaps(_sorted([*(pulled[0] if pulled else []), *parts]))
    while last.parts and last.parts[-1][0].x0 >= gaps[0].high - 1:
        pulled.insert(0, last.parts.pop())
    above = min((part.top for each in pulled for part in each), default=None)
    words = [word for word in last.words if above is not None and word.top >= above - 1]
    last.words = [word for word in last.words if word not in words]
    begun = Region([*words, *row], [*pulled, parts], gaps)
    return [last, begun] if last.parts else [begun]


def _sorted(boxes: Sequence[Box]) -> list[Box]:
    return sorted(boxes, key=lambda box: box.x0)


def _gaps(parts: Sequence[Box]) -> list[Gap]:
    return [Gap(one.x1, other.x0) for one, other in pairwise(parts)]


def _through(gaps: Sequence[Gap], parts: Sequence[Box]) -> list[Gap]:
    """What of the gaps goes through a row as well: nothing, where its one part lies across a firm one."""
    left: list[Gap] = []
    least = 0.5 * GUTTER * min(box.size for box in parts)
    for gap in gaps:
        stripes = [(gap.low, gap.high)]
        for box in parts:
            halves = (half for a, b in stripes for half in ((a, min(b, box.x0)), (max(a, box.x1), b)))
            stripes = [(a, b) for a, b in halves if b - a > least]
        if not stripes and len(parts) == 1 and gap.support >= FIRM:
            return []
        left += (Gap(a, b, gap.support + _has_both(parts, a, b)) for a, b in stripes)
    return left


def _has_both(parts: Sequence[Box], low: float, high: float) -> bool:
    """Whether a row has something on both sides of a stripe."""
    return parts[0].x1 <= low + 1 and parts[-1].x0 >= high - 1


def _settled(regions: Sequence[Region]) -> list[Region]:
    """Regions with too few rows of several parts lose their gaps, and neighbours without gaps become one."""
    out: list[Region] = []
    for region in regions:
        beside = sum(len(parts) > 1 for parts in region.parts)
        beside += sum(_is_beside(one, other) for one, other in pairwise(region.parts))
        if beside < FEWEST_ROWS:
            region.gaps = []
        plain = not (region.gaps or region.is_ruled)
        if out and plain and not (out[-1].gaps or out[-1].is_ruled):
            out[-1].words += region.words
            out[-1].parts += region.parts
        else:
            out.append(region)
    return out


def _place(region: Region, box: Box) -> int:
    """The number of the column in which a box stands."""
    return sum((box.x0 + box.x1) / 2 > (gap.low + gap.high) / 2 for gap in region.gaps)


def _split(region: Region) -> list[list[Box]]:
    """The lines of each column of a region; a heading below the first column stands below all of them."""
    held: list[list[Box]] = [[] for _ in range(len(region.gaps) + 1)]
    for word in region.words:
        held[_place(region, word)].append(word)
    made = [[_joined(row) for row in _rows(words)] for words in held if words]
    usual = median(word.size for word in region.words)
    lowest = max((line.bottom for lines in made[1:] for line in lines), default=0.0)
    below = [line for line in made[0] if line.top > lowest and (line.size > 1.1 * usual)]
    if below:
        made = [[line for line in made[0] if line.top < below[0].top], *made[1:]]
        made.append([_joined(row) for row in _rows([word for word in held[0] if word.top >= below[0].top])])
    return [lines for lines in made if lines]


def _is_table(region: Region) -> bool:
    """Whether the columns of a region are a table's: short cells, side by side."""
    held = [box for parts in region.parts for box in parts]
    if median(box.words for box in held) > CELL_WORDS:
        return False
    if sum(len(parts) > 1 for parts in region.parts) < 0.5 * len(region.parts):
        return False
    numbers = sum(any(char.isdigit() for char in box.text) for box in held)
    columns_of = {box: _place(region, box) for box in held}
    widths = [_width([box for box in held if columns_of[box] == place]) for place in range(len(region.gaps) + 1)]
    filled = median((box.x1 - box.x0) / max(widths[columns_of[box]], 1.0) for box in held)
    return filled < FULL or numbers > NUMBERS * len(held)


def _width(column: Sequence[Box]) -> float:
    return max((box.x1 for box in column), default=0.0) - min((box.x0 for box in column), default=0.0)


def _table(region: Region) -> Box:
    """A table without drawn lines: a row whose first place is empty, without numbers, goes on with the one above it."""
    rows: list[list[str]] = []
    for parts in region.parts:
        cells = [""] * (len(region.gaps) + 1)
        for box in parts:
            place = _place(region, box)
            cells[place] = f"{cells[place]} {box.text}".strip()
        if len(rows) > 1 and not cells[0] and not any(char.isdigit() for cell in cells for char in cell):
            rows[-1] = [f"{a} {b}".strip() for a, b in zip(rows[-1], cells, strict=True)]
        else:
            rows.append(cells)
    made = tables.lines([[tables.Cell(cell) for cell in row] for row in rows])
    top, bottom = min(box.top for box in region.words), max(box.bottom for box in region.words)
    left, right = min(box.x0 for box in region.words), max(box.x1 for box in region.words)
    return Box("", left, right, top, bottom, 0, rows=tuple(made))
