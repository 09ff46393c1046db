"""Quotations: the stretches inside quotation marks, however they are marked, nested or left open."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.language.marks import NEAR, SPACES
from briefing.model.source import Span

MARK = re.compile(r"``|''|‘‘|’’|[\"“”„«»‹›‘’'‚]")
OPENING = frozenset("“„«‹") | {"``", "‘‘"}
CLOSING = frozenset("”»›") | {"''", "’’"}
SINGLE = frozenset("‘'‚’")
STOP = frozenset(".,!?;:…—-")
ELISION = re.compile(r"['‘’](?:\d0s|em|til|tis|twas|cause|n)\b", re.IGNORECASE)
FAR = 2000
"""A single mark further away than this, in code points, closes nothing."""

SAID_INSIDE = re.compile(r"[^\n.!?]{2,80}[:,]\s*\Z")


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words inside quotation marks: ``start, end`` without the marks, ``outer`` with them.

    ``closed`` is false where the closing mark is missing (the next paragraph may go on with it), ``opened`` where the
    opening mark is.
    """

    start: int
    end: int
    outer: Span
    opened: bool = True
    closed: bool = True


def quotations(text: str, paragraphs: Iterable[Span]) -> list[Quotation]:
    """The outermost quotations of each paragraph, in order; an odd mark spoils no other paragraph."""
    out: list[Quotation] = []
    for start, end in paragraphs:
        out += in_paragraph(text, start, end)
    return out


def in_paragraph(text: str, start: int, end: int) -> list[Quotation]:
    """The outermost quotations of ``text[start:end]``."""
    out: list[Quotation] = []
    opened: re.Match[str] | None = None
    inner: re.Match[str] | None = None
    for mark in MARK.finditer(text, start, end):
        sign = mark.group()
        if sign in SINGLE:
            if opened is None:
                if opens_single(text, mark, start, end):
                    opened = mark
            elif opened.group() in SINGLE:
                if closes_single(text, mark, end):
                    out.append(between(text, opened, mark))
                    opened = None
            elif inner is None and opens_single(text, mark, start, end):
                inner = mark
            elif inner is not None and closes_single(text, mark, end):
                if stray_outer(text, opened, inner, mark):
                    out.append(between(text, inner, mark))
                    opened = None
                inner = None
        elif opened is None:
            opened = double_opens(text, mark, start, out)
        elif opened.group() in SINGLE:
            continue  # double marks nested in single ones
        elif (
            sign in CLOSING
            or turned(text, mark, end)
            or (sign == '"' and opened.group() in ('"', "“", "„"))
            or closes_low(opened, mark)
        ):
            out.append(between(text, opened, mark))
            opened = inner = None
    if opened is not None and opened.group() not in SINGLE and opened.end() < end and at_line_end(text, end):
        out.append(Quotation(opened.end(), end, (opened.start(), end), closed=False))
    return out


def between(text: str, opened: re.Match[str], closed: re.Match[str]) -> Quotation:
    """The quotation between two marks."""
    start, end = opened.end(), closed.start()
    if text[start : start + 1] in SPACES:
        start += 1
    if end - 1 > start and text[end - 1 : end] in SPACES:
        end -= 1
    return Quotation(start, max(start, end), (opened.start(), closed.end()))


def double_opens(text: str, mark: re.Match[str], start: int, out: list[Quotation]) -> re.Match[str] | None:
    """The mark, if it opens a quotation. A closing mark without an opening one closes what the paragraph began with.

    What a list item or a cell began with, after a number or a bar, is no quotation that goes on.
    """
    sign = mark.group()
    if sign in OPENING:
        return mark
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end() : mark.end() + 1] or " "
    if not after.isspace() and not before.isalnum() and (sign not in CLOSING or before.isspace()):
        return mark
    if not out and before in ",.!?" and sign in CLOSING | {'"'} and at_line_start(text, start):
        out.append(Quotation(start, mark.start(), (start, mark.end()), opened=False))
    return None


def at_line_start(text: str, start: int) -> bool:
    """Whether nothing but spaces stands before a place on its line."""
    return text[max(0, start - NEAR) : start].rstrip(SPACES)[-1:] in ("", "\n")


def at_line_end(text: str, end: int) -> bool:
    """Whether nothing but spaces stands after a place on its line."""
    return text[end : end + NEAR].lstrip(SPACES)[:1] in ("", "\n")


def turned(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether an opening mark stands where only a closing one can: after punctuation and before white space."""
    after = text[mark.end() : mark.end() + 1] if mark.end() < end else " "
    return mark.group() in OPENING and text[mark.start() - 1] in ".,!?" and after.isspace()


def closes_low(opened: re.Match[str], mark: re.Match[str]) -> bool:
    """Whether “ or a guillemet turned the other way closes what a low mark opened."""
    return opened.group() == "„" and mark.group() == "“"


def opens_single(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    """Whether a single mark opens a quotation: at a word's left edge, with a place further on where it can close."""
    sign = mark.group()
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end() : mark.end() + 1]
    if sign == "’" or not (before.isspace() or before in '([—–-"“„«') or not after.strip():
        return False
    if ELISION.match(text, mark.start()):
        return False
    closers = ("’", "'") if sign != "'" else ("'",)
    limit = min(end, mark.end() + FAR)
    if all(text.find(closer, mark.end() + 1, limit) < 0 for closer in closers):
        return False
    later = MARK.finditer(text, mark.end() + 1, limit)
    return any(found.group() in closers and closes_single(text, found, end) for found in later)


def closes_single(text: str, mark: re.Match[str], end: int) -> bool:
    """Whether a single mark closes a quotation and is no apostrophe."""
    if mark.group() not in ("’", "'"):
        return False
    before = text[mark.start() - 1 : mark.start()]
    after = text[mark.end() : mark.end() + 1] if mark.end() < end else " "
    if after.isalnum() or before.isspace():
        return False
    if before in STOP:
        return True
    return before != "s" or not re.match(r"\s+[a-z]", text[mark.end() : min(end, mark.end() + 3)])


def stray_outer(text: str, opened: re.Match[str], inner: re.Match[str], closed: re.Match[str]) -> bool:
    """Whether the outer marks quote nobody: they hold a reporting clause, the inner quotation, and nothing more."""
    outside = text[opened.end() : inner.start()]
    return bool(SAID_INSIDE.match(outside)) and ":" in outside and bool(MARK.match(text, closed.end()))
