"""robots.txt: what a site asks programs not to fetch, and how long they should wait (RFC 9309)."""

from __future__ import annotations

from urllib.parse import urlsplit

from protego import Protego

from briefing.fetching.hosts import RefusedError
from briefing.fetching.web import AGENT, Web

LONGEST = 500_000
"""Bytes of a robots.txt that are read."""

LONGEST_PAUSE = 30.0
"""Seconds that a site may ask for between two requests; one that asks for more gets these."""


class Robots:
    """The rules of the sites met so far."""

    def __init__(self, web: Web) -> None:
        self._web = web
        self._rules: dict[str, Protego | RefusedError] = {}

    def pause(self, url: str) -> float:
        """The seconds to wait between two requests. Raises RefusedError where the site asks not to fetch the page."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._asked(f"{site}/robots.txt")
        rules = self._rules[site]
        if isinstance(rules, RefusedError):
            raise rules
        if not rules.can_fetch(url, AGENT):
            raise RefusedError("the site's robots.txt asks not to")
        return min(float(rules.crawl_delay(AGENT) or 0.0), LONGEST_PAUSE)

    def _asked(self, url: str) -> Protego | RefusedError:
        """The rules; none where the site has no robots.txt; RefusedError where it cannot be told what the site asks."""
        try:
            page = self._web.get(url)
        except RefusedError as why:
            return RefusedError(f"its robots.txt cannot be read: {why}")
        if page.status >= 500:
            return RefusedError(f"its robots.txt cannot be read (status {page.status})")
        text = page.data[:LONGEST].decode("utf-8", "replace") if page.status < 300 else ""
        return Protego.parse(text)
