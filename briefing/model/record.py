"""The record a published file carries of itself: where it stands in the file, and what its parts are called."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from typing import Any

SCHEMA = "briefing/record/1"
CLAIMS, RECORD = "claims.json", "record.json"
"""The names of what a file carries: attachments of a PDF, and ids of data blocks in HTML."""
SEAL = "seal"
"""The key of the record's own hash, made over all that stands in it beside."""


SURROGATE = re.compile("[\ud800-\udfff]")


def json_text(value: object) -> str:
    """``value`` as JSON that any UTF-8 file can hold, a line a record, with a line end at its end.

    A line of its own has each entry of an object, and of a list or object that is such an entry, so that files can be
    compared. Lone surrogates, which no such file can hold, are written as escapes.
    """
    text = _lines(value, 2)
    return SURROGATE.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def _lines(value: object, depth: int) -> str:
    """JSON with a line for each entry, ``depth`` levels down; what lies deeper is on its entry's line."""
    if depth and isinstance(value, dict) and value:
        return "{\n" + ",\n".join(f"{_flat(key)}: {_lines(each, depth - 1)}" for key, each in value.items()) + "\n}"
    if depth and isinstance(value, list) and value:
        return "[\n" + ",\n".join(_lines(each, 0) for each in value) + "\n]"
    return _flat(value)


def _flat(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def seal(record: Mapping[str, Any]) -> str:
    """The hash of a record: SHA-256, in hex, of its other keys as JSON with sorted keys and no spaces."""
    told = {key: value for key, value in record.items() if key != SEAL}
    return digest(json.dumps(told, sort_keys=True, separators=(",", ":")))


def digest(text: str | bytes) -> str:
    """SHA-256 in hex; of a text, of its UTF-8 bytes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text).hexdigest()
