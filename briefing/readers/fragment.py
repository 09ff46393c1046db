"""A piece of HTML inside another format (a mail, an item of a feed) -> its text, as a web page's would be."""

from __future__ import annotations

import re

from briefing.errors import SourceError

MARKUP = re.compile(r"<[A-Za-z/!]|&(?:#|[A-Za-z]{2,8};)")
SURROGATE = re.compile("[\ud800-\udfff]")


def text_of(piece: str, path: str) -> str:
    """The words of a piece of HTML, its lists and tables kept; "" where it shows none. ``path`` is for messages.

    A piece without tags and character references is text as it stands.
    """
    plain = piece.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not MARKUP.search(plain):
        return plain if re.search(r"\w", plain) else ""
    from briefing.readers import markup, page_tree  # they load lxml

    try:
        root = page_tree.tree(SURROGATE.sub("\ufffd", plain).encode(), path).root
    except SourceError:  # tags without words: nothing is said here, and the rest of the file may say something
        return ""
    shown = markup.read(root, frozenset({"head"})).text()
    return shown if re.search(r"\w", shown) else ""
