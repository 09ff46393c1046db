"""Markdown: rendered to plain blocks of text, with YAML front matter as metadata.

Headings and paragraphs become a line each, list items "- item" or "1. item"; tables stay pipe tables
(see tables). Marks of emphasis, links and pictures go, their words stay; HTML is text like any other.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefing.errors import SourceError
from briefing.model.notice import Notice
from briefing.readers.blocks import Blocks
from briefing.readers.decoding import canonical
from briefing.readers.document import Document
from briefing.readers.frontmatter import split
from briefing.readers.tables import Cell, lines

if TYPE_CHECKING:
    from markdown_it.token import Token

NESTING = 100
"""The parser leaves out blocks nested deeper than this, and may leave out what follows them."""

CONTAINERS = ("blockquote_open", "list_item_open")


def parse(data: bytes, path: str) -> Document:
    """The document in a Markdown file, as plain text where its blocks are nested deeper than NESTING.

    Raises SourceError where it is empty, no text, or its front matter is wrong.
    """
    text, notices = canonical(data, path)
    stated, body = split(text, path)
    tokens = _tokens(body)
    if _too_deep(tokens):
        message = f"Read as plain text, marks and all: its blocks are nested deeper than {NESTING} levels."
        return Document(body, stated, (*notices, Notice("deep-nesting", message, path=path, limits=False)))
    rendered = _rendered(tokens)
    if not rendered:
        raise SourceError(path, "holds no words beside its front matter", "give a file that holds text")
    return Document(rendered, stated, notices)


def _tokens(markdown: str) -> list[Token]:
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False, "maxNesting": NESTING}).enable("table").parse(markdown)


def _too_deep(tokens: list[Token]) -> bool:
    """Whether a block that holds blocks was opened at the depth below which the parser reads none."""
    return any(token.type in CONTAINERS and token.level + 1 >= NESTING for token in tokens)


def _rendered(tokens: list[Token]) -> str:
    """The plain text: blocks with an empty line between them, list items and table rows without."""
    page = _Page()
    for token in tokens:
        page.take(token)
    return page.blocks.text()


@dataclass
class _Page:
    """The blocks met so far. ``marker`` is the list item's sign, until its first block takes it."""

    blocks: Blocks = field(default_factory=Blocks)
    marker: str = ""
    rows: list[list[Cell]] | None = None
    """The rows of the table that is being read."""

    def take(self, token: Token) -> None:
        """Adds what one block token says."""
        if token.type == "list_item_open":
            self.marker = f"{token.info}{token.markup} " if token.info else "- "
        elif token.type == "list_item_close":
            self.marker = ""
        elif token.type == "table_open":
            self.rows = []
        elif token.type == "tr_open" and self.rows is not None:
            self.rows.append([])
        elif token.type == "table_close":
            self.blocks.table(lines(self.rows or []))
            self.rows = None
        elif token.type == "inline":
            self._take_words(_words(token.children or []))
        elif token.type in ("fence", "code_block"):
            self._take_words(token.content.strip("\n"))

    def _take_words(self, words: str) -> None:
        if self.rows is not None:
            self.rows[-1].append(Cell(words, head=len(self.rows) == 1))
        else:
            self.blocks.add(self.marker + words, "item" if self.marker else "")
            self.marker = ""


def _words(children: list[Token]) -> str:
    breaks = {"softbreak": " ", "hardbreak": "\n"}
    return "".join(breaks.get(child.type, child.content) for child in children)
