"""JSON: a JSON Feed, reports as ReliefWeb's API hands them out, or any list of objects with a text each."""

from __future__ import annotations

import json
from collections.abc import Mapping

from briefing.errors import SourceError
from briefing.readers import json_feed, reliefweb
from briefing.readers.decoding import canonical
from briefing.readers.document import Document
from briefing.readers.records import Record, documents, flattened


def parse(data: bytes, path: str, text_column: object = None) -> tuple[Document, ...]:
    """The documents in a JSON file. ``text_column`` names the field with the text, where it is a list of objects.

    Raises SourceError where the file is empty, no JSON, or holds no object with a text.
    """
    text, notices = canonical(data, path)
    try:
        value = json.loads(text)
    except RecursionError:
        raise SourceError(path, "is nested too deeply", "save the part with the texts alone") from None
    except ValueError as error:
        raise SourceError(path, f"is no JSON ({error})", "save it again") from None
    if json_feed.is_feed(value):
        return json_feed.documents(value, path, notices)
    if reliefweb.reports(value):
        return reliefweb.documents(value, path, notices)
    objects = _objects(value)
    if not objects:
        raise SourceError(path, "holds no list of objects", "give a feed, a list of reports or a table as JSON")
    single = isinstance(value, Mapping) and objects[0] is value
    records = [Record("" if single else f"item={at}", dict(flattened(one))) for at, one in enumerate(objects, 1)]
    columns = list(dict.fromkeys(name for record in records for name in record.fields))
    return documents(records, columns, path, text_column, notices)


def _objects(value: object) -> list[Mapping[str, object]]:
    """The objects of a list; of an object that holds one such list, those; else the object itself."""
    if isinstance(value, list):
        return [one for one in value if isinstance(one, Mapping)]
    if not isinstance(value, Mapping):
        return []
    lists = [found for held in value.values() if isinstance(held, list) and (found := _objects(held))]
    return max(lists, key=len, default=[value])
