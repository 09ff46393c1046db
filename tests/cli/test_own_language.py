"""A language of an organisation's own: one catalogue beside briefing.toml, and what is wrong in it."""

from __future__ import annotations

import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

ENGLISH = (resources.files("briefing.language") / "catalogues" / "en.po").read_text("utf-8")
SPANISH = ENGLISH.replace("Language: en", "Language: es").replace('msgstr "Key figures"', 'msgstr "Cifras clave"')
STORY = "Aru floods\n\nThe mayor of Aru, Ada Obi, said on Monday that 40 people had left their homes.\n"


def briefing(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A run in a process of its own, since a catalogue is read once a process."""
    command = [sys.executable, "-c", "from briefing.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with a story and a folder for catalogues."""
    (tmp_path / "briefing.toml").write_bytes(b"")
    (tmp_path / "a.txt").write_text(STORY, "utf-8")
    (tmp_path / "catalogues").mkdir()
    return tmp_path


def test_one_file_is_one_more_language(folder: Path) -> None:
    (folder / "catalogues" / "es.po").write_text(SPANISH, "utf-8")
    done = briefing(folder, "build", "a.txt", "-f", "html", "--lang", "es")
    assert done.returncode == 0, done.stderr
    page = (folder / done.stdout.splitlines()[0]).read_text("utf-8")
    assert '<html lang="es"' in page
    assert "Cifras clave" in page
    assert "es 37" in briefing(folder, "doctor").stdout


def test_what_it_lacks_is_printed_in_english_and_doctor_says_so(folder: Path) -> None:
    head, entry = SPANISH.split("\n\n", 1)[0], 'msgid "section-key-figures"\nmsgstr "Cifras clave"\n'
    (folder / "catalogues" / "es.po").write_text(f"{head}\n\n{entry}", "utf-8")
    done = briefing(folder, "build", "a.txt", "-f", "html", "--lang", "es")
    page = (folder / done.stdout.splitlines()[0]).read_text("utf-8")
    assert "Cifras clave" in page
    assert "Bottom line" in page
    told = briefing(folder, "doctor")
    assert told.returncode == 1
    assert "es lacks section-bottom-line, " in told.stdout


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (
            SPANISH.replace('msgstr "{sources} left out as unreadable."', 'msgstr "{source} fuera."'),
            "limit-unreadable-file: ",
        ),
        (
            SPANISH.replace('msgid "section-sources"', 'msgid "section-nowhere"'),
            "section-nowhere: there is no such label",
        ),
        ('msgid "a\n', "es.po: cannot be read as a catalogue ("),
        ("\0\0", "es.po: cannot be read as a catalogue ("),
    ],
)
def test_what_is_wrong_is_named(folder: Path, text: str, says: str) -> None:
    (folder / "catalogues" / "es.po").write_text(text, "utf-8")
    told = briefing(folder, "doctor")
    assert told.returncode == 1
    assert says in told.stdout
    assert "Traceback" not in told.stderr


def test_a_file_that_is_no_catalogue_stops_a_build_in_one_line(folder: Path) -> None:
    (folder / "catalogues" / "es.po").write_text('msgid "a\n', "utf-8")
    done = briefing(folder, "build", "a.txt", "-f", "html", "--lang", "es")
    assert done.returncode == 2
    assert done.stderr.startswith("catalogues/es.po: cannot be read as a catalogue (")
    assert done.stderr.count("\n") == 1
    (folder / "catalogues" / "es.po").rename(folder / "catalogues" / "zz-nothing.po")
    assert briefing(folder, "build", "a.txt", "-f", "html").returncode == 0


def test_a_language_that_nobody_knows_is_one_line(folder: Path) -> None:
    (folder / "catalogues" / "qqq.po").write_text(SPANISH.replace("Language: es", "Language: qqq"), "utf-8")
    done = briefing(folder, "build", "a.txt", "-f", "html", "--lang", "qqq")
    assert done.returncode == 2
    assert done.stderr.startswith("catalogues/qqq.po: cannot be read as a catalogue (unknown locale 'qqq')")


def test_a_language_is_made_and_filled_in(folder: Path) -> None:
    done = briefing(folder, "languages", "new", "pl", "--json")
    assert done.stdout == '{"files": ["catalogues/pl.po"]}\n', done.stderr
    path = folder / "catalogues" / "pl.po"
    text = path.read_text("utf-8")
    assert '#. Key figures\nmsgid "section-key-figures"\nmsgstr ""\n' in text
    assert 'msgstr[2] ""' in text
    assert 'msgstr[3] ""' not in text
    told = briefing(folder, "languages", "list")
    assert (told.returncode, told.stderr) == (0, "")
    assert "pl  0 labels, lacks " in told.stdout
    path.write_text(
        text.replace('msgid "section-key-figures"\nmsgstr ""', 'msgid "section-key-figures"\nmsgstr "Liczby"')
    )
    assert "pl  1 labels, lacks " in briefing(folder, "languages", "list").stdout
    built = briefing(folder, "build", "a.txt", "-f", "html", "--lang", "pl")
    assert built.returncode == 0, built.stderr
    assert "Liczby" in (folder / built.stdout.splitlines()[0]).read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "line"),
    [
        ("fr", "fr: is there already; briefing languages list tells how far it is"),
        ("klingon", "klingon: is no language that is known; write its tag, such as es or pt-BR"),
        ("../es", "../es: is no language that is known; write its tag, such as es or pt-BR"),
    ],
)
def test_what_is_no_new_language(folder: Path, name: str, line: str) -> None:
    done = briefing(folder, "languages", "new", name)
    assert (done.returncode, done.stderr) == (2, f"{line}\n")
    assert list((folder / "catalogues").iterdir()) == []


def test_what_is_wrong_is_listed(folder: Path) -> None:
    wrong = SPANISH.replace('msgstr "{sources} left out as unreadable."', 'msgstr "{source} fuera."')
    (folder / "catalogues" / "es.po").write_text(wrong, "utf-8")
    told = briefing(folder, "languages", "list")
    assert told.returncode == 1
    assert "  limit-unreadable-file: '{source} fuera.' has not the gaps sources" in told.stdout
