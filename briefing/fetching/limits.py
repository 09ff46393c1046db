"""How far fetching goes: how long, how much, how often, and where to."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.fetching.hosts import Private, is_private

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """``seconds`` a page may take in all, ``size`` the most bytes it may have, ``redirects`` how often it may send on.

    ``pause`` is the seconds between two requests to one host. ``private`` tells the IP addresses that a page may not
    lead to.
    """

    seconds: float = 60.0
    size: int = 20 * MEGABYTE
    redirects: int = 5
    pause: float = 1.0
    private: Private = is_private
