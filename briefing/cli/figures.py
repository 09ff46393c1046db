"""briefing figures."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.cli.command import Command, as_json, decided, json_chosen, limits, sources
from briefing.cli.options import OutputFile
from briefing.cli.streams import hand_over, progress, tell


@click.command(cls=Command)
@sources
@decided
@click.option(
    "-f",
    "--format",
    default="table",
    show_default=True,
    type=click.Choice(["table", "csv", "json", "md"]),
    help="How to lay the figures out.",
)
@as_json
@click.option("-o", "--output", type=OutputFile(), help="File to write; else standard output.")
def figures(
    sources: tuple[str, ...],
    decided: Path,
    format: str,  # noqa: A002
    as_json: bool,
    output: str | None,
) -> None:
    """Print every figure of SOURCES, and whether the sources agree.

    One row a figure, in the order of the text: what it counts, who says so, who differs.

    \b
    Examples:
      briefing figures stories/
      briefing figures stories/ --format csv -o figures.csv
    """
    from briefing import pipeline
    from briefing.cli.summary import file_names, notice_lines
    from briefing.writers.figures import write

    layout = json_chosen(as_json, format)
    claims = pipeline.extract(sources, progress(), decided, limits())
    text = write(claims, layout)
    tell(notice_lines(claims.all_notices, file_names(claims.sources)))
    hand_over(text, output)
