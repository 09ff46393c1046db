"""Sections: what each section of a briefing is made of, down to its statements."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.pieces import Citation, Statement


@dataclass(frozen=True, slots=True)
class Card:
    """A key figure. A figure the reader needs and nobody gives has ``missing`` set and no numeral.

    ``mark`` pictures support: (outlets, origins). ``reason`` says why it was chosen (kept in the JSON, not printed).
    """

    id: str
    what: Statement
    numeral: Statement | None = None
    unit: Statement | None = None
    said_by: Statement | None = None
    support: Statement | None = None
    differs: Statement | None = None
    citations: tuple[Citation, ...] = ()
    mark: tuple[int, int] | None = None
    missing: bool = False
    reason: str = ""
    hedge: Statement | None = None
    """The source's words of bound or hedge ("at least"), printed with the numeral, never left out."""
    notes: tuple[Statement, ...] = ()
    """What the analyst set right in the figure."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Someone who speaks, and what they say. ``name`` may be a source writing for itself (``own``)."""

    id: str
    name: Statement
    summary: Statement
    statements: tuple[Statement, ...]
    role: Statement | None = None
    own: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """What a matrix cell carries: a voice, a word for it, and citations."""

    voice: str
    word: Statement
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a matrix; without marks it is silent."""

    column: Statement
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a matrix: what it is about, a cell a column, and what it amounts to."""

    id: str
    head: Statement
    cells: tuple[Cell, ...]
    outcome: Statement
    mark: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows against columns: one column a source where there are four or fewer, else one a voice."""

    caption: Statement
    head: str
    outcome: str
    columns: tuple[Statement, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class SectorBlock:
    """What there is on one sector: reported, the outlets' own view, considerations, silences, in that order."""

    sector: str
    heading: Statement
    reported: tuple[Statement, ...] = ()
    own: tuple[Statement, ...] = ()
    considerations: tuple[Statement, ...] = ()
    silences: tuple[Statement, ...] = ()

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All its statements in printed order."""
        return self.reported + self.own + self.considerations + self.silences


@dataclass(frozen=True, slots=True)
class Implications:
    """The humanitarian-implications section."""

    summary: Statement
    matrix: Matrix
    blocks: tuple[SectorBlock, ...]
    people: tuple[Statement, ...] = ()
    """The population figures the sources give, step by step, and those that nobody gives."""
    silences: tuple[Statement, ...] = ()
    """The questions that the sectors without any evidence raise."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One statement in two wordings: the first and another, each with its label, and one line beneath."""

    id: str
    head: Statement
    labels: tuple[Statement, ...]
    sides: tuple[Statement, ...]
    note: Statement


@dataclass(frozen=True, slots=True)
class Inconsistency:
    """Passages of one source that do not fit together, shown and not corrected."""

    id: str
    head: Statement
    passages: tuple[Statement, ...]
    note: Statement


@dataclass(frozen=True, slots=True)
class Agreement:
    """Where the sources agree, differ and are alone."""

    summary: Statement
    matrix: Matrix | None
    variants: tuple[Variant, ...] = ()
    inconsistencies: tuple[Inconsistency, ...] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """A paragraph or list item of the analyst's own text: its stretches, each with the citations that follow it."""

    id: str
    parts: tuple[Statement, ...]
    item: bool = False

    @property
    def text(self) -> str:
        """The stretches put together, without the citations."""
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Assessment:
    """What the analyst judges, printed at the end of the section it was written for; ``author`` where it is stated."""

    id: str
    section: str
    judgements: tuple[Judgement, ...]
    author: Statement | None = None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """One claim in the table for fact-checking: who says it, its words with their citation, its form, its figures."""

    id: str
    who: Statement
    words: Statement
    form: Statement
    figures: Statement | None = None


@dataclass(frozen=True, slots=True)
class ClaimTable:
    """Every claim the edition prints, a row each, by source and place; ``rest`` tells of those left out."""

    caption: Statement
    rows: tuple[ClaimRow, ...]
    rest: Statement | None = None


@dataclass(frozen=True, slots=True)
class GlossaryEntry:
    """A word that this edition prints, and what it means; the citation leads to where a source first uses it."""

    id: str
    term: Statement
    means: Statement
