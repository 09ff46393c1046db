"""Parts of a zip archive of XML, as office files are: bounded in size, number and depth, and without entities."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from xml.parsers import expat

from briefing.errors import SourceError

MOST_BYTES = 200_000_000
"""What all parts of one archive may hold together, once unpacked."""

MOST_PARTS = 10_000

DEEPEST = 150
"""Levels of elements in a part; office files have a few dozen."""

OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""How an OLE file begins: an older office format, and what an encrypted newer one is wrapped in."""


def parts(data: bytes, path: str, kind: str) -> Mapping[str, bytes]:
    """The XML parts of an archive, by name, each sound. ``kind`` is what to call the format in messages.

    Raises SourceError where it is no archive, damaged, encrypted, too large unpacked, or where a part is not XML,
    nested too deeply or declares entities (which could grow without bound, or name other files).
    """
    if data.startswith(OLD_OFFICE):
        raise SourceError(path, f"is encrypted, or no {kind}", "take the password off, or save it anew")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            found = _read(archive, path)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, RuntimeError, ValueError) as error:
        raise SourceError(path, f"is damaged, or no {kind} ({error})", "open it and save it anew") from None
    for name, part in found.items():
        _check(part, name, path, kind)
    return found


def _read(archive: zipfile.ZipFile, path: str) -> dict[str, bytes]:
    """What the archive holds as XML. What it says of its sizes is not believed: reading stops at the bound."""
    infos = archive.infolist()
    left = MOST_BYTES
    if len(infos) > MOST_PARTS:
        raise SourceError(path, f"holds {len(infos):,} parts, more than the {MOST_PARTS:,} that are read", "split it")
    found = {}
    for info in infos:
        if not info.filename.endswith((".xml", ".rels")):
            continue
        with archive.open(info) as stream:
            found[info.filename] = part = stream.read(left + 1)
        left -= len(part)
        if left < 0:
            what = f"unpacks to more than the {MOST_BYTES:,} bytes that are read"
            raise SourceError(path, what, "split it, or save it without what is packed into it")
    return found


def _check(part: bytes, name: str, path: str, kind: str) -> None:
    """Refuses a part that cannot be read safely. Raises SourceError."""
    depth = 0

    def opened(_: str, __: object) -> None:
        """One level deeper."""
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise SourceError(path, f"is nested deeper than {DEEPEST} levels in {name}", "save it anew")

    def closed(_: str) -> None:
        """One level back."""
        nonlocal depth
        depth -= 1

    def declared(*_: object) -> None:
        """No part may have a document type, which is where entities are declared."""
        raise SourceError(path, f"declares XML entities in {name}, which no {kind} needs", "do not trust it")

    parser = expat.ParserCreate()
    parser.StartElementHandler, parser.EndElementHandler = opened, closed
    parser.StartDoctypeDeclHandler = declared
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise SourceError(path, f"is damaged in {name} ({error})", "open it and save it anew") from None
