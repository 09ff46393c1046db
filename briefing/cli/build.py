"""briefing build."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import click

from briefing.cli.command import Command, decided, language, limits, silenced, sources
from briefing.cli.options import IsoDate, Title, TlpLabel
from briefing.cli.streams import progress, show, tell
from briefing.model.request import ALLOWABLE


@click.command(cls=Command)
@sources
@click.option(
    "-o",
    "--output",
    default="out",
    show_default=True,
    type=click.Path(),
    envvar="BRIEFING_OUTPUT",
    help="Folder to write to.",
)
@click.option(
    "-a",
    "--audience",
    "audiences",
    multiple=True,
    default=["humanitarian"],
    show_default=True,
    envvar="BRIEFING_AUDIENCE",
    help="Who reads it; may be given several times.",
)
@click.option(
    "-f",
    "--format",
    "formats",
    multiple=True,
    default=["html", "pdf"],
    show_default=True,
    type=click.Choice(["html", "pdf", "md", "docx", "json"]),
    envvar="BRIEFING_FORMAT",
    help="May be given several times.",
)
@click.option("--title", type=Title(), envvar="BRIEFING_TITLE", help="Title; else a quotation or headline of a source.")
@click.option(
    "--as-of",
    type=IsoDate(),
    envvar="BRIEFING_AS_OF",
    help="Day the briefing speaks of; else the latest publication date of the sources.",
)
@click.option("--tlp", type=TlpLabel(), envvar="BRIEFING_TLP", help="Handling label of TLP 2.0.")
@click.option(
    "--annex",
    type=click.Choice(["none", "excerpts", "full"]),
    envvar="BRIEFING_ANNEX",
    help="How much of the sources to print; else what the audience sets.",
)
@click.option(
    "--page-size",
    type=click.Choice(["A4", "Letter"], case_sensitive=False),
    envvar="BRIEFING_PAGE_SIZE",
    help="Paper to lay pages out for; else what the audience sets.",
)
@click.option(
    "--brand",
    type=click.Path(),
    envvar="BRIEFING_BRAND",
    help="File of your organisation's name, logo and colours; else brand.toml, where there is one.",
)
@language
@click.option(
    "--notes",
    type=click.Path(),
    envvar="BRIEFING_NOTES",
    help="Folder of your own text, <section>.md; else notes/, where there is one.",
)
@decided
@silenced
@click.option(
    "--allow",
    "allowed",
    multiple=True,
    type=click.Choice(ALLOWABLE),
    metavar="CODE",
    envvar="BRIEFING_ALLOW",
    help=f"Print what may hurt a person all the same: {', '.join(ALLOWABLE)}; may be given several times.",
)
@click.option("--json", "as_json", is_flag=True, help="Print a summary as JSON instead of paths.")
def build(
    sources: tuple[str, ...],
    output: str,
    audiences: tuple[str, ...],
    formats: tuple[str, ...],
    title: str | None,
    as_of: str | None,
    tlp: str | None,
    annex: str | None,
    page_size: str | None,
    brand: str | None,
    lang: str | None,
    notes: str | None,
    decided: Path,
    silenced: tuple[tuple[str, str], ...],
    allowed: tuple[str, ...],
    as_json: bool,
) -> None:
    """Make a verified briefing of SOURCES for each audience.

    SOURCES are files, folders, or - for standard input. Prints the paths of what it made.

    \b
    Examples:
      briefing build stories/
      briefing build a.txt b.md -f html --as-of 2025-10-17 --tlp amber
      briefing build stories/ --lang ar
      pbpaste | briefing build - --title "Border closed"
    """
    from briefing import pipeline, workspace
    from briefing.cli.summary import lines, summary
    from briefing.model.request import Request
    from briefing.readers.notes import written

    request = Request(title, as_of, tlp, annex, notes=written(notes), silenced=silenced, page=page_size)
    request = replace(request, language=lang, brand=workspace.brand(brand), allowed=tuple(dict.fromkeys(allowed)))
    result = pipeline.build(sources, audiences, formats, Path(output), request, progress(), decided, limits())
    tell(lines(result))
    made = [path for each in result.made for path in each.paths]
    text = json.dumps(summary(result), ensure_ascii=False, indent=1) if as_json else None
    show(text or "\n".join(str(path) for path in (*made, *result.evidence)))
