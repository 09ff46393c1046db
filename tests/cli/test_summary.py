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


def test_every_file_that_was_not_read_is_named() -> None:
    notices = [Notice("unreadable-file", f"Not read: it is damaged ({n}).", path=f"{n}.txt") for n in range(8)]
    lines = list(notice_lines(notices, {}))
    assert lines[1:] == [f"  Not read: it is damaged ({n}). ({n}.txt)" for n in range(8)]
    notices = [Notice("unknown-format", "Not read: it is .zip.", path=f"{n}.zip") for n in range(9)]
    assert list(notice_lines(notices, {}))[1].endswith(
        "(0.zip, 1.zip, 2.zip, 3.zip, 4.zip, 5.zip, 6.zip, 7.zip, 8.zip)"
    )


def test_what_was_not_read_is_told_first() -> None:
    notices = [Notice("undated", "No date.", path="a.txt"), Notice("not-read", "Not read.", path="b")]
    assert list(notice_lines(notices, {}))[1:] == ["  Not read. (b)", "  No date. (a.txt)"]


def test_a_thousand_files_that_were_not_read_are_counted() -> None:
    notices = [Notice("unreadable-file", f"Not read: {n}.", path=f"{n}.txt") for n in range(1000)]
    lines = list(notice_lines(notices, {}))
    assert len(lines) == 52
    assert lines[-1] == "  and 950 more of the kind unreadable-file, all in claims.json"
