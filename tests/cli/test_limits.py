"""--max-size and --max-text: on every command that reads sources, in briefing.toml and the environment."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli.app import run

COMMANDS = ("build", "extract", "figures", "check", "decisions")
LINE = "a.txt: is larger than the 0.0001 MB that are read; split it, or raise --max-size"


@pytest.fixture(autouse=True)
def story(here: Path) -> None:
    """A story of 200 characters."""
    (here / "a.txt").write_text("Water rose in Orrin." * 10, "utf-8")


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """The line of a command that must fail."""
    assert run(list(arguments)) == 2
    return capsys.readouterr().err.strip()


@pytest.mark.parametrize("command", COMMANDS)
def test_as_an_option(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert said(capsys, command, "a.txt", "--max-size", "0.0001") == LINE
    line = "a.txt: holds 200 characters, more than the 150 that are read; split it, or raise --max-text"
    assert said(capsys, command, "a.txt", "--max-text", "150") == line


def test_for_a_decision(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "decide", "reject", "c-1", "-s", "a.txt", "--max-size", "0.0001") == LINE


@pytest.mark.parametrize("command", COMMANDS)
def test_in_the_settings_and_the_environment(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    if command in ("build", "extract", "figures"):
        (here / "briefing.toml").write_text("max-size = 0.0001\n", "utf-8")
        assert said(capsys, command, "a.txt") == LINE
        (here / "briefing.toml").write_text("max-text = 1e999\n", "utf-8")
        assert said(capsys, command, "a.txt").startswith("briefing.toml: max-text: inf is not a number of characters")
        (here / "briefing.toml").unlink()
    monkeypatch.setenv("BRIEFING_MAX_SIZE", "0.0001")
    assert said(capsys, command, "a.txt") == LINE


@pytest.mark.parametrize("value", ["0", "-1", "nan", "inf", "much"])
def test_what_is_no_limit(capsys: pytest.CaptureFixture[str], value: str) -> None:
    assert said(capsys, "extract", "a.txt", "--max-size", value).startswith("--max-size: ")


@pytest.mark.parametrize("command", [*COMMANDS, "decide"])
def test_help_names_them_with_their_defaults(capsys: pytest.CaptureFixture[str], command: str) -> None:
    assert run([command, "--help"]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert "--max-size FLOAT RANGE Largest file that is read, in megabytes. [default: 50.0; x>0]" in told
    assert (
        "--max-text INTEGER RANGE Longest text of a source that is read, in characters. [default: 2000000; x>=1]"
        in told
    )
