"""Reports as ReliefWeb's API hands them out (api.reliefweb.int, ``/reports``), one or a list, saved as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.errors import SourceError
from briefing.model.notice import Notice
from briefing.readers import items, markdown
from briefing.readers.document import Document
from briefing.readers.fragment import text_of
from briefing.readers.items import Item

SHOWN = ("country", "disaster", "disaster_type", "theme", "vulnerable_groups", "ocha_product")
"""What else a report is about, by the names of the API."""

Report = Mapping[str, object]


def reports(value: object) -> list[Report]:
    """The fields of each report in an answer of the API; none where it is no such answer."""
    held = value.get("data") if isinstance(value, Mapping) else value
    found = held if isinstance(held, list) else [held if held is not None else value]
    fields = [one["fields"] for one in found if isinstance(one, Mapping) and isinstance(one.get("fields"), Mapping)]
    return [one for one in fields if "title" in one or "body" in one or "body-html" in one]


def documents(value: object, path: str, notices: Sequence[Notice]) -> tuple[Document, ...]:
    """The documents of an answer of the API. Raises SourceError where no report has words."""
    return items.documents((_item(report, path) for report in reports(value)), path, notices)


def _item(report: Report, path: str) -> Item:
    date = report.get("date")
    stated = {
        "title": _text(report.get("title")),
        "publisher": _names(report.get("source")),
        "published": _text(date.get("original") or date.get("created")) if isinstance(date, Mapping) else "",
        "url": _text(report.get("url_alias")) or _text(report.get("url")),
        "language": _text(_first(report.get("language")).get("code")),
        "kind": ", ".join(_names(report.get("format"))),
    }
    files = [name for one in _objects(report.get("file")) if (name := _text(one.get("filename")))]
    notices = (_attached(files),) if files else ()
    return Item(_words(report, path), stated, tuple(_extra(report)), notices)


def _words(report: Report, path: str) -> str:
    """The text: the HTML, which keeps tables, else the Markdown, else the headline's summary."""
    shown = text_of(_text(report.get("body-html")), path)
    body = _text(report.get("body"))
    if not shown and body:
        try:
            shown = markdown.parse(body.encode("utf-8", "replace"), path).text
        except SourceError:  # marks without words
            return ""
    return shown


def _extra(report: Report) -> Iterator[tuple[str, str]]:
    for field in SHOWN:
        if names := ", ".join(_names(report.get(field))):
            yield field, names
    if origin := _text(report.get("origin")):
        yield "origin", origin


def _names(value: object) -> list[str]:
    return [name for one in _objects(value) if (name := _text(one.get("name")))]


def _objects(value: object) -> list[Report]:
    found = value if isinstance(value, list) else [value]
    return [one for one in found if isinstance(one, Mapping)]


def _first(value: object) -> Report:
    return next(iter(_objects(value)), {})


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _attached(names: list[str]) -> Notice:
    return Notice("unread-attachments", f"What is attached to it is not read: {', '.join(names)}.")
