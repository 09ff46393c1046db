"""Figures: the numbers of a source, each given to the claim that holds it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.extractors.article import is_article, is_idle
from briefing.extractors.as_of import AsOf, Dates
from briefing.extractors.counted import counted
from briefing.extractors.counts import Counted
from briefing.extractors.holders import holders
from briefing.extractors.places import place_of
from briefing.extractors.rejected import is_rejected
from briefing.extractors.said_by import said_by
from briefing.extractors.tables import Tables, counted_in, of_cell
from briefing.extractors.tellers import goes_on, teller_of, tellers
from briefing.language.numbers import Hedge, Line, Numeral, hedge, reaches, read_line
from briefing.model.claim import Claim, Figure
from briefing.model.notice import Notice
from briefing.model.source import Passage, Source, Span

_BARE = re.compile(r"[^\W\d_]*(?:\s+[^\W\d_]+)*\s+")
FEW = 30
"""Characters of the words between two spans that are printed as one."""
BEYOND = 60
"""Characters of the next passage that are looked at where a line break cuts a sentence short."""


def attach(
    source: Source, passages: Sequence[Passage], claims: Sequence[Claim]
) -> tuple[tuple[Claim, ...], tuple[Notice, ...]]:
    """The claims with their figures, and a Notice for each number that was mended to be read.

    A figure goes to the innermost claim whose content holds it, else to the innermost whose anchor does.
    """
    found = figures(source, passages)
    held: dict[int, list[Figure]] = {}
    for figure, holder in zip(found, holders(claims, [figure.span for figure in found]), strict=True):
        if holder is not None:
            held.setdefault(holder, []).append(figure)
    given = tuple(
        replace(claim, figures=tuple(said_by(source.text, claim, figure) for figure in held[k])) if k in held else claim
        for k, claim in enumerate(claims)
    )
    return given, tuple(_mended(source, figure) for figure in found if ", " in figure.text)


def figures(source: Source, passages: Sequence[Passage]) -> list[Figure]:
    """Every figure of the passages, in the order of the text, whoever says it."""
    out: list[Figure] = []
    dates, tables = Dates(source), Tables(source.text)
    earlier: Counted | None = None
    for k, passage in enumerate(passages):
        line = read_line(source.text, passage.start, passage.end, _goes_on_to(source.text, passages, k))
        dates.enter(passage)
        tables.enter(passage, line is not None)
        if line is not None:
            made, earlier = _of_line(line, dates, tables, out[-1].said_by_span if out else None, earlier)
            out += made
    return out


def _goes_on_to(text: str, passages: Sequence[Passage], k: int) -> int | None:
    """Where the words of a passage that breaks off behind a number go on to; None where it does not break off."""
    passage = passages[k]
    if not text[passage.end - 1].isalnum() or k + 1 == len(passages):
        return None
    following = passages[k + 1]
    if not text[following.start].islower():
        return None
    return min(following.end, following.start + BEYOND)


def _of_line(
    line: Line, dates: Dates, tables: Tables, told_before: Span | None, earlier: Counted | None
) -> tuple[list[Figure], Counted | None]:
    """The figures of one passage, and what the last one counts.

    ``told_before`` is where the teller of the last figure before it is named, ``earlier`` what that figure counts.
    """
    told = tellers(line)
    carried = told_before if goes_on(line) else None
    out: list[Figure] = []
    before: Counted | None = None
    count: Counted | None = None
    last: tuple[int, Hedge | None] | None = None
    for i, numeral in enumerate(line.numerals):
        if numeral is None:
            continue
        what = counted(line, i, before, count or earlier, count)
        cell = tables.cell(numeral.start, numeral.end)
        if cell is not None:
            what = counted_in(line.text, cell, what)
        found = hedge(line, i, what.kind == "duration")
        if is_article(line, i, what, found is not None) or (found is None and is_idle(numeral, what)):
            continue
        if is_rejected(line, i, what, before):
            count = count or what
            continue
        if found is None and last and last[1] and reaches(line, last[0], i):
            found = last[1]
        last = (i, found)
        before = what
        aside = count is not None and line.word(i - 1) in ("(", "[")  # "6,200 people (1,240 families) …; 4,150 of them"
        count = what if what.kind not in ("share", "money", "duration") and not aside else count
        teller = teller_of(told, i) or carried
        figure = _figure(line, i, numeral, what, found, dates.of(numeral.end), teller)
        out.append(figure if cell is None else of_cell(line.text, cell, figure, dates.of_cell(cell.head, cell.label)))
    return out, count or earlier


def _figure(
    line: Line, i: int, numeral: Numeral, what: Counted, found: Hedge | None, as_of: AsOf, teller: Span | None
) -> Figure:
    text = line.text
    return Figure(
        start=numeral.start,
        end=numeral.end,
        text=text[numeral.start : numeral.end],
        value=numeral.value if numeral.grouped is None or not _is_count(line, i, what) else numeral.grouped,
        unit=what.unit,
        what=" ".join(" ".join(text[a:b].split()) for a, b in what.spans) or what.unit,
        kind=what.kind,
        bound=found.bound if found else None,
        approx=found is not None or numeral.is_range,
        what_spans=together(text, what.spans, numeral.end),
        hedge_span=found.span if found else None,
        as_of=as_of.date,
        as_of_span=as_of.span,
        place=place_of(line, i),
        said_by=text[slice(*teller)] if teller else None,
        said_by_span=teller,
    )


def _is_count(line: Line, i: int, what: Counted) -> bool:
    """Whether only a whole number can be meant, so that the point in "3.500 bricks" parts thousands."""
    if what.kind not in ("people", "households", "events", "items"):
        return False
    return "per" not in line.low[i + 1 : i + 6] and not {"average", "mean", "rate"} & {*line.low[max(0, i - 5) : i]}


def together(text: str, spans: Sequence[Span], end: int) -> tuple[Span, ...]:
    """``spans`` with those behind ``end`` that only a few words part made one: "people" and "killed" of "people were
    killed", so that they read as the text has them.
    """
    out: list[Span] = []
    for span in spans:
        near = bool(out) and end <= out[-1][0] and out[-1][1] < span[0] <= out[-1][1] + FEW
        if near and _BARE.fullmatch(text, out[-1][1], span[0]):
            out[-1] = (out[-1][0], span[1])
        else:
            out.append(span)
    return tuple(out)


def _mended(source: Source, figure: Figure) -> Notice:
    value = f", {figure.value:,}" if isinstance(figure.value, int) else ""
    return Notice(
        code="spaced-number",
        message=f"“{figure.text}” is read as one number{value}",
        source=source.id,
        start=figure.start,
        end=figure.end,
        limits=False,
    )
