"""Saved web pages: the main text, with its lists and tables, and what the page states of itself."""

from __future__ import annotations

import logging
import re
from itertools import groupby
from typing import TYPE_CHECKING

from briefing.errors import SourceError
from briefing.model.notice import Notice
from briefing.readers.blocks import Block, Blocks
from briefing.readers.document import Document

if TYPE_CHECKING:
    from lxml import html

    from briefing.readers.page_tree import Tree

HEAD = frozenset({"head"})
AROUND = frozenset({"nav", "footer", "aside", "form", "header"})
"""Elements that stand around a page's text."""

FIRST_MARK, MOST_MARKS = 0x100000, 0xFFFD
"""Each text of a page is marked by a character of its own on its way through trafilatura; a page with more texts is
read whole. No page holds these characters: they mean nothing outside of one font, and were left out."""

MARK = re.compile("[\U00100000-\U0010ffff]")

TOP = 4
"""Blocks at the top of a text, one of which may be its headline."""


def parse(data: bytes, path: str) -> Document:
    """The document in a saved web page.

    Raises SourceError where it is empty, no text, or shows no words.
    """
    from briefing.readers import page_metadata, page_tree  # they load lxml, which only such files need

    tree = page_tree.tree(data, path)
    stated = page_metadata.stated(tree)
    blocks, notices = _main(tree, path)
    text = _with_headline(tree, blocks).text()
    if not re.search(r"\w", text):
        raise SourceError(path, "shows no words", "save the page as a browser shows it, or as plain text")
    return Document(text, stated, (*tree.notices, *notices))


def _main(tree: Tree, path: str) -> tuple[Blocks, tuple[Notice, ...]]:
    """The main text, else all that the page shows, and a Notice.

    Trafilatura says which texts belong to it; how they stand in lists and tables is read from the page itself, since
    trafilatura loses merged cells, numbers of items and empty lines.
    """
    from briefing.readers import markup

    kept = _kept(tree.root) if not tree.too_deep and _marked(tree.root) else set()
    blocks = _of(kept, markup.read(tree.root, HEAD))
    if blocks.met:
        return blocks, ()
    message = "No main text was found in the page: all that it shows is read."
    every = _of(None, markup.read(tree.root, HEAD | AROUND))
    return every, (Notice("no-main-text", message, path=path, limits=False),)


def _marked(root: html.HtmlElement) -> bool:
    """Marks every text in the tree; whether there were marks enough."""
    number = 0
    for element in root.iter("*"):
        for place in ("text", "tail"):
            text = getattr(element, place)
            if text and not text.isspace():
                if number == MOST_MARKS:
                    return False
                said = text.lstrip()
                setattr(element, place, text[: len(text) - len(said)] + chr(FIRST_MARK + number) + said)
                number += 1
    return True


def _kept(root: html.HtmlElement) -> set[str]:
    """The marks of the texts that trafilatura takes for the main text."""
    import trafilatura

    logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it has to say is said by the result
    found = trafilatura.bare_extraction(root, include_comments=False, include_tables=True, with_metadata=False)
    body = getattr(found, "body", None)
    return set() if body is None else set(MARK.findall("".join(body.itertext())))


def _of(kept: set[str] | None, blocks: Blocks) -> Blocks:
    """The blocks with a mark that is kept (all, where ``kept`` is None), the tables with one whole; without marks."""
    made = Blocks()
    for run, group in groupby(blocks.met, lambda block: block.run):
        members = list(group)
        whole = run.startswith("row") and any(_has(kept, block) for block in members)
        for block in members:
            if whole or _has(kept, block):
                made.add(MARK.sub("", block.text), block.run)
    return made


def _has(kept: set[str] | None, block: Block) -> bool:
    return kept is None or not kept.isdisjoint(MARK.findall(block.text))


def _with_headline(tree: Tree, blocks: Blocks) -> Blocks:
    """``blocks``, the page's one main heading before them where they leave it out."""
    heads = [head for head in tree.root.iter("h1") if _text(head).strip()]
    if len(heads) != 1:
        return blocks
    said = " ".join(_text(heads[0]).split())
    if any(_letters(said) == _letters(block.text) for block in blocks.met[:TOP]):
        return blocks
    return Blocks([Block(said), *blocks.met])


def _letters(said: str) -> str:
    return "".join(c for c in said.lower() if c.isalnum())


def _text(element: html.HtmlElement) -> str:
    return MARK.sub("", element.text_content())
