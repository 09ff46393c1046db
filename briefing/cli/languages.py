"""briefing languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing import workspace
from briefing.cli.command import EXITS, Command, Group, as_json
from briefing.cli.streams import show
from briefing.errors import UsageError

if TYPE_CHECKING:
    from briefing.language.translations import Progress


@click.group(cls=Group, epilog=EXITS)
def languages() -> None:
    """List and make the languages that the program's own text is printed in.

    A language is one file: catalogues/LANGUAGE.po beside briefing.toml, or one that ships with the program.

    \b
    Example:
      briefing languages new es
    """


@languages.command("list", cls=Command)
@as_json
def list_languages(as_json: bool) -> int:
    """List the languages, how many labels each lacks, and what is wrong in it; exit status 1 where something is.

    What a language lacks is printed in English.

    \b
    Example:
      briefing languages list
    """
    from briefing.language.labels import FIRST
    from briefing.language.translations import faults, progress

    found = [(each, faults(each.language)) for each in progress()]
    if as_json:
        told = [_object(each, wrong) for each, wrong in found]
        show(json.dumps([{"language": FIRST, "missing": [], "awaiting": 0, "wrong": []}, *told], indent=1))
    else:
        lines = [line for each, wrong in found for line in (_line(each), *(f"  {fault}" for fault in wrong))]
        show("\n".join([FIRST, *lines]))
    return int(any(wrong for _, wrong in found))


def _object(each: Progress, wrong: tuple[str, ...]) -> dict[str, object]:
    return {
        "language": each.language,
        "missing": list(each.missing),
        "awaiting": len(each.awaiting),
        "wrong": list(wrong),
    }


def _line(each: Progress) -> str:
    lacks = f"lacks {len(each.missing)}, " if each.missing else ""
    return f"{each.language}  {each.labels} labels, {lacks}{len(each.awaiting)} await a native reader"


@languages.command(cls=Command)
@click.argument("language")
@as_json
def new(language: str, as_json: bool) -> None:
    """Make a file for LANGUAGE, a tag such as es or pt-BR, with every label to translate and its English text.

    Writes catalogues/LANGUAGE.po beside briefing.toml (without one, in the working folder) and prints its path. Any
    editor of gettext files opens it; what is not translated yet is printed in English.

    \b
    Example:
      briefing languages new es
    """
    from briefing.language.labels import FOLDER, languages
    from briefing.language.translations import blank
    from briefing.model.project import project

    path: Path = project() / FOLDER / f"{language}.po"
    if language in languages():
        raise UsageError(language, "is there already", "briefing languages list tells how far it is")
    workspace.write_whole(path, blank(language).encode())
    made = workspace.openable(path)
    show(json.dumps({"files": [made]}, ensure_ascii=False) if as_json else made)
