"""Every figure of the sources, one a row in the order of the text (what `briefing figures` prints)."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from briefing.language.hidden import shown
from briefing.model.claim import Figure, Value
from briefing.model.finding import ClaimsFile, Finding, Reading
from briefing.model.record import json_text
from briefing.model.source import Source

COLUMNS = (
    *("source", "title", "locator", "numeral", "value", "bound", "approx", "unit", "what", "as_of", "said_by"),
    *("support", "outlets", "origins", "relation", "finding"),
)
"""What a row tells: the source's number and title (its file, where it has none), the numeral as printed and what it
means, who says so, and of the finding it belongs to the support, the number of outlets and origins, how the figure's
reading relates to the finding's first (empty for the first), and the id."""

Row = Mapping[str, Any]
"""Column -> value, as JSON holds it."""

CLIP = 28
"""Columns of a terminal that a cell of the table takes at most; the other formats print cells whole."""
FORMULA = re.compile("[=+\\-@\t\r＝＋－＠]")
"""What a cell begins with that a spreadsheet would reckon out."""
MARKDOWN = re.compile(r"([\\`*_\[\]<>|~&#])")


def write(claims: ClaimsFile, layout: str) -> str:
    """All figures of ``claims`` in a layout (one of LAYOUTS), with a line end at its end."""
    return LAYOUTS[layout](list(rows(claims)))


def rows(claims: ClaimsFile) -> Iterator[Row]:
    """A row a figure: by source, then by place in its text."""
    found = {
        (member.claim, member.figure): (finding, reading)
        for finding in claims.grouping.findings
        for reading in finding.readings
        for member in reading.members
        if member.figure is not None
    }
    extractions = dict(claims.extractions)
    for number, source in enumerate(claims.sources, 1):
        placed = [(claim, index) for claim in extractions[source.id].claims for index in range(len(claim.figures))]
        for claim, index in sorted(placed, key=lambda pair: pair[0].figures[pair[1]].span):
            head: dict[str, Any] = {
                "source": number,
                "title": _title(source),
                "locator": claim.locator.mark.removeprefix("¶"),
            }
            yield {**head, **_told(claim.figures[index]), **_compared(found.get((claim.id, index)))}


def _title(source: Source) -> str:
    return source.stated("title") or source.files[0].path


def _told(figure: Figure) -> Row:
    value = list(figure.value) if isinstance(figure.value, tuple) else figure.value
    names = ("bound", "approx", "unit", "what", "as_of", "said_by")
    return {"numeral": figure.text, "value": value, **{name: getattr(figure, name) for name in names}}


def _compared(found: tuple[Finding, Reading] | None) -> Row:
    """What comparing the sources says of a figure; nothing of one that no finding holds."""
    if found is None:
        return dict.fromkeys(("support", "outlets", "origins", "relation", "finding"))
    finding, reading = found
    counts = {"support": finding.support, "outlets": len(finding.outlets), "origins": len(finding.origins)}
    return {**counts, "relation": reading.relation, "finding": finding.id}


def _cells(row: Row) -> list[str]:
    return [_cell(row[column]) for column in COLUMNS]


def _cell(value: str | bool | Value | list[int | float] | None) -> str:
    """A value on one line, with marks for characters that steer a terminal or that nobody sees."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return " to ".join(map(str, value))
    return shown(" ".join(str(value).split()))


def _csv(found: Sequence[Row]) -> str:
    """RFC 4180; a cell that would begin a formula begins with an apostrophe instead."""
    out = io.StringIO()
    lines = csv.writer(out)
    lines.writerow(COLUMNS)
    lines.writerows([f"'{cell}" if FORMULA.match(cell) else cell for cell in _cells(row)] for row in found)
    return out.getvalue()


def _markdown(found: Sequence[Row]) -> str:
    lines = [COLUMNS, ["---"] * len(COLUMNS), *(map(_escaped, _cells(row)) for row in found)]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _escaped(cell: str) -> str:
    return MARKDOWN.sub(r"\\\1", cell)


def _table(found: Sequence[Row]) -> str:
    """Columns side by side, without the finding's id, overlong cells cut with an ellipsis."""
    lines = [[_clipped(cell) for cell in line[:-1]] for line in (list(COLUMNS), *map(_cells, found))]
    widths = [max(map(_width, column)) for column in zip(*lines, strict=True)]
    return "".join(
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=True)).rstrip() + "\n"
        for line in lines
    )


def _clipped(cell: str) -> str:
    if _width(cell) <= CLIP:
        return cell
    while _width(cell) >= CLIP:
        cell = cell[: min(CLIP, len(cell)) - 1]
    return f"{cell.rstrip()}…"


def _width(text: str) -> int:
    """The columns of a terminal that ``text`` takes."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else not unicodedata.combining(c) for c in text)


LAYOUTS: Mapping[str, Callable[[Sequence[Row]], str]] = {
    "table": _table,
    "csv": _csv,
    "json": lambda found: json_text([{column: row[column] for column in COLUMNS} for row in found]),
    "md": _markdown,
}
"""Layout -> what puts rows into it."""
