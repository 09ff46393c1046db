"""What a published file carries and prints, read from its bytes: an HTML page or a PDF, by whomever it was kept."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from briefing.errors import UsageError
from briefing.model.record import CLAIMS, RECORD, SCHEMA, digest
from briefing.verifying import rendered

BLOCK = re.compile(r'<script type="application/json" id="([\w.]+)">(.*?)</script>\n?', re.DOTALL)
LARGEST = 512 * 1024 * 1024
"""Bytes of a file that is read at most."""


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

    @cached_property
    def letters(self) -> str:
        """What a PDF draws, without white space; read only where it is asked for, since that takes long."""
        return "".join(_texts(self.data)) if self.data else ""


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
    blocks = {found[1]: found[2] for found in BLOCK.finditer(text)}
    record, claims = _objects(path, blocks.get(RECORD), blocks.get(CLAIMS))
    page = BLOCK.sub("", text)
    printed: dict[str, list[str]] = {}
    for part in rendered.read(page).parts:
        if part.role == "statement":
            printed.setdefault(part.id, []).append(part.text)
    told = {name: tuple(texts) for name, texts in printed.items()}
    return Carried(record, claims, _as_written(claims), (digest(page),), told)


def _as_written(claims: Mapping[str, Any]) -> str:
    """The text of claims.json that an object was read from: the program writes it in one way."""
    text = json.dumps(claims, ensure_ascii=False, indent=1, allow_nan=False)
    return re.sub("[\ud800-\udfff]", lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def _pdf(path: Path, data: bytes) -> Carried:
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser, PDFSyntaxError
    from pdfminer.psexceptions import PSException

    try:
        document = PDFDocument(PDFParser(io.BytesIO(data)))
        attached = dict(_attached(document))
        contents = [b"".join(_stream(each) for each in page.contents) for page in PDFPage.create_pages(document)]
    except (PDFSyntaxError, PSException, KeyError, TypeError, ValueError, RecursionError) as problem:
        raise UsageError(
            str(path), f"cannot be read as a PDF ({type(problem).__name__})", "get the file again"
        ) from None
    claims_text = attached.get(CLAIMS, b"").decode("utf-8", "replace")
    record, claims = _objects(path, attached.get(RECORD, b"").decode("utf-8", "replace"), claims_text)
    pages = tuple(digest(content) for content in contents)
    return Carried(record, claims, claims_text, pages, {}, data)


def _stream(value: Any) -> bytes:
    from pdfminer.pdftypes import stream_value

    made: bytes = stream_value(value).get_data()
    return made


def _attached(document: Any) -> Iterator[tuple[str, bytes]]:
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
            yield decode_text(file["UF"]), _stream(resolve1(file["EF"])["F"])


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
        made = json.loads(record), json.loads(claims)
    except (ValueError, RecursionError):
        raise UsageError(str(path), "carries claims that are broken", "get the file again") from None
    if not all(isinstance(each, dict) for each in made) or made[0].get("schema") != SCHEMA:
        raise UsageError(str(path), "carries a record of another kind", "use the program that wrote it")
    return made
