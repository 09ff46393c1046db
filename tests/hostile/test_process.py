"""The program as a process: interrupted, killed, started twice, with nowhere to write."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.hostile.chain import lay

PROGRAM = [sys.executable, "-c", "from briefing.cli import main; main()"]
STORY = "Mayor Ana Ruiz said on Friday that 40 families had left Orrin.\n"


def started(*arguments: str, before: str = "", **more: object) -> subprocess.Popen[str]:
    """A process of the program; ``before`` is run in it first."""
    program = [*PROGRAM[:2], f"{before}\n{PROGRAM[2]}"]
    return subprocess.Popen([*program, *arguments], stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **more)  # type: ignore[call-overload,no-any-return]


AT = """
import os, signal, sys
def at(module, name):
    import importlib
    place = importlib.import_module(module)
    was = getattr(place, name)
    def stop(*given, **named):
        os.kill(os.getpid(), {signal})
        return was(*given, **named)
    setattr(place, name, stop)
at({module!r}, {name!r})
"""
PLACES = [
    ("briefing.readers.gathering", "told_apart"),
    ("weasyprint.document", "layout_document"),
    ("weasyprint.document", "generate_pdf"),
    ("os", "fsync"),
]


@pytest.mark.parametrize(("module", "name"), PLACES)
def test_an_interrupt_ends_the_run_without_a_word(here: Path, module: str, name: str) -> None:
    lay(here, {"in/a.txt": STORY, "out/claims.json": "before"})
    before = AT.format(module=module, name=name, signal=signal.SIGINT.value)
    run = started("build", "in", "-o", "out", "-f", "pdf", before=before)
    said = run.communicate()[1]
    assert (run.returncode, said.strip()) == (130, "")
    assert [path.name for path in (here / "out").iterdir()] == ["claims.json"]
    assert (here / "out" / "claims.json").read_text() == "before"


def test_an_interrupt_while_the_program_loads(here: Path) -> None:
    lay(here, {"in/a.txt": STORY})
    run = started("build", "in", before=AT.format(module="briefing.cli.command", name="sources", signal=2))
    assert (run.communicate()[1].strip(), run.returncode) == ("", 130)


def test_a_killed_run_leaves_what_was_there_and_the_next_one_runs(here: Path) -> None:
    lay(here, {"in/a.txt": STORY, "out/claims.json": "before"})
    run = started("build", "in", "-f", "html", before=AT.format(module="os", name="fsync", signal=9))
    run.communicate()
    assert run.returncode == -9
    assert (here / "out" / "claims.json").read_text() == "before"
    assert [path for path in (here / "out").iterdir() if path.suffix == ".part"]
    again = started("build", "in", "-f", "html")
    again.communicate()
    assert again.returncode == 0
    assert not [path for path in (here / "out").rglob("*") if path.suffix == ".part"]
    assert (here / "out" / "claims.json").read_text().startswith("{")


def test_two_builds_into_one_folder_at_once(here: Path) -> None:
    lay(here, {"in/a.txt": STORY})
    wait = "import time, briefing.grouping as g; was = g.group; g.group = lambda *a: print('on', flush=True) or "
    first = started("build", "in", "-f", "html", before=f"{wait} input() or was(*a)", stdin=subprocess.PIPE)
    assert first.stdout
    assert first.stdout.readline() == "on\n"
    second = started("build", "in", "-f", "html")
    line = "out: another run is writing into it; wait until it ends, or choose another place with -o\n"
    assert (second.communicate()[1], second.returncode) == (line, 2)
    assert first.communicate("\n")[1]
    assert first.returncode == 0


def test_standard_output_that_is_full(here: Path) -> None:
    lay(here, {"in/a.txt": STORY})
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*PROGRAM, "extract", "in"], check=False, stdout=full, stderr=subprocess.PIPE, text=True)
    line = "standard output: cannot be written (No space left on device); make room, or write a file with -o"
    assert (done.stderr.splitlines()[-1], done.returncode) == (line, 2)


def test_nobody_reads_on(here: Path) -> None:
    lay(here, {"in/a.txt": STORY * 300})
    run = started("extract", "in")
    assert run.stdout
    run.stdout.close()
    assert run.stderr
    with run.stderr:
        assert "Traceback" not in run.stderr.read()
    run.wait()


def test_file_names_and_sources_cannot_steer_the_terminal(here: Path) -> None:
    lay(
        here,
        {"in/\x1b[2J\nred\u202e.txt": STORY, "in/b\x1b]0;x\x07.md": f"---\n\x1b[31m: x\n---\n{STORY}", "in/c": "x"},
    )
    screen, end = pty.openpty()
    done = subprocess.Popen([*PROGRAM, "figures", "in"], stdout=end, stderr=end, close_fds=True)
    os.close(end)
    seen, until = b"", time.monotonic() + 60
    while time.monotonic() < until:
        try:
            seen += os.read(screen, 4096)
        except OSError:  # the other end is closed
            break
    os.close(screen)
    assert done.wait() == 0
    text = seen.decode().replace("\x1b[2m", "").replace("\x1b[0m", "")  # the program's own grey
    assert "[U+001B]" in text
    assert not {"\x1b", "\x07", "\u202e"} & set(text)
