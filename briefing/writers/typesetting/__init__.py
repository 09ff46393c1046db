"""What makes WeasyPrint quick: work it repeats for each box, line or link is done once, while a PDF is made.

WeasyPrint 70 is changed in place meanwhile, so two PDFs are not made at once in one process. What it makes is the
same, to the byte, with and without (tests/writers/test_typesetting.py).
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
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
NAMED = re.compile(r"(?<![@\w-])page\s*:")
"""Where a style says this, a box may want a page of its own kind."""
PICKED = ":nth("
"""Where a style says this (``@page :nth(3)``), pages differ by their number."""
OUTLINED = re.compile("outline", re.IGNORECASE)
"""Where a style says this, a box may have an outline."""
COUNTED = "target-"
"""Where a style says this (``target-counter()``), WeasyPrint has to know of anchors before it lays out."""


@contextlib.contextmanager
def quick(weasyprint: Any, page: str) -> Iterator[None]:
    """Let the module ``weasyprint`` work quickly on ``page``, the text of a page with its style."""
    with contextlib.ExitStack() as changes:
        changes.enter_context(lengths_resolved_once(weasyprint))
        changes.enter_context(pages_counted_once(weasyprint))
        changes.enter_context(pseudo_styles_shared(weasyprint))
        changes.enter_context(values_taken_over(weasyprint))
        changes.enter_context(flow_known(weasyprint))
        changes.enter_context(boxes_told_at_once(weasyprint))
        changes.enter_context(lines_below_floats(weasyprint))
        changes.enter_context(margins_measured_once(weasyprint))
        changes.enter_context(backgrounds_left_out(weasyprint))
        changes.enter_context(borders_left_out(weasyprint))
        changes.enter_context(colours_told_once(weasyprint))
        if not OUTLINED.search(page):
            changes.enter_context(outlines_left_out(weasyprint))
        if not NAMED.search(page):
            changes.enter_context(pages_unnamed(weasyprint))
        if PICKED not in page:
            changes.enter_context(margins_styled_once(weasyprint))
        if DRAWN_CUT not in page:
            changes.enter_context(lines_split_once(weasyprint))
            changes.enter_context(glyphs_told_once(weasyprint))
        if COUNTED not in page:
            changes.enter_context(anchors_found_later(weasyprint))
        yield
