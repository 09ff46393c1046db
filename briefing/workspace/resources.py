"""Templates: the analyst's own first, then those that ship with the program."""

from __future__ import annotations

from functools import cache
from importlib import resources
from pathlib import Path

from briefing.model.project import project

TEMPLATES = "templates"


@cache
def shipped() -> Path:
    """The program's own templates: inside an installed package, else at the top of the tree."""
    package = Path(str(resources.files("briefing")))
    installed = package / "_data" / TEMPLATES
    return installed if installed.is_dir() else package.parent / TEMPLATES


def own_templates() -> Path:
    """The folder of the analyst's own audiences, beside briefing.toml; it need not be there."""
    return project() / TEMPLATES


def template_places() -> tuple[Path, ...]:
    """Where audiences are looked for: the templates beside briefing.toml first, then the program's."""
    own = own_templates()
    return (own, shipped()) if own.is_dir() and own.resolve() != shipped().resolve() else (shipped(),)


def openable(path: Path) -> str:
    """``path`` as a message names it, so that it can be opened: from the working folder where it lies in there."""
    whole, here = path.resolve(), Path.cwd().resolve()
    return str(whole.relative_to(here) if whole.is_relative_to(here) else whole)
