"""Where the machine lacks something, set-up installs it if it can, else stops with the one command to run."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder of programs: the few that a shell script needs, and none that installs."""
    for name in ("sh", "touch", "test"):
        found = shutil.which(name)
        if found is None:
            pytest.skip(f"no {name} on this machine")
        (tmp_path / name).symlink_to(found)
    return tmp_path


def program(machine: Path, name: str, script: str) -> None:
    """Puts a program of a few shell lines on the machine."""
    (machine / name).write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    (machine / name).chmod(0o755)


def need(root: Path, machine: Path) -> tuple[int, str, str]:
    """Asks for a library that is there once the file "library" is: exit status, output, messages."""
    command = [
        str(root / ".ci" / "need"),
        f"test -e {machine}/library",
        "libpango-1.0-0",
        "pango",
        "your package manager",
    ]
    done = subprocess.run(
        command, env={**os.environ, "PATH": str(machine)}, check=False, capture_output=True, text=True
    )
    return done.returncode, done.stdout, done.stderr


def test_what_is_there_is_left_alone(root: Path, machine: Path) -> None:
    (machine / "library").touch()
    assert need(root, machine) == (0, "", "")


def test_apt_get_as_root_installs(root: Path, machine: Path) -> None:
    program(machine, "id", "echo 0")
    program(machine, "apt-get", f'[ "$1" = update ] || {{ echo "$@"; touch {machine}/library; }}')
    line = "install -y --no-install-recommends libpango-1.0-0"
    assert need(root, machine) == (0, "", f"installing libpango-1.0-0\n{line}\n")


def test_apt_get_as_anyone_else_stops_with_the_command(root: Path, machine: Path) -> None:
    program(machine, "id", "echo 1000")
    program(machine, "apt-get", "exit 1")
    install = "apt-get install -y --no-install-recommends libpango-1.0-0"
    line = f"missing on this machine; run: sudo sh -c 'apt-get update && {install}'\n"
    assert need(root, machine) == (3, "", line)


def test_brew_installs(root: Path, machine: Path) -> None:
    program(machine, "brew", f'echo "$@"; touch {machine}/library')
    assert need(root, machine) == (0, "", "installing pango\ninstall pango\n")


def test_a_machine_with_neither_stops(root: Path, machine: Path) -> None:
    assert need(root, machine) == (3, "", "missing on this machine; run: your package manager\n")
