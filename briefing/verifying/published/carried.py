"""What a published file carries and prints, read from its bytes: an HTML page or a PDF, by whomever it was kept."""

from __future__ import annotations

import io
import json
import logging
import math
import re
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from briefing.errors import UsageError
from briefing.model.record import CLAIMS, RECORD, SCHEMA, digest, json_text
from briefing.verifying import rendered
from briefing.verifying.published import shape
from briefing.verifying.published.shape import is_like

OPENED = re.compile(r'<script type="application/json" id="([\w.]+)">')
CLOSED = "</script>"
LARGEST = 512 * 1024 * 1024
"""Bytes of a file that is read at most."""
DEEPEST = 30
"""Lists and objects within each other at most, in what a file carries."""


@dataclass(frozen=True)
class Carried:
    """One published file: its record and claims, and what it prints.

    ``pages`` are hashes of what is printed (one for an HTML page, one for each page of a PDF), ``printed`` the text of
    each statement by id where the file marks them (HTML), ``data`` the bytes of a PDF.
    """

    record: Mapping[str, Any]
    claims: Mapping[str, Any]
    claims_text: str
    pages: tuple[str, ...]
    printed: Mapping[str, tuple[str, ...]]
    data: bytes = b""
    path: Path = Path()

    @cached_property
    def letters(self) -> str:
        """What a PDF draws, without white space; read only where it is asked for, since that takes long.

        Raises UsageError where it cannot be read.
        """
        try:
            return "".join(_texts(self.data)) if self.data else ""
        except Exception as problem:  # noqa: BLE001  as where it is read
            raise _unreadable(self.path, problem) from None


def read(path: Path) -> Carried:
    """What the file at ``path`` carries.

    Raises UsageError where it cannot be read, is neither HTML nor PDF, or carries no claims and record.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise UsageError(str(path), "is larger than any briefing", "check the name")
        data = path.read_bytes()
    except OSError as problem:
        raise UsageError(str(path), f"cannot be read ({problem.strerror})", "check the name") from None
    return _pdf(path, data) if data.startswith(b"%PDF-") else _html(path, data.decode("utf-8", "surrogateescape"))


def _html(path: Path, text: str) -> Carried:
    page, blocks = _apart(text)
    record, claims = _objects(path, blocks.get(RECORD), blocks.get(CLAIMS))
    printed: dict[str, list[str]] = {}
    for part in rendered.read(page).parts:
        if part.role == "statement":
            printed.setdefault(part.id, []).append(part.text)
    told = {name: tuple(texts) for name, texts in printed.items()}
    return Carried(record, claims, json_text(claims), (digest(page),), told)


def _apart(text: str) -> tuple[str, dict[str, str]]:
    """The page without its blocks of data, and what stands in each, by id."""
    kept: list[str] = []
    blocks: dict[str, str] = {}
    at = 0
    while (opened := OPENED.search(text, at)) and (end := text.find(CLOSED, opened.end())) >= 0:
        kept.append(text[at : opened.start()])
        blocks[opened[1]] = text[opened.end() : end]
        at = end + len(CLOSED)
        at += text[at : at + 1] == "\n"
    return "".join([*kept, text[at:]]), blocks


def _pdf(path: Path, data: bytes) -> Carried:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    logging.getLogger("pdfminer").setLevel(logging.CRITICAL)  # flaws by the thousand; what counts is raised
    room = _Room()
    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        attached = dict(_attached(document, room))
        drawn = PDFPage.create_pages(document)
        contents = [b"".join(room.unpacked(each) for each in page.contents) for page in drawn]
    except Exception as problem:  # noqa: BLE001  a damaged file may break the reader of PDFs anywhere
        raise _unreadable(path, problem) from None
    claims_text = attached.get(CLAIMS, b"").decode("utf-8", "replace")
    record, claims = _objects(path, attached.get(RECORD, b"").decode("utf-8", "replace"), claims_text)
    pages = tuple(digest(content) for content in contents)
    return Carried(record, claims, claims_text, pages, {}, data, path)


class _Room:
    """How many bytes the streams of one PDF may still unpack to."""

    def __init__(self) -> None:
        self.left = LARGEST

    def unpacked(self, value: Any) -> bytes:
        """The bytes of a stream, plain or deflated as the program writes it. Raises ValueError where they are others.

        pdfminer would unpack whatever there is; a small file could fill the memory.
        """
        from pdfminer.pdftypes import stream_value

        stream = stream_value(value)
        filters = [getattr(name, "name", None) for name, _ in stream.get_filters()]
        data: bytes = stream.get_rawdata() or b""
        if filters:
            unpacker = zlib.decompressobj()
            data = unpacker.decompress(data, self.left) if filters == ["FlateDecode"] else b""
            if not unpacker.eof:
                raise ValueError("a stream that is packed otherwise, broken, or too long")
        self.left -= len(data)
        return data


def _attached(document: Any, room: _Room) -> Iterator[tuple[str, bytes]]:
    """The files attached to a PDF, by name."""
    from pdfminer.pdftypes import resolve1
    from pdfminer.utils import decode_text

    waiting = [resolve1(resolve1(document.catalog.get("Names", {})).get("EmbeddedFiles", {}))]
    for _ in range(64):  # a name tree has few levels; a circle in it has no end
        if not waiting:
            return
        node = waiting.pop()
        waiting.extend(resolve1(kid) for kid in resolve1(node.get("Kids", [])))
        names = resolve1(node.get("Names", []))
        for entry in names[1::2]:
            file = resolve1(entry)
            yield decode_text(file["UF"]), room.unpacked(resolve1(file["EF"])["F"])


def _texts(data: bytes) -> Iterator[str]:
    """The letters that each page of a PDF draws, without white space."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LTTextContainer

    for page in extract_pages(io.BytesIO(data)):
        yield "".join("".join(box.get_text().split()) for box in page if isinstance(box, LTTextContainer))


def _objects(path: Path, record: str | None, claims: str | None) -> tuple[dict[str, Any], dict[str, Any]]:
    if not record or not claims:
        raise UsageError(str(path), "carries no claims", "give a file that briefing build wrote")
    try:
        made = _json(record), _json(claims)
    except (ValueError, RecursionError):
        raise _broken(path) from None
    if not all(isinstance(each, dict) for each in made) or made[0].get("schema") != SCHEMA:
        raise UsageError(str(path), "carries a record of another kind", "use the program that wrote it")
    if not all(map(is_like, made, (shape.RECORD, shape.CLAIMS))):
        raise _broken(path)
    return made


def _json(text: str) -> Any:
    """What JSON holds. Raises ValueError where it is none, holds what is no number, or is deeper than any we write."""
    made = json.loads(text, parse_constant=_finite, parse_float=_finite)
    level = [made]
    for _ in range(DEEPEST):
        lists = [each.values() if isinstance(each, dict) else each for each in level if isinstance(each, dict | list)]
        level = [child for each in lists for child in each]
    if level:
        raise ValueError("too deep")
    return made


def _finite(number: str) -> float:
    value = float(number)
    if not math.isfinite(value):
        raise ValueError(number)
    return value


def _broken(path: Path) -> UsageError:
    return UsageError(str(path), "carries claims that are broken", "get the file again")


def _unreadable(path: Path, problem: Exception) -> UsageError:
    return UsageError(str(path), f"cannot be read as a PDF ({type(problem).__name__})", "get the file again")
