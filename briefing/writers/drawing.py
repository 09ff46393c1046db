"""What the pages of a PDF draw, as hashes, and the record of them that the file carries."""

from __future__ import annotations

import hashlib
from typing import Any

from briefing.model.record import RECORD, digest


def drawn(pdf: Any) -> list[str]:
    """A hash for each page of a PDF that is about to be written: of the instructions that draw it."""
    pages = [each for each in pdf.objects if isinstance(each, dict) and each.get("Type") == "/Page"]
    return [digest(_content(pdf, page)) for page in pages]


def _content(pdf: Any, page: Any) -> bytes:
    """The instructions, as the one piece they will be written as."""
    stream = _object(pdf, page["Contents"])
    stream.stream = [b"\n".join(item if isinstance(item, bytes) else _data(item) for item in stream.stream)]
    content: bytes = stream.stream[0]
    return content


def _data(item: Any) -> bytes:
    return item.data if hasattr(item, "data") else str(item).encode("ascii")


def fill_record(pdf: Any, data: bytes) -> None:
    """Puts ``data`` into the attachment that was made for the record."""
    names = [each for each in pdf.objects if isinstance(each, dict) and each.get("Type") == "/Filespec"]
    entry = next(each for each in names if getattr(each["UF"], "string", "") == RECORD)
    stream = _object(pdf, entry["EF"]["F"])
    stream.stream = [data]
    stream.extra["Params"]["Size"] = len(data)
    stream.extra["Params"]["CheckSum"] = f"<{hashlib.md5(data, usedforsecurity=False).hexdigest()}>"


def _object(pdf: Any, reference: Any) -> Any:
    return pdf.objects[int((reference.decode() if isinstance(reference, bytes) else str(reference)).split()[0])]
