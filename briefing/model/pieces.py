"""Statements: what a page prints, in pieces of which each knows what it stands on.

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

from dataclasses import dataclass

from briefing.model.source import Anchor, Locator

VOICES = ("quoted", "reported", "own", "counted", "consideration", "silent", "analyst")
CUT = "[…]"


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
    grouping: str = ","
    """What stands between thousands in the language of the page."""

    @property
    def text(self) -> str:
        """The number, in Western digits grouped by thousands."""
        return f"{len(self.ids):,}".replace(",", self.grouping)


@dataclass(frozen=True, slots=True)
class RuleText:
    """A text of an implication rule: ``rule`` is its id, ``field`` says which of its texts (consider, watch, ask…)."""

    rule: str
    field: str
    text: str
    language: str = "en"


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
class ChartRow:
    """A bar beside a list item: ``item`` is the id of its statement, ``claim`` and ``figure`` the claim's id and the
    index of its figure. ``share`` is the figure's value over the chart's largest: 0 to 1."""

    item: str
    claim: str
    figure: int
    share: float


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
