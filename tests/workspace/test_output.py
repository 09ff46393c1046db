"""A file is written whole or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import UsageError
from briefing.workspace import output_folder, write_whole


def test_a_file_is_written_with_the_folders_it_lies_in(tmp_path: Path) -> None:
    write_whole(tmp_path / "a" / "b" / "c.txt", b"x")
    assert (tmp_path / "a" / "b" / "c.txt").read_bytes() == b"x"
    assert [path.name for path in (tmp_path / "a" / "b").iterdir()] == ["c.txt"]


def test_a_failed_write_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    path = tmp_path / "c.txt"
    path.write_bytes(b"before")
    monkeypatch.setattr(Path, "replace", fail)
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
