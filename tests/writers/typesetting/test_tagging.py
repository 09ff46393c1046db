"""The tags of a PDF say what each text is part of."""

from __future__ import annotations

import io
from typing import Any

import pytest
import weasyprint
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from briefing.writers.typesetting.packing import pack
from briefing.writers.typesetting.tagging import tagged_by_meaning

STYLE = "<style>ul { list-style: none } @page { @top-left { content: 'head' } }</style>"


def made(body: str) -> Any:
    """The PDF of a page, tagged."""
    page = f"<!DOCTYPE html><html lang=en><head><title>t</title>{STYLE}</head><body>{body}</body></html>"
    with tagged_by_meaning(weasyprint):
        data = weasyprint.HTML(string=page).write_pdf(pdf_tags=True, finisher=lambda _, pdf: pack(pdf))
    return PdfReader(io.BytesIO(data))


def tree(element: Any) -> Any:
    """A tag with those in it; ``.`` is a text or picture, ``->`` what leads from a link."""
    element = element.get_object() if isinstance(element, IndirectObject) else element
    if isinstance(element, int):
        return "."
    if element.get("/Type") == "/OBJR":
        return "->"
    return [element["/S"][1:], *map(tree, element["/K"])]


def told(reader: Any) -> Any:
    """The tags of what stands on the pages."""
    return tree(reader.trailer["/Root"]["/StructTreeRoot"]["/K"][0])[1:]


def tags(reader: Any, kind: str) -> list[Any]:
    """All tags of a kind, in order."""
    found, waiting = [], [reader.trailer["/Root"]["/StructTreeRoot"]["/K"][0]]
    while waiting:
        each = waiting.pop().get_object()
        if isinstance(each, dict) and "/S" in each:
            found += [each] if each["/S"] == f"/{kind}" else []
            waiting += reversed(each["/K"])
    return found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h1>a</h1><p>b <em>c</em> d</p>", [["H1", "."], ["P", ".", ".", "."]]),
        ("<header><div><p>a</p></div></header>", [["Div", ["P", "."]]]),
        ("<p><span style='display: block'>a</span>b</p>", [["P", ".", "."]]),
        ("<p id=x>a <a href='#x'>b <i>c</i></a></p>", [["P", ".", ["Link", "->", ".", "."]]]),
        ("<p><a>b</a></p>", [["P", "."]]),
        ("<ul><li>a<li><p>b</p></ul>", [["L", ["LI", ["LBody", "."]], ["LI", ["LBody", ["P", "."]]]]]),
        ("<ol><li>a</ol>", [["L", ["LI", ["Lbl", "."], ["LBody", "."]]]]),
        (
            "<ul><li>a<ul><li>b</ul></ul>",
            [["L", ["LI", ["LBody", ".", ["L", ["LI", ["LBody", "."]]]]]]],
        ),
        ("<dl><div><dt>a<dd>b</div></dl>", [["L", ["LI", ["Lbl", "."], ["LBody", "."]]]]),
        ("<dl><dt>a<dd>b</dl>", [["L", ["LI", ["LBody", "."]], ["LI", ["LBody", "."]]]]),
        ("<blockquote lang=fr><p>a</p></blockquote>", [["BlockQuote", ["P", "."]]]),
        ("<p>a <i lang=fr>b</i></p>", [["P", ".", ["Span", "."]]]),
        ("<div style='position: absolute'>a</div>", [["Div", "."]]),
        (
            "<table><caption>c</caption><tr><th>h<tr><td>d</table>",
            [["Table", ["Caption", "."], ["TBody", ["TR", ["TH", "."]], ["TR", ["TD", "."]]]]],
        ),
    ],
)
def test_a_text_is_in_what_it_stands_in(body: str, expected: Any) -> None:
    assert told(made(body)) == expected


def test_every_mark_leads_to_the_tag_that_has_it() -> None:
    """Also what stands in the margin, which no tag of the document has."""
    reader = made("<p>a <b>b</b></p>" + "<p style='break-before: page'>c</p>")
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    found = [[holder.get_object() for holder in holders] for holders in numbers[1::2]]
    assert [[holder["/S"] for holder in page] for page in found] == [["/P", "/P", "/NonStruct"], ["/P", "/NonStruct"]]
    assert [[mark in holder["/K"] for mark, holder in enumerate(page)] for page in found] == [[True] * 3, [True] * 2]
    assert told(reader) == [["P", ".", "."], ["P", "."]]


def test_a_link_leads_back_to_its_tag() -> None:
    reader = made("<p id=x><a href='#x'>b</a></p>")
    (annotation,) = (each.get_object() for each in reader.pages[0]["/Annots"])
    numbers = reader.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    at = numbers[::2].index(annotation["/StructParent"])
    assert tree(numbers[1::2][at]) == ["Link", "->", "."]


def test_a_language_of_its_own_is_told() -> None:
    reader = made("<p lang=ar>a <b lang=fr>b</b></p><p>c</p>")
    assert [paragraph.get("/Lang") for paragraph in tags(reader, "P")] == ["ar", None]
    assert [span["/Lang"] for span in tags(reader, "Span")] == ["fr"]


def test_a_picture_tells_what_it_shows_and_where_it_is() -> None:
    """In points, from the lower left corner of the page."""
    drawing = "<svg viewBox='0 0 1 1' width='40' height='20'><title>a bar</title><rect width='1' height='1'/></svg>"
    reader = made(f"<style>@page {{ size: 400px 400px; margin: 100px }} body {{ margin: 0 }}</style>{drawing}")
    (figure,) = tags(reader, "Figure")
    assert figure["/Alt"] == "a bar"
    assert [round(float(edge), 3) for edge in figure["/A"]["/BBox"]][::2] == [75, 105]


def test_a_cell_names_the_headings_of_its_row_and_columns() -> None:
    """Whatever the headings span."""
    reader = made(
        "<table><tr><th rowspan=2>a<th colspan=2>b<tr><th>c<th>d"
        "<tr><th scope=row>e<td>1<td>2<tr><th scope=row>f<td colspan=2>3</table>"
    )
    names = {str(cell["/ID"]): letter for cell, letter in zip(tags(reader, "TH"), "abcdef", strict=True)}
    cells = [[names[str(name)] for name in cell["/A"]["/Headers"]] for cell in tags(reader, "TD")]
    assert cells == [["e", "b", "c"], ["e", "b", "d"], ["f", "b", "c", "b", "d"]]
    listed = reader.trailer["/Root"]["/StructTreeRoot"]["/IDTree"]["/Names"]
    assert [str(name) for name in listed[::2]] == sorted(names)
