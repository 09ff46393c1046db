"""What tests share: where optional development data lies, and a folder to work in."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
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


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What ``briefing build seeds`` makes, in a process of its own: the folder ``out``."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    environment = {name: value for name, value in os.environ.items() if not name.startswith("BRIEFING_")}
    command = [sys.executable, "-c", "from briefing.cli import main; main()", "build", "seeds"]
    done = subprocess.run(
        command, cwd=folder, env=environment | {"PYTHONHASHSEED": "1"}, check=False, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    assert [line for line in done.stdout.splitlines() if not (folder / line).is_file()] == []
    return folder / "out"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty working folder, with no settings from the environment."""
    for name in [name for name in os.environ if name.startswith("BRIEFING_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path
