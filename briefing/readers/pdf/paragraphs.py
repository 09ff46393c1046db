"""Lines of a column -> paragraphs, headings, list items; lines broken at a hyphen put together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from statistics import median

from briefing.readers.blocks import Block
from briefing.readers.pdf.words import Box

BULLET = re.compile(r"(?:[•●▪■◦‣⁃∙·○♦➢➤\ufffd▶►❖✓*–—-]|o(?= ))\s*(?=\S)")
NUMBERED = re.compile(r"\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]\s")
ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*(?:\[\d+\])*$")
HYPHEN = re.compile(r"(?<=\w)[-\u2010\u00ad]$")
SOFT = "\u00ad"
WORD = re.compile(r"[^\W\d_]+(?:[-\u2010][^\W\d_]+)*")

LOOSE = 1.35
"""A paragraph ends where the next line is further away than so many times the usual distance."""

SHORT = 0.85
"""A line is short if it fills less than this much of its column."""

RESIZED = 0.08
"""The share by which the size of the characters changes between two paragraphs of different kinds."""


def vocabulary(columns: Iterable[Iterable[Box]]) -> Counter[str]:
    """How often each word, hyphenated ones whole, stands inside a line: what a broken one may be put together as."""
    found: Counter[str] = Counter()
    for lines in columns:
        broken = False
        for line in lines:
            words = WORD.findall(line.text)
            is_cut = bool(HYPHEN.search(line.text))
            found.update(word.lower() for word in words[broken : len(words) - is_cut])
            broken = is_cut
    return found


def paragraphs(lines: Sequence[Box], known: Counter[str], page: int) -> list[Block]:
    """The blocks of one column of page ``page``."""
    made: list[Block] = []
    for group in _groups(lines):
        if group[0].rows:
            made += [
                Block(row, f"row {page}.{group[0].top}" if row.startswith("|") else "", page) for row in group[0].rows
            ]
        else:
            made.append(_block(group, known, page))
    return [block for block in made if block.text.strip()]


def _block(group: Sequence[Box], known: Counter[str], page: int) -> Block:
    text = group[0].text
    for line in group[1:]:
        text = joined(text, line.text, known)
    text = text.replace(SOFT, "")
    marked = BULLET.match(text)
    return Block(
        f"- {text[marked.end() :]}" if marked else text, "item" if marked or NUMBERED.match(text) else "", page
    )


def joined(before: str, after: str, known: Counter[str]) -> str:
    """Two lines put together; a hyphen at the end of the first goes where the word has none elsewhere."""
    if not HYPHEN.search(before):
        return f"{before} {after}"
    head, tail = WORD.findall(before[:-1])[-1:], WORD.findall(after)[:1]
    if not head or not tail or not after[0].islower() or not before[-2].isalpha():
        return before + after  # a name with a hyphen, or numbers
    first, second = head[0].lower(), tail[0].lower()
    whole, parted = known[first + second], known[f"{first}-{second}"]
    is_soft = before.endswith(SOFT)
    is_compound = parted > whole or (
        not whole and not is_soft and known[first] > 0 and known[second] > 0 and len(first) > 2
    )
    return before + after if is_compound and not is_soft else before[:-1] + after


def goes_on(before: str, after: str) -> bool:
    """Whether a paragraph at the end of a column or page goes on with the one that begins the next."""
    if not before or not after or BULLET.match(after) or before.startswith("|"):
        return False
    return (after[0].islower() and not ENDS.search(before)) or bool(HYPHEN.search(before))


def _groups(lines: Sequence[Box]) -> list[list[Box]]:
    """The lines of each paragraph; a table is one of its own."""
    if not lines:
        return []
    left = min(line.x0 for line in lines)
    right = max(line.x1 for line in lines)
    pitch = _pitch(lines)
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if _parted(before, line, groups[-1], (left, right), pitch):
            groups.append([])
        groups[-1].append(line)
    return groups


def _pitch(lines: Sequence[Box]) -> float:
    """The usual distance between lines, from baseline to baseline."""
    steps = [b.bottom - a.bottom for a, b in pairwise(lines) if not a.rows and not b.rows and b.bottom > a.bottom]
    near = [step for step, line in zip(steps, lines, strict=False) if step < 2.2 * line.size]
    return median(near) if near else 0.0


def _parted(before: Box, line: Box, group: Sequence[Box], sides: tuple[float, float], pitch: float) -> bool:
    """Whether ``line`` begins a paragraph."""
    if before.rows or line.rows or BULLET.match(line.text) or NUMBERED.match(line.text):
        return True
    if HYPHEN.search(before.text) and line.text[0].islower():
        return False
    if abs(line.size - before.size) > RESIZED * before.size or line.bold != before.bold:
        return True
    step = line.bottom - before.bottom
    if step > max(LOOSE * pitch, 1.05 * before.size) or step < 0:
        return True
    left, right = sides
    is_short = before.x1 - left < SHORT * (right - left)
    if is_short and ENDS.search(before.text):
        return True
    indent = line.x0 - (group[1].x0 if len(group) > 1 else group[0].x0)
    hangs = bool(BULLET.match(group[0].text) or NUMBERED.match(group[0].text))
    return indent > 0.8 * line.size and not hangs and (is_short or bool(ENDS.search(before.text)))
