"""briefing.toml gives defaults for every option."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import UsageError
from briefing.workspace import settings

ALL = """\
sources = ["stories", "late.txt"]
output = "made"
audience = "humanitarian"
format = ["html"]
title = "Floods in Aru"
as-of = 2024-05-03
tlp = "green"
annex = "none"

[extract]
output = "claims.json"

[figures]
output = "figures.csv"
format = "csv"
"""


@pytest.mark.usefixtures("here")
def test_without_a_file_there_are_none() -> None:
    assert settings() == {}


def test_every_option_can_be_set(here: Path) -> None:
    (here / "briefing.toml").write_text(ALL, encoding="utf-8")
    made = settings()
    assert {command: made[command] for command in ("build", "extract", "figures")} == {
        "build": {
            "sources": ["stories", "late.txt"],
            "output": "made",
            "audiences": ["humanitarian"],
            "formats": ["html"],
            "title": "Floods in Aru",
            "as_of": "2024-05-03",
            "tlp": "green",
            "annex": "none",
        },
        "extract": {"sources": ["stories", "late.txt"], "output": "claims.json"},
        "figures": {"sources": ["stories", "late.txt"], "output": "figures.csv", "format": "csv"},
    }


def test_paths_are_resolved_against_the_file(tmp_path: Path) -> None:
    (tmp_path / "briefing.toml").write_text('sources = "stories"\n[extract]\nsources = "-"\n', encoding="utf-8")
    found = settings(tmp_path)
    assert found["build"] == {"sources": [str(tmp_path / "stories")]}
    assert found["extract"] == {"sources": ["-"]}
    assert found["figures"] == {"sources": [str(tmp_path / "stories")]}


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("titel = 'x'", "briefing.toml: titel: no such key; did you mean 'title'? use one of sources, "),
        ("title = 3", "briefing.toml: title: 3 is not a title; write a title"),
        ("sources = 3", "briefing.toml: sources: 3 is not a path or a list of paths; "),
        ("extract = 3", "briefing.toml: extract: is not a table; write [extract]"),
        ("figures = 3", "briefing.toml: figures: is not a table; write [figures]"),
        ("[figures]\nformat = 3", "briefing.toml: format: 3 is not table, csv, json or md; "),
        ("[extract]\ntitle = 'x'", "briefing.toml: title: no such key; "),
        ("title = ", "briefing.toml: cannot be read as TOML (Invalid value (at"),
    ],
)
def test_a_mistake_is_one_line(here: Path, text: str, line: str) -> None:
    (here / "briefing.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        settings()
    assert str(caught.value).startswith(line)
