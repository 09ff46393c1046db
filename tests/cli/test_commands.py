"""The command line: where options come from, what is printed where, and what it ends with."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from briefing import __version__
from briefing.cli.app import COMMANDS, run
from briefing.errors import MissingError, VerificationError
from briefing.model.request import Request

STORY = "Aru floods\n\nThe mayor of Aru, Ada Obi, said on Monday that 40 people had left their homes.\n"


@dataclass
class Asked:
    """What the chain was asked for, in place of running it."""

    calls: list[tuple[list[str], list[str], list[str], Path, Request]] = field(default_factory=list)

    def build(
        self,
        paths: Sequence[str],
        audiences: Sequence[str],
        formats: Sequence[str],
        output: Path,
        request: Request,
        *_: object,
    ) -> None:
        """Stands for pipeline.build."""
        self.calls.append((list(paths), list(audiences), list(formats), output, request))
        raise VerificationError("statement s-1", "its words are not the source's", "correct it")


@pytest.fixture
def asked(here: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:  # noqa: ARG001
    """A chain that notes what it is asked for, and refuses."""
    asked = Asked()
    monkeypatch.setattr("briefing.pipeline.build", asked.build)
    return asked


def test_built_in_defaults(asked: Asked) -> None:
    run(["build", "a.txt"])
    assert asked.calls == [(["a.txt"], ["humanitarian"], ["html", "pdf"], Path("out"), Request())]


def test_the_file_gives_defaults(asked: Asked, here: Path) -> None:
    (here / "briefing.toml").write_text(
        'sources = ["b.txt"]\noutput = "made"\naudience = ["press"]\nformat = "json"\ntitle = "T"\n'
        'as-of = 2024-05-03\ntlp = "green"\nannex = "none"\npage-size = "letter"\n',
        encoding="utf-8",
    )
    run(["build"])
    request = Request("T", "2024-05-03", "TLP:GREEN", "none", page="Letter")
    assert asked.calls == [(["b.txt"], ["press"], ["json"], Path("made"), request)]


def test_the_environment_comes_before_the_file_and_options_before_both(
    asked: Asked, here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "briefing.toml").write_text('title = "file"\ntlp = "green"\nannex = "none"\n', encoding="utf-8")
    for name, value in {
        "SOURCES": f"a.txt{os.pathsep}b.txt",
        "TLP": "amber",
        "ANNEX": "full",
        "AUDIENCE": "press humanitarian",
        "FORMAT": "html",
        "OUTPUT": "made",
        "AS_OF": "2024-05-03",
    }.items():
        monkeypatch.setenv(f"BRIEFING_{name}", value)
    run(["build", "--annex", "excerpts"])
    request = Request("file", "2024-05-03", "TLP:AMBER", "excerpts")
    assert asked.calls == [(["a.txt", "b.txt"], ["press", "humanitarian"], ["html"], Path("made"), request)]


@pytest.mark.usefixtures("asked")
def test_a_refusal_ends_with_4_and_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["build", "a.txt"]) == 4
    assert capsys.readouterr() == ("", "statement s-1: its words are not the source's; correct it\n")


def test_what_the_machine_lacks_ends_with_3(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def lack(*_: object) -> None:
        raise MissingError("PDF", "Pango cannot be loaded", "run: apt-get install -y libpango-1.0-0")

    (here / "a.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.setattr("briefing.writers.pdf.engine", lack)
    assert run(["build", "a.txt", "-f", "pdf"]) == 3
    line = "PDF: Pango cannot be loaded; run: apt-get install -y libpango-1.0-0\n"
    assert capsys.readouterr() == ("", line)
    assert list((here / "out").iterdir()) == []


def test_an_interrupt_ends_with_130(asked: Asked, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(asked, "build", interrupt)
    monkeypatch.setattr("briefing.pipeline.build", interrupt)
    assert run(["build", "a.txt"]) == 130


def test_a_build_prints_paths_on_standard_output_and_the_rest_on_standard_error(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "a.txt").write_text(STORY, encoding="utf-8")
    assert run(["build", "a.txt", "-f", "html", "-f", "json", "--title", "Floods in Aru"]) == 0
    printed = capsys.readouterr()
    paths = [Path(line) for line in printed.out.splitlines()]
    names = ["floods-in-aru-humanitarian.html", "floods-in-aru-humanitarian.json", "claims.json"]
    assert [path.name for path in paths[:3]] == names
    assert [path.parent for path in paths[3:]] == [Path("out/sources")]
    assert all(path.is_file() for path in paths)
    assert paths[3].read_text(encoding="utf-8") == STORY
    lines = printed.err.splitlines()
    assert lines[0] == "title for humanitarian: Floods in Aru (the analyst's; --title changes it)"
    assert "  No publication date is stated. (a.txt)" in lines
    assert "\x1b" not in printed.err
    assert "…" not in printed.err


def test_a_title_the_program_chose_is_placed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(STORY, encoding="utf-8")
    assert run(["build", "a.txt", "-f", "json", "--json"]) == 0
    summary = json.loads(capsys.readouterr().out)
    (made,) = summary["briefings"]
    assert (made["audience"], made["title"], made["title_from"]) == ("humanitarian", "Aru floods", "a.txt, paragraph 1")
    assert all(Path(path).is_file() for path in (*made["files"], *summary["evidence"]))
    assert {notice["code"] for notice in summary["notices"]} >= {"undated-source", "no-publisher"}


def test_a_build_makes_the_folders_it_writes_to(here: Path) -> None:
    (here / "a.txt").write_text(STORY, encoding="utf-8")
    assert run(["build", "a.txt", "-f", "json", "-o", "new/deep"]) == 0
    assert (here / "new" / "deep" / "claims.json").is_file()


def test_a_day_before_the_sources_is_told_and_printed(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.md").write_text(f"---\npublished: 2024-05-03\n---\n{STORY}", encoding="utf-8")
    assert run(["build", "a.md", "-f", "html", "--as-of", "2023-05-03"]) == 0
    printed = capsys.readouterr()
    line = "  The day asked for, 2023-05-03, is before the first publication of a source, 2024-05-03."
    assert line in printed.err.splitlines()
    page = Path(printed.out.splitlines()[0]).read_text(encoding="utf-8")
    assert "The day this briefing speaks of is before the publication of every source" in page


def test_extract_prints_claims_or_writes_them(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(STORY, encoding="utf-8")
    assert run(["extract", "a.txt"]) == 0
    printed = capsys.readouterr()
    claims = json.loads(printed.out)
    assert claims["schema"] == "briefing/claims/1"
    assert any("40 people" in claim["exact"] for claim in claims["claims"])
    assert "No title is stated. (a.txt)" in printed.err
    (here / "made").mkdir()
    assert run(["extract", "a.txt", "-o", "made/claims.json"]) == 0
    assert capsys.readouterr().out == "made/claims.json\n"
    assert (here / "made" / "claims.json").read_text(encoding="utf-8") == printed.out


def test_figures_prints_a_row_each_or_writes_them(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(STORY, encoding="utf-8")
    assert run(["figures", "a.txt"]) == 0
    printed = capsys.readouterr()
    head, row = printed.out.splitlines()
    assert head.startswith("source  title  locator  numeral")
    assert row.split()[:5] == ["1", "a.txt", "2", "40", "40"]
    assert "No title is stated. (a.txt)" in printed.err
    (here / "made").mkdir()
    assert run(["figures", "a.txt", "--format", "csv", "-o", "made/figures.csv"]) == 0
    assert capsys.readouterr().out == "made/figures.csv\n"
    assert (here / "made" / "figures.csv").read_bytes().count(b"\r\n") == 2


def test_figures_takes_its_defaults_from_its_own_table(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "a.txt").write_text(STORY, encoding="utf-8")
    settings = 'sources = "a.txt"\nformat = "html"\n[figures]\nformat = "json"\n'
    (here / "briefing.toml").write_text(settings, encoding="utf-8")
    assert run(["figures"]) == 0
    assert [row["value"] for row in json.loads(capsys.readouterr().out)] == [40]


def test_standard_input(here: Path) -> None:
    command = [sys.executable, "-c", "from briefing.cli import main; main()", "extract", "-"]
    done = subprocess.run(command, cwd=here, input=STORY.encode(), capture_output=True, check=True)
    assert json.loads(done.stdout)["sources"][0]["files"][0]["path"] == "-"


@pytest.mark.parametrize(("variables", "grey"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_progress_is_for_terminals_and_colour_for_those_who_want_it(
    here: Path, variables: dict[str, str], grey: bool
) -> None:
    (here / "a.txt").write_text(STORY, encoding="utf-8")
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"} | variables
    terminal, inside = pty.openpty()
    command = [sys.executable, "-c", "from briefing.cli import main; main()", "extract", "a.txt"]
    subprocess.run(command, cwd=here, env=environment, stdout=subprocess.DEVNULL, stderr=inside, check=True)
    printed = os.read(terminal, 10_000).decode()
    os.close(inside)
    os.close(terminal)
    assert "… reading" in printed
    assert ("\x1b[" in printed) == grey


def test_one_bad_file_in_a_folder_is_told_and_the_rest_goes_on(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "in").mkdir()
    (here / "in" / "a.txt").write_text(STORY, encoding="utf-8")
    (here / "in" / "b.txt").write_bytes(b"\0")
    assert run(["extract", "in"]) == 0
    printed = capsys.readouterr()
    assert "  Not read: it is not text; save it as plain text in UTF-8. (b.txt)" in printed.err.splitlines()
    assert [notice["path"] for notice in json.loads(printed.out)["notices"] if notice["code"] == "unreadable-file"] == [
        "b.txt"
    ]


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"briefing, version {__version__}\n"


@pytest.mark.parametrize("command", [None, *COMMANDS])
def test_every_help_has_an_example_and_the_exit_statuses(
    command: str | None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*([command] if command else []), "--help"]) == 0
    text = capsys.readouterr().out
    assert "Example" in text
    assert f"    briefing {command or 'build'}" in text
    assert "Exit status: 0 done, 1 a check found something" in text


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_shell_completion(shell: str) -> None:
    environment = {**os.environ, "_BRIEFING_COMPLETE": f"{shell}_source"}
    command = [sys.executable, "-c", "from briefing.cli import main; main()"]
    done = subprocess.run(command, env=environment, capture_output=True, check=True, text=True)
    assert "briefing" in done.stdout


def test_doctor_says_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    status = run(["doctor"])
    lines = capsys.readouterr().out.splitlines()
    assert status == int(any(line.startswith("lacking") for line in lines))
    assert [line.split(": ")[1] for line in lines] == ["python", "pdf", "audiences", "languages"]


@pytest.mark.usefixtures("here")
def test_doctor_says_what_is_lacking(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    def lack() -> None:
        raise MissingError("PDF", "Pango cannot be loaded", "run: brew install pango")

    monkeypatch.setattr("briefing.writers.pdf.engine", lack)
    assert run(["doctor", "--json"]) == 1
    found = {check["name"]: (check["good"], check["says"]) for check in json.loads(capsys.readouterr().out)}
    assert found["pdf"] == (False, "Pango cannot be loaded; run: brew install pango")
