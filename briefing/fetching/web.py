"""Web: one page at a time over HTTP, bounded in time, size and redirects, and kept from private addresses."""

from __future__ import annotations

import time
from dataclasses import dataclass
from urllib.request import getproxies

import httpx

from briefing import __version__
from briefing.fetching.hosts import RefusedError, reachable, resolved
from briefing.fetching.limits import Limits

AGENT = "briefing"
"""What robots.txt may call the program."""

PORTS = {"http": 80, "https": 443}
PATIENCE = 10.0
"""Seconds for a connection, and between two pieces of a page."""


@dataclass(frozen=True, slots=True)
class Page:
    """What an address led to: its status, its bytes, and their media type ("text/html")."""

    status: int
    data: bytes
    media_type: str


class Web:
    """Requests to the web. To be closed when done."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        headers = {"User-Agent": f"{AGENT}/{__version__}", "Accept": "text/html, */*;q=0.8"}
        self._client = httpx.Client(headers=headers, timeout=PATIENCE, follow_redirects=False)
        self._proxied = not {"http", "https", "all"}.isdisjoint(getproxies())
        self._next: dict[str, float] = {}

    def close(self) -> None:
        """Ends all connections."""
        self._client.close()

    def get(self, url: str, pause: float = 0.0) -> Page:
        """The page at ``url``, whatever its status, ``pause`` seconds after the last request to its host at the least.

        Redirects are followed, to http and https alone, and to a private address only where ``url`` itself has one.
        Raises RefusedError where the page cannot be had within the limits.
        """
        try:
            return self._followed(httpx.URL(url), max(pause, self._limits.pause))
        except httpx.HTTPError as error:
            raise RefusedError(f"it cannot be reached ({str(error) or type(error).__name__})") from None
        except (httpx.InvalidURL, ValueError) as error:
            raise RefusedError(f"its address cannot be used ({error})") from None

    def _followed(self, url: httpx.URL, pause: float) -> Page:
        deadline = time.monotonic() + self._limits.seconds
        at_home = not self._proxied and any(map(self._limits.private, resolved(url.host, _port(url))))
        self._wait(url.host, pause)
        for _ in range(self._limits.redirects + 1):
            answer = self._client.send(self._request(url, at_home), stream=True)
            try:
                if not answer.has_redirect_location:
                    return self._page(answer, deadline)
                url = url.join(answer.headers["location"])
            finally:
                answer.close()
            if url.scheme not in PORTS or not url.host:
                raise RefusedError("it is sent on to what is no web address (http or https)")
            self._check(deadline)
        raise RefusedError(f"it is sent on more than {self._limits.redirects} times")

    def _wait(self, host: str, pause: float) -> None:
        """Leaves the host its pause since the last request."""
        time.sleep(max(0.0, self._next.get(host, 0.0) - time.monotonic()))
        self._next[host] = time.monotonic() + pause

    def _request(self, url: httpx.URL, at_home: bool) -> httpx.Request:
        """A request to the very machine that was looked at, lest its name lead elsewhere a moment later."""
        if self._proxied:  # the proxy knows the names, and this machine may not
            return self._client.build_request("GET", url)
        address = reachable(url.host, _port(url), self._limits.private, at_home)
        return self._client.build_request(
            "GET",
            url.copy_with(host=address),
            headers={"Host": url.netloc.decode("ascii")},
            extensions={"sni_hostname": url.host},
        )

    def _page(self, answer: httpx.Response, deadline: float) -> Page:
        pieces: list[bytes] = []
        length = 0
        for piece in answer.iter_bytes():
            pieces.append(piece)
            length += len(piece)
            if length > self._limits.size:
                raise RefusedError(f"it is larger than {self._limits.size / 1_000_000:g} MB")
            self._check(deadline)
        media_type = answer.headers.get("content-type", "").partition(";")[0].strip().lower()
        return Page(answer.status_code, b"".join(pieces), media_type)

    def _check(self, deadline: float) -> None:
        if time.monotonic() > deadline:
            raise RefusedError(f"it takes longer than {self._limits.seconds:g} seconds")


def _port(url: httpx.URL) -> int:
    return url.port or PORTS[url.scheme]
