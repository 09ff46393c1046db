"""JSON Lines: every line is an object, and every object a source."""

from __future__ import annotations

import json

from briefing.errors import SourceError
from briefing.model.notice import Notice
from briefing.readers.decoding import canonical
from briefing.readers.document import Document
from briefing.readers.records import Record, documents, flattened


def parse(data: bytes, path: str, text_column: object = None) -> tuple[Document, ...]:
    """The documents in a file of JSON Lines; a line that is no object is a Notice.

    ``text_column`` names the field with the text. Raises SourceError where the file is empty, no text, holds no object,
    or no field of text.
    """
    text, notices = canonical(data, path)
    records: list[Record] = []
    bad: list[int] = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            fields = _fields(line)
            records += [Record(f"line={number}", fields)] if fields else []
            bad += [] if fields else [number]
    if not records:
        raise SourceError(path, "holds no line that is a JSON object", "save it as JSON Lines, an object a line")
    columns = list(dict.fromkeys(name for record in records for name in record.fields))
    return documents(records, columns, path, text_column, (*notices, *(_unread(number, path) for number in bad)))


def _fields(line: str) -> dict[str, str]:
    """The fields of the object in a line; none where it is no object."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):
        return {}
    return dict(flattened(value)) if isinstance(value, dict) else {}


def _unread(number: int, path: str) -> Notice:
    return Notice("unreadable-record", f"Line {number} is no JSON object and is not read.", path=path)
