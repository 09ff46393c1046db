"""Notices in words: counted, a few sentences of each kind, each with the places it was met in."""

from __future__ import annotations

from briefing.cli.summary import notice_lines
from briefing.model.notice import Notice


def test_without_notices_only_their_number_is_told() -> None:
    assert list(notice_lines([], {})) == ["0 notices"]


def test_one_sentence_names_its_places_once_and_not_too_many() -> None:
    notices = [Notice("undated", "No date.", path=f"{name}.txt") for name in "aabcdef"]
    assert list(notice_lines(notices, {})) == ["7 notices", "  No date. (a.txt, b.txt, c.txt, d.txt and 2 more)"]


def test_a_source_s_file_stands_in_where_no_path_is_given() -> None:
    notices = [Notice("undated", "No date.", source="s-1"), Notice("other", "Something.")]
    assert list(notice_lines(notices, {"s-1": "a.txt"})) == ["2 notices", "  No date. (a.txt)", "  Something."]


def test_one_notice_is_one() -> None:
    assert next(notice_lines([Notice("undated", "No date.", path="a.txt")], {})) == "1 notice"


def test_many_sentences_of_a_kind_are_cut_short() -> None:
    notices = [Notice("day", f"“day {n}” is not resolved", path="a.txt") for n in range(8)]
    lines = list(notice_lines(notices, {}))
    assert lines[1] == "  “day 0” is not resolved (a.txt)"
    assert lines[6:] == ["  and 3 more of the kind day, all in claims.json"]
