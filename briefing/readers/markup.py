"""A tree of elements -> blocks: headings, paragraphs, list items, table rows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml import etree

from briefing.readers import tables
from briefing.readers.blocks import Blocks

TEXT = frozenset({"p", "pre", "address", "blockquote", "center", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "legend"})
PARTS = frozenset({"html", "body", "main", "article", "section", "header", "footer", "nav", "aside", "div", "form"})
LISTS = frozenset({"ul", "ol", "li", "dl", "dt", "dd", "details", "summary", "fieldset", "figure", "figcaption"})
TABLES = frozenset({"table", "caption", "tr", "td", "th"})
BLOCK = TEXT | PARTS | LISTS | TABLES
"""Elements that stand in lines of their own."""

ALIKE = {"item": "li", "row": "tr", "cell": "td", "lb": "br", "list": "ul", "head": "h2", "quote": "blockquote"}
"""What trafilatura calls elements of HTML."""

MOST_NESTED = 8
"""Tables in tables that are told apart; what lies deeper is no table."""

LONGEST_NUMBER = 6
"""Digits of the number of a list item; more are no number of an item."""

SPACES = re.compile(r"[ \t\n\r\f\v]+")
RUN = re.compile(r" {2,}")
EMPTY_LINE = re.compile(r"\n ?(?:\n ?)+")
SOFT_HYPHEN = "\u00ad"


def read(root: etree._Element, skipped: frozenset[str] = frozenset()) -> Blocks:
    """The blocks of what ``root`` holds, without elements named in ``skipped``."""
    reading = _Reading()
    walker = etree.iterwalk(root, events=("start", "end"))
    for event, element in walker:
        tag = element.tag if isinstance(element.tag, str) else ""
        tag = ALIKE.get(tag, tag)
        if event == "start" and (tag in skipped or not tag):
            walker.skip_subtree()
        elif event == "start":
            reading.start(tag, element.attrib)
            reading.words(element.text)
        else:
            if tag and tag not in skipped:
                reading.end(tag)
            reading.words(element.tail if element is not root else None)
    return reading.finished()


@dataclass
class _Table:
    """A table that is being read: its cells as blocks, since what holds long text or tables is a layout."""

    rows: list[list[tuple[Blocks, Mapping[str, str]]]] = field(default_factory=list)
    caption: str = ""
    heads: bool = False
    """Whether what is read stands in the table's head."""
    nests: bool = False
    """Whether it holds another table."""
    outer: int = 1
    """How many blocks were being read when it opened: the page, and the cells it stands in."""

    def put_into(self, page: Blocks) -> None:
        """Adds the table to ``page``, as rows or, where it is a layout, as the blocks of its cells."""
        page.add(self.caption)
        rows = [[_cell(blocks, attributes) for blocks, attributes in row] for row in self.rows]
        if not self.nests and tables.is_data(rows):
            page.table(tables.lines(rows))
        else:
            page.met += (block for row in self.rows for blocks, _ in row for block in blocks.met)


def _cell(blocks: Blocks, attributes: Mapping[str, str]) -> tables.Cell:
    across, down = (_number(attributes.get(name, ""), 1) for name in ("colspan", "rowspan"))
    return tables.Cell(" ".join(block.text for block in blocks.met), across, down, "head" in attributes)


class _Reading:
    """What was read so far. ``pages`` holds the blocks of the page, and on top of them those of the open cell."""

    def __init__(self) -> None:
        self.pages = [Blocks()]
        self.tables: list[_Table] = []
        self.too_nested = 0
        self.lists: list[int | None] = []
        """For each open list the number of its next item, None where its items have none."""
        self.line: list[str] = []
        self.marker = ""
        self.exact = 0

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        if tag in BLOCK:
            self.flush()
        if tag == "br":
            self.line.append("\n")
        elif tag == "table":
            self.open_table()
        elif tag == "thead" and self.tables:
            self.tables[-1].heads = True
        elif tag == "tr" and self.reads_table():
            self.tables[-1].rows.append([])
        elif tag in ("td", "th") and self.reads_table():
            self.open_cell(tag, attributes)
        elif tag in ("ul", "ol"):
            ordered = tag == "ol" or attributes.get("rend") == "ol"
            self.lists.append(_number(attributes.get("start", ""), 1) if ordered else None)
        elif tag == "li":
            self.open_item(attributes)
        elif tag == "pre":
            self.exact += 1

    def words(self, text: str | None) -> None:
        """Text stands here."""
        if text:
            text = text.replace(SOFT_HYPHEN, "")
            self.line.append(text if self.exact else SPACES.sub(" ", text))

    def end(self, tag: str) -> None:
        """An element closes."""
        if tag == "caption" and self.tables:
            self.tables[-1].caption, self.line = _shown("".join(self.line)), []
        if tag in BLOCK:
            self.flush()
        if tag == "table":
            self.close_table()
        elif tag == "thead" and self.tables:
            self.tables[-1].heads = False
        elif tag in ("td", "th") and self.reads_table() and len(self.pages) > self.tables[-1].outer:
            self.pages.pop()
        elif tag in ("ul", "ol") and self.lists:
            self.lists.pop()
        elif tag == "li":
            self.marker = ""
        elif tag == "pre":
            self.exact -= 1

    def flush(self) -> None:
        """Ends the line that was being read: an empty line in it parts two blocks."""
        text, self.line = "".join(self.line), []
        for block in [text.strip("\n")] if self.exact else EMPTY_LINE.split(text):
            said = block if self.exact else _shown(block)
            if said.strip():
                self.pages[-1].add(self.marker + said, "item" if self.marker else "")
                self.marker = ""

    def finished(self) -> Blocks:
        """All blocks, once the outermost element is closed."""
        self.flush()
        return self.pages[0]

    def reads_table(self) -> bool:
        """Whether rows and cells belong to a table that is told apart."""
        return bool(self.tables) and not self.too_nested

    def open_table(self) -> None:
        """A table opens, in the page or in another's cell."""
        if self.tables:
            self.tables[-1].nests = True
        if self.too_nested or len(self.tables) == MOST_NESTED:
            self.too_nested += 1
        else:
            self.tables.append(_Table(outer=len(self.pages)))

    def close_table(self) -> None:
        """A table closes, and goes where it stands."""
        if self.too_nested:
            self.too_nested -= 1
        elif self.tables:
            table = self.tables.pop()
            del self.pages[table.outer :]
            table.put_into(self.pages[-1])

    def open_cell(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A cell opens: what it holds is read apart."""
        table = self.tables[-1]
        if not table.rows:
            table.rows.append([])
        head = {"head": ""} if tag == "th" or table.heads or attributes.get("role") == "head" else {}
        spans = {name: attributes[name] for name in ("colspan", "rowspan") if name in attributes}
        table.rows[-1].append((Blocks(), spans | head))
        self.pages.append(table.rows[-1][-1][0])

    def open_item(self, attributes: Mapping[str, str]) -> None:
        """A list item opens; its first block has its mark."""
        number = self.lists[-1] if self.lists else None
        if number is None:
            self.marker = "- "
            return
        number = _number(attributes.get("value", ""), number)
        self.marker, self.lists[-1] = f"{number}. ", number + 1


def _shown(text: str) -> str:
    """Text as it is shown: one space between words, none at the ends of lines."""
    return "\n".join(part.strip(" ") for part in RUN.sub(" ", text).split("\n")).strip("\n")


def _number(text: str, otherwise: int) -> int:
    text = text.strip()
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= LONGEST_NUMBER else otherwise
