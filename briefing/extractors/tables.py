"""Tables: what the head of its column and the label of its row say a number counts."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import NamedTuple

from briefing.extractors import phrases
from briefing.extractors.as_of import AsOf
from briefing.extractors.counts import ITEMS, UNKNOWN, Counted
from briefing.extractors.headings import Measure, measure, times, year
from briefing.language.lexicon import lexicon
from briefing.language.numbers import Line, classified, line
from briefing.model.claim import Figure
from briefing.model.source import Passage, Span

_PARTED = re.compile(r"\s*(?:(?<!\\)\||\t|\s{2,})\s*")
_ENDS = frozenset(lexicon("counted")["headings"]["ends"])
_SUMS = frozenset(lexicon("counted")["headings"]["sums"])
_BEINGS = ("people", "households")
_APART = re.compile(r"\n[ \t]*\n")
"""An empty line, which ends a table."""
_RULE = re.compile(r"[\s|:+=-]*")


class Cell(NamedTuple):
    """A number's place in a table: the head of its column, and the label of its row where there is one."""

    head: Span
    label: Span | None

    sum_head: Span | None = None
    """The head of sums of money to the left, where this head names another sum ("Received")."""

    def measure(self, text: str) -> Measure:
        """What the head says its numbers are, else what the label says, else the head of sums beside it."""
        found = measure(text, self.head)
        if found == Measure() and self.label is not None:
            found = measure(text, self.label)
        return measure(text, self.sum_head) if found == Measure() and self.sum_head else found


class Tables:
    """The table that is being read, row by row."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._heads: list[Span] = []
        self._cells: list[Span] = []
        self._end = 0

    def enter(self, passage: Passage, has_figures: bool) -> None:
        """Go on to the next passage. The head of its table is the row above a rule, else the first without figures."""
        between, self._end = self._text[self._end : passage.start], passage.end
        if passage.kind != "row":
            self._heads, self._cells = [], []
            return
        if _RULE.fullmatch(self._text, passage.start, passage.end):
            return
        if _APART.search(between):
            self._heads, self._cells = [], []
        above, self._cells = self._cells, self._parted(*passage.span)
        if "---" in between:
            self._heads = above
        elif not has_figures and not self._heads:
            self._heads = self._cells

    def cell(self, start: int, end: int) -> Cell | None:
        """Where the number at ``start`` to ``end`` stands, if it fills a cell under a head."""
        at = next((k for k, (a, b) in enumerate(self._cells) if a <= start and end <= b), None)
        if at is None or at >= len(self._heads) or self._heads is self._cells:
            return None
        if any(c.isalpha() for c in self._text[self._cells[at][0] : start] + self._text[end : self._cells[at][1]]):
            return None
        label = self._cells[0] if at and any(c.isalpha() for c in self._text[slice(*self._cells[0])]) else None
        return Cell(self._heads[at], label, self._sum_head(at))

    def _sum_head(self, at: int) -> Span | None:
        """The head of money to the left of the one at ``at``, where that is a word for a part of the sum."""
        if self._text[slice(*self._heads[at])].strip().lower() not in _SUMS:
            return None
        return next((one for one in self._heads[:at] if measure(self._text, one).kind == "money"), None)

    def _parted(self, start: int, end: int) -> list[Span]:
        """The cells of a row, without the marks between them."""
        inner = _PARTED.match(self._text, start, end) if self._text[start] == "|" else None
        at, found = inner.end() if inner else start, []
        for match in _PARTED.finditer(self._text, at, end):
            found.append((at, match.start()))
            at = match.end()
        return [*found, (at, end)] if at < end else found


def counted_in(text: str, cell: Cell, what: Counted) -> Counted:
    """What a number in a cell counts; ``what`` is what it would count outside of a table.

    The head of the column names it; where that names no thing ("Total", "Shelter"), the label of the row may.
    """
    spans = (cell.head,) if cell.label is None else (cell.head, cell.label)
    if what.kind in ("share", "money"):
        return Counted(what.unit, what.kind, spans)
    given = cell.measure(text)
    if given.unit and given.kind:
        return Counted(given.unit, given.kind, spans)
    heading, phrase = _named(text, cell.head)
    unit, kind = phrases.unit_before(heading, phrase) if phrase else ITEMS
    if unit == UNKNOWN and cell.label is not None:
        label, noun = _named(text, cell.label)
        known = classified(label.low[noun.head]) if noun else None
        unit, kind = known if known and known[1] in _BEINGS else (unit, kind)
    return Counted(unit, kind, spans)


def of_cell(text: str, cell: Cell, figure: Figure, day: AsOf) -> Figure:
    """A figure as its headings say: times the magnitude of one, as of the year that the head is, or the ``day``."""
    power = 1 if figure.kind == "share" else cell.measure(text).power
    said = year(text, cell.head)
    dated = replace(figure, as_of=said, as_of_span=cell.head) if said else figure
    if not said and day.span:
        dated = replace(figure, as_of=day.date, as_of_span=day.span)
    return replace(dated, value=times(figure.value, power))


def _named(text: str, heading: Span) -> tuple[Line, phrases.Phrase | None]:
    """The noun phrase of a heading before any bracket and preposition ("People in need (June)")."""
    tokens = line(text, *heading, [])
    ends = [k for k in range(1, len(tokens)) if tokens.low[k] == "(" or tokens.low[k] in _ENDS]
    return tokens, phrases.phrase_before(tokens, ends[0] if ends else len(tokens))
