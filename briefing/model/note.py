"""Note: what the analyst writes themselves, for one section, as it was read from its file."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reference:
    """A citation as the analyst wrote it: a claim's id or the beginning of one, and its line in the file, from 1."""

    claim: str
    line: int


@dataclass(frozen=True, slots=True)
class NotePart:
    """A stretch of the analyst's words, and the citations that follow it."""

    text: str
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteBlock:
    """A paragraph or list item: its parts in order, and the line it begins at, from 1."""

    parts: tuple[NotePart, ...]
    line: int
    item: bool = False


@dataclass(frozen=True, slots=True)
class Note:
    """The analyst's text for one section: the file it stands in, who wrote it where that is stated, its blocks."""

    section: str
    path: str
    blocks: tuple[NoteBlock, ...]
    author: str | None = None

    def place(self, line: int) -> str:
        """How a message names a line of the file."""
        return f"{self.path}:{line}"
