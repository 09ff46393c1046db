"""Headings: the part of a situation report that a sector's name stands over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

from briefing.language.lexicon import lexicon, word_set
from briefing.model.claim import SECTORS
from briefing.model.source import Passage

MARKS = " \t:–—-*#•0123456789."


def parts(text: str, passages: Sequence[Passage]) -> dict[int, tuple[str, ...]]:
    """The sectors that the heading over a passage names, by the passage's start; only passages with one are in it.

    A heading inside a sector's part ("Response") does not end it; any other does.
    """
    found: dict[int, tuple[str, ...]] = {}
    over: tuple[str, ...] = ()
    for passage in passages:
        words = text[passage.start : passage.end].strip(MARKS).lower()
        if words in named():
            over = named()[words]
        elif passage.kind in ("heading", "headline") and words not in word_set("headings", "within"):
            over = ()
        elif over:
            found[passage.start] = over
    return found


def is_title(words: str) -> bool:
    """Whether a headline names the document and no more ("Lorania: Flash Update No. 2")."""
    low = words.lower()
    return any(kind in low for kind in word_set("headings", "documents"))


@cache
def named() -> Mapping[str, tuple[str, ...]]:
    """The sectors that each heading names."""
    known = lexicon("headings")["sectors"]
    headings = {heading for words in known.values() for heading in words}
    return {heading: tuple(s for s in SECTORS if heading in known.get(s, ())) for heading in headings}
