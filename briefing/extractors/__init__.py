"""Extractors: a source in, its claims out. One line a method in the table; the built-in one needs nothing but rules."""

from __future__ import annotations

from collections.abc import Callable

from briefing.errors import UsageError
from briefing.extractors import rules, turns
from briefing.extractors.unanalysed import unanalysed
from briefing.extractors.withholding import withhold
from briefing.language.languages import is_understood
from briefing.model.claim import Extraction
from briefing.model.source import Source

__all__ = ["EXTRACTORS", "extract", "withhold"]

Extractor = Callable[[Source], Extraction]

EXTRACTORS: dict[str, Extractor] = {
    "rules": rules.extract,
}


def extract(source: Source, method: str = "rules") -> Extraction:
    """The passages, claims, unused stretches and notices of ``source``; no claims where its language is not understood.

    Raises UsageError for an unknown method.
    """
    if method not in EXTRACTORS:
        raise UsageError("extractor", f"there is none called {method!r}", f"use one of {', '.join(EXTRACTORS)}")
    return turns.attribute(source, EXTRACTORS[method](source)) if is_understood(source.language) else unanalysed(source)
