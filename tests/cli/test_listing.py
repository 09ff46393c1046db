"""Claims and files as lines for a person and as JSON for a program, from every command that prints them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.cli.app import run

STORY = """Aru floods

The mayor of Aru, Ada Obi, said on Monday that 40 people had left their homes.

Boats left for Orrin.
"""


@pytest.fixture(autouse=True)
def story(here: Path) -> None:
    """A folder to work in, with a story."""
    (here / "a.txt").write_text(STORY, "utf-8")


def printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """What a command that succeeds prints."""
    assert run(list(arguments)) == 0
    return capsys.readouterr().out


def test_a_line_a_claim_with_the_id_that_decide_takes(capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "extract", "a.txt", "--format", "lines").splitlines()
    said = next(line for line in lines if "40 people" in line)
    name, rest = said.split("  ", 1)
    assert rest == ("a.txt ¶2  Ada Obi said  The mayor of Aru, Ada Obi, said on Monday that 40 people had left thei…")
    boats = next(line for line in lines if "Boats" in line)
    assert boats.split("  ")[1:] == ["a.txt ¶3", "its own words", "Boats left for Orrin."]
    printed(capsys, "decide", "reject", name, "-s", "a.txt")
    again = printed(capsys, "extract", "a.txt", "-f", "lines").splitlines()
    assert [line for line in again if line.startswith(name)] == [f"{said}  (rejected)"]
    assert len(again) == len(lines)


def test_what_may_hurt_a_person_is_marked(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "b.txt").write_text("The mayor said the office can be called on +93 70 123 4567.\n", "utf-8")
    assert printed(capsys, "extract", "b.txt", "-f", "lines").rstrip().endswith("(withheld: phone)")


def test_lines_go_into_a_file_that_is_named(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = printed(capsys, "extract", "a.txt", "-f", "lines")
    assert printed(capsys, "extract", "a.txt", "-f", "lines", "-o", "claims.txt") == "claims.txt\n"
    assert (here / "claims.txt").read_text("utf-8") == lines


@pytest.mark.parametrize(("command", "formats"), [("extract", ["-f", "json"]), ("figures", ["-f", "json"])])
def test_json_is_a_format(capsys: pytest.CaptureFixture[str], command: str, formats: list[str]) -> None:
    found = printed(capsys, command, "a.txt", "--json")
    assert json.loads(found)
    assert found == printed(capsys, command, "a.txt", *formats)


@pytest.mark.parametrize("command", ["extract", "figures"])
def test_two_formats_are_one_too_many(capsys: pytest.CaptureFixture[str], command: str) -> None:
    other = {"extract": "lines", "figures": "csv"}[command]
    assert run([command, "a.txt", "--json", "--format", other]) == 2
    line = f"--json: and --format {other} are two formats; give one of them\n"
    assert capsys.readouterr() == ("", line)


def test_the_settings_format_gives_way_to_json(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "briefing.toml").write_text('[figures]\nformat = "csv"\n\n[extract]\nformat = "lines"\n', "utf-8")
    assert json.loads(printed(capsys, "figures", "a.txt", "--json"))
    assert json.loads(printed(capsys, "extract", "a.txt", "--json"))
    assert printed(capsys, "extract", "a.txt").startswith("c-")


def test_the_files_of_an_audience_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    made = json.loads(printed(capsys, "audiences", "new", "desk", "--json"))
    assert made == {"files": ["templates/desk/audience.toml", "templates/desk/labels.toml"]}
    ejected = json.loads(printed(capsys, "audiences", "eject", "desk", "sections/annex.html", "--json"))
    assert ejected == {"files": ["templates/desk/sections/annex.html"]}
