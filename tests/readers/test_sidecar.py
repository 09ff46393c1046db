"""sources.toml says what an analyst knows of the files beside it."""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path

import pytest

from briefing.errors import SourceError
from briefing.readers import gather
from briefing.readers.sidecar import sidecar


def write(folder: Path, text: str, *files: str) -> Path:
    (folder / "sources.toml").write_text(text, encoding="utf-8")
    for name in files:
        (folder / name).write_text("Water rose.", encoding="utf-8")
    return folder


def test_without_a_file_nothing_is_stated(tmp_path: Path) -> None:
    assert (sidecar(tmp_path).of("a.txt"), sidecar(tmp_path).notices) == ({}, ())


def test_each_source_is_known_by_its_file(tmp_path: Path) -> None:
    found = sidecar(write(tmp_path, '[[source]]\nfile = "a.txt"\ntitle = "Floods"\n', "a.txt"))
    assert (found.of("a.txt"), found.of("b.txt"), found.notices) == ({"title": "Floods"}, {}, ())


def test_names_are_known_however_their_accents_are_stored(tmp_path: Path) -> None:
    stored = unicodedata.normalize("NFD", "é.txt")
    found = sidecar(write(tmp_path, f'[[source]]\nfile = "{stored}"\ntitle = "T"\n', stored))
    assert found.of("é.txt") == {"title": "T"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[source]]\nfile = "gone.txt"\n', "There is no file 'gone.txt'."),
        ('[[source]]\ntitle = "T"\n', "Source 1 names no file and is not used."),
        (
            '[[source]]\nfile = "sub/a.txt"\n',
            "'sub/a.txt' is not used: a sources.toml speaks of files in its own folder.",
        ),
        (
            '[[source]]\nfile = "a.txt"\n[[source]]\nfile = "a.txt"\n',
            "'a.txt' is described twice; the first description is used.",
        ),
        ('note = "x"\n', "'note' is not used: every source begins with [[source]]."),
    ],
)
def test_entries_that_cannot_be_used_are_notices(tmp_path: Path, text: str, message: str) -> None:
    (notice,) = sidecar(write(tmp_path, text, "a.txt")).notices
    assert (notice.message, notice.path, notice.limits) == (message, "sources.toml", False)


def test_a_file_that_is_no_toml_is_a_mistake_of_one_line(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        sidecar(write(tmp_path, "[[source]\n"))
    assert caught.value.where == str(tmp_path / "sources.toml")
    assert caught.value.what.startswith("cannot be read as TOML (Expected ']]'")


@pytest.mark.parametrize("text", ["source = 3\n", '[source]\nfile = "a.txt"\n'])
def test_a_file_without_a_list_of_sources_is_a_mistake_of_one_line(tmp_path: Path, text: str) -> None:
    with pytest.raises(SourceError) as caught:
        sidecar(write(tmp_path, text))
    line = "'source' is no list of tables; begin each source with [[source]]"
    assert str(caught.value) == f"{tmp_path / 'sources.toml'}: {line}"


def test_a_file_that_was_changed_since_it_was_fetched_is_told(here: Path) -> None:
    (here / "a.txt").write_bytes(b"Water rose.")
    digest = hashlib.sha256(b"Water rose.").hexdigest()
    (here / "sources.toml").write_text(f'[[source]]\nfile = "a.txt"\nsha256 = "{digest}"\nretrieved = 2024-05-03\n')
    (source,), notices = gather(["a.txt"])
    assert source.files[0].retrieved == "2024-05-03"
    assert not {"changed-file", "unknown-field"} & {notice.code for notice in notices}
    (here / "a.txt").write_bytes(b"Water fell.")
    (changed,) = (notice for notice in gather(["a.txt"])[1] if notice.code == "changed-file")
    assert changed.message == "It has been changed since its sha256 was written into sources.toml."
