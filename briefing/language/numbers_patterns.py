"""Patterns made of word lists."""

from __future__ import annotations

import re
from collections.abc import Iterable


def either(words: Iterable[str]) -> str:
    """A pattern that fits any of ``words``, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
