"""What tests share: where optional development data lies, and a folder to work in."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def dev_data() -> Path:
    """The folder of development data: BRIEFING_DEV_DATA, else ``shared`` beside the tree. Skips where it is absent."""
    folder = Path(os.environ.get("BRIEFING_DEV_DATA") or ROOT.parent / "shared")
    if not folder.is_dir():
        pytest.skip("no development data: BRIEFING_DEV_DATA names no folder, and none lies beside the tree")
    return folder


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the tree."""
    return ROOT


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, with no settings from the environment."""
    for name in [name for name in os.environ if name.startswith("BRIEFING_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path
