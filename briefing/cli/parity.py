"""briefing parity."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.command import Command, as_json
from briefing.cli.streams import show

if TYPE_CHECKING:
    from briefing.verifying.published.parity import Parity

MARKS = {"printed": "yes", "differs": "DIFFERS", "": "-"}
WORDS = 48
"""Characters of a claim that a line of the table shows."""


@click.command(cls=Command)
@click.argument("folder", metavar="OUT", type=click.Path(path_type=Path))
@as_json
def parity(folder: Path, as_json: bool) -> int:
    """Compare the editions in OUT: a fact never differs between them.

    Reads every .html, .pdf and -f json edition in the folder, and its claims.json. Prints which edition prints which
    claim, then what differs: a claim's words, figures, speaker or force, a statement or figure that claims.json does
    not have, a consideration without its rule, a note without its author or file. An edition made of
    other sources than claims.json is told by its name and not compared. Exit status 1 where anything does.

    \b
    Examples:
      briefing parity out
      briefing parity out --json
    """
    from briefing.verifying.published.editions import editions, evidence
    from briefing.verifying.published.parity import parity as compared

    found = compared(editions(folder), evidence(folder))
    show(json.dumps(asdict(found), ensure_ascii=False, indent=1) if as_json else "\n".join(_lines(found)))
    return int(bool(found.differences))


def _lines(found: Parity) -> Iterator[str]:
    """The editions by number, a claim a line, then the differences."""
    yield from (f"{number:>3}  {name}" for number, name in enumerate(found.editions, 1))
    yield ""
    yield "claim               " + "".join(f"{number:>8}" for number in range(1, len(found.editions) + 1)) + "  words"
    for row in found.rows:
        said = " ".join(row.words.split())
        said = said if len(said) <= WORDS else said[: WORDS - 1] + "…"
        yield f"{row.claim:<20}" + "".join(f"{MARKS[cell]:>8}" for cell in row.cells) + f"  {said}"
    yield ""
    yield from (f"{failure.code}: {failure.where}: {failure.what}" for failure in found.differences)
    yield f"{len(found.rows)} claims in {len(found.editions)} editions, {len(found.differences)} differences"
