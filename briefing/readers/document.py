"""Document: what one format's reader finds in a file, before it is a source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model.notice import Notice


@dataclass(frozen=True, slots=True)
class Document:
    """``text`` is canonical; ``stated`` is what the file says of itself, by metadata field, as it stands there."""

    text: str
    stated: Mapping[str, object] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
