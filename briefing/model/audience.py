"""Audience: who reads a briefing, and so what it shows and how it looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Audience:
    """One audience, its parents' settings merged in.

    ``folders`` are template folders, its own first and its furthest parent's last. ``sections`` are section names in
    the order they are printed. ``key_figures`` is how many cards are shown at most, ``bottom_line`` how many claims;
    ``statements``, ``per_actor``, ``per_sector`` and ``matters`` are the most that the sections print.
    ``weights`` scores claims for titles, bottom line and cards: keys are dotted names ("sector.displacement",
    "force.urged", "form.direct", "figure.people"), values points. ``labels`` are texts its own templates print.
    ``style`` names a folder of ``styles``. ``page`` is "A4" or "Letter". ``annex`` is "none", "excerpts" or "full".
    """

    name: str
    folders: tuple[Path, ...]
    sections: tuple[str, ...]
    weights: Mapping[str, float] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    key_figures: int = 8
    bottom_line: int = 2
    statements: int = 60
    per_actor: int = 10
    per_sector: int = 5
    matters: int = 24
    title: tuple[str, ...] = ("quotation", "headline")
    style: str = "spine"
    page: str = "A4"
    annex: str = "full"
    language: str = "en"
    tlp: str | None = None
    length: Mapping[str, int] = field(default_factory=dict)
    """The most words a section should have, by section; `briefing check` tells of those that have more."""
