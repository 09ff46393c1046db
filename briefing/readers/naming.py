"""What files are called in a briefing: short names, different for different files, of characters that print."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from briefing.language.hidden import one_line


def told_apart(short: Mapping[Path, str]) -> dict[Path, str]:
    """A name for each file: the ``short`` one it has, with as many folders before it as tell it from all others."""
    groups: dict[str, list[Path]] = {}
    for path, name in short.items():
        groups.setdefault(name, []).append(path)
    named: dict[Path, str] = {}
    for name, paths in groups.items():
        named |= {path: printable(name) for path in paths} if len(paths) == 1 else _longer(name, paths)
    return {path: named[path] for path in short}


def _longer(name: str, paths: list[Path]) -> dict[Path, str]:
    parts = {path: Path(os.path.abspath(path)).parts for path in paths}  # noqa: PTH100 - links stay as they are
    most = max(len(each) for each in parts.values())
    for count in range(name.count("/") + 2, most + 1):
        names = {path: printable("/".join(each[-count:])) for path, each in parts.items()}
        if len(set(names.values())) == len(paths):
            return names
    return {path: printable(path.as_posix()) for path in paths}


def printable(name: str) -> str:
    """A file's name as text on one line: bytes that are no UTF-8 as U+FFFD, hidden characters as marks."""
    return one_line(name.encode("utf-8", "surrogateescape").decode("utf-8", "replace"))
