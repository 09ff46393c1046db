"""What is seldom used is loaded once it is."""

from __future__ import annotations

import subprocess
import sys

import pytest

from briefing.writers.typesetting.loading import SELDOM, seldom_used_later

LATE = """
import sys
from briefing.writers.pdf import engine
from briefing.writers.typesetting.loading import SELDOM
weasyprint = engine()
print([name in sys.modules for name in SELDOM])
print(type(weasyprint.pdf.fonts.subset.Options(retain_gids=True)).__name__)
print([name in sys.modules for name in SELDOM])
"""


def test_weasyprint_loads_what_it_calls_and_no_sooner() -> None:
    done = subprocess.run([sys.executable, "-c", LATE], capture_output=True, text=True, check=True)
    assert done.stdout.split("\n")[:3] == ["[False, False]", "Options", "[True, False]"]


def test_what_is_loaded_already_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what stood in for the others is gone."""
    there = sys.__class__("there")
    monkeypatch.setitem(sys.modules, SELDOM[0], there)
    monkeypatch.delitem(sys.modules, SELDOM[1], raising=False)
    with seldom_used_later():
        assert sys.modules[SELDOM[0]] is there
        assert SELDOM[1] in sys.modules
    assert sys.modules[SELDOM[0]] is there
    assert SELDOM[1] not in sys.modules
