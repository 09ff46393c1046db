"""briefing.toml for the commands that decide and check."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import UsageError
from briefing.workspace import settings

TEXT = """
sources = ["stories"]
audience = ["policy", "press"]
tlp = "TLP:GREEN"
format = ["html"]
output = "made"
by = "R. Analyst"
decisions = "mine.toml"

[silence]
undated-figure = "as agreed"
"""


def test_what_is_set_for_all_counts_for_each_command_by_its_own_name(tmp_path: Path) -> None:
    (tmp_path / "briefing.toml").write_text(TEXT)
    made = settings(tmp_path)
    assert made["build"]["audiences"] == ["policy", "press"]
    assert made["build"]["silenced"] == ["undated-figure=as agreed"]
    assert made["check"]["audience"] == "policy"
    assert made["check"]["sources"] == [str(tmp_path / "stories")]
    assert made["review"]["by"] == "R. Analyst"
    assert made["decide"]["decided"] == made["extract"]["decided"] == str(tmp_path / "mine.toml")
    assert "output" not in made["check"]
    assert "formats" not in made["check"]


@pytest.mark.parametrize("wrong", ['silence = "all"', "[silence]\nundated-figure = 3", "by = 3", "decisions = []"])
def test_what_cannot_be_is_told(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "briefing.toml").write_text(wrong)
    with pytest.raises(UsageError, match="is not"):
        settings(tmp_path)
