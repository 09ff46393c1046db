"""briefing rules: listing, explaining and checking them, with an organisation's own beside its settings."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.cli.app import run
from briefing.cli.linting import fires
from briefing.composing.rulebook import Rule, rules

OFF = '[[rule]]\nid = "TRUCE"\noff = true\n'
WRONG = '[wash]\nsure = ["rain & shine"]\n'


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_every_rule_fires_on_its_example_and_not_on_its_near_miss(rule: Rule) -> None:
    assert fires(rule, rule.fires)
    assert not fires(rule, rule.near_miss)
    assert rule.near_miss


def test_list_names_every_rule(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["rules", "list"]) == 0
    lines = capfdbinary.readouterr().out.decode().splitlines()
    assert [line.split()[0] for line in lines] == [rule.id for rule in rules()]


def test_explain_says_all_there_is(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    assert run(["rules", "explain", "expel", "--json"]) == 0
    told = json.loads(capfdbinary.readouterr().out)
    assert told["id"] == "EXPEL"
    assert told["fires"].startswith("The minister said all foreigners must leave")
    assert [each["verified"] for each in told["instruments"]] == [False, False, False]
    assert run(["rules", "explain", "EXPEL"]) == 0
    text = capfdbinary.readouterr().out.decode()
    assert "not verified, never printed" in text
    assert "Binds parties to the convention; several states are not." in text


def test_an_unknown_rule_is_a_mistake_told_with_the_nearest(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "explain", "FLOD"]) == 2
    assert "did you mean 'FLOOD'?" in capfd.readouterr().err


def test_what_ships_has_no_flaw(capfd: pytest.CaptureFixture[str]) -> None:
    assert run(["rules", "lint"]) == 0
    assert capfd.readouterr().out.strip() == ""


def briefing(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    """A run in a process of its own, since knowledge is read once a process."""
    command = [sys.executable, "-c", "from briefing.cli import main; main()", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def own(folder: Path, name: str, text: str, settings: str = "") -> None:
    """A file of an organisation's own beside its settings."""
    (folder / "briefing.toml").write_text(settings)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text(text)


def digest(folder: Path) -> str:
    """The hash of all knowledge, as a run in ``folder`` sees it."""
    command = [sys.executable, "-c", "from briefing.language.knowledge import digest; print(digest())"]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout


def test_a_rule_is_switched_off_and_the_hash_tells(tmp_path: Path) -> None:
    before = digest(tmp_path)
    own(tmp_path, "rules/considerations.toml", OFF)
    listed = briefing(tmp_path, "rules", "list").stdout
    assert "TRUCE" not in listed
    assert "EXPEL" in listed
    assert digest(tmp_path) != before


def test_without_settings_beside_them_folders_are_nobodys(tmp_path: Path) -> None:
    own(tmp_path, "rules/considerations.toml", OFF)
    (tmp_path / "briefing.toml").unlink()
    assert "TRUCE" in briefing(tmp_path, "rules", "list").stdout
    done = briefing(tmp_path, "rules", "lint")
    line = "rules:1: folder: is not read: there is no briefing.toml beside it; make a briefing.toml, which may be empty"
    assert (done.returncode, done.stdout) == (1, f"{line}\n")


def test_what_an_editor_looks_for_is_added_to_and_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "---\npublisher: Gazette\npublished: 2024-03-09\ntitle: Aru\n---\n"
        "The ARC and the BRQ said on Friday that 40 families had left Aru. The mayor said “a slow retreat”.\n"
    )
    command = ["check", "a.md", "--title", "Warlords leave", "--tlp", "clear"]
    before = briefing(tmp_path, *command).stdout
    assert "ARC is spelt out by no source" in before
    assert "BRQ is spelt out by no source" in before
    assert "loaded-label" not in before
    assert "quotation-fragment" in before
    own(tmp_path, "rules/editing.toml", 'loaded = ["warlords"]\nknown = ["ARC"]\nfragment = 2\n')
    after = briefing(tmp_path, *command).stdout
    assert "ARC is spelt out" not in after
    assert "BRQ is spelt out by no source" in after
    assert "loaded-label" in after
    assert "quotation-fragment" not in after
    assert briefing(tmp_path, "rules", "lint").stdout == ""


@pytest.mark.parametrize(
    ("name", "text", "says"),
    [
        ("lexicons/sectors.toml", WRONG, "lexicons/sectors.toml:2: wash: '&' of 'rain & shine' is no part of a term"),
        ("lexicons/sectors.toml", "[wash]\nsure = [wet]\n", "lexicons/sectors.toml:2: file: cannot be read as TOML"),
        ("lexicons/sector.toml", "", "lexicons/sector.toml:1: file: nothing reads a file of this name"),
        (
            "rules/gaps.toml",
            'weather = ["wet?"]\n',
            "rules/gaps.toml:1: weather: is missing or wrong; use",
        ),
        ("rules/considerations.toml", OFF.replace("TRUCE", "TRUSE"), "considerations.toml:2: TRUSE: there is none to"),
        ("rules/ladder.toml", "[affected]\nlabel = 3\n", "rules/ladder.toml:2: affected.label: is not a text"),
    ],
)
def test_lint_tells_file_line_and_key(tmp_path: Path, name: str, text: str, says: str) -> None:
    own(tmp_path, name, text)
    done = briefing(tmp_path, "rules", "lint")
    assert done.returncode == 1, done.stderr
    assert says in done.stdout
