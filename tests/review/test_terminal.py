"""Review without a browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing import decisions
from briefing.cli.review import review
from tests.chain_texts import stories


def answers(tmp_path: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """What the terminal shows when ``text`` is typed."""
    monkeypatch.chdir(tmp_path)
    folder = stories(tmp_path / "stories")
    return CliRunner().invoke(review, [str(folder), "--terminal", "--by", "R. A."], input=text).output


def test_letters_decide_and_quitting_keeps_what_was_decided(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = answers(tmp_path, "a\nr\nhearsay\nn\nNobody else says so.\nq\n", monkeypatch)
    made = decisions.read(tmp_path / "decisions.toml")
    assert [each.act for each in made] == ["accept", "reject", "note"]
    assert (made[1].reason, made[2].text, made[0].by) == ("hearsay", "Nobody else says so.", "R. A.")
    assert "2 of " in told.splitlines()[-1]


def test_it_goes_on_where_it_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = answers(tmp_path, "a\nq\n", monkeypatch)
    second = answers(tmp_path, "q\n", monkeypatch)
    shown = [line.split(" ·")[0] for line in first.splitlines() if line.startswith("c-")]
    assert [line.split(" ·")[0] for line in second.splitlines() if line.startswith("c-")] == shown[1:2]


def test_undo_and_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = answers(tmp_path, "a\nb\nu\nq\n", monkeypatch)
    assert "accept taken back" in told
    assert told.splitlines()[-1].startswith("0 of ")


def test_a_mistake_is_told_and_asked_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = answers(tmp_path, "f\nproved\nq\n", monkeypatch)
    assert "Not done: correct: set force: 'proved' is none there is" in told
    assert not (tmp_path / "decisions.toml").exists()


def test_a_question_mark_tells_what_each_key_does(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    told = answers(tmp_path, "?\na\nq\n", monkeypatch)
    assert "(a)ccept (r)eject (s)peaker" in told
    assert "  r  reject: it is in no finding and is not printed" in told
    assert told.splitlines()[-1].startswith("1 of ")


def test_a_claim_is_merged_with_another_by_its_id(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = answers(tmp_path, "\n\nq\n", monkeypatch)
    shown = [line.split(" ·")[0] for line in first.splitlines() if line.startswith("c-")]
    told = answers(tmp_path, f"m\nc-nothing\nm\n{shown[1][:14]}\nq\n", monkeypatch)
    assert "Not done: c-nothing: is no claim of these sources" in told
    (made,) = decisions.read(tmp_path / "decisions.toml")
    assert (made.act, len(made.targets)) == ("merge", 2)


def test_the_end_of_the_input_quits(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    folder = stories(tmp_path / "stories")
    done = CliRunner().invoke(review, [str(folder), "--terminal"], input="a\n")
    assert done.exit_code == 0
    assert done.output.splitlines()[-1].startswith("1 of ")
