"""briefing audiences."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing import workspace
from briefing.cli.command import EXITS, Command, Group, as_json
from briefing.cli.streams import progress, show

if TYPE_CHECKING:
    from briefing.language.shapes import Flaw


@click.group(cls=Group, epilog=EXITS)
def audiences() -> None:
    """List, show, make and check audiences.

    An audience is a folder: templates/NAME beside briefing.toml, or one that ships with the program.

    \b
    Example:
      briefing audiences new donors --from humanitarian
    """


@audiences.command("list", cls=Command)
@as_json
def list_audiences(as_json: bool) -> None:
    """List the audiences that a briefing can be made for.

    \b
    Example:
      briefing audiences list
    """
    from briefing.workspace.authoring import origin

    found = [(name, origin(name), workspace.audience(name).sections) for name in workspace.names()]
    if as_json:
        show(json.dumps([dict(zip(("name", "origin", "sections"), each, strict=True)) for each in found], indent=1))
        return
    width = max(len(name) for name, *_ in found)
    show("\n".join(f"{name:<{width}}  {where:<7}  {', '.join(sections)}" for name, where, sections in found))


@audiences.command("show", cls=Command)
@click.argument("name")
@as_json
def show_audience(name: str, as_json: bool) -> None:
    """Show the settings of the audience NAME, and what its templates may use.

    \b
    Example:
      briefing audiences show policy
    """
    from briefing.writers import contract

    of = workspace.audience(name)
    settings = {key: value for key, value in asdict(of).items() if key not in ("folders", "weights", "labels", "terms")}
    if as_json:
        told = {key: [asdict(entry) for entry in entries] for key, entries in contract.entries(of.folders).items()}
        show(json.dumps({"settings": settings, "folders": [str(f) for f in of.folders], **told}, indent=1))
        return
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in settings.items() if value is not None]
    show("\n".join([*(f"# {folder}" for folder in of.folders), *lines, "", contract.text(of.folders).rstrip()]))


@audiences.command(cls=Command)
@click.argument("name")
@click.option("--from", "parent", default="humanitarian", show_default=True, help="The audience it builds on.")
@as_json
def new(name: str, parent: str, as_json: bool) -> None:
    """Make an audience NAME of your own; it works at once.

    Writes templates/NAME beside briefing.toml (without one, in the working folder) and prints the files.

    \b
    Example:
      briefing audiences new donors --from policy
    """
    from briefing.workspace.authoring import new as made

    _show_files(made(name, parent), as_json)


@audiences.command(cls=Command)
@click.argument("name")
@click.argument("file", required=False)
@as_json
def eject(name: str, file: str | None, as_json: bool) -> None:
    """Copy the templates of NAME, or one FILE of them, to change them.

    They are written to templates/NAME beside briefing.toml, where they take the place of those they are copied from.

    \b
    Examples:
      briefing audiences eject policy sections/key-figures.html
      briefing audiences eject press
    """
    from briefing.workspace.authoring import eject as copied

    _show_files(copied(name, file), as_json)


def _show_files(made: Iterable[Path], as_json: bool) -> None:
    paths = [workspace.openable(path) for path in made]
    show(json.dumps({"files": paths}, ensure_ascii=False) if as_json else "\n".join(paths))


@audiences.command(cls=Command)
@click.argument("name", required=False)
@click.option("-s", "--sources", multiple=True, type=click.Path(), help="Sources to lay pages out with; else samples.")
@as_json
def lint(name: str | None, sources: tuple[str, ...], as_json: bool) -> int:
    """Check the audience NAME, or all of them.

    Names unknown variables, fields, labels and blocks, sections that nothing prints, colours with a contrast under
    4.5:1, headings that skip a level, text wider than its box, and more pages than the audience allows. Exit status 1
    where there is any.

    \b
    Examples:
      briefing audiences lint donors
      briefing audiences lint policy --sources stories/
    """
    from briefing.cli.audience_lint import flaws

    told = progress()
    found: list[Flaw] = []
    for each in (name,) if name else workspace.names():
        told(f"checking {each}")
        found += flaws(each, [Path(source) for source in sources])
    found = list(dict.fromkeys(found))
    if as_json:
        show(json.dumps([flaw._asdict() for flaw in found], ensure_ascii=False, indent=1))
    elif found:
        show("\n".join(flaw.text for flaw in found))
    return int(bool(found))
