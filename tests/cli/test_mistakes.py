"""A mistake is one line on standard error, *where: what; what to do*, and an exit status."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli.app import run
from briefing.readers import FORMATS

pytestmark = pytest.mark.usefixtures("here")

WRITTEN = "'html', 'pdf', 'md', 'docx', 'json'"
LABELS = "TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED"


@pytest.fixture(autouse=True)
def story(here: Path) -> None:
    """A folder with a story in it, and files that are none."""
    (here / "a.txt").write_text("The mayor of Aru said 40 people left on Monday.\n", encoding="utf-8")
    (here / "empty.txt").write_bytes(b"")
    (here / "blank.md").write_bytes(b"---\ntitle: Aru\n---\n\n")
    (here / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (here / "folder").mkdir()
    (here / "file").write_bytes(b"")


def mistake(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    """Runs a command that must fail: its exit status and its line."""
    status = run(list(arguments))
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    return status, printed.err.rstrip("\n")


@pytest.mark.parametrize("command", ["build", "extract", "figures"])
@pytest.mark.parametrize(
    ("sources", "line"),
    [
        ([], "SOURCES: none given; name files or folders, or - for standard input"),
        (["gone.txt"], "gone.txt: does not exist; check the name"),
        (["a.txt", "empty.txt"], "empty.txt: is empty; give a file that holds text"),
        (["blank.md"], "blank.md: holds no words beside its front matter; give a file that holds text"),
        (["picture.txt"], "picture.txt: is not text; save it as plain text in UTF-8"),
        (["folder"], f"folder: holds no source that can be read; put files of {', '.join(FORMATS)} in it"),
    ],
)
def test_sources(capsys: pytest.CaptureFixture[str], command: str, sources: list[str], line: str) -> None:
    assert mistake(capsys, command, *sources) == (2, line)


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (["--as-of", "4/5/2017"], "--as-of: '4/5/2017' is not a date; write it YYYY-MM-DD"),
        (["--as-of", "2023-02-29"], "--as-of: '2023-02-29' is not a date; write it YYYY-MM-DD"),
        (["--tlp", "white"], f"--tlp: 'white' is no TLP 2.0 label; use one of {LABELS}"),
        (["--format", "odt"], f"--format: 'odt' is not one of {WRITTEN}; see briefing build --help"),
        (["--annex", "half"], "--annex: 'half' is not one of 'none', 'excerpts', 'full'; see briefing build --help"),
        (["--colour"], "--colour: No such option '--colour'; see briefing build --help"),
        (["--title", " "], "--title: is empty; write a title, or leave it out for one from the sources"),
        (["--title"], "--title: Option '--title' requires an argument; see briefing --help"),
        (["-o", "file"], "file: cannot be written (File exists); choose another place with -o"),
        (["-o", "file/out"], "file/out: cannot be written (Not a directory); choose another place with -o"),
    ],
)
def test_options(capsys: pytest.CaptureFixture[str], options: list[str], line: str) -> None:
    assert mistake(capsys, "build", "a.txt", *options) == (2, line)


@pytest.mark.parametrize("command", ["extract", "figures"])
def test_a_file_in_a_folder_that_does_not_exist(here: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    line = "--output: the folder 'gone/deep' does not exist; make it or choose another place"
    assert mistake(capsys, command, "a.txt", "-o", "gone/deep/c.json") == (2, line)
    assert not (here / "gone").exists()


def test_a_label_that_is_nearly_right(capsys: pytest.CaptureFixture[str]) -> None:
    line = f"--tlp: 'tlp:gren' is no TLP 2.0 label; did you mean 'TLP:GREEN'? use one of {LABELS}"
    assert mistake(capsys, "build", "a.txt", "--tlp", "tlp:gren") == (2, line)


def test_an_unknown_audience(capsys: pytest.CaptureFixture[str]) -> None:
    status, line = mistake(capsys, "build", "a.txt", "-a", "humanitarain")
    assert status == 2
    assert line.startswith("--audience: no audience 'humanitarain'; did you mean 'humanitarian'? the audiences are ")


def test_an_audience_that_is_like_none_and_one_for_others_to_build_on(capsys: pytest.CaptureFixture[str]) -> None:
    line = "--audience: no audience 'zzz'; the audiences are humanitarian, policy, press, public"
    assert mistake(capsys, "build", "a.txt", "-a", "zzz") == (2, line)
    line = "--audience: 'base' is there for others to build on; the audiences are humanitarian, policy, press, public"
    assert mistake(capsys, "build", "a.txt", "-a", "base") == (2, line)


@pytest.mark.parametrize("words", [[], ["rules"], ["audiences"]])
def test_help_where_no_command_is_named(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    assert run(words) == 0
    bare = capsys.readouterr()
    assert run([*words, "--help"]) == 0
    assert bare == capsys.readouterr()
    assert "\nCommands:\n" in bare.out


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["verify"], "FILE: is missing; see briefing verify --help"),
        (["parity"], "OUT: is missing; see briefing parity --help"),
        (["fetch", "-o", "folder"], "ADDRESSES: is missing; see briefing fetch --help"),
        (["fetch", "a.txt"], "--output: is missing; see briefing fetch --help"),
        (["decide"], "ACT: is missing; see briefing decide --help"),
        (["audiences", "new"], "NAME: is missing; see briefing audiences new --help"),
        (["biuld"], "briefing: No such command 'biuld'; did you mean 'build'? see briefing --help"),
        (["rules", "lits"], "briefing rules: No such command 'lits'; did you mean 'list'? see briefing rules --help"),
        (
            ["build", "--titel", "A"],
            "--titel: No such option '--titel'; did you mean '--title'? see briefing build --help",
        ),
    ],
)
def test_what_is_asked_is_not_whole(capsys: pytest.CaptureFixture[str], words: list[str], line: str) -> None:
    assert mistake(capsys, *words) == (2, line)


@pytest.mark.parametrize("words", [["build"], ["extract"], ["figures"], ["check"], ["decisions"], ["verify"]])
def test_decisions_that_are_named_and_not_there(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    line = "--decisions: there is no file 'gone.toml'; check the name"
    assert mistake(capsys, *words, "a.txt", "--decisions", "gone.toml") == (2, line)


def test_decisions_that_a_variable_names_and_that_are_not_there(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_DECISIONS", "gone.toml")
    assert mistake(capsys, "extract", "a.txt") == (
        2,
        "BRIEFING_DECISIONS: there is no file 'gone.toml'; check the name",
    )


def test_the_first_decision_makes_the_file_that_is_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["decide", "title", "--text", "Aru", "--decisions", "new.toml"]) == 0
    capsys.readouterr()
    assert (here / "new.toml").is_file()


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["build", "a.txt", "--brand", "gone.toml"], "gone.toml: does not exist; check the name"),
        (["build", "a.txt", "--brand", "folder"], "folder: cannot be read (Is a directory); check what it is"),
    ],
)
def test_a_file_of_settings_that_cannot_be_read(
    capsys: pytest.CaptureFixture[str], words: list[str], line: str
) -> None:
    assert mistake(capsys, *words) == (2, line)


def test_a_parent_that_is_no_audience(capsys: pytest.CaptureFixture[str]) -> None:
    status, line = mistake(capsys, "audiences", "new", "desk", "--from", "pres")
    assert status == 2
    assert line.startswith("--from: no audience 'pres'; did you mean 'press'? the audiences are ")


@pytest.mark.parametrize("line", ["", "'"])
def test_an_unknown_command(capsys: pytest.CaptureFixture[str], line: str) -> None:
    status, said = mistake(capsys, f"bulid{line}")
    assert status == 2
    assert said.startswith(f"briefing: No such command {f'bulid{line}'!r}")
    assert said.endswith("see briefing --help")


def test_a_wrong_setting_names_the_file(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "briefing.toml").write_text('tlp = "white"\n', encoding="utf-8")
    line = f"briefing.toml: tlp: 'white' is no TLP 2.0 label; use one of {LABELS}"
    assert mistake(capsys, "build", "a.txt") == (2, line)


def test_a_wrong_variable_is_named(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BRIEFING_AS_OF", "Friday")
    line = "BRIEFING_AS_OF: 'Friday' is not a date; write it YYYY-MM-DD"
    assert mistake(capsys, "build", "a.txt") == (2, line)


def test_an_unknown_setting_stops_every_command(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "briefing.toml").write_text('audeince = "press"\n', encoding="utf-8")
    status, line = mistake(capsys, "extract", "a.txt")
    assert status == 2
    assert line.startswith("briefing.toml: audeince: no such key; did you mean 'audience'? use one of ")


@pytest.mark.parametrize("settings", ["title =", 'audeince = "press"\n'])
@pytest.mark.parametrize("command", ["build", "extract", "figures", "doctor"])
def test_wrong_settings_stop_a_command_and_not_its_help(
    here: Path, capsys: pytest.CaptureFixture[str], settings: str, command: str
) -> None:
    (here / "briefing.toml").write_text(settings, encoding="utf-8")
    assert run([command, "--help"]) == 0
    assert capsys.readouterr().out.startswith(f"Usage: briefing {command} ")
    status, line = mistake(capsys, command)
    assert status == 2
    assert line.startswith("briefing.toml: ")


def test_nothing_is_left_behind_by_a_mistake(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = sorted(here.rglob("*"))
    mistake(capsys, "build", "a.txt", "-a", "nobody")
    mistake(capsys, "build", "gone.txt")
    mistake(capsys, "extract", "gone.txt", "-o", "claims.json")
    assert sorted(here.rglob("*")) == before
