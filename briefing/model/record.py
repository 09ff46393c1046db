"""The record a published file carries of itself: where it stands in the file, and what its parts are called."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import Any

SCHEMA = "briefing/record/1"
CLAIMS, RECORD = "claims.json", "record.json"
"""The names of what a file carries: attachments of a PDF, and ids of data blocks in HTML."""
SEAL = "seal"
"""The key of the record's own hash, made over all that stands in it beside."""


def seal(record: Mapping[str, Any]) -> str:
    """The hash of a record: SHA-256, in hex, of its other keys as JSON with sorted keys and no spaces."""
    told = {key: value for key, value in record.items() if key != SEAL}
    return digest(json.dumps(told, sort_keys=True, separators=(",", ":")))


def digest(text: str | bytes) -> str:
    """SHA-256 in hex; of a text, of its UTF-8 bytes."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text).hexdigest()
