"""Snapshots: the pages in a folder, and what its sources.toml says of them: address, when retrieved, hash."""

from __future__ import annotations

import hashlib
import re
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import tomlkit
from tomlkit.exceptions import TOMLKitError

from briefing import workspace
from briefing.errors import UsageError
from briefing.fetching.hosts import RefusedError
from briefing.fetching.web import Page

NAME = "sources.toml"
SLUG = 60
"""Characters of an address that a file's name begins with."""

ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "text/csv": ".csv",
    "text/vtt": ".vtt",
    "message/rfc822": ".eml",
    "application/json": ".json",
    "application/feed+json": ".json",
    "application/rss+xml": ".xml",
    "application/atom+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
}
"""Media type -> how the name of a snapshot ends."""


class Snapshots:
    """The snapshots in one folder. Raises UsageError where its sources.toml cannot be read."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        path = folder / NAME
        try:
            self._toml = tomlkit.parse(path.read_text(encoding="utf-8-sig")) if path.exists() else tomlkit.document()
        except (OSError, ValueError, TOMLKitError, RecursionError) as error:
            raise UsageError(str(path), f"cannot be read as TOML ({error})", "mend it or take it away") from None
        if not isinstance(self._toml.setdefault("source", tomlkit.aot()), tomlkit.items.AoT):
            raise UsageError(str(path), "'source' is no list of tables", "begin each source with [[source]]")

    def of(self, url: str) -> str | None:
        """The name of the file that holds the page at ``url``, where there is one."""
        entry = self._entry(url)
        name = entry.get("file") if entry is not None else None
        return str(name) if name and Path(name).name == name and (self._folder / name).is_file() else None

    def save(self, url: str, page: Page, when: datetime) -> tuple[str, str]:
        """The name of the file that ``page`` was saved to, and its SHA-256; the folder's sources.toml says so too.

        Raises RefusedError where it is of a media type that no reader reads.
        """
        ending = ENDINGS.get(page.media_type)
        if ending is None:
            raise RefusedError(f"it is of a type that is not read ({page.media_type or 'none is stated'})")
        entry = self._entry(url)
        kept = str(entry.get("file", "")) if entry is not None else ""
        name = kept if kept and Path(kept).name == kept and kept.endswith(ending) else _name(url, ending)
        digest = hashlib.sha256(page.data).hexdigest()
        if entry is None:
            entry = tomlkit.table()
            self._toml["source"].append(entry)
        for key, value in (("file", name), ("url", url), ("retrieved", when), ("sha256", digest)):
            entry[key] = value
        data = tomlkit.dumps(self._toml).encode()
        workspace.write_all({self._folder / name: page.data, self._folder / NAME: data})
        return name, digest

    def _entry(self, url: str) -> Any:
        return next((entry for entry in self._toml["source"] if entry.get("url") == url), None)


def _name(url: str, ending: str) -> str:
    """A name for the page at ``url``: the beginning of its address, and a hash that no other address has."""
    parts = urlsplit(url)
    slug = re.sub(r"[^a-z0-9]+", "-", f"{parts.hostname}{parts.path}".lower()).strip("-")[:SLUG].strip("-")
    return f"{slug}-{hashlib.sha256(url.encode()).hexdigest()[:8]}{ending}"
