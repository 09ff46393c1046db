"""A file is written whole or not at all."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.errors import UsageError
from briefing.workspace import held, output_folder, write_all, write_whole


def test_a_file_is_written_with_the_folders_it_lies_in(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b" / "c.txt", b"x")
    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == b"x"
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["c.txt"]


@pytest.mark.parametrize("how", ["replace", "chmod"])
def test_a_failed_write_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "c.txt"
    path.write_bytes(b"before")
    monkeypatch.setattr(Path, how, fail)
    with pytest.raises(UsageError) as caught:
        write_whole(path, b"after")
    assert str(caught.value) == f"{path}: cannot be written (No space left on device); choose another place with -o"
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("c.txt", b"before")]


def test_a_file_is_as_readable_as_any_other(tmp_path: Path) -> None:
    (tmp_path / "plain").write_bytes(b"")
    write_whole(tmp_path / "whole", b"")
    assert (tmp_path / "whole").stat().st_mode == (tmp_path / "plain").stat().st_mode


@pytest.mark.parametrize("place", ["file", "file/below"])
def test_a_folder_that_cannot_be_is_a_mistake_of_one_line(tmp_path: Path, place: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UsageError, match=rf"^{tmp_path / place}: cannot be written \((File exists|Not a directory)\)"):
        output_folder(tmp_path / place)
    with pytest.raises(UsageError, match="cannot be written"):
        write_whole(tmp_path / "file" / "x.txt", b"")


def test_an_output_folder_is_made_and_stays_empty(tmp_path: Path) -> None:
    assert output_folder(tmp_path / "out") == tmp_path / "out"
    assert list((tmp_path / "out").iterdir()) == []


def test_a_full_disk_leaves_all_files_as_they_were(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"before")
    (tmp_path / "b").write_bytes(b"before")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))  # the system refuses what goes beyond
    try:
        with pytest.raises(UsageError) as caught:
            write_all({tmp_path / "a": b"after", tmp_path / "b": b"x" * 5000})
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)
    assert str(caught.value) == f"{tmp_path / 'b'}: cannot be written (File too large); choose another place with -o"
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {"a": b"before", "b": b"before"}


def test_a_really_full_disk() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with pytest.raises(UsageError, match=r"^/dev/full: cannot be written \(No space left on device\); choose"):
        write_whole(Path("/dev/full"), b"x")
    assert not Path("/dev/full").is_file()


def test_a_pipe_is_written_to_and_a_link_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    read = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    write_whole(tmp_path / "pipe", b"through")
    assert os.read(read, 100) == b"through"
    os.close(read)
    (tmp_path / "mine").write_bytes(b"mine")
    (tmp_path / "link").symlink_to("mine")
    write_whole(tmp_path / "link", b"new")
    assert ((tmp_path / "mine").read_bytes(), (tmp_path / "link").read_bytes()) == (b"mine", b"new")


def test_a_folder_is_held_by_one_run_at_a_time(tmp_path: Path) -> None:
    with held(tmp_path / "out") as folder:
        assert list(folder.iterdir()) == []
        with pytest.raises(UsageError) as caught, held(folder):
            pass
        assert str(caught.value) == (
            f"{folder}: another run is writing into it; wait until it ends, or choose another place with -o"
        )
        with held(tmp_path / "other"):
            pass
    with held(folder):
        pass


KILLED = """
import os, sys
from pathlib import Path
from briefing.workspace import held, write_all
class Killed(dict):
    def items(self):
        yield from super().items()
        os.kill(os.getpid(), 9)
with held(Path(sys.argv[1])) as folder:
    write_all(Killed({folder / "a": b"after", folder / "deep" / "b": b"after"}))
"""


def test_a_killed_run_leaves_the_old_files_and_no_lock_and_its_parts_are_taken_away(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"before")
    (tmp_path / ".mine.part").write_bytes(b"")
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False, capture_output=True)
    assert done.returncode == -9
    left = [path for path in tmp_path.rglob("*") if path.name.startswith(".briefing-")]
    assert len(left) == 2
    assert (tmp_path / "a").read_bytes() == b"before"
    with held(tmp_path):
        assert sorted(path.name for path in tmp_path.rglob("*")) == [".mine.part", "a", "deep"]
