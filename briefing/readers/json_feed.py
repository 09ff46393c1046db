"""JSON Feed (jsonfeed.org): every item is a source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.model.notice import Notice
from briefing.readers import items
from briefing.readers.document import Document
from briefing.readers.fragment import text_of
from briefing.readers.items import Item

VERSION = "https://jsonfeed.org/version/"


def is_feed(value: object) -> bool:
    """Whether a JSON value is a JSON Feed."""
    return isinstance(value, Mapping) and str(value.get("version", "")).startswith(VERSION)


def documents(feed: object, path: str, notices: Sequence[Notice]) -> tuple[Document, ...]:
    """The documents of a feed. Raises SourceError where no item has words."""
    assert isinstance(feed, Mapping)
    return items.documents(_items(feed, path), path, notices)


def _items(feed: Mapping[str, object], path: str) -> Iterator[Item]:
    held = feed.get("items")
    for item in held if isinstance(held, list) else ():
        if isinstance(item, Mapping):
            words = text_of(_text(item, "content_html"), path) or _text(item, "content_text") or _text(item, "summary")
            stated = {
                "title": _text(item, "title"),
                "publisher": _text(feed, "title"),
                "author": _authors(item) or _authors(feed),
                "published": _text(item, "date_published") or _text(item, "date_modified"),
                "url": _text(item, "url") or _text(item, "external_url"),
                "language": _text(item, "language") or _text(feed, "language"),
            }
            yield Item(words or _text(item, "title"), stated)


def _authors(value: Mapping[str, object]) -> list[str]:
    """The names of who wrote it, as version 1.1 ("authors") or 1 ("author") has them."""
    found = value.get("authors", [value.get("author")])
    people = found if isinstance(found, list) else []
    return [name for one in people if isinstance(one, Mapping) and (name := _text(one, "name"))]


def _text(value: Mapping[str, object], key: str) -> str:
    found = value.get(key)
    return found if isinstance(found, str) else ""
