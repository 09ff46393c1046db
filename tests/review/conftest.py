"""What the browser tests need beside a browser."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture
def axe() -> Path:
    """axe-core's script, from where ``make check-pages`` puts it."""
    folder = Path(os.environ.get("BRIEFING_VALIDATORS") or ROOT / ".validators")
    place = folder / "node_modules" / "axe-core" / "axe.min.js"
    if not place.exists():
        pytest.skip("axe-core is not installed; make check-pages installs it")
    return place
