"""A wheel holds all the program needs: installed into an empty environment it builds a briefing from any folder."""

from __future__ import annotations

import os
import shutil
import site
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory, root: Path) -> Path:
    """A wheel of the tree as it is."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", "--no-build-isolation", "-w", folder, root], check=True)
    (made,) = folder.glob("*.whl")
    return made


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory, wheel: Path) -> Path:
    """The scripts folder of an environment with the wheel in it; what it depends on is borrowed from this one."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, symlinks=True)
    packages = next(folder.glob("lib/python*/site-packages"))
    (packages / "borrowed.pth").write_text("\n".join(site.getsitepackages()), encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(folder / "bin" / "python")]
    subprocess.run([*pip, "install", "--quiet", "--no-deps", "--no-index", str(wheel)], check=True)
    return folder / "bin"


def test_the_wheel_holds_the_program_its_templates_styles_and_licences(wheel: Path, root: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    folders = {"briefing": "briefing", "templates": "briefing/_data/templates", "styles": "briefing/_data/styles"}
    for folder, place in folders.items():
        files = [path.relative_to(root / folder) for path in (root / folder).rglob("*") if path.is_file()]
        wanted = {f"{place}/{path.as_posix()}" for path in files if path.suffix != ".pyc"}
        assert wanted <= inside
    assert any(name.endswith("licenses/LICENSE") for name in inside)
    assert sum(name.endswith("-OFL.txt") and "/licenses/" in name for name in inside) >= 2


def test_a_briefing_is_built_from_another_folder_to_the_same_bytes(
    installed: Path, root: Path, tmp_path: Path, built: Path
) -> None:
    shutil.copytree(root / "seeds", tmp_path / "stories")
    where = "import briefing; print(briefing.__file__)"
    done = subprocess.run([installed / "python", "-c", where], cwd=tmp_path, check=True, capture_output=True, text=True)
    assert Path(done.stdout.strip()).is_relative_to(installed.parent)
    build = [str(installed / "briefing"), "build", "stories", "-o", "made"]
    environment = {**os.environ, "PYTHONHASHSEED": "2", "TZ": "UTC5"}
    done = subprocess.run(build, cwd=tmp_path, env=environment, check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    paths = [Path(line).relative_to("made") for line in done.stdout.splitlines()]
    assert {path.suffix for path in paths} == {".html", ".pdf", ".json", ".txt"}
    assert [path for path in paths if (tmp_path / "made" / path).read_bytes() != (built / path).read_bytes()] == []


def test_help_is_quick(installed: Path) -> None:
    clock = "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL); "
    clock += "used = resource.getrusage(resource.RUSAGE_CHILDREN); print(used.ru_utime + used.ru_stime)"
    subprocess.run([installed / "briefing", "--help"], check=True, capture_output=True)  # compiles what it imports
    command = [sys.executable, "-c", clock, str(installed / "briefing"), "--help"]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert float(done.stdout) < 0.2
