"""Briefing: what is printed, as a tree in which every piece of text knows what it stands on.

A **Statement** is the smallest thing a page prints, apart from fixed labels. It has an id, a voice, and pieces of text.
A piece is one of:

- Words: a source's own words, with their anchor
- Name: a bracketed name in the place of a leading pronoun
- Cut: the mark […] where words were left out
- Datum: a value somebody stated: a source's metadata, the analyst's title or date
- Count: a number the program counted, with the ids of what it counted
- Phrase: a text of the label catalogue, its gaps filled with pieces
- RuleText: a text of an implication rule
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from briefing.model.audience import Audience
from briefing.model.chart import ChartRow
from briefing.model.finding import ClaimsFile
from briefing.model.notice import Notice
from briefing.model.request import Request
from briefing.model.source import Anchor, Locator

VOICES = ("quoted", "reported", "own", "counted", "consideration", "silent", "analyst")
CUT = "[…]"
SECTION_PARTS: Mapping[str, tuple[str, ...]] = {
    "key-figures": ("key_figures_note", "key_figures"),
    "limitations": ("limitations", "method"),
    "judgements": (),
    "decisions": (),
}
"""The fields of a Briefing that a section prints, where they are not the one field of its name. Two sections print the
analyst's own text alone, or room for it."""


@dataclass(frozen=True, slots=True)
class Words:
    """A source's own words. ``differs`` marks words in which two wordings of one statement differ."""

    anchor: Anchor
    differs: bool = False

    @property
    def text(self) -> str:
        """The words as printed: line breaks inside them shown as spaces."""
        return " ".join(self.anchor.exact.split("\n"))


@dataclass(frozen=True, slots=True)
class Name:
    """The name a claim resolved its speaker to, printed in brackets where the source has a pronoun."""

    name: str
    claim: str

    @property
    def text(self) -> str:
        """The bracketed name."""
        return f"[{self.name}]"


@dataclass(frozen=True, slots=True)
class Cut:
    """Words were left out here. ``before`` and ``after`` say whether a space belongs on that side of the mark."""

    before: bool = False
    after: bool = False

    @property
    def text(self) -> str:
        """The mark of a cut, with its spaces."""
        return f"{' ' * self.before}{CUT}{' ' * self.after}"


@dataclass(frozen=True, slots=True)
class Datum:
    """A value somebody stated. ``of`` is a source, claim or party id, or "request"; ``field`` names what was stated."""

    text: str
    of: str
    field: str


@dataclass(frozen=True, slots=True)
class Count:
    """How many of something there are: its text is the number of ``ids``, all different."""

    ids: tuple[str, ...]

    @property
    def text(self) -> str:
        """The number, in digits with a comma between thousands."""
        return f"{len(self.ids):,}"


@dataclass(frozen=True, slots=True)
class RuleText:
    """A text of an implication rule: ``rule`` is its id, ``field`` says which of its texts (consider, watch, ask…)."""

    rule: str
    field: str
    text: str


@dataclass(frozen=True, slots=True)
class Phrase:
    """A label of the catalogue with its gaps filled: ``parts`` are fixed text and pieces, in printed order."""

    key: str
    parts: tuple[str | Piece, ...]

    @property
    def text(self) -> str:
        """The parts put together."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)


Piece = Words | Name | Cut | Datum | Count | RuleText | Phrase


@dataclass(frozen=True, slots=True)
class Citation:
    """A small number in the text that leads to a passage.

    ``id`` is its own ("cite-12", the place the passage leads back to); ``number`` the source's number in this
    briefing, from 1; ``target`` the id of the annex passage or the source entry it opens; ``anchor`` the cited words;
    ``label`` its accessible name, which begins with its visible text.
    """

    id: str
    source: str
    number: int
    locator: Locator
    anchor: Anchor
    target: str
    label: str
    claim: str | None = None


@dataclass(frozen=True, slots=True)
class Statement:
    """The smallest thing printed: an id, a voice (one of VOICES), pieces of text, citations after them.

    ``text`` joins the pieces as they are printed. ``claims`` are the ids of the claims it prints. ``topic`` and
    ``speaker`` are what the rail says beside it. ``rule`` names the implication rule of a consideration.
    """

    id: str
    voice: str
    pieces: tuple[Piece, ...]
    citations: tuple[Citation, ...] = ()
    claims: tuple[str, ...] = ()
    topic: Statement | None = None
    speaker: Statement | None = None
    notes: tuple[Statement, ...] = ()
    rule: str | None = None
    language: str | None = None
    items: tuple[Statement, ...] = ()
    """The list items this statement introduces."""
    chart: tuple[ChartRow, ...] = ()
    """A bar beside each item, in their order, where their figures lie on one scale."""

    @property
    def text(self) -> str:
        """The pieces put together, without the citations."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Fact:
    """A labelled fact of the masthead or of a source entry. ``missing``: nobody stated it."""

    label: str
    value: Statement
    note: Statement | None = None
    missing: bool = False


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
class SourceEntry:
    """One source in the list: its number, its title or how it begins, and what is stated of it."""

    id: str
    number: int
    source: str
    title: Statement
    note: Statement | None
    facts: tuple[Fact, ...]
    citations: tuple[str, ...] = ()
    missing: bool = False


@dataclass(frozen=True, slots=True)
class AnnexPassage:
    """A paragraph or list item of a source in the annex, as received.

    ``pieces`` put together are the passage's exact text, with a Cut for each sentence that is withheld; ``cited`` says
    of each whether it is cited. ``back`` are the ids of the citations that open it.
    """

    id: str
    locator: Locator
    pieces: tuple[Words | Cut, ...]
    cited: tuple[bool, ...]
    back: tuple[str, ...]
    item: bool = False
    heading: bool = False

    @property
    def words(self) -> tuple[Words, ...]:
        """The pieces that are the source's words."""
        return tuple(piece for piece in self.pieces if isinstance(piece, Words))


@dataclass(frozen=True, slots=True)
class AnnexSource:
    """One source's passages in the annex; ``skipped`` where only cited passages are shown."""

    id: str
    number: int
    source: str
    heading: Statement
    passages: tuple[AnnexPassage, ...]
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """The cited passages in context: ``extent`` is "none", "excerpts" or "full"."""

    extent: str
    note: Statement | None
    sources: tuple[AnnexSource, ...]


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


@dataclass(frozen=True, slots=True)
class Briefing:
    """One edition of a briefing, whole: what a writer turns into a file and the gate holds against the sources.

    ``sections`` are the names of the sections it prints, in order; a section's content is the field of that name
    (dashes as underscores). ``labels`` are all fixed texts a template may print, by key; ``handling`` the TLP label
    or None; ``slug`` the file name without ending and audience.
    """

    audience: Audience
    slug: str
    title: Statement
    title_note: Statement | None
    kind: Statement
    running: Statement
    handling: str | None
    language: str
    facts: tuple[Fact, ...]
    sections: tuple[str, ...]
    bottom_line: tuple[Statement, ...]
    key_figures_note: Statement | None
    key_figures: tuple[Card, ...]
    statements: tuple[Actor, ...]
    implications: Implications
    agreement: Agreement
    limitations: tuple[Statement, ...]
    method: tuple[Statement, ...]
    sources: tuple[SourceEntry, ...]
    annex: Annex
    claims: ClaimsFile
    labels: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    request: Request | None = None
    """What the analyst asked for: what a Datum of the request is held against."""
    assessments: tuple[Assessment, ...] = ()
    """The analyst's own text, by section in printed order."""
    quotations: tuple[Statement, ...] = ()
    """What the sources quote, the quotation this audience wants most first."""
    differences: tuple[Statement, ...] = ()
    """Where the sources differ, a line each."""
    claim_table: ClaimTable | None = None
    glossary: tuple[GlossaryEntry, ...] = ()

    def assessed(self, section: str) -> tuple[Assessment, ...]:
        """The analyst's own text in a section: one or none."""
        return tuple(assessment for assessment in self.assessments if assessment.section == section)
    def contents(self, section: str) -> tuple[Any, ...]:
        """What a section prints, beside the analyst's own text: the fields of SECTION_PARTS, or the one of its name."""
        return tuple(getattr(self, part) for part in SECTION_PARTS.get(section, (section.replace("-", "_"),)))

