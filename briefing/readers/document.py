"""Document: what one format's reader finds in a file, before it is a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model.notice import Notice
from briefing.model.source import Mark, Turn


@dataclass(frozen=True, slots=True)
class Document:
    """``text`` is canonical; ``stated`` is what the file says of itself, by metadata field, as it stands there.

    ``detected`` is what the reader worked out without the file saying so. ``marks`` say where in ``text`` pages or
    moments begin. ``part`` names the piece of a file that holds several documents ("row=3"); "" is the whole file.
    ``extra`` is what else the file states of the text, as name and value. ``turns`` say who speaks where.
    """

    text: str
    stated: Mapping[str, object] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    detected: Mapping[str, object] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    part: str = ""
    extra: tuple[tuple[str, str], ...] = ()
    turns: tuple[Turn, ...] = ()
