"""Words as glyphs: those that are drawn again, in the same font, are the same glyphs at another place, and a glyph that
was drawn before is told as it was then."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from struct import Struct
from typing import Any, NamedTuple

from briefing.writers.typesetting.changing import replaced

GLYPH = Struct("Iiii4x")
"""A glyph as Pango keeps it: its number, how wide it is, how far it is moved to the right and upwards."""
UNKNOWN = 0x10000000
"""What the number of a glyph holds where no font has one."""
SIZED_SINCE = 14802
"""The version of Pango since which a font tells its size."""
Stretch = tuple[Any, str]


@contextlib.contextmanager
def glyphs_told_once(weasyprint: Any) -> Iterator[None]:
    """Let texts that are drawn meanwhile be turned into glyphs once, and each glyph be looked at once a font."""
    drawing = _Drawing(weasyprint.draw.text)
    with replaced(weasyprint.draw.text, draw_first_line=drawing.draw):
        yield


class _Font(NamedTuple):
    """A font of one size: WeasyPrint's, how its glyphs are told, and a layout that keeps Pango's alive."""

    of: Any
    size: float
    told: dict[tuple[int, int, int, int], str]
    layout: Any


class _Drawing:
    """Stands in for ``draw_first_line`` of ``module``, WeasyPrint's ``draw.text``."""

    def __init__(self, module: Any) -> None:
        self._draw = module.draw_first_line
        self._pango, self._ffi, self._unit = module.pango, module.ffi, module.FROM_UNITS
        self._sized = self._pango.pango_version() >= SIZED_SINCE
        self._fonts: dict[Any, _Font] = {}
        self._drawn: dict[int, tuple[Any, list[Stretch]]] = {}

    def draw(self, stream: Any, textbox: Any, text_overflow: Any, block_ellipsis: Any, matrix: Any) -> Any:
        """Draws the line of a box, and gives the emoji in it."""
        layout = textbox.pango_layout
        known = self._drawn.get(id(layout))  # the layout is kept, and so is its id
        whole = text_overflow != "ellipsis" and block_ellipsis == "none"
        stretches = known[1] if known else self._stretches(stream, textbox) if whole else None
        if stretches is None:
            return self._draw(stream, textbox, text_overflow, block_ellipsis, matrix)
        self._drawn[id(layout)] = layout, stretches
        stream.set_text_matrix(*matrix.values)
        for font, glyphs in stretches:
            stream.set_font_size(font.of.hash, font.size)
            stream.show_text(glyphs)
        return []

    def _stretches(self, stream: Any, textbox: Any) -> list[Stretch] | None:
        """The glyphs of a line, by font; None where any is none of those that are told already."""
        layout = textbox.pango_layout
        if not self._sized or not textbox.text.strip() or textbox.style["font_size"] < 1:
            return None
        self._pango.pango_layout_set_single_paragraph_mode(layout.layout, True)
        made: list[Stretch] = []
        run = layout.get_first_line()[0].runs[0]
        while run != self._ffi.NULL:
            item, run = run.data, run.next
            font = self._font(stream, item.item.analysis.font, layout)
            glyphs = self._glyphs(font, item.glyphs) if font else None
            if font is None or glyphs is None:
                return None
            if made and made[-1][0] is font:
                glyphs = made.pop()[1] + glyphs
            made.append((font, glyphs))
        return made

    def _font(self, stream: Any, font: Any, layout: Any) -> _Font | None:
        """A font of Pango's; None where its glyphs are pictures."""
        if font not in self._fonts:
            of, size = stream.add_font(font)
            self._fonts[font] = _Font(of, size, {}, layout)
        known = self._fonts[font]
        return None if known.of.bitmap or known.of.png or known.of.svg or known.of.colr else known

    def _glyphs(self, font: _Font, string: Any) -> str | None:
        """The glyphs of a run in one font as a PDF tells them; None where any is none of those told already."""
        told = font.told
        parts = ["<"]
        for glyph in GLYPH.iter_unpack(self._ffi.buffer(string.glyphs, string.num_glyphs * GLYPH.size)):
            part = told.get(glyph) or self._part(font, *glyph)
            if part is None:
                return None
            told[glyph] = part
            parts.append(part)
        line = "".join(parts)
        return line[:-1] if line.endswith("<") else line + ">"

    def _part(self, font: _Font, glyph: int, width: int, right: int, up: int) -> str | None:
        """What WeasyPrint writes for a glyph, between < and >, once it has drawn the glyph in this font."""
        if glyph == self._pango.PANGO_GLYPH_EMPTY:
            return f">{-width / font.size}<"
        if up or glyph & UNKNOWN or glyph not in font.of.to_unicode or glyph not in font.of.widths:
            return None
        offset = right / font.size
        kerning = font.of.widths[glyph] + offset - width * 1000 * self._unit / font.size
        return (f">{-offset}<" if offset else "") + f"{glyph:04x}" + (f">{int(kerning)}<" if kerning else "")
