"""Passages: a text as headline, stand-first, headings, sentences, list items and table rows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from briefing.language.paragraphs import Block, blocks
from briefing.language.sentences import sentences
from briefing.model.source import Locator, Mark, Passage

HEADLINE_WORDS, STANDFIRST_WORDS, HEADING_WORDS = 30, 50, 12
STOPPED_HEADLINE_WORDS = 18
"""A first line that ends with a full stop is a headline only up to this many words."""

RETOLD = 0.5
"""The share of a headline's words that the next paragraph takes up again."""

DATELINE = re.compile(r"[A-Z][A-Z .,'’/-]{2,60}(?:,[^.]{0,40})?(?:\([^)]{2,40}\))?\s*[-–—:]+\s")
_CAPITALS = r"[A-Z][A-Z .'’/-]{2,40}"
_DAY = r"(?:\d{1,2} [A-Z]\w{2,8}|[A-Z]\w{2,8}\.? \d{1,2})(?:,? \d{4})?"
PLACE_AND_DAY = re.compile(
    rf"((?:{_CAPITALS}(?:, [^()\n]{{2,34}})? ?\([^()\n]{{2,40}}\)|{_CAPITALS}(?:, [^.()\n]{{2,30}})?(?= [–—])|"
    rf"[A-Z][\w .'’/-]{{2,40}}, {_DAY})\s?[-–—]{{1,2}})\s+(?=\S)"
)
"""Place, day and agency before the first sentence ("ARU, 4 May (AFP) - "): no part of what is stated."""
TERMINAL = re.compile(r"[.!?…][\"'”’»)\]]*$")
NAME_RUN = re.compile(r"[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+")


def split(text: str, title: str | None = None, marks: Sequence[Mark] = ()) -> tuple[Passage, ...]:
    """The passages of ``text`` in order; everything but white space and bullet marks lies in one of them.

    ``title`` is the title the source's metadata state, if any: a first line that equals it is the headline. ``marks``,
    in order, say where pages or moments begin: a paragraph has those it begins at.
    """
    found = blocks(text)
    top = opening_kinds(text, found, title)
    out: list[Passage] = []
    number = item = 0
    lead: Passage | None = None
    for index, block in enumerate(found):
        if block.shape == "item":
            if item == 0:
                lead = out[-1] if out and text[: out[-1].end].endswith(":") else None
                number += lead is None
            item += 1
        else:
            item = 0
            number += 1
        kind = top.get(index) or kind_of(text, found, index)
        locator = located(number, item or None, block, marks)
        spans = [block.span]
        if kind in ("sentence", "item"):
            line = PLACE_AND_DAY.match(text, block.start, block.end)
            spans = [(block.start, line.end(1))] if line else []
            spans += sentences(text, line.end() if line else block.start, block.end)
        introduced = lead.span if lead and block.shape == "item" else None
        out += [Passage(start, end, kind, locator, introduced) for start, end in spans]
    return tuple(out)


def located(paragraph: int, item: int | None, block: Block, marks: Sequence[Mark]) -> Locator:
    """Where the paragraph or list item of ``block`` is: its number, and the page and moment it begins at."""
    at = bisect_right(marks, block.start, key=lambda mark: mark.start)
    mark = marks[at - 1] if at else Mark(0)
    return Locator(paragraph, item, mark.page, mark.time)


def kind_of(text: str, found: Sequence[Block], index: int) -> str:
    """What a block of the body is."""
    block = found[index]
    if block.shape != "text":
        return block.shape
    said = text[block.start : block.end]
    followed = index + 1 < len(found)
    if followed and is_line(said, HEADING_WORDS) and not TERMINAL.search(said) and not said.endswith((":", ",", ";")):
        return "heading"
    return "sentence"


def opening_kinds(text: str, found: Sequence[Block], title: str | None) -> dict[int, str]:
    """Which of the first blocks are headline and stand-first, by their place in ``found``."""
    said = [text[b.start : b.end] for b in found[:4]]
    if not said or found[0].shape != "text" or not is_headline(said, title):
        return {}
    kinds = {0: "headline"}
    if len(said) > 2 and found[1].shape == "text" and is_standfirst(said[1], said[2]):
        kinds[1] = "standfirst"
    return kinds


def is_headline(said: Sequence[str], title: str | None) -> bool:
    """Whether the first block is the headline: metadata say so, or it is short and the text starts anew."""
    first = said[0]
    if title and letters(title) == letters(first):
        return True
    if len(said) < 2 or not is_line(first, HEADLINE_WORDS) or first.endswith((":", ",", ";")) or DATELINE.match(first):
        return False
    if not TERMINAL.search(first):
        return True
    words = re.findall(r"\w[\w'’-]*", first)
    if len(words) > STOPPED_HEADLINE_WORDS or (len(sentences(first, 0, len(first))) > 1 and not capitalised(words)):
        return False
    anew = bool(DATELINE.match(said[1])) or (bool(TERMINAL.search(said[1])) and retold(first, said[1]) >= RETOLD)
    return anew or capitalised(words)


def is_standfirst(second: str, third: str) -> bool:
    """Whether the paragraph under a headline is a summary: the next one introduces the same people all over again."""
    if len(second.split()) > STANDFIRST_WORDS or DATELINE.match(second) or len(sentences(second, 0, len(second))) > 2:
        return False
    if not TERMINAL.search(second):
        return not second.endswith((":", ",", ";"))
    names = {run for run in NAME_RUN.findall(second) if run in third}
    return bool(names) and retold(second, third) >= 0.35


def is_line(said: str, most: int) -> bool:
    """Whether a block is one line of at most ``most`` words that starts like a title."""
    return "\n" not in said and len(said.split()) <= most and not said[:1].islower()


def capitalised(words: Sequence[str]) -> bool:
    """Whether most of the longer words start with a capital, as in a title."""
    long = [word for word in words if len(word) > 3]
    return len(long) >= 3 and sum(word[0].isupper() for word in long) >= 0.7 * len(long)


def retold(said: str, later: str) -> float:
    """The share of the longer words of ``said`` that come back, by their first five letters, in ``later``."""
    stems = {word[:5].lower() for word in re.findall(r"[^\W\d_]{4,}", said)}
    again = {word[:5].lower() for word in re.findall(r"[^\W\d_]{4,}", later)}
    return len(stems & again) / len(stems) if stems else 0.0


def letters(said: str) -> str:
    """Letters and digits only, lower case."""
    return "".join(c for c in said.lower() if c.isalnum())
