"""Audiences of one's own: a new folder beside briefing.toml, and copies of templates to change."""

from __future__ import annotations

import re
from pathlib import Path

from briefing.errors import UsageError
from briefing.model.stated import nearest
from briefing.workspace.audiences import SETTINGS, TEMPLATE_API, audience
from briefing.workspace.output import write_whole
from briefing.workspace.resources import own_templates, shipped

NAME = re.compile(r"[a-z][a-z0-9-]*")
NEW = """\
# {name}: what differs from {parent}. `briefing audiences show {name}` tells what may stand here and in templates,
# `briefing audiences lint {name}` what is wrong.
template_api = {api}
parent = "{parent}"

# sections = [{sections}]
# key_figures = {key_figures}
# bottom_line = {bottom_line}
# statements = {statements}
# page = "{page}"
# style = "{style}"
"""
LABELS = """\
# What this audience reads in the place of the program's own words, a key and a text a line.
kind-{name} = "{title}"
audience-{name} = "{title}"
"""


def new(name: str, parent: str) -> tuple[Path, ...]:
    """Makes the audience ``name`` in the analyst's own templates, built on ``parent``; the files it made.

    Raises UsageError where the name cannot be one or is taken, and where there is no such parent.
    """
    if not NAME.fullmatch(name):
        raise UsageError(name, "cannot name an audience", "use small letters, digits and dashes")
    folder = own_templates() / name
    if folder.exists():
        raise UsageError(str(folder), "is there already", "choose another name")
    try:
        of = audience(parent)
    except UsageError as problem:
        raise UsageError("--from", problem.what, problem.todo) from None
    sections = ", ".join(f'"{section}"' for section in of.sections)
    told = {key: getattr(of, key) for key in ("key_figures", "bottom_line", "statements", "page", "style")}
    settings = NEW.format(name=name, parent=parent, api=TEMPLATE_API, sections=sections, **told)
    labels = LABELS.format(name=name, title=name.replace("-", " ").capitalize())
    made = {folder / SETTINGS: settings, folder / "labels.toml": labels}
    for path, text in made.items():
        write_whole(path, text.encode())
    return tuple(made)


def eject(name: str, file: str | None = None) -> tuple[Path, ...]:
    """Copies templates of the audience ``name``, or the one ``file``, to where its own folder would have them.

    What is there already stays. Raises UsageError where there is no such audience or file, or it is there already.
    """
    of = audience(name)
    found: dict[str, Path] = {}
    for folder in of.folders:
        for path in sorted(folder.rglob("*.html")):
            found.setdefault(path.relative_to(folder).as_posix(), path)
    if file is not None and file not in found:
        raise UsageError(file, f"audience {name!r} has no such template", f"{nearest(file, found)}see audiences show")
    own = own_templates() / name
    wanted = {each: path for each, path in found.items() if file in (None, each) and not (own / each).exists()}
    if not wanted:
        raise UsageError(str(own / (file or "")), "is there already", "change it there")
    if not (own / SETTINGS).exists():
        parent = f'template_api = {TEMPLATE_API}\nparent = "{name}"\n'
        write_whole(own / SETTINGS, parent.encode())
    for each, path in wanted.items():
        write_whole(own / each, path.read_bytes())
    return tuple(own / each for each in wanted)


def origin(name: str) -> str:
    """Where an audience comes from: "own" where the analyst's templates have it, else "shipped"."""
    own = own_templates()
    return "own" if (own / name / SETTINGS).is_file() and own.resolve() != shipped().resolve() else "shipped"
