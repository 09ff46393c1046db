"""Brand: whose briefing it is, and so what name, logo and colours its pages bear."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

TEXTS = ("organisation", "contact", "disclaimer")
"""The texts a brand prints, in the order they stand on a page."""


@dataclass(frozen=True, slots=True)
class Brand:
    """An organisation's own: each part may be lacking.

    ``logo`` is a picture as a data: address, ``alt`` what is said in its place. ``colours`` and ``dark`` are colours
    by token ("accent"), for light and dark pages. ``fonts`` are typefaces as data: addresses, by token ("serif").
    ``language`` and ``page`` come before what the audience sets.
    """

    organisation: str | None = None
    contact: str | None = None
    disclaimer: str | None = None
    logo: str | None = None
    alt: str | None = None
    colours: Mapping[str, str] = field(default_factory=dict)
    dark: Mapping[str, str] = field(default_factory=dict)
    fonts: Mapping[str, str] = field(default_factory=dict)
    language: str | None = None
    page: str | None = None
