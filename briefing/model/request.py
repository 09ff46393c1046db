"""Request: what the analyst asked a briefing to be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Request:
    """What the analyst asked for, beside the sources. ``as_of`` is an ISO 8601 date, ``tlp`` a TLP 2.0 label."""

    title: str | None = None
    as_of: str | None = None
    tlp: str | None = None
    annex: str | None = None
    language: str = "en"
