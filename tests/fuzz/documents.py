"""Files of every format: made around random texts, or those of other tests with their bytes disturbed."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from hypothesis import strategies as st

from tests.fuzz.texts import story, word

TESTS = Path(__file__).parent.parent
LARGEST = 60_000
"""Bytes of a file that is disturbed: larger ones take long to read."""

ENCODINGS = (
    "utf-8",
    "utf-8",
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-32",
    "cp1252",
    "utf-7",
    "latin-1",
    "koi8-r",
)


def _html(title: str, body: str) -> str:
    return (
        f'<!DOCTYPE html><html lang="en"><head><title>{title}</title><meta name="author" content="{title}">'
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "headline": {json.dumps(title)}}}</script>'
        "</head>"
        f"<body><article><h1>{title}</h1><p>{body}</p><table><tr><th>{title}</th></tr><tr><td>40</td></tr></table>"
        f"<ul><li>{body}</li></ul></article></body></html>"
    )


def _rss(title: str, body: str) -> str:
    item = f"<item><title>{title}</title><description>{body}</description><pubDate>Mon, 4 May 2026</pubDate></item>"
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>{title}</title>{item}{item}</channel></rss>'


def _mail(title: str, body: str) -> str:
    head = f"From: {title} <a@b.example>\nSubject: {title}\nDate: Mon, 4 May 2026 10:00:00 +0200\nMIME-Version: 1.0\n"
    return f"{head}Content-Type: text/plain; charset=utf-8\n\n{body}"


def _feed(title: str, body: str) -> str:
    items = [{"id": "1", "title": title, "content_text": body}]
    report = [{"fields": {"title": title, "body": body, "source": [{"name": title}]}}]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": title, "items": items, "data": report})


MADE: Mapping[str, Callable[[str, str], str]] = {
    ".md": lambda title, body: f"---\ntitle: {title}\npublished: 2026-05-04\n---\n# {title}\n\n{body}",
    ".html": _html,
    ".htm": _html,
    ".xml": _rss,
    ".rss": _rss,
    ".atom": _rss,
    ".eml": _mail,
    ".json": _feed,
    ".csv": lambda title, body: f'title,text,published\n{title},"{body}",2026-05-04\n',
    ".jsonl": lambda title, body: json.dumps({"title": title, "text": body}) + "\n" + body,
    ".srt": lambda title, body: f"1\n00:00:01,000 --> 00:00:02,000\n{title}: {body}\n",
    ".vtt": lambda title, body: f"WEBVTT\n\n00:01.000 --> 00:02.000\n<v {title}>{body}\n",
}
"""How a format's text looks around a title and a body; of formats that are not here only files are disturbed."""


@cache
def _samples(ending: str) -> list[bytes]:
    files = sorted(TESTS.rglob(f"*{ending}"))
    return [data for file in files if file.is_file() and len(data := file.read_bytes()) <= LARGEST]


def document(ending: str) -> st.SearchStrategy[bytes]:
    """The bytes of a file with this ending: sound, disturbed, or nothing of the kind."""
    made = st.builds(MADE.get(ending, lambda title, body: f"{title}\n\n{body}"), word, story)
    encoded = st.builds(lambda text, name: text.encode(name, "replace"), made, st.sampled_from(ENCODINGS))
    sound = encoded | st.sampled_from(_samples(ending)) if _samples(ending) else encoded
    return sound | disturbed(sound) | st.binary(max_size=200)


def disturbed(sound: st.SearchStrategy[bytes]) -> st.SearchStrategy[bytes]:
    """The bytes of ``sound`` with up to four places cut, doubled, overwritten or filled in."""
    change = st.tuples(
        st.floats(0, 1), st.floats(0, 1), st.binary(max_size=6), st.sampled_from(["cut", "double", "write", "fill"])
    )
    return st.builds(_changed, sound, st.lists(change, min_size=1, max_size=4))


def _changed(data: bytes, changes: list[tuple[float, float, bytes, str]]) -> bytes:
    for at, length, new, how in changes:
        start = int(at * len(data))
        end = start + int(length * min(len(data) - start, 400))
        middle = {"cut": b"", "double": data[start:end] * 2, "write": new, "fill": data[start:end] + new}[how]
        data = data[:start] + middle + data[end:]
    return data
