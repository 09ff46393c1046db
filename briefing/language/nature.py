"""Nature: whether a statement is a fact the outlet states, something reported, or commentary."""

from __future__ import annotations

import re
from functools import cache

from briefing.language.lexicon import lexicon, word_set
from briefing.language.terms import apart, pattern, spans
from briefing.model.claim import Attribution


def nature(said: str, attribution: Attribution) -> str:
    """One of NATURES, for what is said and who says it.

    Content decides first: a forecast, plan, promise, appeal or judgement is commentary whoever utters it.
    """
    own = attribution.kind == "publisher"
    if attribution.force in word_set("nature", "forces") or _has("outlook", said):
        return "commentary"
    if not own:
        return "reported"
    if _has("hearsay", said):
        return "reported"
    return "commentary" if _has("judgement", said) else "fact"


def _has(kind: str, said: str) -> bool:
    """Whether a term of this kind stands in ``said`` outside the phrases in which it means something else."""
    found = spans(_terms(kind), said)
    return bool(found) and any(apart(span, spans(_terms("not"), said)) for span in found)


@cache
def _terms(kind: str) -> re.Pattern[str]:
    return pattern(lexicon("nature")[kind])
