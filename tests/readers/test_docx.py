"""Word documents become headings, paragraphs, lists, tables and notes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import SourceError
from briefing.readers.docx import parse

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def written(body: str, **parts: str | bytes) -> bytes:
    """A document of this body, as little as a word processor would open; more ``parts`` of the folder word."""
    linked = "".join(f'<Relationship Id="r{name}" Type="{RELATIONS}/{name}" Target="{name}.xml"/>' for name in parts)
    document = f"<w:document {W}><w:body>{body}</w:body></w:document>"
    office = f'<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
    packages = "http://schemas.openxmlformats.org/package/2006"
    return packed(
        {
            "[Content_Types].xml": f'<Types xmlns="{packages}/content-types"/>',
            "_rels/.rels": f'<Relationships xmlns="{packages}/relationships">{office}</Relationships>',
            "word/_rels/document.xml.rels": f'<Relationships xmlns="{packages}/relationships">{linked}</Relationships>',
            "word/document.xml": document,
        }
        | {f"word/{name}.xml": part for name, part in parts.items()}
    )


def saved() -> bytes:
    """A document that python-docx makes, with headings, lists and a table with merged cells."""
    made = docx.Document()
    made.core_properties.title, made.core_properties.author = "Aru floods", "Relief Board"
    made.add_heading("Floods in Aru", 0)
    made.add_heading("Needs", 1)
    paragraph = made.add_paragraph("Water rose, ")
    paragraph.add_run("the mayor").bold = True
    paragraph.add_run(" said.")
    for style, words in (("List Bullet", "tents"), ("List Bullet", "boats"), ("List Number", "food")):
        made.add_paragraph(words, style=style)
    table = made.add_table(rows=4, cols=3)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "People in need"
    table.cell(0, 0).merge(table.cell(1, 0)).text = "District"
    cells = {(1, 1): "Women", (1, 2): "Men", (2, 0): "Arun", (2, 1): "40", (2, 2): "30", (3, 0): "Total", (3, 1): "40"}
    for (row, column), words in cells.items():
        table.cell(row, column).text = words
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


SAVED = """\
Floods in Aru

Needs

Water rose, the mayor said.

- tents
- boats
1. food

| District | People in need – Women | People in need – Men |
| --- | --- | --- |
| Arun | 40 | 30 |
| Total | 40 | |"""


def test_headings_lists_and_tables_are_kept() -> None:
    found = parse(saved(), "a.docx")
    assert found.text == SAVED
    assert found.stated == {"title": "Aru floods", "author": "Relief Board"}


BODY = """\
<w:p><w:r><w:t>Ten died</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>
<w:ins><w:r><w:t xml:space="preserve"> and two</w:t></w:r></w:ins>
<w:del><w:r><w:delText> and nine</w:delText></w:r></w:del>
<w:r><w:rPr><w:strike/></w:rPr><w:t> and six</w:t></w:r>
<w:r><w:t xml:space="preserve"> fled &lt;b&gt;.</w:t></w:r></w:p>
<w:sdt><w:sdtContent><w:p><w:r><w:t>A lake of 40 km</w:t></w:r>
<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r></w:p></w:sdtContent></w:sdt>"""
NOTE = '<w:footnote w:id="2"><w:p><w:r><w:t>Says the board.</w:t></w:r></w:p></w:footnote>'
NOTES = f"<w:footnotes {W}>{NOTE}</w:footnotes>"


def test_notes_and_changes_are_read_as_a_reader_sees_them() -> None:
    found = parse(written(BODY, footnotes=NOTES), "a.docx")
    assert found.text == "Ten died[1] and two fled <b>.\n\nA lake of 40 km²\n\n1. Says the board."


ENTITIES = "declares XML entities in word/document.xml, which no Word document (.docx) needs"
BOMB = '<!DOCTYPE w:document [<!ENTITY a "Aru"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE w:document [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def with_document(document: str) -> bytes:
    """An archive whose document is this text."""
    return packed({"word/document.xml": document, "_rels/.rels": "<a/>"})


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is damaged, or no Word document (.docx) (File is not a zip file)"),
        (b"plain words", "is damaged, or no Word document (.docx) (File is not a zip file)"),
        (saved()[:-400], "is damaged, or no Word document (.docx) (File is not a zip file)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "is encrypted, or no Word document (.docx)"),
        (packed({"xl/workbook.xml": "<a/>"}), "is no Word document (.docx)"),
        (written(""), "holds no words"),
        (with_document(f"{BOMB}<a>&b;</a>"), ENTITIES),
        (with_document(f"{OUTSIDE}<a>&a;</a>"), ENTITIES),
        (with_document("<a>" * 151 + "</a>" * 151), "is nested deeper than 150 levels in word/document.xml"),
        (with_document("<a"), "is damaged in word/document.xml (unclosed token: line 1, column 0)"),
        (with_document("<a>" + " " * 200_000_001), "unpacks to more than the 200,000,000 bytes that are read"),
        (packed({f"{n}.xml": "" for n in range(10_001)}), "holds 10,001 parts, more than the 10,000 that are read"),
    ],
    ids=[
        "empty",
        "text",
        "cut",
        "locked",
        "excel",
        "wordless",
        "bomb",
        "outside",
        "deep",
        "broken",
        "zip-bomb",
        "parts",
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, what: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse(data, "a.docx")
    assert caught.value.what == what
    assert "\n" not in str(caught.value)


def test_a_document_without_its_root_part_is_refused() -> None:
    with pytest.raises(SourceError, match=r"cannot be read as a Word document|holds no words"):
        parse(packed({"word/document.xml": "<a/>"}), "a.docx")


TAGS = ("p", "r", "t", "tbl", "tr", "tc", "ins", "del", "sdt", "sdtContent", "hyperlink", "footnoteReference", "numPr")
PIECES = st.sampled_from([f"<w:{tag}>" for tag in TAGS] + [f"</w:{tag}>" for tag in TAGS] + ["word ", "12", "&#9;"])
SPANS = st.sampled_from(
    ['<w:gridSpan w:val="9"/>', '<w:vMerge w:val="x"/>', '<w:ilvl w:val="-1"/>', '<w:br w:type="page"/>']
)


@settings(max_examples=80, derandomize=True, deadline=None)
@given(st.lists(PIECES | SPANS, max_size=25).map("".join))
def test_any_body_is_read_or_refused(body: str) -> None:
    words = "<w:p><w:r><w:t>Ten died.</w:t></w:r></w:p>"
    try:
        assert "Ten died." in parse(written(words + body), "a.docx").text
    except SourceError:
        return


@pytest.mark.parametrize("piece", ["<w:tr/>", "<w:tc/>", "<w:footnoteReference/>", '<w:footnoteReference w:id="9"/>'])
def test_parts_out_of_place_stop_nothing_or_are_refused(piece: str) -> None:
    try:
        found = parse(written(f"{BODY}<w:p>{piece}</w:p>", footnotes=NOTES), "a.docx")
    except SourceError:
        return
    assert found.text.startswith("Ten died")
