"""A project: the folder that a briefing.toml makes one, with the analyst's own templates, rules and words beside it."""

from __future__ import annotations

from pathlib import Path

FILE = "briefing.toml"


def project() -> Path:
    """The nearest folder with a briefing.toml, from the working folder upward; the working folder where there is none.

    The working folder is ``Path()``, so that what lies in it is named as a person there would.
    """
    if Path(FILE).is_file():
        return Path()
    return next((folder for folder in Path.cwd().parents if (folder / FILE).is_file()), Path())
