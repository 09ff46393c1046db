"""Bytes of a web page -> a tree of what a reader of the page sees, its depth bounded.

Left out on the way: scripts, styles, handlers' code, what is hidden or struck through. Nothing a page links is fetched.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree, html

from briefing.errors import SourceError
from briefing.model.notice import Notice
from briefing.readers.decoding import canonical
from briefing.readers.raised import raised

DEEPEST = 200
"""Levels of elements that are kept apart: what lies deeper belongs to its ancestor at this level."""

PARTS = frozenset(["p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "table"])
"""Elements that begin a line of their own however deep they lie."""

CODE = frozenset({"script", "style", "template", "noscript"})
EMBEDDED = frozenset({"iframe", "object", "embed", "applet", "svg", "math", "canvas", "audio", "video", "map"})
CONTROLS = frozenset({"select", "datalist", "textarea", "button", "dialog"})
STRUCK = frozenset({"s", "strike", "del"})
UNSEEN = CODE | EMBEDDED | CONTROLS | STRUCK
HIDDEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)
LINKED_DATA = "application/ld+json"
DECLARED = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
DECLARED_WITHIN = 4096
"""Bytes from the beginning in which a page may declare its encoding (HTML says 1024, pages do not keep to it)."""

NAME = re.compile(r"[a-z_][a-z0-9_.-]*", re.ASCII)
NO_TEXT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ue000-\uf8ff\ufffe\uffff\U000f0000-\U0010ffff]")
"""Characters that no element may hold, and those that mean something in one font only, as icons do."""


@dataclass(frozen=True, slots=True)
class Tree:
    """``root`` is the page's html element, ``linked_data`` its blocks of JSON-LD as they stand there.

    ``too_deep``: it was nested deeper than DEEPEST.
    """

    root: html.HtmlElement
    linked_data: tuple[str, ...]
    too_deep: bool = False
    notices: tuple[Notice, ...] = ()


def tree(data: bytes, path: str) -> Tree:
    """The tree of a page. Raises SourceError where it is empty, no text, or holds no element."""
    declared = DECLARED.search(data, 0, DECLARED_WITHIN)
    text, notices = canonical(data, path, declared[1].decode("ascii") if declared else None)
    target = _Target()
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, target=target)
    found = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if found is None:
        raise SourceError(path, "holds no page", "give a web page as a browser saves it")
    return Tree(found, tuple(target.linked_data), target.too_deep, notices)


class _Target:
    """Takes the parser's events and builds the tree, neither deeper than DEEPEST nor with what is unseen."""

    def __init__(self) -> None:
        self._builder = etree.TreeBuilder(element_factory=html.HTMLParser().makeelement)
        self._depth = self._unseen = 0
        self._data: list[str] | None = None
        self._index: str | None = None
        self._last = ""
        self._said = self.too_deep = False
        self.linked_data: list[str] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        self._depth += 1
        if self._unseen:
            return
        if tag == "script" and attributes.get("type", "").strip().lower() == LINKED_DATA:
            self._data = []
        if tag in UNSEEN or _is_hidden(attributes):
            self._unseen = self._depth
        elif self._depth <= DEEPEST:
            self._builder.start(tag if NAME.fullmatch(tag) else "span", _kept(attributes))
        elif tag in PARTS:
            self._part()
        if tag == "sup":
            self._index = self._last

    def _part(self) -> None:
        """Parts what is too deep to be an element of its own from what stands before it."""
        self.too_deep = True
        for _ in range(2 if self._said else 0):
            self._builder.start("br", {})
            self._builder.end("br")
        self._said = False

    def data(self, text: str) -> None:
        """Text stands in the open element."""
        if self._data is not None:
            self._data.append(text)
        if self._unseen:
            return
        if self._index is not None:
            text = raised(text, self._index)
        text = NO_TEXT.sub("", text)
        self._last = text[-8:] or self._last
        self._said = self._said or not text.isspace()
        self._builder.data(text)

    def end(self, tag: str) -> None:
        """An element closes."""
        if self._data is not None and tag == "script":
            self.linked_data.append("".join(self._data))
            self._data = None
        if tag == "sup":
            self._index = None
        if self._unseen == self._depth:
            self._unseen = 0
        elif not self._unseen and self._depth <= DEEPEST:
            self._builder.end(tag if NAME.fullmatch(tag) else "span")
        self._depth -= 1

    def comment(self, text: str) -> None:
        """A comment is no text."""

    def close(self) -> html.HtmlElement | None:
        """The root, once all is read."""
        try:
            return self._builder.close()
        except (AssertionError, etree.XMLSyntaxError):
            return None


def _kept(attributes: Mapping[str, str]) -> dict[str, str]:
    """The attributes that an element may have: no handlers, and none whose name or value XML cannot hold."""
    named = ((key.removeprefix("xml:").lower(), value) for key, value in attributes.items())
    return {key: NO_TEXT.sub("", value) for key, value in named if NAME.fullmatch(key) and not key.startswith("on")}


def _is_hidden(attributes: Mapping[str, str]) -> bool:
    return "hidden" in attributes or bool(HIDDEN.search(attributes.get("style", "")))
