"""Markdown and Word: the page's statements in its order, citations that lead to their passage, source text as text."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

from briefing import pipeline, verifying
from briefing.errors import VerificationError
from briefing.model.briefing import Briefing
from briefing.model.request import Request
from briefing.writers import docx as word
from briefing.writers import html, markdown
from tests.chain_texts import stories

HOSTILE = (
    "Mayor *Ana* Ruiz said <script>alert(1)</script> 40 families | had left [home](javascript:x) & `more`.\n\n"
    "# Not a heading, Ruiz said.\n\n1. Ruiz said 3 boats came.\n\n- 2.9 million people had left, Ruiz said.\n"
)


@pytest.fixture(scope="module")
def briefing(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    """The briefing of the stories."""
    claims = pipeline.extract([stories(tmp_path_factory.mktemp("stories"))])
    return pipeline.composed(claims, "humanitarian", Request(tlp="TLP:GREEN", as_of="2024-03-11"))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Briefing:
    """The briefing of a text full of markup."""
    path = tmp_path_factory.mktemp("hostile") / "a.txt"
    path.write_text(HOSTILE)
    return pipeline.composed(pipeline.extract([path]), "humanitarian", Request())


def as_html(text: str) -> str:
    """Markdown as a page."""
    return str(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))


def test_markdown_holds_the_page_in_its_order(briefing: Briefing) -> None:
    page = verifying.verify_page(briefing, html.body(briefing))
    verifying.verify_text(page, "md", markdown.render(briefing).encode())


def test_word_holds_the_page_in_its_order(briefing: Briefing) -> None:
    page = verifying.verify_page(briefing, html.body(briefing))
    verifying.verify_text(page, "docx", word.render(briefing))


def test_a_file_that_lost_a_statement_is_refused(briefing: Briefing) -> None:
    page = verifying.verify_page(briefing, html.body(briefing))
    text = markdown.render(briefing)
    with pytest.raises(VerificationError, match="the file for md lacks"):
        verifying.verify_text(page, "md", text.replace("40 families", "41 families").encode())


def test_markdown_has_headings_lists_and_a_table_of_figures(briefing: Briefing) -> None:
    text = markdown.render(briefing)
    assert re.findall(r"^#{1,2} ", text, re.MULTILINE)[0] == "# "
    assert "## Key figures" in text
    assert "| Figure | What is counted | Who says so, when, and how many carry it |" in text
    assert re.search(r"^\| at least 40 \| families", text, re.MULTILINE)
    assert "- **Audience:** Humanitarian coordination" in text
    assert text.startswith("<!-- lang: en -->\n\nTLP:GREEN\n")


def test_every_link_in_markdown_leads_somewhere(briefing: Briefing) -> None:
    made = as_html(markdown.render(briefing))
    places = re.findall(r'id="([^"]+)"', made)
    assert len(places) == len(set(places))
    links = re.findall(r'href="#([^"]+)"', made)
    assert links
    assert set(links) <= set(places)


def test_markup_of_a_source_stays_text_in_markdown(hostile: Briefing) -> None:
    made = as_html(markdown.render(hostile))
    assert "<script" not in made
    assert 'javascript:x"' not in made
    assert "<em>Ana" not in made
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in made
    assert not re.search(r"<h\d>.*Not a heading", made)
    assert "2.9 million people" in made
    assert "\\" not in made


def test_word_has_headings_a_table_and_the_handling_mark(briefing: Briefing) -> None:
    made = docx.Document(io.BytesIO(word.render(briefing)))
    heads = [p.text for p in made.paragraphs if p.style is not None and p.style.name == "Heading 2"]
    assert heads[:2] == ["Bottom line", "Key figures"]
    assert [cell.text for cell in made.tables[0].rows[0].cells][:2] == ["Figure", "What is counted"]
    assert made.tables[0].rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    assert made.sections[0].header.paragraphs[0].text == "TLP:GREEN"
    assert made.core_properties.title == briefing.title.text


def test_every_citation_in_word_leads_to_a_bookmark(briefing: Briefing) -> None:
    with zipfile.ZipFile(io.BytesIO(word.render(briefing))) as parts:
        body = parts.read("word/document.xml").decode()
    marks = re.findall(r'<w:bookmarkStart [^>]*w:name="([^"]+)"', body)
    assert len(marks) == len(set(marks))
    assert all(len(name) <= 40 for name in marks)
    links = re.findall(r'<w:hyperlink [^>]*w:anchor="([^"]+)"', body)
    assert links
    assert set(links) <= set(marks)


def test_markup_of_a_source_stays_text_in_word(hostile: Briefing) -> None:
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(word.render(hostile))).paragraphs)
    assert "<script>alert(1)</script> 40 families | had left" in text


def test_equal_briefings_give_equal_bytes(briefing: Briefing) -> None:
    assert word.render(briefing) == word.render(briefing)
    assert markdown.render(briefing) == markdown.render(briefing)


def test_both_are_written_from_the_command_line(tmp_path: Path) -> None:
    from briefing.cli.app import run

    out = tmp_path / "out"
    assert run(["build", str(stories(tmp_path / "stories")), "-f", "md", "-f", "docx", "-o", str(out)]) == 0
    assert {path.suffix for path in out.iterdir() if path.is_file()} == {".md", ".docx", ".json"}


def test_a_corrected_figure_is_written_from_the_command_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefing.cli.app import run

    monkeypatch.chdir(tmp_path)
    sources = stories(tmp_path / "stories")
    claims = [claim for _, found in pipeline.extract([sources]).extractions for claim in found.claims]
    drowned = next(claim for claim in claims if "5 people had" in claim.anchor.exact)
    assert run(["decide", "correct", drowned.id, "--figure", "5", "--set", "value=7", "--sources", str(sources)]) == 0
    assert run(["build", str(sources), "-f", "md", "-f", "docx", "-o", "out"]) == 0
    (text,) = (path.read_text("utf-8") for path in (tmp_path / "out").glob("*.md"))
    assert re.search(r"^\| 7 \|.*“7”", text, re.MULTILINE)
