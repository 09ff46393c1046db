"""Paragraphs: lines put together where a text was wrapped by hand, kept apart where a line is a paragraph."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from briefing.language.words import trimmed
from briefing.model.source import Span

NARROW, WIDE = 45, 120
"""A wrapped line is at least and at most this long, in code points."""

BULLET = re.compile(r"[ \t]*(?:[-–—•*‣◦▪●■·+]|\(?\d{1,2}[.)]|\(?[a-zA-Z]\)|[ivx]{1,4}[.)])(?=\s|$)\s?[ \t]*")
CELLS = re.compile(r"\t|\s\|\s|\S {3,}\S")
SENTENCE_END = re.compile(r"[.!?:;…][\"'”’»)\]]*$")


class Block(NamedTuple):
    """A paragraph's place (without bullet mark and outer white space) and its shape: text, item or row."""

    start: int
    end: int
    shape: str

    @property
    def span(self) -> Span:
        """Start and end, in code points."""
        return self.start, self.end


def blocks(text: str) -> list[Block]:
    """The paragraphs, list items and table rows of ``text``, in order."""
    out: list[Block] = []
    bare_bullet = False
    for group in line_groups(text):
        wrapped = is_wrapped([text[a:b] for a, b in group])
        for position, (start, end) in enumerate(group):
            line = text[start:end]
            if is_rule(line):
                continue
            mark = BULLET.match(line)
            if mark and mark.end() >= len(line.rstrip()):
                bare_bullet = True
                continue
            if mark:
                out.append(Block(*trimmed(text, start + mark.end(), end), "item"))
            elif bare_bullet:
                out.append(Block(*trimmed(text, start, end), "item"))
            elif position and out and not is_row(line) and continues(text, out[-1], line, wrapped):
                out[-1] = Block(out[-1].start, trimmed(text, start, end)[1], out[-1].shape)
            else:
                out.append(row(text, start, end) if is_row(line) else Block(*trimmed(text, start, end), "text"))
            bare_bullet = False
    return out


def line_groups(text: str) -> list[list[Span]]:
    """Runs of lines that hold something, parted by blank lines."""
    out: list[list[Span]] = []
    fresh = True
    for match in re.finditer(r"[^\n\v\f\x85\u2028\u2029]+", text):
        between = text[out[-1][-1][1] : match.start()] if out else ""
        if not match.group().strip():
            fresh = True
            continue
        if not out or fresh or between.count("\n") > 1:
            out.append([])
        out[-1].append(match.span())
        fresh = False
    return out


def is_wrapped(lines: list[str]) -> bool:
    """Whether lines were broken at a width: each is so long that the next one's first word did not fit."""
    if len(lines) < 2:
        return False
    width = max(len(line.rstrip()) for line in lines)
    if not NARROW <= width <= WIDE:
        return False
    pairs = [(a.rstrip(), b) for a, b in pairwise(lines) if not BULLET.match(b) and not is_row(a + b)]
    full = sum(len(a) + 1 + len(b.split()[0]) > width for a, b in pairs)
    open_ended = sum(not SENTENCE_END.search(a) for a, _ in pairs)
    if len(pairs) == 1:
        return open_ended == 1 and pairs[0][1].lstrip()[:1].islower()
    return bool(pairs) and full >= 0.8 * len(pairs) and open_ended >= 0.4 * len(pairs)


def continues(text: str, before: Block, line: str, wrapped: bool) -> bool:
    """Whether ``line`` goes on with the block before it."""
    if before.shape == "row":
        return False
    said = text[before.start : before.end]
    indented = before.shape == "item" and line[:1].isspace() and len(line) - len(line.lstrip()) >= 2
    broken = line.lstrip()[:1].islower() and len(said) >= NARROW and not SENTENCE_END.search(said)
    return wrapped or indented or broken


def is_row(line: str) -> bool:
    """Whether a line is a row of a table: cells parted by tabs, bars or wide gaps."""
    return len(CELLS.findall(line.strip())) >= 2 or line.strip().startswith("|")


def is_rule(line: str) -> bool:
    """Whether a line is the rule of dashes and bars under the head of a pipe table, which says nothing."""
    return "|" in line and "---" in line and not line.strip("|:- \t")


def row(text: str, start: int, end: int) -> Block:
    """The row of a table, without the bars at its ends: one before an empty first cell stays, so that cells count."""
    start, end = trimmed(text, start, end)
    last = trimmed(text, start, end - 1)[1] if text[end - 1] == "|" and end - start > 1 else end
    first = trimmed(text, start + 1, last)[0] if text[start] == "|" and last > start + 1 else start
    return Block(start if first >= last or text[first] == "|" else first, last, "row")
