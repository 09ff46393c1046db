"""The written Markdown and Word files: read back, they hold every statement and passage of the page, in its order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Mapping
from xml.etree import ElementTree

from briefing.verifying.paper import main_parts
from briefing.verifying.refusal import refuse, shown
from briefing.verifying.rendered import Page, fold

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def verify_text(page: Page, kind: str, data: bytes) -> None:
    """Hold the file ``data`` of a ``kind`` in READERS against the ``page`` it was made from.

    Raises VerificationError that names the first statement or passage the file lacks, or has before the one ahead.
    """
    text = _key(" ".join(READERS[kind](data)))
    at = 0
    for part in main_parts(page):
        place = text.find(_key(part.text), at)
        if place < 0:
            what = f"the file for {kind} lacks {shown(part.text)}, or has it out of order"
            refuse(f"{part.role} {part.id}", what, "report the page that loses it")
        at = place


def _key(text: str) -> str:
    return "".join(fold(text).split())


def _markdown(data: bytes) -> Iterator[str]:
    """The texts of a Markdown file, as a reader of Markdown sees them."""
    from markdown_it import MarkdownIt

    for token in MarkdownIt("commonmark", {"html": True}).enable("table").parse(data.decode("utf-8", "surrogatepass")):
        for inner in token.children or ():
            if inner.type in ("text", "code_inline"):
                yield inner.content


def _word(data: bytes) -> Iterator[str]:
    """The texts of a Word file's body."""
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        body = ElementTree.fromstring(parts.read("word/document.xml"))
    yield from (element.text or "" for element in body.iter(f"{WORD}t"))


READERS: Mapping[str, Callable[[bytes], Iterator[str]]] = {"md": _markdown, "docx": _word}
"""The formats that are made from the page's outline, and how their text is read back."""
