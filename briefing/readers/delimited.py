"""CSV: every row is a source, one column its text, the others its metadata."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from briefing.errors import SourceError
from briefing.model.limits import DEFAULT
from briefing.readers.decoding import canonical
from briefing.readers.document import Document
from briefing.readers.records import Record, documents

DELIMITERS = ",;\t|"


def parse(data: bytes, path: str, text_column: object = None) -> tuple[Document, ...]:
    """The documents in a CSV file with a line of column names; rows are numbered from 1, names included (RFC 7111).

    ``text_column`` names the column with the text. Raises SourceError where the file is empty, no text, no table, or
    has no column of text.
    """
    text, notices = canonical(data, path)
    rows = _rows(text, path)
    columns = _distinct(next(rows, []))
    records = (
        Record(f"row={number}", dict(zip(columns, row, strict=False))) for number, row in enumerate(rows, 2) if row
    )
    return documents(records, columns, path, text_column, notices)


def _rows(text: str, path: str) -> Iterator[list[str]]:
    csv.field_size_limit(DEFAULT.text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    try:
        yield from reader
    except csv.Error as error:
        raise SourceError(
            path, f"is no CSV in line {reader.line_num} ({error})", "save the table as CSV again"
        ) from None


def _delimiter(text: str) -> str:
    """What parts the names of the columns: the sign that stands most often in the first line."""
    head = text[: text.find("\n")] if "\n" in text else text
    return max(DELIMITERS, key=head.count)


def _distinct(names: list[str]) -> list[str]:
    """The names of the columns, without white space around them; one that stands twice gets its place added."""
    found: list[str] = []
    for place, name in enumerate(names, 1):
        plain = name.strip() or f"column {place}"
        found.append(plain if plain not in found else f"{plain} {place}")
    return found
