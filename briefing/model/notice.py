"""Notice: something met and worked around."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """What was met, where, and a sentence for the analyst.

    ``code`` is a stable word ("undated-source"); ``source`` a source id or None; ``start`` and ``end`` are code
    points into that source's text or None. ``limits`` says whether it limits the briefing and so is printed under
    *Limitations*. ``path`` is the file it was met in, where there is one.
    """

    code: str
    message: str
    source: str | None = None
    start: int | None = None
    end: int | None = None
    path: str | None = None
    limits: bool = True
