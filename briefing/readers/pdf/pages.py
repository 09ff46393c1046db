"""Bytes of a PDF -> its pages: lines in columns, and what the file states of itself.

Run as a module it does the same in a process of its own: the file on standard input, the pages as JSON on standard
output. A hostile file can make a reader of PDFs take any time and memory; the process that calls sets bounds to both.
"""

from __future__ import annotations

import io
import json
import logging
import re
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from briefing.readers.pdf.layout import columns
from briefing.readers.pdf.words import UNKNOWN, Box, boxes

if TYPE_CHECKING:
    from pdfplumber.pdf import PDF

MOST_PAGES = 1000
"""Pages that are read."""

LEAST_KNOWN = 0.7
"""The share of a page's signs that have to be known characters; below, its fonts do not say what they show."""

STATED = {"title": "Title", "author": "Author"}
LOCKED, DAMAGED, WORDLESS, UNKNOWN_SIGNS, BROKEN = "locked", "damaged", "no-text", "unknown-signs", "broken"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its number from 1, its height in points, its columns of lines; ``flaw`` says why it has none."""

    number: int
    height: float = 0.0
    columns: tuple[tuple[Box, ...], ...] = ()
    flaw: str | None = None


@dataclass(frozen=True, slots=True)
class Pages:
    """What a file holds. ``flaw`` is LOCKED or DAMAGED where nothing could be read; ``more``: it has more pages."""

    sheets: tuple[Sheet, ...] = ()
    stated: tuple[tuple[str, str], ...] = ()
    more: bool = False
    flaw: str | None = None


def read(data: bytes) -> Pages:
    """The pages of a file, up to MOST_PAGES."""
    import pdfplumber
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    for name in ("pdfminer", "pdfplumber"):
        logging.getLogger(name).setLevel(logging.CRITICAL)  # flaws of fonts and the like, by the thousand
    try:
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            sheets = list(_sheets(pdf))
            return Pages(tuple(sheets[:MOST_PAGES]), _stated(pdf), len(sheets) > MOST_PAGES)
    except Exception as error:  # noqa: BLE001  a damaged file may break the reader of PDFs anywhere
        _pass_on(error)
        is_locked = any(isinstance(each, PDFPasswordIncorrect) for each in error.args)
        return Pages(flaw=LOCKED if is_locked else DAMAGED)


def _pass_on(error: Exception) -> None:
    """Raises MemoryError where that is what went wrong, which pdfplumber may have wrapped: it bounds the whole file."""
    if any(isinstance(each, MemoryError) for each in (error, *error.args)):
        raise MemoryError


def _sheets(pdf: PDF) -> Iterator[Sheet]:
    """The pages one after another; of a page beyond the bound only that there is one."""
    from pdfminer.pdfpage import PDFPage
    from pdfplumber.page import Page

    for number, each in enumerate(PDFPage.create_pages(pdf.doc), start=1):
        if number > MOST_PAGES:
            yield Sheet(number)
            return
        try:
            yield _sheet(Page(pdf, each, page_number=number, initial_doctop=0), number)
        except Exception as error:  # noqa: BLE001  as above: the other pages are read
            _pass_on(error)
            yield Sheet(number, flaw=BROKEN)


def _sheet(page: Any, number: int) -> Sheet:
    found = boxes(page)
    text = "".join(box.text + "".join(box.rows) for group in found for box in group)
    page.close()
    if not re.search(r"\w", text):
        return Sheet(number, flaw=UNKNOWN_SIGNS if UNKNOWN in text else WORDLESS)
    if text.count(UNKNOWN) > (1 - LEAST_KNOWN) * len(text):
        return Sheet(number, flaw=UNKNOWN_SIGNS)
    return Sheet(number, float(page.height), tuple(tuple(lines) for group in found for lines in columns(group)))


def _stated(pdf: PDF) -> tuple[tuple[str, str], ...]:
    """What the file states: title, author, language. When it was made does not say when it was published."""
    found = {field: pdf.metadata.get(key) for field, key in STATED.items()}
    language = pdf.doc.catalog.get("Lang")
    found["language"] = language.decode("utf-8", "replace") if isinstance(language, bytes) else None
    return tuple((field, " ".join(value.split())) for field, value in found.items() if isinstance(value, str))


def dumps(pages: Pages) -> str:
    """Pages as JSON."""
    return json.dumps(asdict(pages))


def loads(text: str | bytes) -> Pages:
    """Pages from JSON."""
    made = json.loads(text)
    sheets = tuple(_loaded(sheet) for sheet in made.pop("sheets"))
    return Pages(sheets, tuple((field, value) for field, value in made["stated"]), made["more"], made["flaw"])


def _loaded(sheet: dict[str, Any]) -> Sheet:
    lines = [[Box(**{**box, "rows": tuple(box["rows"])}) for box in column] for column in sheet.pop("columns")]
    return Sheet(columns=tuple(tuple(column) for column in lines), **sheet)


if __name__ == "__main__":
    sys.stdout.write(dumps(read(sys.stdin.buffer.read())))
