"""Files that nobody here made: manuals that Debian's packages carry. Skipped where they are not installed."""

from __future__ import annotations

import io
from pathlib import Path

import pypdf
import pytest

from briefing.errors import SourceError
from briefing.readers import docx, pdf
from briefing.readers.document import Document

MANUAL = Path("/usr/share/doc/shared-mime-info/shared-mime-info-spec.pdf")
PAGES = 6
"""Pages of it that are read."""


@pytest.fixture(scope="module")
def manual() -> Document:
    """What is read of a manual typeset with LaTeX."""
    if not MANUAL.is_file():
        pytest.skip(f"{MANUAL} is not installed")
    some, file = pypdf.PdfWriter(), io.BytesIO()
    some.append(MANUAL, pages=(0, PAGES))
    some.write(file)
    return pdf.parse(file.getvalue(), MANUAL.name)


def test_a_manual_begins_with_its_title_and_keeps_its_headings(manual: Document) -> None:
    blocks = manual.text.split("\n\n")
    assert blocks[0] == "Shared MIME-info Database"
    assert {"1. Introduction", "1.2. What is this spec?", "2.1. Directory layout"} <= set(blocks)


def test_a_manual_has_no_running_lines_and_no_cut_words(manual: Document) -> None:
    lines = manual.text.split("\n")
    assert lines.count("Shared MIME-info Database") == 1
    assert [line for line in lines if line.strip().isdecimal()] == []
    assert [line for line in lines if line.endswith("-")] == []


def test_a_manual_has_a_mark_for_each_page(manual: Document) -> None:
    pages = [mark.page for mark in manual.marks]
    assert pages == list(range(1, PAGES + 1))


def test_the_template_of_python_docx_holds_no_words() -> None:
    library = pytest.importorskip("docx")
    template = Path(library.__file__).parent / "templates" / "default.docx"
    with pytest.raises(SourceError, match="holds no words"):
        docx.parse(template.read_bytes(), template.name)
