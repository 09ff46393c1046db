"""briefing extract."""

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
    default="json",
    show_default=True,
    type=click.Choice(["json", "lines"]),
    help="claims.json, or a line a claim with the id that briefing decide takes.",
)
@as_json
@click.option("-o", "--output", type=OutputFile(), help="File to write; else standard output.")
def extract(
    sources: tuple[str, ...],
    decided: Path,
    format: str,  # noqa: A002
    as_json: bool,
    output: str | None,
) -> None:
    """Print what SOURCES say, claim by claim, as claims.json or as lines.

    \b
    Examples:
      briefing extract stories/ -o claims.json
      briefing extract stories/ -f lines
      briefing extract a.txt | jq '.claims[].exact'
    """
    from briefing import pipeline
    from briefing.cli.listing import claim_lines
    from briefing.cli.summary import file_names, notice_lines
    from briefing.writers.claims import dumps

    layout = json_chosen(as_json, format)
    claims = pipeline.extract(sources, progress(), decided, limits())
    text = dumps(claims) if layout == "json" else "".join(f"{line}\n" for line in claim_lines(claims))
    tell(notice_lines(claims.all_notices, file_names(claims.sources)))
    hand_over(text, output)
