"""The true text of what a PDF draws in scripts whose letters join, stack or change places.

A PDF tells its text glyph by glyph; a glyph of these scripts may be half a letter, two letters, or stand before a
letter that is spoken first. What is drawn of them is therefore marked with its text as a whole (``/ActualText``).
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from typing import Any

from briefing.writers.typesetting.changing import replaced

JOINED = re.compile("[\u0900-\u109f\u1700-\u18af\u1900-\u1aff\u1b00-\u1cff\ua800-\ua95f\ua980-\uabff]")
"""Letters of India, of its neighbours and of South-East Asia, and others that are shaped like them."""


@contextlib.contextmanager
def spelled_out(weasyprint: Any, text: str) -> Iterator[None]:
    """Let the module ``weasyprint`` mark such text in what it draws meanwhile. ``text`` is all there is to draw."""
    if JOINED.search(text) is None:
        yield
        return
    module = weasyprint.draw.text
    draw = module.draw_first_line

    def marked(stream: Any, textbox: Any, *rest: Any) -> Any:
        """Draws a line of text, inside its own text where that is needed."""
        if JOINED.search(textbox.text) is None:
            return draw(stream, textbox, *rest)
        stream.begin_marked_content("Span", f"<</ActualText <feff{textbox.text.encode('utf-16-be').hex()}>>>")
        try:
            return draw(stream, textbox, *rest)
        finally:
            stream.end_marked_content()

    with replaced(module, draw_first_line=marked):
        yield
