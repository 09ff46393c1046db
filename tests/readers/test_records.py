"""Tables of texts, as CSV and JSON Lines: every row a source, its other columns what is known of it."""

from __future__ import annotations

import json

import pytest

from briefing.errors import SourceError
from briefing.readers import delimited, json_lines
from briefing.readers.document import Document


def csv_of(*lines: str) -> bytes:
    return "\r\n".join(lines).encode()


def told(document: Document) -> list[tuple[str, str]]:
    return [(notice.code, notice.message) for notice in document.notices]


def test_every_row_is_a_source_and_its_columns_are_metadata() -> None:
    one, two = delimited.parse(
        csv_of(
            "Headline,Outlet,Date,Full Text,Region,Desk",
            'Bridge shut,Aru Post,2024-05-03,"Water rose, and the bridge was shut.\r\nIt opened on Monday.",North,',
            "Road open,Sula Daily,4/5/2024,The road is open.,,Home",
        ),
        "a.csv",
    )
    assert one == Document(
        "Water rose, and the bridge was shut.\nIt opened on Monday.",
        {"title": "Bridge shut", "publisher": "Aru Post", "published": "2024-05-03"},
        part="row=2",
        extra=(("Region", "North"),),
    )
    assert (two.part, two.stated["published"], two.extra) == ("row=3", "4/5/2024", (("Desk", "Home"),))


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
def test_columns_may_be_parted_by_any_common_sign(sign: str) -> None:
    data = csv_of(sign.join(("title", "text")), sign.join(("Bridge shut", "Water rose.")))
    (document,) = delimited.parse(data, "a.csv")
    assert (document.text, document.stated) == ("Water rose.", {"title": "Bridge shut"})


def test_of_several_columns_of_text_the_likeliest_is_read_unless_another_is_named() -> None:
    data = csv_of("summary,body,text_en", "Short.,Long.,English.")
    assert delimited.parse(data, "a.csv")[0].text == "Long."
    assert delimited.parse(data, "a.csv", "text_en")[0].text == "English."


def test_rows_without_words_are_told_and_the_others_read() -> None:
    found = delimited.parse(csv_of("text,title", ",Empty", "...,Marks", "Water rose.,Words"), "a.csv")
    assert [document.part for document in found] == ["row=4"]
    assert told(found[0]) == [
        ("empty-records", "2 of its records hold no words in the column 'text' and are not read.")
    ]


@pytest.mark.parametrize(
    ("data", "asked", "line"),
    [
        (
            csv_of("id,value", "1,Water rose."),
            None,
            "a.csv: has no column that is known to hold text; its columns are id, value; "
            'name it in sources.toml: text_column = "…"',
        ),
        (
            csv_of("id,value", "1,Water rose."),
            "words",
            "a.csv: has no column 'words'; its columns are id, value; mend text_column in sources.toml",
        ),
        (csv_of("text,id", ",1"), None, "a.csv: holds no words in its column 'text'; name the column with the text"),
        (b"", None, "a.csv: is empty; give a file that holds text"),
    ],
)
def test_a_table_without_text_is_one_clear_line(data: bytes, asked: str | None, line: str) -> None:
    with pytest.raises(SourceError) as caught:
        delimited.parse(data, "a.csv", asked)
    assert str(caught.value) == line


def test_every_line_of_json_is_a_source() -> None:
    lines = [
        {"title": "Bridge shut", "content": "Water rose.", "user": {"name": "A. Mayor"}, "tags": ["flood", "bridge"]},
        {"title": "Road open", "content": "The road is open.", "n": 3, "deep": {"a": {"b": 1}}, "ok": True},
    ]
    one, two = json_lines.parse("\n".join(map(json.dumps, lines)).encode(), "a.jsonl")
    assert (one.text, one.stated, one.part) == ("Water rose.", {"title": "Bridge shut"}, "line=1")
    assert one.extra == (("user.name", "A. Mayor"), ("tags", "flood, bridge"))
    assert (two.part, two.extra) == ("line=2", (("n", "3"),))


def test_a_line_that_is_no_object_is_told_and_the_rest_read() -> None:
    lines = ('{"text": "Water rose."}', "[1]", '{"text": "cut', "[" * 100_000, "", '{"text": "Road open."}')
    found = json_lines.parse("\n".join(lines).encode(), "a.jsonl")
    assert [document.part for document in found] == ["line=1", "line=6"]
    assert told(found[0]) == [
        ("unreadable-record", f"Line {number} is no JSON object and is not read.") for number in (2, 3, 4)
    ]


def test_json_lines_without_an_object_is_one_line() -> None:
    with pytest.raises(SourceError, match=r"^a\.jsonl: holds no line that is a JSON object; save it as JSON Lines"):
        json_lines.parse(b"[1]\n[2]\n", "a.jsonl")
