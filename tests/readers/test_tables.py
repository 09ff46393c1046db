"""Cells become the lines of a pipe table: heads of several rows made one, merged cells taken apart."""

from __future__ import annotations

import pytest

from briefing.readers.tables import LONGEST_CELL, Cell, is_data, lines


def rows(*texts: str) -> list[list[Cell]]:
    """Rows of plain cells: "a|b" is a row of two."""
    return [[Cell(cell) for cell in text.split("|")] for text in texts]


def test_a_head_is_followed_by_a_rule() -> None:
    assert lines(rows("District|People", "Arun|40")) == ["| District | People |", "| --- | --- |", "| Arun | 40 |"]


def test_a_table_of_words_or_of_numbers_alone_has_no_head_unless_marked() -> None:
    assert lines(rows("a|b", "c|d")) == ["| a | b |", "| c | d |"]
    assert lines(rows("1|2", "3|4")) == ["| 1 | 2 |", "| 3 | 4 |"]
    marked = [[Cell("a", head=True), Cell("b", head=True)], *rows("c|d")]
    assert lines(marked) == ["| a | b |", "| --- | --- |", "| c | d |"]


def test_merged_heads_stand_over_each_column_and_merged_labels_in_each_row() -> None:
    table = [
        [Cell("District", down=2), Cell("In need", across=2)],
        [Cell("Women"), Cell("Men")],
        [Cell("Arun", down=2), Cell("40"), Cell("30", down=2)],
        [Cell("12")],
    ]
    assert lines(table) == [
        "| District | In need – Women | In need – Men |",
        "| --- | --- | --- |",
        "| Arun | 40 | 30 |",
        "| Arun | 12 | |",  # a merged number counts once
    ]


def test_a_title_across_all_columns_is_a_line_above_the_table() -> None:
    assert lines([[Cell("Losses", across=2)], *rows("District|Dead", "Arun|4")])[:2] == [
        "Losses",
        "| District | Dead |",
    ]


def test_a_section_across_all_columns_of_the_body_stands_once() -> None:
    table = [*rows("District|Dead"), [Cell("North", across=2)], *rows("Arun|4")]
    assert lines(table)[2:] == ["| North | |", "| Arun | 4 |"]


def test_bars_and_line_ends_in_a_cell_stay_in_it() -> None:
    assert lines(rows("a", "1"))[0] == "| a |"
    assert lines([[Cell("x|y"), Cell("two\nlines")], *rows("1|2")])[0] == "| x\\|y | two lines |"


@pytest.mark.parametrize("across", [0, 1, 10**9])
def test_spans_beyond_reason_are_bounded(across: int) -> None:
    assert max(line.count("|") for line in lines([[Cell("a", across, across), Cell("b")], *rows("c|1")])) <= 202


def test_layouts_are_no_tables() -> None:
    long = " ".join(["word"] * (LONGEST_CELL + 1))
    assert is_data(rows("District|Dead", "Arun|4"))
    assert not is_data(rows("One row|only"))
    assert not is_data(rows("One", "column"))
    assert not is_data(rows("Health|x", f"Food|{long}"))
