"""What makes WeasyPrint quick: work it repeats for each box, line or link is done once, while a PDF is made.

WeasyPrint 70 is changed in place meanwhile, so two PDFs are not made at once in one process. What it makes is the
same, to the byte, with and without (tests/writers/test_typesetting.py).
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable, Iterator
from typing import Any

from briefing.writers.typesetting.anchors import anchors_found_later
from briefing.writers.typesetting.backgrounds import backgrounds_left_out
from briefing.writers.typesetting.flow import boxes_told_at_once, flow_known, lines_below_floats, pages_unnamed
from briefing.writers.typesetting.glyphs import glyphs_told_once
from briefing.writers.typesetting.lengths import lengths_resolved_once
from briefing.writers.typesetting.lines import lines_split_once
from briefing.writers.typesetting.margins import margins_measured_once, margins_styled_once
from briefing.writers.typesetting.packing import pages_counted_once
from briefing.writers.typesetting.painting import borders_left_out, colours_told_once, outlines_left_out
from briefing.writers.typesetting.pseudo import pseudo_styles_shared
from briefing.writers.typesetting.styles import values_taken_over

DRAWN_CUT = "ellipsis"
"""Where a style says this, a line may be drawn shorter than it was laid out, and so is no line to share."""
NAMED = re.compile(r"page(?<![@\w-]page)\s*:")
"""Where a style says this, a box may want a page of its own kind."""
PICKED = ":nth("
"""Where a style says this (``@page :nth(3)``), pages differ by their number."""
OUTLINED = re.compile("outline", re.IGNORECASE)
"""Where a style says this, a box may have an outline."""
COUNTED = "target-"
"""Where a style says this (``target-counter()``), WeasyPrint has to know of anchors before it lays out."""


Change = Callable[[Any], contextlib.AbstractContextManager[None]]
ALWAYS: tuple[Change, ...] = (
    lengths_resolved_once,
    pages_counted_once,
    pseudo_styles_shared,
    values_taken_over,
    flow_known,
    boxes_told_at_once,
    lines_below_floats,
    margins_measured_once,
    backgrounds_left_out,
    borders_left_out,
    colours_told_once,
)


@contextlib.contextmanager
def quick(weasyprint: Any, page: str) -> Iterator[None]:
    """Let the module ``weasyprint`` work quickly on ``page``, the text of a page with its style."""
    with contextlib.ExitStack() as changes:
        for change in (*ALWAYS, *_fit_for(_styles(page))):
            changes.enter_context(change(weasyprint))
        yield


def _styles(page: str) -> str:
    """What of a page may be style: its head, or all of it where the rest has any style."""
    head, _, body = page.partition("</head>")
    return page if "style" in body else head


def _fit_for(styles: str) -> Iterator[Change]:
    """What changes nothing where styles ask for nothing of a kind."""
    if not OUTLINED.search(styles):
        yield outlines_left_out
    if not NAMED.search(styles):
        yield pages_unnamed
    if PICKED not in styles:
        yield margins_styled_once
    if DRAWN_CUT not in styles:
        yield lines_split_once
        yield glyphs_told_once
    if COUNTED not in styles:
        yield anchors_found_later
