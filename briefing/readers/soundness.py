"""What is done to every document, whatever its format: no half characters, no more than the limit, hidden ones told."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import replace

from briefing.errors import SourceError
from briefing.language.hidden import places, shown
from briefing.model.limits import Limits
from briefing.model.notice import Notice
from briefing.model.source import Source
from briefing.readers.document import Document

HALF = re.compile("[\ud800-\udfff]")
MOST_NAMED = 4
"""How many kinds of hidden characters a Notice names."""


def sound(document: Document, name: str, limits: Limits) -> Document:
    """The document with LF as line end, and U+FFFD for each half of a surrogate pair, which no UTF-8 file could hold.

    Raises SourceError where its text is longer than ``limits`` allow.
    """
    if len(document.text) > limits.text:
        what = f"holds {len(document.text):,} characters, more than the {limits.text:,} that are read"
        raise SourceError(name, what, "split it, or raise --max-text")
    text, count = HALF.subn("\ufffd", _line_ends(document))
    message = "Halves of characters, which no file of text can hold, are read as \ufffd."
    notices = (Notice("broken-text", message),) if count else ()
    return replace(document, text=text, notices=(*document.notices, *notices))


def _line_ends(document: Document) -> str:
    """The text with line ends as LF; as long as before where places in it are marked."""
    end = " \n" if document.marks or document.turns else "\n"
    return document.text.replace("\r\n", end).replace("\r", "\n")


def hidden(source: Source) -> tuple[Notice, ...]:
    """A Notice at the first hidden character of a source, where it holds any."""
    found = list(places(source.text))
    if not found:
        return ()
    kinds = Counter(source.text[place] for place in found)
    named = ", ".join(_named(kind) for kind in list(kinds)[:MOST_NAMED])
    more = f" and {len(kinds) - MOST_NAMED} more kinds" if len(kinds) > MOST_NAMED else ""
    count = f"{len(found):,} hidden character{'s' * (len(found) > 1)}"
    message = f"Holds {count} ({named}{more}); a page shows each as a mark."
    return (Notice("hidden-characters", message, source.id, found[0], found[0] + 1, source.files[0].path),)


def _named(character: str) -> str:
    return f"{shown(f' {character} ').strip()} {unicodedata.name(character, 'control character').lower()}"
