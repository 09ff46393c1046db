"""Pages of every audience: what no validator looks at, and so is looked at here, on every machine."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pytest
import tinyhtml5
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

from briefing.verifying.glyphs import texts
from briefing.writers.typefaces import BOXES, EVERYWHERE, ON_PAPER, faces
from tests.pages.conftest import AUDIENCES, MANY_SCRIPTS, ROOT, SCRIPTS, Pages

STYLES = re.compile(r"(-Semi-Bold|-Bold)?(-Italic)?,?$")
SHEETS = ROOT / "styles" / "fonts"
SHIPPED = {face.family for name in (EVERYWHERE, ON_PAPER) for face in faces(SHEETS / name)}


def elements(reader: Any) -> Iterator[Any]:
    """Every element of the structure of a PDF, in order."""
    waiting = [reader.trailer["/Root"]["/StructTreeRoot"]]
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, DictionaryObject) and "/K" in element:
            if "/S" in element:
                yield element
            waiting.append(element["/K"])
        elif isinstance(element, ArrayObject):
            waiting += reversed(element)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_cell_of_a_table_names_its_headings(pages: Pages, audience: str) -> None:
    """veraPDF passes a table without headings."""
    reader: Any = PdfReader(pages[audience]["pdf"])
    headings = [str(element["/ID"]) for element in elements(reader) if element["/S"] == "/TH"]
    assert len(set(headings)) == len(headings)
    listed = reader.trailer["/Root"]["/StructTreeRoot"]["/IDTree"]["/Names"][::2] if headings else []
    assert list(map(str, listed)) == sorted(headings)
    cells = [element for element in elements(reader) if element["/S"] == "/TD"]
    tables = [element for element in elements(reader) if element["/S"] == "/Table"]
    assert bool(cells) == bool(tables)
    for cell in cells:
        named = set(map(str, cell["/A"]["/Headers"]))
        assert len(named) == 2  # its row's and its column's
        assert named <= set(headings)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_headings_go_down_one_level_at_a_time(pages: Pages, audience: str) -> None:
    levels = [int(e["/S"][2:]) for e in elements(PdfReader(pages[audience]["pdf"])) if re.fullmatch(r"/H\d", e["/S"])]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_heading_stands_alone_at_the_end_of_a_page(pages: Pages, audience: str) -> None:
    kinds = ("/H1", "/H2", "/H3", "/H4", "/P", "/TD", "/LI")
    said = [e for e in elements(PdfReader(pages[audience]["pdf"])) if e["/S"] in kinds and "/Pg" in e]
    alone = [
        heading
        for heading, after in pairwise(said)
        if heading["/S"].startswith("/H") and heading.raw_get("/Pg") != after.raw_get("/Pg")
    ]
    assert alone == []


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_link_leads_nowhere(pages: Pages, audience: str) -> None:
    page = tinyhtml5.parse(pages[audience]["html"].read_text("utf-8"), namespace_html_elements=False)
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(set(ids)) == len(ids)
    links = [element.get("href", "") for element in page.iter("a")]
    assert {link[1:] for link in links if link.startswith("#")} <= set(ids)
    reader: Any = PdfReader(pages[audience]["pdf"])
    annotations = [a.get_object() for sheet in reader.pages for a in sheet.get("/Annots", [])]
    assert {str(link["/Dest"]) for link in annotations if "/Dest" in link} <= set(reader.named_destinations)
    assert len(annotations) > 10


@pytest.mark.parametrize("audience", AUDIENCES)
def test_no_typeface_but_those_shipped_is_in_the_file(pages: Pages, audience: str) -> None:
    reader: Any = PdfReader(pages[audience]["pdf"])
    fonts = {
        str(font.get_object()["/BaseFont"]) for page in reader.pages for font in page["/Resources"]["/Font"].values()
    }
    families = {STYLES.sub("", font.partition("+")[2]).replace("-", " ") for font in fonts}
    assert len(families) > (15 if audience == SCRIPTS else 1)
    assert families - SHIPPED == ({BOXES} if audience == SCRIPTS else set())


def test_what_is_copied_from_any_script_is_what_the_source_says(pages: Pages) -> None:
    """Half letters, letters drawn before the one they follow, boxes: the file tells the text behind them."""
    drawn = "".join(texts(pages[SCRIPTS]["pdf"].read_bytes())).replace(" ", "")
    left_to_right = [line for line in MANY_SCRIPTS.split('"') if not re.search("[\u0590-\u06ff]", line)]
    words = {word for line in left_to_right for word in line.split() if not word.isascii()}
    assert len(words) > 20
    assert {word for word in words if word not in drawn} == set()


@pytest.mark.parametrize("audience", AUDIENCES)
def test_the_contents_name_the_page_that_a_section_begins_on(pages: Pages, audience: str) -> None:
    reader: Any = PdfReader(pages[audience]["pdf"])
    first = " ".join(reader.pages[0].extract_text().split())
    begins = {d["/Title"]: reader.get_destination_page_number(d) + 1 for d in flat(reader.outline)}
    if "Annex" in first:
        assert re.search(rf"\bAnnex {begins['Annex: the sources, cited words shaded']}\b", first)


def flat(outline: Any) -> Iterator[Any]:
    """The entries of an outline and of the outlines in it."""
    for entry in outline:
        yield from flat(entry) if isinstance(entry, list) else [entry]
