"""briefing verify."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from briefing.cli.command import Command, as_json, decided
from briefing.cli.streams import progress, show
from briefing.errors import UsageError
from briefing.language.hidden import one_line
from briefing.model.record import json_text

UNCARRIED = (".md", ".docx", ".json")
"""The endings of files that show a briefing and carry no record of it."""


@click.command(cls=Command)
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "-s",
    "--sources",
    multiple=True,
    type=click.Path(),
    help="The sources it was made from; may be given several times.",
)
@click.option("--notes", type=click.Path(), envvar="BRIEFING_NOTES", help="Folder of your own text, for --rebuild.")
@decided
@click.option("--rebuild", is_flag=True, help="Build it again from --sources and compare every byte.")
@as_json
def verify(file: Path, sources: tuple[str, ...], notes: str | None, decided: Path, rebuild: bool, as_json: bool) -> int:
    """Check a FILE (.pdf or .html) that briefing build wrote.

    Alone, what it prints is held against the claims and excerpts it carries; with --sources, those against the
    sources. Exit status 0 where all holds, 1 where something does not, 2 where the file carries no claims.

    \b
    Examples:
      briefing verify brief.pdf
      briefing verify brief.html --sources stories/ --json
      briefing verify brief.pdf --sources stories/ --rebuild
    """
    from briefing import proof
    from briefing.readers.notes import written

    if rebuild and not sources:
        raise UsageError("--rebuild", "needs the sources", "name them with --sources")
    if file.suffix.lower() in UNCARRIED:
        raise UsageError(str(file), f"is {file.suffix}, and carries nothing to check", "give the .html or the .pdf")
    carried = proof.read(file)
    found = proof.prove(carried, sources, progress())
    if rebuild:
        found += proof.rebuilt(file, carried, sources, written(notes), decided, progress())
    held = "holds" + (", also against its sources" if sources else "") + (", byte for byte" if rebuild else "")
    if as_json:
        show(json_text([asdict(failure) for failure in found]).removesuffix("\n"))
    elif found:
        show("\n".join(one_line(f"{failure.code}: {failure.where}: {failure.what}") for failure in found))
    else:
        show(f"{file}: {held}")
    return int(bool(found))
