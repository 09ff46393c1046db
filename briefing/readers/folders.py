"""Folder -> the files in it that may be sources."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

RESULT = "claims.json"
"""A folder that holds this file is where a run wrote to, and what it wrote is no source."""


def members(folder: Path) -> Iterator[Path]:
    """Every file in ``folder`` and the folders in it, in order of their names.

    Left out: hidden files and folders, settings (.toml), folders reached through links, and what a run has written.
    """
    for place, folders, files in os.walk(folder):
        here = Path(place)
        folders[:] = sorted(name for name in folders if not name.startswith(".") and not _written(here / name))
        yield from (here / name for name in sorted(files) if _may_be_source(here / name))


def _may_be_source(path: Path) -> bool:
    special = path.exists() and not path.is_file()  # a pipe would wait for ever; a broken link is worth a Notice
    return not (special or path.name.startswith(".") or path.suffix == ".toml" or path.name == RESULT)


def _written(folder: Path) -> bool:
    beside = folder.parent if folder.name == "sources" else folder
    return (folder / RESULT).exists() or (beside / RESULT).exists()
