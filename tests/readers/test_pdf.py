"""PDF files become paragraphs, lists and tables, with a mark where each page begins."""

from __future__ import annotations

import io
import zlib
from collections.abc import Sequence
from functools import cache

import pypdf
import pytest
import weasyprint

from briefing.errors import SourceError
from briefing.model.source import Mark
from briefing.readers.pdf import parse, process

STYLE = """
@page { size: A4; margin: 2cm; @top-left { content: "Relief Board · Report 4" }
        @bottom-center { content: "Page " counter(page) " of " counter(pages) } }
body { font: 10pt DejaVu Serif; } .columns { columns: 2; column-gap: 1cm; text-align: justify; hyphens: auto }
td, th { border: .5pt solid #333; padding: 2pt 4pt } table { border-collapse: collapse }
.bare td, .bare th { border: 0; padding: 2pt 14pt; text-align: left } .next { break-before: page }
.turned { position: absolute; right: -1cm; top: 8cm; transform: rotate(-90deg) }
"""

RIVER = (
    "The river Aru rose by three metres between Monday and Tuesday, and forty families left their homes for the hills, "
    "the mayor said on Wednesday. Representatives of neighbouring municipalities have established a committee which "
    "administers the distribution of tents."
)
WATER = "Water in the lower quarter is contaminated, and 1,200<sup>3</sup> households over 40 km<sup>2</sup> had help."
WATER_READ = "Water in the lower quarter is contaminated, and 1,200[3] households over 40 km² had help."
ROWS = "<tr><td>Arun</td><td>1,240</td><td>310</td></tr><tr><td>Belo</td><td>860</td><td>95</td></tr>"
TABLE = f"<tr><th>District</th><th>People affected</th><th>Houses damaged</th></tr>{ROWS}"
MERGED = (
    "<tr><th rowspan=2>District</th><th colspan=2>People in need</th></tr><tr><th>Women</th><th>Men</th></tr>"
    "<tr><td rowspan=2>Arun</td><td>40</td><td>30</td></tr><tr><td>12</td><td>9</td></tr>"
)

PAGES = f"""<html lang="en"><head><title>Aru floods</title><meta name="author" content="Relief Board"></head><body>
<h1>Floods in Aru</h1><p>As of 3 May the district board counts the losses anew; this page is about all of them.</p>
<div class="columns"><h2>Overview</h2>{f"<p>{RIVER}</p><p>{WATER}</p>" * 3}
<ul><li>tents for the camps on the hill, which lie far from any road that a lorry could use when it rains</li>
<li>boats</li></ul></div>
<p class="next">Two tables stand here, one with lines around it and one without any, so says the board.</p>
<table>{TABLE}</table><p>The other one has no lines at all.</p><table class="bare">{TABLE}</table>
<p>And here is one with merged heads, which comes last.</p><table>{MERGED}</table>
<p class="turned">Not for release</p>
<p style="margin-top: 14cm">{RIVER} {RIVER}</p><p class="next">A last page, with ﬁve efﬁcient words.</p>
</body></html>"""

READ = f"""\
Floods in Aru

As of 3 May the district board counts the losses anew; this page is about all of them.

Overview

{RIVER}

{WATER_READ}

{RIVER}

{WATER_READ}

{RIVER}

{WATER_READ}

- tents for the camps on the hill, which lie far from any road that a lorry could use when it rains
- boats

Two tables stand here, one with lines around it and one without any, so says the board.

| District | People affected | Houses damaged |
| --- | --- | --- |
| Arun | 1,240 | 310 |
| Belo | 860 | 95 |

The other one has no lines at all.

| District | People affected | Houses damaged |
| --- | --- | --- |
| Arun | 1,240 | 310 |
| Belo | 860 | 95 |

And here is one with merged heads, which comes last.

| District | People in need – Women | People in need – Men |
| --- | --- | --- |
| Arun | 40 | 30 |
| Arun | 12 | 9 |

{RIVER} {RIVER}

Not for release

A last page, with five efficient words."""


@cache
def printed(html: str) -> bytes:
    """A PDF of this page."""
    made: bytes = weasyprint.HTML(string=html).write_pdf(stylesheets=[weasyprint.CSS(string=STYLE)])
    return made


def drawn(contents: Sequence[str], filters: str = "") -> bytes:
    """A PDF written by hand: a page for each content stream, which ``filters`` decode."""
    kids = " ".join(f"{4 + 2 * k} 0 R" for k in range(len(contents)))
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count 1000000 >>"]
    objects.append("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    for number, content in enumerate(contents):
        page = "/MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R {page} /Contents {5 + 2 * number} 0 R >>")
        objects.append(f"<< /Length {len(content)} {filters} >>\nstream\n{content}\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    return out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode("latin-1")


def line(words: str, y: int = 700) -> str:
    """The content of a page with one line of text."""
    return f"BT /F 12 Tf 72 {y} Td ({words}) Tj ET"


def test_columns_lists_tables_and_notes_are_read_in_order() -> None:
    assert parse(printed(PAGES), "a.pdf").text == READ


def test_the_file_states_title_author_and_language() -> None:
    assert parse(printed(PAGES), "a.pdf").stated == {"title": "Aru floods", "author": "Relief Board", "language": "en"}


def test_marks_say_where_pages_begin() -> None:
    starts = [0, READ.index("Two tables"), READ.index("A last page")]
    assert parse(printed(PAGES), "a.pdf").marks == tuple(Mark(start, page) for page, start in enumerate(starts, 1))


def test_running_lines_are_left_out_and_told() -> None:
    (notice,) = parse(printed(PAGES), "a.pdf").notices
    shown = "“Relief Board · Report 4”, “Page 1 of 3”, “Page 2 of 3” and 1 more"
    assert notice.message == f"Running lines at the edges of pages are left out: {shown}."
    assert (notice.code, notice.limits) == ("running-lines", False)


def test_a_page_without_text_is_told() -> None:
    found = parse(drawn([line("The river rose."), "", "", line("It fell.")]), "a.pdf")
    assert (found.text, found.marks) == ("The river rose.\n\nIt fell.", (Mark(0, 1), Mark(17, 4)))
    (notice,) = found.notices
    assert notice.code == "page-without-text"
    assert notice.limits
    assert notice.message == "Pages 2–3 of 4 have no text (a picture, perhaps) and could not be read."


def test_a_font_that_does_not_say_what_it_shows_is_told() -> None:
    found = parse(drawn([line("The river rose."), line("\\001\\002\\003\\004")]), "a.pdf")
    assert found.text == "The river rose."
    assert [(notice.code, notice.message) for notice in found.notices] == [
        ("unreadable-page", "Page 2 of 2 has fonts that do not say what they show, and could not be read.")
    ]


def test_scripts_from_right_to_left_are_read_so() -> None:
    found = parse(printed('<p dir="rtl" lang="ar" style="font-family: DejaVu Sans">ارتفع منسوب النهر</p>'), "a.pdf")
    assert found.text.split("\n")[-1] == "ارتفع منسوب النهر"


def test_a_paragraph_goes_on_over_the_page() -> None:
    found = parse(drawn([line("The mayor said that forty"), line("families left. Ten stayed.")]), "a.pdf")
    assert (found.text, found.marks) == ("The mayor said that forty families left. Ten stayed.", (Mark(0, 1),))


def locked() -> bytes:
    """A PDF that opens with a password only."""
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(printed(PAGES)))
    writer.encrypt("secret", algorithm="RC4-128")
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "is no PDF"),
        (b"plain words", "is no PDF"),
        (b"%PDF-1.7\n", "is damaged"),
        (printed(PAGES)[:2000], "is damaged"),
        (drawn([""]), "holds no text, perhaps only pictures of pages"),
        (drawn([]), "is damaged"),
    ],
    ids=["empty", "text", "head", "cut", "scan", "pageless"],
)
def test_what_cannot_be_read_is_refused_in_one_line(data: bytes, what: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse(data, "a.pdf")
    assert caught.value.what == what


def test_an_encrypted_file_is_refused() -> None:
    with pytest.raises(SourceError, match="is encrypted with a password; save it without one"):
        parse(locked(), "a.pdf")


def test_a_count_of_a_million_pages_is_not_believed() -> None:
    assert parse(drawn([line("The river rose.")]), "a.pdf").text == "The river rose."


def test_what_unpacks_to_more_than_fits_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "MEMORY", 400_000_000)
    packer = zlib.compressobj()
    megabyte = packer.compress(b" " * 1_000_000) + packer.flush(zlib.Z_FULL_FLUSH)
    bomb = (megabyte + megabyte[2:] * 600).decode("latin-1")
    with pytest.raises(SourceError, match="takes more than"):
        parse(drawn([bomb], "/Filter /FlateDecode"), "a.pdf")


def test_where_no_process_can_be_started_it_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/nowhere/python")
    with pytest.raises(SourceError) as caught:
        parse(drawn([line("The river rose.")]), "a.pdf")
    why = "cannot be read in a process of its own (No such file or directory); try again"
    assert str(caught.value) == f"a.pdf: {why}"


def test_what_takes_too_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "SECONDS", 0)
    monkeypatch.setattr(process, "SPARE", 0.01)
    with pytest.raises(SourceError, match="takes more than 0 seconds"):
        parse(drawn([line("The river rose.")]), "a.pdf")
