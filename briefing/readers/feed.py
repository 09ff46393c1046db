"""RSS and Atom: every item is a source. Words, dates and names as feedparser finds them; nothing is fetched."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Mapping
from typing import Any

from briefing.errors import SourceError
from briefing.readers.decoding import canonical
from briefing.readers.document import Document
from briefing.readers.fragment import text_of
from briefing.readers.items import Item, documents

DECLARED = re.compile(rb"""<\?xml[^>]{0,100}?encoding\s*=\s*["']([\w.:-]{1,40})""")
REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,40})|([0-9]{1,40}));?")
ENTITY = re.compile(r"<!ENTITY", re.IGNORECASE)

Entry = Mapping[str, Any]


def parse(data: bytes, path: str) -> tuple[Document, ...]:
    """The documents in a saved feed. Raises SourceError where it is empty, no feed, or declares entities of its own."""
    declared = DECLARED.search(data, 0, 200)
    text, notices = canonical(data, path, declared[1].decode("ascii") if declared else None)
    if ENTITY.search(text):
        raise SourceError(path, "declares XML entities, which can swell without end", "save it without its DOCTYPE")
    found = _parsed(text, path)
    if not found.version and not found.entries:
        raise SourceError(path, "is no RSS or Atom feed", "save the feed itself, or the page as .html")
    return documents(_items(found, path), path, notices)


def _parsed(text: str, path: str) -> Any:
    """The feed as feedparser reads it. Raises SourceError where it breaks on what is broken in the feed."""
    import feedparser  # only feeds need it

    try:
        return feedparser.parse(
            io.BytesIO(
                REFERENCE.sub(_character, text).encode("utf-8", "replace")
            ),  # a stream: it would take a text for an address
            response_headers={"content-type": "application/xml; charset=utf-8"},
            sanitize_html=False,
            resolve_relative_uris=False,
        )
    except (AttributeError, LookupError, TypeError, ValueError) as error:
        what = f"is too broken to be read as a feed ({type(error).__name__})"
        raise SourceError(path, what, "save the feed again") from None


def _character(reference: re.Match[str]) -> str:
    """A reference to a character as it stands; a mark for one to what is none, on which feedparser breaks."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return "\ufffd" if number > sys.maxunicode or 0xD800 <= number <= 0xDFFF else reference[0]


def _items(found: Entry, path: str) -> Iterator[Item]:
    feed = found["feed"]
    for entry in found["entries"]:
        title = text_of(entry.get("title", ""), path)
        stated = {
            "title": " ".join(title.split()),
            "publisher": entry.get("source", {}).get("title") or feed.get("title"),
            "author": entry.get("author"),
            "published": entry.get("published") or entry.get("updated"),
            "url": entry.get("link"),
            "language": _language(entry) or feed.get("language"),
            "rights": entry.get("rights") or feed.get("rights"),
        }
        topics = ", ".join(tag["term"] for tag in entry.get("tags", ()) if tag.get("term"))
        yield Item(_words(entry, path) or title, stated, (("topics", topics),) if topics else ())


def _words(entry: Entry, path: str) -> str:
    """The longest of what an item has for its text: the whole of it, or a summary."""
    pieces = [*entry.get("content", ()), entry.get("summary_detail", {})]
    texts = (_shown(piece, path) for piece in pieces)
    return max(texts, key=len, default="")


def _shown(piece: Entry, path: str) -> str:
    value = piece.get("value") or ""
    return value.strip() if piece.get("type") == "text/plain" and "<" not in value else text_of(value, path)


def _language(entry: Entry) -> str | None:
    details = (*entry.get("content", ()), entry.get("summary_detail", {}), entry.get("title_detail", {}))
    return next((piece["language"] for piece in details if piece.get("language")), None)
