"""How much is read: bounds on what one file and one source may hold, so that a run ends."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """``size`` is the most bytes of a file, ``text`` the most characters of a source."""

    size: int = 50 * MEGABYTE
    text: int = 2_000_000


DEFAULT = Limits()
