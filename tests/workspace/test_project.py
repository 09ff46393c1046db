"""The project is found from the working folder upward, and what lies in it is named from there."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.model.project import project
from briefing.workspace import audience, settings


@pytest.fixture
def deep(here: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with settings and an audience; the working folder is two below it."""
    (here / "briefing.toml").write_text('sources = "stories"\n', "utf-8")
    (here / "templates" / "desk").mkdir(parents=True)
    (here / "templates" / "desk" / "audience.toml").write_text('parent = "press"\n', "utf-8")
    (here / "a" / "b" / "templates" / "other").mkdir(parents=True)
    monkeypatch.chdir(here / "a" / "b")
    return here


def test_without_settings_anywhere_it_is_the_working_folder(here: Path) -> None:  # noqa: ARG001
    assert project() == Path()


def test_the_working_folder_comes_before_those_above(deep: Path) -> None:
    assert project() == deep
    Path("briefing.toml").write_text("", "utf-8")
    assert project() == Path()


def test_paths_and_usual_places_are_those_of_the_project(deep: Path) -> None:
    (deep / "notes").mkdir()
    told = settings()["build"]
    assert told["sources"] == [str(deep / "stories")]
    assert told["output"] == str(deep / "out")
    assert told["notes"] == str(deep / "notes")
    assert told["decided"] == str(deep / "decisions.toml")


def test_audiences_are_looked_for_beside_the_settings_not_in_the_working_folder(deep: Path) -> None:
    assert audience("desk").folders[0] == deep / "templates" / "desk"
    Path("templates/desk").mkdir()
    assert audience("desk").folders[0] == deep / "templates" / "desk"
