"""Quotation marks, of any language: what makes words look like someone's own."""

from __future__ import annotations

import unicodedata

from briefing.model.source import Span

PLAIN = frozenset("\"'`´„‚")
"""Marks that Unicode does not count among the opening and closing ones."""
SPACES = " \u00a0\u202f"
"""What may stand between a quotation mark and the words it marks."""
NEAR = 4
"""Characters within which the quotation mark of quoted words stands."""


def is_quotation_mark(character: str) -> bool:
    """Whether ``character`` may open or close a quotation."""
    return character in PLAIN or unicodedata.category(character) in ("Pi", "Pf")


def is_marked(text: str, words: Span) -> bool:
    """Whether a quotation mark stands on one side of the words, and one or a line's end on the other."""
    start, end = words
    before, after = text[max(0, start - NEAR) : start].rstrip(SPACES), text[end : end + NEAR].lstrip(SPACES)
    sides = before[-1:] or "\n", after[:1] or "\n"
    return any(map(is_quotation_mark, sides)) and all(is_quotation_mark(side) or side.isspace() for side in sides)
