"""The words beside a figure, as far as the next figures and the ends of its clause, and what stands nearest in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.grouping.rules import by_word
from briefing.model.claim import Figure
from briefing.model.source import Passage

REACH = 12
"""How many words behind a figure may tell what it counts."""
BACK = 8
"""How many words before it may."""
CROSSING = 3
"""What a comma or an "and" between a figure and a word adds to their distance, in words."""
WIDE = 400
"""Code points on either side of a figure beyond which nothing is read."""
STOPS = re.compile(r"[;!?]|\.(?=\s)|\s[–—]\s|\sas\s(?=(?:the|its|their)\s)")
TOKEN = re.compile(r"[^\W_]+(?:[-‑][^\W\d_]+)*|[,()]")
FENCES = frozenset({",", "and", "but", "while", "(", ")"})


@dataclass(frozen=True, slots=True)
class Window:
    """What stands before and behind a figure in its clause, in the passage that introduces it, and in its sentence."""

    left: str
    right: str
    lead: str
    sentence: str


def window(text: str, passage: Passage, figure: Figure, before: int, after: int) -> Window:
    """The window of a figure; ``before`` and ``after`` are where the figures next to it end and start.

    A figure in brackets behind it is stepped over ("45 households (226 people) have been affected").
    """
    start, end = max(passage.start, figure.start - WIDE), min(passage.end, figure.end + WIDE)
    left = STOPS.split(text[max(start, min(before, figure.start)) : figure.start])[-1]
    right = text[figure.end : min(end, max(after, figure.end))]
    opened = right.rfind("(")
    if opened >= 0 and ")" not in right[opened:]:
        closed = text.find(")", figure.end, end)
        right = right[:opened] + (text[closed + 1 : end] if closed >= 0 else "")
    lead = text[slice(*passage.lead)][:WIDE] if passage.lead else ""
    return Window(left, STOPS.split(right)[0], lead, text[start:end])


def nearest(table: str, beside: Window) -> str:
    """The name in a table of the rules whose word stands nearest to the figure; "" where there is none."""
    right = list(_distances(table, TOKEN.findall(beside.right.lower()), REACH))
    left = list(_distances(table, TOKEN.findall(beside.left.lower())[::-1], BACK))
    return min([(far, 1, name) for far, name in right] + [(far, 2, name) for far, name in left], default=(0, 0, ""))[2]


def _distances(table: str, tokens: Sequence[str], reach: int) -> Iterator[tuple[int, str]]:
    far = 0
    for token in tokens:
        far += CROSSING if token in FENCES else 1
        if far > reach:
            return
        if name := by_word(table).get(token):
            yield far, name
