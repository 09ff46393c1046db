"""Sources and annex: where a reader checks what a briefing prints."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.pieces import Cut, Fact, Statement, Words
from briefing.model.source import Locator


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
