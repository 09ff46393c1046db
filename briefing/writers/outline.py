"""The page of a briefing as an outline of blocks: what a word processor or a plain text can hold of it.

It is read from the page that the audience's own templates make, so that every format prints the same in the same order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

import tinyhtml5

from briefing.model.briefing import Briefing
from briefing.writers import html

LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
SILENT = ("svg", "style", "script", "title", "button", "nav")
"""Elements whose text is no part of the outline."""
ROLES = {
    "kind": "kind",
    "summary": "note",
    "rail": "rail",
    "note": "note",
    "handling": "handling",
    "numeral": "numeral",
    "what": "what",
}
"""The classes of the page's paragraphs that keep a look of their own."""
APART = frozenset({"note", "about", "voice"})
"""The classes of spans that a page sets apart by place or colour, and a line of text by a mark."""
HEADS = ("column-figure", "column-what", "column-told")
"""The labels over the columns of the key figures."""
SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text: where it leads (``#id``), whether it is marked, set strong, the mark of a citation."""

    text: str
    href: str = ""
    marked: bool = False
    strong: bool = False
    citation: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A heading (``level`` 1 to 4), list item, quotation or paragraph; ``ids`` are what leads to it.

    ``kind`` is "heading", "item", "quote", "fact" or "paragraph"; ``role`` says what look it has.
    """

    kind: str
    runs: tuple[Run, ...]
    ids: tuple[str, ...] = ()
    level: int = 0
    role: str = ""
    language: str = ""
    term: tuple[Run, ...] = ()
    """What a "fact" says the value of."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its caption, the heads of its columns, and its rows; each cell is some blocks."""

    caption: tuple[Run, ...]
    heads: tuple[tuple[Block, ...], ...]
    rows: tuple[tuple[tuple[Block, ...], ...], ...]
    ids: tuple[str, ...] = ()


@dataclass(slots=True)
class _Open:
    """The block that is being read: its runs so far, and the ids that wait for a place."""

    kind: str = "paragraph"
    role: str = ""
    level: int = 0
    language: str = ""
    runs: list[Run] = field(default_factory=list)


def outline(briefing: Briefing, page: str | None = None) -> tuple[Block | Table, ...]:
    """The blocks of a briefing, in printed order, from its page for "text", which is made where it is not yet.

    Raises TemplateError where a template of the audience is wrong.
    """
    text = html.body(briefing) if page is None else page
    body = tinyhtml5.parse(text, namespace_html_elements=False)
    reader = _Reader(tuple(briefing.labels[key] for key in HEADS))
    reader.inside(body.find("body"), Run(""))
    reader.close()
    return tuple(reader.made)


class _Reader:
    """Reads elements into blocks: an element that makes a block ends the one before it."""

    def __init__(self, heads: tuple[str, ...] = ()) -> None:
        self._heads = heads
        self.made: list[Block | Table] = []
        self._open = _Open()
        self._ids: list[str] = []
        self._quoted = 0

    def inside(self, element: Element | None, style: Run) -> None:
        """Reads what an element holds, its own text first."""
        waiting: list[tuple[Element, Run] | tuple[str, Run] | None] = []
        if element is not None:
            waiting = list(reversed(list(_parts(element, style))))
        while waiting:
            part = waiting.pop()
            if part is None:
                self.close()
            elif isinstance(part[0], str):
                self._say(replace(part[1], text=part[0]))
            else:
                waiting.extend(reversed(list(self._element(part[0], part[1]))))

    def close(self) -> None:
        """Ends the block that is open."""
        runs = _trimmed(self._open.runs)
        if runs:
            now = self._open
            last = self.made[-1] if self.made else None
            made = Block(now.kind, runs, tuple(self._ids), now.level, now.role, now.language)
            if isinstance(last, Block) and last.role == "term":
                self.made[-1] = replace(made, kind="fact", term=last.runs, ids=(*last.ids, *made.ids))
            else:
                self.made.append(made)
            self._ids = []
        self._open = _Open()

    def _say(self, run: Run) -> None:
        text = SPACE.sub(" ", run.text)
        if text:
            self._open.runs.append(replace(run, text=text))

    def _element(self, element: Element, style: Run) -> Iterator[tuple[Element, Run] | tuple[str, Run] | None]:
        """What is to be read for an element, in order; None ends a block."""
        name, classes = str(element.tag), element.get("class", "").split()
        if name in SILENT or element.get("hidden") is not None:
            return
        makes_block = name in ("p", "li", "dt", "dd", "div", "section", "header", "main", "blockquote", *LEVELS)
        if makes_block or name in ("table", "ul", "ol", "dl"):
            self.close()
        if element.get("id"):
            self._ids.append(str(element.get("id")))
        if name == "table":
            self.made.append(_table(element, self._taken()))
            return
        if name == "ul" and "figures" in classes:
            self.made.append(_figures(element, self._heads, self._taken()))
            return
        if makes_block:
            self._begin(element, name, classes)
        elif name == "span" and APART.intersection(classes) and any(run.text.strip() for run in self._open.runs):
            self._say(replace(style, text=" · "))
        yield from _parts(element, _styled(element, name, classes, style))
        if makes_block:
            yield None

    def _begin(self, element: Element, name: str, classes: list[str]) -> None:
        now = self._open
        now.kind = "heading" if name in LEVELS else "item" if name == "li" else "paragraph"
        now.kind = "quote" if name == "blockquote" else now.kind
        now.level = LEVELS.get(name, 0)
        now.role = next((ROLES[each] for each in classes if each in ROLES), "term" if name == "dt" else "")
        now.language = element.get("lang", "")

    def _taken(self) -> tuple[str, ...]:
        ids, self._ids = tuple(self._ids), []
        return ids


def _parts(element: Element, style: Run) -> Iterator[tuple[Element, Run] | tuple[str, Run]]:
    if element.text:
        yield element.text, style
    for child in element:
        if isinstance(child.tag, str):
            yield child, style
        if child.tail:
            yield child.tail, style


def _styled(element: Element, name: str, classes: list[str], style: Run) -> Run:
    """The look of an element's text."""
    if name == "a":
        style = replace(style, href=element.get("href", ""), citation="citation" in classes)
    if name == "mark":
        style = replace(style, marked=True)
    return replace(style, strong=True) if name in ("strong", "b", "h1", "h2", "h3", "h4") else style


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """Runs with single spaces between them and none at the ends; equal neighbours as one."""
    made: list[Run] = []
    for run in runs:
        text = run.text.lstrip() if not made or made[-1].text.endswith(" ") else run.text
        if not text:
            continue
        if made and replace(made[-1], text="") == replace(run, text=""):
            made[-1] = replace(made[-1], text=made[-1].text + text)
        else:
            made.append(replace(run, text=text))
    if made:
        made[-1] = replace(made[-1], text=made[-1].text.rstrip())
    return tuple(run for run in made if run.text)


def _blocks(element: Element) -> tuple[Block, ...]:
    """The blocks in a cell; tables in tables there are none."""
    reader = _Reader()
    reader.inside(element, Run(""))
    reader.close()
    return tuple(block for block in reader.made if isinstance(block, Block))


def _table(element: Element, ids: tuple[str, ...]) -> Table:
    caption = element.find("caption")
    rows = [(row, tuple(_blocks(cell) for cell in row if cell.tag in ("th", "td"))) for row in element.iter("tr")]
    head = next((cells for row, cells in rows if all(cell.tag == "th" for cell in row)), ())
    told = tuple(cells for _, cells in rows if cells is not head)
    named = tuple(str(row.get("id")) for row, _ in rows if row.get("id"))
    words = () if caption is None else tuple(run for block in _blocks(caption) for run in block.runs)
    return Table(words, head, told, (*ids, *named))


def _figures(element: Element, heads: tuple[str, ...], ids: tuple[str, ...]) -> Table:
    """The key figures as rows: the numeral, what is counted, and all that is told of it."""
    rows = []
    named: list[str] = []
    for card in element.findall("li"):
        blocks = _blocks(card)
        named += [str(card.get("id"))] if card.get("id") else []
        of = [tuple(block for block in blocks if block.role == role) for role in ("numeral", "what")]
        rows.append((*of, tuple(block for block in blocks if block.role not in ("numeral", "what"))))
    return Table((), tuple((Block("paragraph", (Run(head),)),) for head in heads), tuple(rows), (*ids, *named))
