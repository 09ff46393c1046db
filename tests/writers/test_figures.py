"""The list of all figures: which rows there are, and that each layout can be read back and is safe to open."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.model.claim import PUBLISHER, Claim, Extraction, Figure
from briefing.model.finding import ClaimsFile, Finding, Grouping, Member, Reading
from briefing.model.source import File, Locator, Passage, Source
from briefing.writers.figures import COLUMNS, LAYOUTS, rows, write

ONE = "Some 12 to 15 goats died.\n\nAt least 40 people left | and 3 *came*."
TWO = "About 41 people left."


def figure(text: str, numeral: str, value: Any, what: str, **more: Any) -> Figure:
    """The figure whose numeral first stands so in ``text``."""
    start = text.index(numeral)
    unit = what.split()[-1] if what.split() else what
    return Figure(start, start + len(numeral), numeral, value, unit, what, "people", **more)


def claim(source: Source, exact: str, paragraph: int, *figures: Figure) -> Claim:
    """A source's own sentence with its figures."""
    start = source.text.index(exact)
    span = start, start + len(exact)
    return Claim(
        source.anchor(*span), Passage(*span, "sentence", Locator(paragraph)), "own", (span,), PUBLISHER, figures=figures
    )


def claims_file(what: str = "people", title: str | None = "Orrin | empties") -> ClaimsFile:
    """Two sources: one with three figures, its later sentence extracted first; one that gives another number."""
    one, two = Source(ONE, (File("one.txt", title=title, publisher="Gazette"),)), Source(TWO, (File("two.txt"),))
    came = figure(ONE, "3", 3, "came", said_by="Ana Ruiz", as_of="2024-05")
    left = figure(ONE, "40", 40, what, bound=">=", approx=True)
    goats = figure(ONE, "12 to 15", (12, 15), "goats", approx=True)
    late = claim(one, "At least 40 people left | and 3 *came*.", 2, came, left)
    early = claim(one, "Some 12 to 15 goats died.", 1, goats)
    other = claim(two, TWO, 1, figure(TWO, "41", 41, "people", approx=True))
    readings = (Reading("40", None, (Member(late.id, 1),)), Reading("41", "bound", (Member(other.id, 0),)))
    finding = Finding("f-1", "figure", "people", "unknown-origin", ("Gazette", two.id), ("o-1",), readings)
    extractions = (
        (one.id, Extraction((late.passage, early.passage), (late, early), ())),
        (two.id, Extraction((other.passage,), (other,), ())),
    )
    return ClaimsFile((one, two), extractions, Grouping((), (finding,)))


def test_every_figure_in_the_order_of_the_text_with_what_its_finding_says() -> None:
    found = list(rows(claims_file()))
    assert [(row["source"], row["locator"], row["numeral"]) for row in found] == [
        (1, "1", "12 to 15"),
        (1, "2", "40"),
        (1, "2", "3"),
        (2, "1", "41"),
    ]
    assert found[1] == {
        "source": 1,
        "title": "Orrin | empties",
        "locator": "2",
        "numeral": "40",
        "value": 40,
        "bound": ">=",
        "approx": True,
        "unit": "people",
        "what": "people",
        "as_of": None,
        "said_by": None,
        "support": "unknown-origin",
        "outlets": 2,
        "origins": 1,
        "relation": None,
        "finding": "f-1",
    }
    assert (found[3]["title"], found[3]["relation"], found[3]["finding"]) == ("two.txt", "bound", "f-1")
    assert [found[2][name] for name in ("said_by", "as_of", "support", "outlets", "finding")] == [
        *("Ana Ruiz", "2024-05"),
        *(None, None, None),
    ]


def test_json_keeps_numbers_and_ranges() -> None:
    found = json.loads(write(claims_file(), "json"))
    assert [row["value"] for row in found] == [[12, 15], 40, 3, 41]
    assert list(found[0]) == list(COLUMNS)


def test_csv_is_read_back_and_has_its_line_ends() -> None:
    text = write(claims_file(what='people, "all" of\nthem'), "csv")
    assert text.startswith("source,title,locator,numeral,value,")
    assert text.count("\r\n") == text.count("\n") == 5
    found = list(csv.DictReader(io.StringIO(text, newline="")))
    assert found[1]["what"] == 'people, "all" of them'
    assert [(row["value"], row["bound"], row["approx"]) for row in found] == [
        ("12 to 15", "", "yes"),
        ("40", ">=", "yes"),
        ("3", "", "no"),
        ("41", "", "yes"),
    ]


@pytest.mark.parametrize(
    "what", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1+1", "\r=1+1", " =HYPERLINK(1)", "＝1+1", "\n@x"]
)
def test_no_cell_of_the_csv_begins_a_formula(what: str) -> None:
    found = list(csv.DictReader(io.StringIO(write(claims_file(what=what, title=what), "csv"), newline="")))
    assert found[1]["what"] == f"'{what.strip()}"
    assert found[1]["title"] == f"'{what.strip()}"


def test_markdown_escapes_what_would_part_a_cell_or_mark_it_up() -> None:
    lines = write(claims_file(what="people <b> *x* `y` [z](w) a\\|b"), "md").splitlines()
    assert lines[0].startswith("| source | title | locator | numeral |")
    assert set(lines[1]) == {"|", "-", " "}
    assert r"| Orrin \| empties | 2 | 40 | 40 | \>= | yes |" in lines[3]
    assert r"people \<b\> \*x\* \`y\` \[z\](w) a\\\|b" in lines[3]


def test_the_table_is_aligned_and_cuts_long_cells() -> None:
    lines = write(claims_file(what="people of the valley who left after the second flood"), "table").splitlines()
    assert lines[0].split() == list(COLUMNS[:-1])
    at = lines[0].index("what")
    assert [line[at:].split("  ")[0] for line in lines[1:]] == [
        "goats",
        "people of the valley who le…",
        "came",
        "people",
    ]


def test_the_table_knows_wide_letters() -> None:
    lines = write(claims_file(title="洪水"), "table").splitlines()
    assert lines[1].index("12 to 15") == lines[4].index("41") - 2


def test_nothing_in_a_text_steers_the_terminal() -> None:
    text = write(claims_file(what="men\x1b[2J\u202e left"), "table")
    assert "men[U+001B][2J[U+202E] left" in text
    assert not {"\x1b", "\u202e"} & set(text)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_without_figures_only_the_head_is_there(layout: str) -> None:
    text = write(ClaimsFile((), (), Grouping((), ())), layout)
    assert json.loads(text) == [] if layout == "json" else "locator" in text


@given(st.text(), st.sampled_from(sorted(LAYOUTS)))
@settings(deadline=None, derandomize=True, max_examples=60)
def test_any_words_fit_a_row_of_any_file(what: str, layout: str) -> None:
    text = write(claims_file(what=what), layout)
    text.encode()
    if layout == "csv":
        found = list(csv.reader(io.StringIO(text, newline="")))
        assert [len(row) for row in found] == [len(COLUMNS)] * 5
        assert not any(cell[:1] in tuple("=+-@\t\r") for row in found for cell in row if cell)
    elif layout != "json":
        assert len(text.splitlines()) == (6 if layout == "md" else 5)
