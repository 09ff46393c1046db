"""Records: rows of a table, or objects of a list, each a source: which field is its text, what the rest is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.errors import SourceError
from briefing.language.lexicon import lexicon
from briefing.model.notice import Notice
from briefing.readers.document import Document

FLAT = re.compile(r"[\W_]+")
MOST_NAMED = 12
"""Columns that are named to somebody whose table has none of text."""


@dataclass(frozen=True, slots=True)
class Record:
    """One row or object: the name of its place in the file ("row=3"), and its fields, each as text."""

    part: str
    fields: Mapping[str, str]


def documents(
    records: Iterable[Record], columns: Sequence[str], path: str, asked: object, notices: Sequence[Notice] = ()
) -> tuple[Document, ...]:
    """A document for each record that has words in its text column: the one ``asked`` for, else the likeliest by name.

    ``columns`` are the names of all fields; ``notices``, of the whole file, go with the first document. Raises
    SourceError where there is no such column, or no record with words.
    """
    column = _text_column(columns, path, asked)
    known = _known(columns, column)
    found, empty = [], 0
    for record in records:
        text = record.fields.get(column, "").replace("\r\n", "\n").replace("\r", "\n")
        if re.search(r"\w", text):
            found.append(_document(record, text, column, known))
        else:
            empty += 1
    if not found:
        raise SourceError(path, f"holds no words in its column {column!r}", "name the column with the text")
    if empty:
        message = f"{empty} of its records hold no words in the column {column!r} and are not read."
        notices = (*notices, Notice("empty-records", message, path=path, limits=False))
    return (replace(found[0], notices=tuple(notices)), *found[1:])


def _document(record: Record, text: str, column: str, known: Mapping[str, str]) -> Document:
    stated = {known[name]: value for name, value in record.fields.items() if name in known and value.strip()}
    others = ((name, value) for name, value in record.fields.items() if name not in known and name != column)
    return Document(text, stated, part=record.part, extra=tuple(pair for pair in others if pair[1].strip()))


def _text_column(columns: Sequence[str], path: str, asked: object) -> str:
    if asked is not None and asked not in columns:
        raise SourceError(path, f"has no column {asked!r}; {_named(columns)}", "mend text_column in sources.toml")
    flat = {_flat(name): name for name in reversed(columns)}
    likeliest = (flat[_flat(name)] for name in lexicon("columns")["text"] if _flat(name) in flat)
    column = str(asked) if asked is not None else next(likeliest, None)
    if column is None:
        raise SourceError(
            path,
            f"has no column that is known to hold text; {_named(columns)}",
            'name it in sources.toml: text_column = "…"',
        )
    return column


def _named(columns: Sequence[str]) -> str:
    names = ", ".join(columns[:MOST_NAMED]) or "none"
    return f"its columns are {names}{' …' if len(columns) > MOST_NAMED else ''}"


def _known(columns: Sequence[str], text_column: str) -> dict[str, str]:
    """The columns that hold metadata, each with the field it holds; of several for one field, the likeliest."""
    flat = {_flat(name): name for name in reversed(columns) if name != text_column}
    found: dict[str, str] = {}
    for field, names in lexicon("columns").items():
        column = next((flat[_flat(name)] for name in names if _flat(name) in flat), None)
        if field != "text" and column is not None:
            found.setdefault(column, field)
    return found


def _flat(name: str) -> str:
    return FLAT.sub("", name.casefold())


def flattened(value: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The fields of an object as text: numbers and words as they are, lists of them with commas, objects one deep
    by dotted names; the rest is left out."""
    for name, field in value.items():
        if isinstance(field, Mapping):
            yield from ((f"{name}.{inner}", text) for inner, held in field.items() if (text := _text(held)))
        elif text := _text(field):
            yield name, text


def _text(value: object) -> str:
    if isinstance(value, list):
        return ", ".join(text for part in value if (text := _text(part)) and not isinstance(part, list))
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
