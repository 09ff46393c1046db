"""briefing extract."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.command import Command, decided, limits, sources
from briefing.cli.options import OutputFile
from briefing.cli.streams import hand_over, progress, tell


@click.command(cls=Command)
@sources
@decided
@click.option("-o", "--output", type=OutputFile(), help="File to write; else standard output.")
def extract(sources: tuple[str, ...], decided: Path, output: str | None) -> None:
    """Print what SOURCES say, claim by claim, as claims.json.

    \b
    Examples:
      briefing extract stories/ -o claims.json
      briefing extract a.txt | jq '.claims[].exact'
    """
    from briefing import pipeline
    from briefing.cli.summary import file_names, notice_lines
    from briefing.writers.claims import dumps

    claims = pipeline.extract(sources, progress(), decided, limits())
    text = dumps(claims)
    tell(notice_lines(claims.all_notices, file_names(claims.sources)))
    hand_over(text, output)
