"""Days that a text names without a date ("on Friday", "yesterday"): found, never resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.language.lexicon import lexicon
from briefing.model.source import Span


def relative_days(text: str) -> Iterator[Span]:
    """The spans of such days in ``text``, in order."""
    return (found.span() for found in _pattern().finditer(text))


@cache
def _pattern() -> re.Pattern[str]:
    words = lexicon("days")
    alone, lead, after, period_lead, period = (
        "|".join(words[k]) for k in ("alone", "lead", "after", "period_lead", "period")
    )
    return re.compile(rf"\b(?:{alone}|(?:{lead}) (?:{after})|(?:{period_lead}) (?:{period}))\b", re.IGNORECASE)
