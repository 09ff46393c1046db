"""Fetch: each address of a list into a folder, what is there already left alone, and what fails told."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefing import workspace
from briefing.errors import UsageError
from briefing.fetching.hosts import RefusedError
from briefing.fetching.limits import Limits
from briefing.fetching.robots import Robots
from briefing.fetching.snapshots import Snapshots
from briefing.fetching.web import Page, Web
from briefing.model.notice import Notice

ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one address: ``status`` is "fetched", "kept" (it was there) or "failed", with a ``notice``.

    ``file`` is the name of the snapshot in the folder, ``sha256`` the hash of its bytes where it was fetched now.
    """

    url: str
    status: str
    file: str | None = None
    sha256: str | None = None
    notice: Notice | None = None


def addresses(text: str, where: str) -> tuple[str, ...]:
    """The web addresses in ``text``, one a line, each once; empty lines and those that begin with "#" say nothing.

    Raises UsageError where there is none, or a line holds anything else. ``where`` names the list.
    """
    found: dict[str, None] = {}
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        said = line.strip()
        if not said or said.startswith("#"):
            continue
        if not ADDRESS.fullmatch(said):
            raise UsageError(
                f"{where}, line {number}", f"{said!r} is no web address", "write one a line, http or https"
            )
        found[said.partition("#")[0]] = None  # a place in a page is the page
    if not found:
        raise UsageError(where, "holds no web address", "write one a line")
    return tuple(found)


def fetch(
    urls: Sequence[str],
    folder: Path,
    limits: Limits | None = None,
    *,
    refresh: bool = False,
    progress: Progress = lambda _: None,
) -> Iterator[Fetched]:
    """Saves the page at each of ``urls`` into ``folder``, one after the other, and says what became of it.

    A page that is there is left alone, unless it is to be had afresh (``refresh``). A page that cannot be had is told
    of and stops no other. Raises UsageError where the folder cannot be written to or its sources.toml is wrong.
    """
    bounds = limits or Limits()
    with workspace.held(folder), closing(Web(bounds)) as web:
        snapshots, robots = Snapshots(folder), Robots(web)
        for number, url in enumerate(urls, 1):
            progress(f"fetching {number} of {len(urls)}: {url}")
            there = snapshots.of(url)
            if there and not refresh:
                yield Fetched(url, "kept", there)
                continue
            try:
                page = _good(web.get(url, robots.pause(url)))
                name, digest = snapshots.save(url, page, datetime.now(UTC).replace(microsecond=0))
            except RefusedError as why:
                notice = Notice("not-fetched", f"Not fetched, because {why}.", path=url, limits=False)
                yield Fetched(url, "failed", there, notice=notice)
            else:
                yield Fetched(url, "fetched", name, digest)


def _good(page: Page) -> Page:
    if not 200 <= page.status < 300:
        raise RefusedError(f"the site answers with status {page.status}")
    if not page.data.strip():
        raise RefusedError("it is empty")
    return page
