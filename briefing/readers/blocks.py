"""Blocks: headings, paragraphs, list items and table rows put together as one canonical text.

A block is a line or more. An empty line stands between blocks, none between the items of a list or a table's rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple


class Block(NamedTuple):
    """What a block says, the run it belongs to (a list, one table; "" for none), and the page it begins on."""

    text: str
    run: str = ""
    page: int | None = None


@dataclass
class Blocks:
    """The blocks met so far."""

    met: list[Block] = field(default_factory=list)

    def add(self, text: str, run: str = "", page: int | None = None) -> None:
        """Adds a block, unless it is white space."""
        if text.strip():
            self.met.append(Block(text, run, page))

    def table(self, lines: Iterable[str], page: int | None = None) -> None:
        """Adds the lines of a table; those without bars are its captions."""
        run = f"row of {len(self.met)}"  # two tables that follow each other are two
        for line in lines:
            self.add(line, run if line.startswith("|") else "", page)

    def text(self) -> str:
        """All blocks put together."""
        return "".join(piece for piece, _ in self.pieces())

    def pieces(self) -> Iterable[tuple[str, Block]]:
        """Each block's part of the text: its words, and the line ends before them."""
        before: Block | None = None
        for block in self.met:
            close = before is not None and before.run != "" and before.run == block.run
            yield ("" if before is None else "\n" if close else "\n\n") + block.text, block
            before = block
