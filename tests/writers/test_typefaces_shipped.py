"""The typefaces that are shipped, as files."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib.woff2 import WOFF2Reader

from tests.writers.sample_briefing import TREE

FACES = sorted((TREE / "styles" / "fonts").glob("*.woff2"))


@pytest.mark.parametrize("face", FACES, ids=lambda face: str(face.stem))
def test_a_face_is_packed_so_that_it_is_read_quickly(face: Path) -> None:
    """Without WOFF2's rewriting of outlines, which takes fontTools tens of milliseconds a face to undo."""
    with face.open("rb") as file:
        tables = WOFF2Reader(file).tables
    assert not [tag for tag in ("glyf", "loca", "hmtx") if tag in tables and tables[tag].transformed]
