"""Request: what the analyst asked a briefing to be."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.note import Note


@dataclass(frozen=True, slots=True)
class Request:
    """What the analyst asked for, beside the sources. ``as_of`` is an ISO 8601 date, ``tlp`` a TLP 2.0 label.

    ``notes`` are the analyst's own texts, at most one a section.
    """

    title: str | None = None
    as_of: str | None = None
    tlp: str | None = None
    annex: str | None = None
    language: str = "en"
    notes: tuple[Note, ...] = ()
    silenced: tuple[tuple[str, str], ...] = ()
    """The codes of checks that the analyst silenced, each with the reason."""
    page: str | None = None
    """"A4" or "Letter"; None for what the audience sets."""
