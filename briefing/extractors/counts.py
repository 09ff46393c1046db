"""Counted: unit and kind of a figure, and the words that say what it counts."""

from __future__ import annotations

from typing import NamedTuple

from briefing.model.source import Span

UNKNOWN = "items"
ITEMS = (UNKNOWN, "items")
PERSONS = ("people", "people")
"""Unit and kind of human beings."""


class Counted(NamedTuple):
    """Unit and kind of a figure, and the spans of the text that say what it counts, in the order of the text.

    ``stated`` is false where the words are those of an earlier figure, or none. ``noun`` is the span of the noun phrase
    alone, for figures that follow and leave it out.
    """

    unit: str
    kind: str
    spans: tuple[Span, ...] = ()
    stated: bool = True
    noun: tuple[Span, ...] = ()

    @property
    def again(self) -> tuple[Span, ...]:
        """The words for it in a figure that leaves them out."""
        return self.noun or self.spans[:1]
