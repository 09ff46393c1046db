"""Quotation marks, of any language: what makes words look like someone's own."""

from __future__ import annotations

import unicodedata

PLAIN = frozenset("\"'`´„‚")
"""Marks that Unicode does not count among the opening and closing ones."""


def is_quotation_mark(character: str) -> bool:
    """Whether ``character`` may open or close a quotation."""
    return character in PLAIN or unicodedata.category(character) in ("Pi", "Pf")
