"""Occasions and outlets: where a statement was made, and whose reporting a text passes on."""

from __future__ import annotations

import re
from functools import cache

from briefing.language.lexicon import word_set
from briefing.model.source import Span


@cache
def occasion_pattern() -> re.Pattern[str]:
    """A preposition, a few words and a word of an occasion, with the platform after it."""
    nouns = "|".join(sorted(map(re.escape, word_set("speakers", "occasions") - {"x"}), key=len, reverse=True))
    platforms = "|".join(sorted(map(re.escape, word_set("speakers", "platforms"))))
    return re.compile(
        rf"\b(?:[Ii]n|[Aa]t|[Oo]n|[Dd]uring|[Vv]ia)\s+((?:(?:a|an|the|his|her|its|their)\s+)?(?:[\w-]+\s+){{0,3}}?"
        rf"(?:{nouns})\b(?:\s+on\s+(?:{platforms})\b)?|(?:{platforms})\b)"
    )


@cache
def outlet_pattern() -> re.Pattern[str]:
    """The name of an agency or outlet."""
    names = sorted(map(re.escape, word_set("speakers", "outlets")), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(names)})\b")


def occasion(text: str, start: int, end: int) -> Span | None:
    """The words in ``text[start:end]`` that name an occasion ("a statement on X"), if there are any."""
    match = occasion_pattern().search(text, start, end)
    return match.span(1) if match else None


def quoted_outlet(text: str, start: int, end: int) -> Span | None:
    """The agency or outlet that ``text[start:end]`` names, if it names one."""
    match = outlet_pattern().search(text, start, end)
    return match.span() if match else None
