"""Matrices: rows against sources, or against voices where there are more than four sources."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.composing.edition import Edition
from briefing.composing.statements import voice
from briefing.model.briefing import Cell, Mark, Row, Statement
from briefing.model.claim import Claim

MOST_COLUMNS = 4
VOICES = ("quoted", "reported", "own")
MOST_CITED = 6
"""Citations a cell shows at most; the annex has the rest."""


def by_source(edition: Edition) -> bool:
    """Whether the columns are the sources (four or fewer) rather than the voices."""
    return len(edition.sources) <= MOST_COLUMNS


def columns(edition: Edition, id: str) -> tuple[Statement, ...]:  # noqa: A002
    """The column heads."""
    if by_source(edition):
        return tuple(
            edition.told(f"{id}-column-{n}", "source-head", number=edition.number(source))
            for source, n in edition.numbers.items()
        )
    return tuple(edition.told(f"{id}-column-{name}", f"voice-{name}") for name in VOICES)


def cells(edition: Edition, heads: Sequence[Statement], id: str, claims: Sequence[Claim]) -> tuple[Cell, ...]:  # noqa: A002
    """One cell a column, with a mark a voice; a cell without marks is silent, one of a source not read is not."""
    spoken: dict[str, list[Claim]] = {name: [] for name in VOICES}
    for claim in claims:
        spoken[voice(edition.sources[claim.source], claim)].append(claim)
    made = []
    for n, head in enumerate(heads, 1):
        if by_source(edition):
            here = {v: [c for c in told if edition.numbers[c.source] == n] for v, told in spoken.items()}
            marks = [_mark(edition, f"{id}-{n}-{v}", v, told) for v, told in here.items()]
            marks += [_unread(edition, f"{id}-{n}", n)]
        else:
            marks = [_mark(edition, f"{id}-{n}", VOICES[n - 1], spoken[VOICES[n - 1]])]
        made.append(Cell(head, tuple(mark for mark in marks if mark)))
    return tuple(made)


def _mark(edition: Edition, id: str, name: str, claims: Sequence[Claim]) -> Mark | None:  # noqa: A002
    if not claims:
        return None
    return Mark(name, edition.told(id, f"mark-{name}"), edition.cite_claims(claims, made=MOST_CITED))


def _unread(edition: Edition, id: str, number: int) -> Mark | None:  # noqa: A002
    """The mark of a source in a language that is not read: nobody knows whether it is silent."""
    read = {edition.numbers[source] for source in edition.read}
    return None if number in read else Mark("counted", edition.told(f"{id}-unread", "mark-unread"), ())


def row(
    edition: Edition,
    heads: Sequence[Statement],
    head: Statement,
    claims: Sequence[Claim],
    outcome: Statement,
    mark: tuple[int, int] | None = None,
) -> Row:
    """A row about ``claims`` under the column ``heads``."""
    return Row(head.id, head, cells(edition, heads, f"{head.id}-cell", claims), outcome, mark)
