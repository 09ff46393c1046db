"""Folder -> the files in it that may be sources."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.model.notice import Notice

RESULT = "claims.json"
"""A folder that holds this file is where a run wrote to, and what it wrote is no source."""

LEFT_BEHIND = ("Thumbs.db", "desktop.ini")
"""Files that programs leave in folders for themselves."""

Members = tuple[list[Path], list[Notice]]


def members(folder: Path) -> Members:
    """Every file in ``folder`` and the folders in it, in order of their names; Notices of what was passed over.

    Left out silently: hidden files and folders, what other programs leave behind, settings (.toml), and what a run has
    written. With a Notice: links to
    folders, links that lead out of ``folder``, folders that cannot be opened.
    """
    root = os.path.realpath(folder)
    found: list[Path] = []
    notices: list[Notice] = []

    def refused(error: OSError) -> None:
        """Tells of a folder that cannot be opened."""
        notices.append(_passed_over(folder, Path(error.filename), f"it cannot be opened ({error.strerror})"))

    for place, folders, files in os.walk(folder, onerror=refused):
        here = Path(place)
        kept = sorted(name for name in folders if not name.startswith(".") and not _written(here / name))
        folders[:] = [name for name in kept if not (here / name).is_symlink()]
        linked = [here / name for name in kept if name not in folders]
        notices += (_passed_over(folder, path, "it is a link to a folder") for path in linked)
        for path in (here / name for name in sorted(files) if _may_be_source(here / name)):
            if path.is_symlink() and not _inside(path, root):
                notices.append(_passed_over(folder, path, "it is a link that leads out of the folder"))
            else:
                found.append(path)
    return found, notices


def _inside(path: Path, root: str) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(root)


def _passed_over(folder: Path, path: Path, why: str) -> Notice:
    name = path.relative_to(folder).as_posix()
    return Notice("not-read", f"Not read: {why}.", path=name if name != "." else folder.name)


def _may_be_source(path: Path) -> bool:
    special = os.path.exists(path) and not os.path.isfile(path)  # noqa: PTH110, PTH113 - these never raise
    # a pipe would wait for ever; a broken link is worth a Notice
    left_behind = path.name.startswith((".", "~$")) or path.name in LEFT_BEHIND
    return not (special or left_behind or path.suffix == ".toml" or path.name == RESULT)


def _written(folder: Path) -> bool:
    beside = folder.parent if folder.name == "sources" else folder
    return any(os.path.exists(each / RESULT) for each in (folder, beside))  # noqa: PTH110 - never raises
