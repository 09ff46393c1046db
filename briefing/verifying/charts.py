"""Charts: is every bar as long as its figure says, in the briefing and on the page?"""

from __future__ import annotations

import math

from briefing.language.direction import direction
from briefing.language.scales import scale
from briefing.model.briefing import ChartRow, Statement, Words
from briefing.model.claim import Figure
from briefing.verifying.evidence import Evidence
from briefing.verifying.printable import Printable
from briefing.verifying.refusal import refuse, shown
from briefing.verifying.rendered import Part, tag
from briefing.verifying.tree import Node

BOX = "0 0 100 10"
"""The view box a bar is drawn in: the longest is as wide as the box."""
HUNDREDTH = 0.0051
"""How far a bar's width may lie from a hundred times its share: it is written with two decimals."""


def check_chart(evidence: Evidence, node: Node) -> None:
    """Refuse a chart with another row than its items', of figures without one scale, or with a share that is not the
    figure's value over the largest; anything else passes."""
    statement = node.value
    if not isinstance(statement, Statement) or not statement.chart:
        return
    if [row.item for row in statement.chart] != [item.id for item in statement.items]:
        refuse(node.name, "its chart has other rows than its items")
    pairs = list(zip(statement.chart, statement.items, strict=True))
    figures = [_figure(evidence, row, item) for row, item in pairs]
    scales = {scale(figure) for figure in figures}
    if len(scales) > 1 or None in scales:
        refuse(node.name, "its chart draws figures that have no scale in common", "print them as a list")
    values = [figure.value for figure in figures if not isinstance(figure.value, tuple)]
    for (row, item), value in zip(pairs, values, strict=True):
        if not max(values) > 0 or not math.isclose(row.share, value / max(values), rel_tol=1e-9):
            refuse(f"statement {item.id}", f"its bar shows {row.share:g} of the longest, which {value} is not")


def _figure(evidence: Evidence, row: ChartRow, item: Statement) -> Figure:
    """The figure a row draws. Refuses one that the words of its item do not print, or that is not the only one."""
    claims = [evidence.claims[claim] for claim in item.claims if claim in evidence.claims]
    figures = {figure.span: (claim.id, n) for claim in claims for n, figure in enumerate(claim.figures)}
    if len(figures) != 1 or row.claim not in item.claims:
        refuse(f"statement {item.id}", "its bar is of no figure, or of one of several", "print it without a chart")
    found = [f for claim in claims if claim.id == row.claim for n, f in enumerate(claim.figures) if n == row.figure]
    printed = [piece.anchor for piece in item.pieces if isinstance(piece, Words)]
    if not found or not any(a.start <= found[0].start and found[0].end <= a.end for a in printed):
        refuse(f"statement {item.id}", f"its bar is of a figure that {shown(item.text)} does not print")
    return found[0]


def check_bar(printable: Printable, part: Part) -> None:
    """Refuse a bar of the page that is not one box from zero, where a line begins, as wide as its row's share says."""
    share = printable.shares.get(part.id)
    if share is None:
        refuse(f"bar {part.id}", "the page draws it and the briefing has no chart with that item")
    drawn = [element for element in part.element.iter() if tag(element) not in ("svg", "title")]
    box = dict(drawn[0].attrib) if drawn else {}
    width = box.pop("width", "")
    mirrored = direction(printable.briefing.language) == "rtl"
    zero = f"{100 - 100 * share:.2f}" if mirrored else "0"
    whole = {"x": zero, "y": "0", "height": BOX.split()[-1], "fill": "currentColor"}
    if part.element.get("viewBox") != BOX or len(drawn) != 1 or tag(drawn[0]) != "rect" or box != whole:
        refuse(f"bar {part.id}", "it is not one box from zero", "draw it with bar(row) of parts.html")
    if not width.replace(".", "", 1).isdecimal() or abs(float(width) - 100 * share) > HUNDREDTH:
        refuse(f"bar {part.id}", f"its width is {width or 'missing'} where {100 * share:.2f} is its share")
