"""Words that are drawn again where they were drawn before, in the same font: the same glyphs at another place."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any, NamedTuple

from briefing.writers.typesetting.changing import replaced

FONT = b" Tf"


class _Drawn(NamedTuple):
    """What drawing a layout wrote after its place and its font. The layout is kept, and so is its id."""

    layout: Any
    font: tuple[Any, Any]
    glyphs: list[Any]


@contextlib.contextmanager
def glyphs_told_once(weasyprint: Any) -> Iterator[None]:
    """Let layouts that several boxes share be turned into glyphs once."""
    module = weasyprint.draw.text
    draw = module.draw_first_line
    known: dict[int, _Drawn] = {}

    def drawn(stream: Any, textbox: Any, text_overflow: Any, block_ellipsis: Any, matrix: Any) -> Any:
        """Draws the line of a box, and gives the emoji in it."""
        layout = textbox.pango_layout
        before = known.get(id(layout))
        if before is not None:
            stream.set_text_matrix(*matrix.values)
            stream.set_font_size(*before.font)
            stream.stream.extend(before.glyphs)
            return []
        start = len(stream.stream)
        emojis = draw(stream, textbox, text_overflow, block_ellipsis, matrix)
        written = stream.stream[start + 1 :]
        fonts = [at for at, item in enumerate(written) if item.endswith(FONT)]
        if written and not emojis and fonts in ([], [0]):
            known[id(layout)] = _Drawn(layout, stream._current_font, written[len(fonts) :])
        return emojis

    with replaced(module, draw_first_line=drawn):
        yield
