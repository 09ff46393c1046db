"""A decision is held against the claims when it is made, not at the next build."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli.app import run

STORY = """Aru floods

The mayor of Aru, Ada Obi, said on Monday that 40 people had left their homes.

Boats left for Orrin.
"""


@pytest.fixture
def claim(here: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """The id of the claim of 40 people, in a folder with the story it is of."""
    (here / "a.txt").write_text(STORY, "utf-8")
    assert run(["extract", "a.txt", "-f", "lines"]) == 0
    return next(line for line in capsys.readouterr().out.splitlines() if "40 people" in line).split()[0]


def refused(capsys: pytest.CaptureFixture[str], here: Path, *arguments: str) -> str:
    """The one line by which a decision is refused, with nothing written."""
    assert run(["decide", *arguments, "-s", "a.txt"]) != 0
    assert not (here / "decisions.toml").exists()
    return capsys.readouterr().err.strip()


def test_a_title_that_its_claim_bears_out_is_taken(claim: str) -> None:
    assert run(["decide", "title", "--text", f"40 flee Aru [@{claim[:8]}]", "-s", "a.txt"]) == 0


@pytest.mark.usefixtures("claim")
def test_a_title_that_cites_no_claim_there_is(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    told = refused(capsys, here, "title", "--text", "40 flee Aru [@c-nothing]")
    assert told.startswith("c-nothing: is no claim of these sources")


def test_a_title_with_a_number_that_its_claim_has_not(
    here: Path, claim: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told = refused(capsys, here, "title", "--text", f"50 flee Aru [@{claim}]")
    assert told.startswith("--text: the number “50” is in no claim that it cites")


def test_a_claim_is_not_merged_with_itself(here: Path, claim: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, here, "merge", claim, claim) == "merge: 'merge' names one claim twice; name two claims"


def test_a_speaker_is_not_taken_away(here: Path, claim: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert refused(capsys, here, "correct", claim, "--set", "speaker=") == (
        "correct: set speaker: is empty; write what is right"
    )
