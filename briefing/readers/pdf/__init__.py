"""PDF files: paragraphs, lists and tables of each page, in the order in which they are read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.errors import SourceError
from briefing.model.notice import Notice
from briefing.model.source import Mark
from briefing.readers.blocks import Block, Blocks
from briefing.readers.document import Document

if TYPE_CHECKING:
    from briefing.readers.pdf.pages import Pages, Sheet

NO_TITLE = re.compile(
    r"Microsoft (?:Word|PowerPoint|Excel) - .*|.*\.(?:docx?|indd|pptx?|xlsx?|pdf|tex|odt)|untitled.*", re.IGNORECASE
)

FLAWS = {
    "no-text": ("page-without-text", "{pages} no text (a picture, perhaps) and could not be read."),
    "unknown-signs": ("unreadable-page", "{pages} fonts that do not say what they show, and could not be read."),
    "broken": ("unreadable-page", "{pages} damage and could not be read."),
}


def parse(data: bytes, path: str) -> Document:
    """The document in a PDF file; its marks say where each page begins.

    Raises SourceError where it is no PDF, damaged, encrypted, takes too much to read, or holds no words (scans).
    """
    from briefing.readers.pdf import paragraphs, process

    pages = process.read(data, path)
    sheets, left_out = _without_running(pages.sheets)
    known = paragraphs.vocabulary(column for sheet in sheets for column in sheet.columns)
    blocks = Blocks()
    for sheet in sheets:
        for column in sheet.columns:
            _put(blocks, paragraphs.paragraphs(column, known, sheet.number), known)
    if not any(re.search(r"\w", block.text) for block in blocks.met):
        if any(sheet.flaw == "no-text" for sheet in sheets):
            what, todo = "holds no text, perhaps only pictures of pages", "run text recognition (OCR) over it"
        else:
            what, todo = "has no page that can be read", "open it in a PDF viewer and print it to a new PDF"
        raise SourceError(path, what, todo)
    notices = (*_flawed(sheets, path), *_bounded(pages, path), *_left_out(left_out, path))
    return Document(blocks.text(), _stated(pages), notices, marks=tuple(_marks(blocks)))


def _without_running(sheets: Sequence[Sheet]) -> tuple[list[Sheet], list[str]]:
    """The pages without running headers and footers, and these, each as it first stands."""
    from briefing.readers.pdf import running

    flat = [[line for column in sheet.columns for line in column] for sheet in sheets]
    found = running.running([(sheet.height, lines) for sheet, lines in zip(sheets, flat, strict=True)])
    kept: list[Sheet] = []
    left_out: dict[str, None] = {}
    for sheet, lines, places in zip(sheets, flat, found, strict=True):
        gone = {id(lines[place]) for place in places}
        left_out |= {lines[place].text: None for place in sorted(places)}
        columns = (tuple(line for line in column if id(line) not in gone) for column in sheet.columns)
        kept.append(replace(sheet, columns=tuple(column for column in columns if column)))
    return kept, list(left_out)


def _put(blocks: Blocks, more: list[Block], known: Counter[str]) -> None:
    """Adds the blocks of a column; its first goes on with the last before it where a column's end cut one in two."""
    from briefing.readers.pdf.paragraphs import goes_on, joined

    if blocks.met and more and not more[0].run and goes_on(blocks.met[-1].text, more[0].text):
        last = blocks.met.pop()
        more[0] = Block(joined(last.text, more[0].text, known), last.run, last.page)
    blocks.met += more


def _marks(blocks: Blocks) -> Iterator[Mark]:
    """Where each page begins: at the first block that begins on it."""
    at, page = 0, None
    for piece, block in blocks.pieces():
        if block.page != page:
            page = block.page
            yield Mark(at + len(piece) - len(block.text), page=page)
        at += len(piece)


def _stated(pages: Pages) -> dict[str, object]:
    return {field: value for field, value in pages.stated if value and not NO_TITLE.fullmatch(value)}


def _flawed(sheets: Sequence[Sheet], path: str) -> Iterator[Notice]:
    """A Notice for each kind of flaw, naming the pages: what stands on them is missing from the briefing."""
    for flaw, (code, message) in FLAWS.items():
        numbers = [sheet.number for sheet in sheets if sheet.flaw == flaw]
        if numbers:
            verb = "has" if len(numbers) == 1 else "have"
            yield Notice(code, message.format(pages=f"{_named(numbers)} of {len(sheets)} {verb}"), path=path)


def _named(numbers: Sequence[int]) -> str:
    """ "Page 3" or "Pages 2, 5–9": runs of numbers as ranges."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1] = [runs[-1][0], number]
        else:
            runs.append([number])
    named = ", ".join("–".join(map(str, run)) for run in runs)
    return f"Page {named}" if len(numbers) == 1 else f"Pages {named}"


def _bounded(pages: Pages, path: str) -> Iterator[Notice]:
    if pages.more:
        yield Notice("too-many-pages", f"Only its first {len(pages.sheets):,} pages were read.", path=path)


def _left_out(texts: Sequence[str], path: str) -> Iterator[Notice]:
    words = [text for text in texts if re.search(r"[^\W\d_]{2}", text)]
    if words:
        more = f" and {len(words) - 3} more" if len(words) > 3 else ""
        shown = ", ".join(f"“{text}”" for text in words[:3])
        message = f"Running lines at the edges of pages are left out: {shown}{more}."
        yield Notice("running-lines", message, path=path, limits=False)
