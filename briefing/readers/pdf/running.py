"""Running headers and footers: lines that come back at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from briefing.readers.pdf.words import Box

EDGE = 0.12
"""The share of a page's height, at its top and at its bottom, in which running lines stand."""

FEWEST = 3
"""Pages on which a running line stands at least; in a file of up to so many pages, two."""

NUMBER = re.compile(
    r"(?:page|p\.|seite|p[áa]gina)?\s*[-–—|]?\s*(?:\d{1,4}|[ivxlc]{1,6})\s*(?:[-–—|]|(?:of|/|de|von|sur)\s*\d{1,4})?",
    re.I,
)
DIGITS = re.compile(r"\d+|\b[ivxlc]{1,6}\b")


def running(pages: Sequence[tuple[float, Sequence[Box]]]) -> list[set[int]]:
    """For each page, given as its height and its lines, which of them run: their places among the lines.

    Numbers in them may change from page to page. A page's number alone runs wherever it stands at an edge.
    """
    met = Counter(key for height, lines in pages for key in {_key(height, line) for line in lines} if key)
    least = FEWEST if len(pages) > FEWEST else FEWEST - 1
    often = {key for key, count in met.items() if count >= least}
    return [
        {
            place
            for place, line in enumerate(lines)
            if (key := _key(height, line)) and (key in often or NUMBER.fullmatch(line.text.strip()))
        }
        for height, lines in pages
    ]


def _key(height: float, line: Box) -> tuple[str, int] | None:
    """What stays of a line at an edge from page to page: its words and height on the page; None elsewhere."""
    at_edge = line.bottom < EDGE * height or line.top > (1 - EDGE) * height
    return (DIGITS.sub("#", line.text.lower()), round(line.bottom / 4)) if at_edge and line.text else None
