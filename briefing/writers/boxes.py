"""A typeface that draws a dashed box for each of the characters it is made for: dashed means missing.

A PDF needs a glyph for every character it draws, and one of its own for each that is copied out of it.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

EM = 1000
ADVANCE, LEFT, BOTTOM, RIGHT, TOP = 760, 60, -40, 700, 740
"""The room of a character and the edges of its box, in units of which an em has EM."""
SPACE = 260
THICK, DASHES = 44, 4
MOST = 60_000
"""The characters that have a glyph of their own: a typeface holds few more. Any others share the last."""
Corner = tuple[int, int]


def face(name: str, characters: str) -> bytes:
    """A TrueType font of the family ``name`` with a dashed box for each of the characters. Equal calls, equal bytes.

    It has a space too: Pango draws one in the typeface of what is before it.
    """
    from fontTools.fontBuilder import FontBuilder
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    own = [f"u{ord(character):X}" for character in characters[:MOST]]
    order = [".notdef", "space", *own]
    pen = TTGlyphPen(None)
    for corners in _dashes():
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    box = pen.glyph()
    made = FontBuilder(EM, isTTF=True)
    made.setupGlyphOrder(order)
    names = {ord(character): own[min(index, MOST - 1)] for index, character in enumerate(characters)}
    made.setupCharacterMap({ord(" "): "space", **names})
    made.setupGlyf({**dict.fromkeys(order, box), "space": TTGlyphPen(None).glyph()})
    made.setupHorizontalMetrics({**dict.fromkeys(order, (ADVANCE, LEFT)), "space": (SPACE, 0)})
    made.setupHorizontalHeader(ascent=TOP, descent=BOTTOM)
    made.setupNameTable({"familyName": name, "styleName": "Regular", "psName": name.replace(" ", "-")})
    made.setupOS2(sTypoAscender=TOP, sTypoDescender=BOTTOM, usWinAscent=TOP, usWinDescent=-BOTTOM)
    made.setupPost()
    made.font["head"].created = made.font["head"].modified = 0
    made.font.recalcTimestamp = False
    data = io.BytesIO()
    made.save(data)
    return data.getvalue()


def _dashes() -> Iterator[tuple[Corner, Corner, Corner, Corner]]:
    """The corners of each dash of the box, clockwise: DASHES a side, with gaps as long as they are."""
    for low, high in _steps(LEFT, RIGHT):
        for bottom in (BOTTOM, TOP - THICK):
            yield _rectangle(low, bottom, high, bottom + THICK)
    for low, high in _steps(BOTTOM, TOP):
        for left in (LEFT, RIGHT - THICK):
            yield _rectangle(left, low, left + THICK, high)


def _steps(start: int, end: int) -> Iterator[tuple[int, int]]:
    long = (end - start) // (2 * DASHES - 1)
    return ((start + 2 * step * long, start + (2 * step + 1) * long) for step in range(DASHES))


def _rectangle(left: int, bottom: int, right: int, top: int) -> tuple[Corner, Corner, Corner, Corner]:
    return (left, bottom), (left, top), (right, top), (right, bottom)
