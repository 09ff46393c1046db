"""Leftovers: the passages that state nothing, and why."""

from __future__ import annotations

import re
from functools import cache

from briefing.language.interviews import is_courtesy
from briefing.language.lexicon import lexicon, word_set

SHORT = 3
"""A sentence without a full stop and with at most this many words states nothing."""
GREETING = 6
"""Words of the longest greeting."""


@cache
def shapes() -> tuple[re.Pattern[str], ...]:
    """The shapes of lines that are furniture."""
    return tuple(re.compile(shape) for shape in lexicon("furniture")["shapes"])


def reason_unused(said: str, kind: str) -> str | None:
    """Why a passage of this kind makes no claim (one of UNUSED_REASONS), or None where it makes one."""
    low = said.lower()
    if any(low.startswith(start) for start in word_set("furniture", "starts")) or any(s.search(said) for s in shapes()):
        return "furniture"
    if kind in ("headline", "standfirst", "item", "row"):
        letters = r"[^\W\d_]" if kind in ("headline", "standfirst") else r"\w"
        return None if re.search(letters, said) else "no-statement"
    if said.rstrip("\"'”’)").endswith("?"):
        return "question"
    words = re.findall(r"\w+", said)
    if len(words) <= GREETING and is_courtesy(said):
        return "no-statement"
    if kind == "heading" or len(words) < 2 or (len(words) <= SHORT and not re.search(r"[.!…]\W*$", said)):
        return "no-statement"
    return None
