"""Typefaces, unpacked as they are: WeasyPrint has each table of theirs read, and half of fontTools loaded for it."""

from __future__ import annotations

import io

PACKED = b"wOF2"


def unpacked(face: bytes) -> bytes:
    """The font in a WOFF2 file whose tables are kept as they were, as those shipped are; any other file as it is."""
    if not face.startswith(PACKED):
        return face
    from fontTools.ttLib import sfnt, woff2

    reader = woff2.WOFF2Reader(io.BytesIO(face))
    if any(entry.transformed for entry in reader.tables.values()):
        return face
    made = io.BytesIO()
    writer = sfnt.SFNTWriter(made, len(reader.tables), reader.sfntVersion)
    for name in reader.tables:
        writer[name] = reader[name]
    writer.close()
    return made.getvalue()
