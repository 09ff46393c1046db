"""A typeface is the same font, packed and unpacked."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont, woff2

from briefing.writers.typesetting.faces import unpacked
from tests.writers.sample_briefing import TREE

FACES = sorted((TREE / "styles" / "fonts").glob("*.woff2"))


@pytest.mark.parametrize("path", FACES[::7], ids=lambda path: path.stem)
def test_every_table_is_kept(path: Path) -> None:
    face = path.read_bytes()
    whole = io.BytesIO()
    woff2.decompress(io.BytesIO(face), whole)
    expected, made = TTFont(whole), TTFont(io.BytesIO(unpacked(face)))
    assert made.flavor is None
    assert made.reader.tables.keys() == expected.reader.tables.keys()
    for name in expected.reader.tables:
        kept, told = made.reader[name], expected.reader[name]
        assert kept == (told[:8] + kept[8:12] + told[12:] if name == "head" else told)  # but for the sum of the file


def test_what_is_packed_in_another_way_stays() -> None:
    """Outlines that WOFF2 has rewritten, and files that are no WOFF2."""
    made = io.BytesIO()
    woff2.compress(io.BytesIO(unpacked(FACES[0].read_bytes())), made)
    assert unpacked(made.getvalue()) == made.getvalue()
    assert unpacked(b"\0\1\0\0") == b"\0\1\0\0"
