"""The words of a figure as a page prints them: its numeral with what it counts, in the source's own words."""

from __future__ import annotations

import re

from briefing.composing.edition import Edition
from briefing.composing.statements import spaced
from briefing.model.briefing import Cut, Datum, Piece, Words
from briefing.model.claim import Claim, Figure
from briefing.model.source import Source, Span

TOGETHER = 24
"""Code points between a numeral and what it counts within which both are read as one ("wounded stands at 65")."""
APART = re.compile(r"[.,;:!?()\n“”\"|–—]")
BEFALLS = re.compile(r"(?: [^\W\d_][\w’'-]*){1,6}(?=[,.;]|$)", re.MULTILINE)
"""A few words behind a noun, up to the end of its clause."""
BASE = re.compile(r"\bof (?:[\w'’]+ ){0,4}$")
"""What stands before the number of a whole: what befalls a part of it is said of that ("60% of the city's 1,200")."""
FAR = 60
"""Code points before a number in which that stands."""


def what(source: Source, figure: Figure) -> tuple[Piece, ...]:
    """What a figure counts, in the source's own words; its unit's words where the text names nothing more."""
    spans = [span for span in figure.what_spans if span[0] < span[1]]
    if not spans:
        return (Datum(figure.what or figure.unit, source.id, "what"),)
    if len(spans) == 1:
        spans = [_with_what_befalls(source.text, *spans[0], figure)]
    pieces: list[Piece] = []
    for span in spans:
        if pieces:
            pieces.append(Cut())
        pieces.append(Words(source.anchor(*span)))
    return spaced(pieces)


def _with_what_befalls(text: str, start: int, end: int, figure: Figure) -> tuple[int, int]:
    """The span of a bare noun for people with the words behind it, where the clause soon ends ("people lack water")."""
    bare = figure.kind == "people" and len(text[start:end].split()) == 1 and start >= figure.end
    bare = bare and BASE.search(text, max(0, figure.start - FAR), figure.start) is None
    found = BEFALLS.match(text, end) if bare else None
    return (start, found.end()) if found else (start, end)


def figure_words(figure: Figure) -> Span:
    """The span of the numeral with its hedge before it and what it counts after it, where they stand together."""
    start = figure.hedge_span[0] if figure.hedge_span and figure.hedge_span[1] <= figure.start else figure.start
    near = [span for span in figure.what_spans if figure.end <= span[0] <= figure.end + 1]
    return start, near[0][1] if near else figure.end


def wide_words(edition: Edition, claim: Claim, figure: Figure) -> Span:
    """The same, where what it counts stands near by too, with the words between: a bare number tells nobody of what."""
    start, end = figure_words(figure)
    if end != figure.end or len(figure.what_spans) != 1:
        return start, end
    (low, from_), (to, high) = sorted(((start, end), figure.what_spans[0]))
    between = edition.sources[claim.source].text[from_:to]
    return (low, high) if len(between) <= TOGETHER and not APART.search(between) else (start, end)
