"""Briefing -> files: a table, format -> writer. A new format is one new file and one line in FORMATS."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from briefing.errors import UsageError
from briefing.model.briefing import Briefing
from briefing.workspace.output import write_whole
from briefing.writers import html, pdf

Writer = Callable[[Briefing], str | bytes]

FORMATS: Mapping[str, Writer] = {"html": html.render, "pdf": pdf.render}
"""Format -> what makes its content. The name of a format is the ending of its files."""


def write(briefing: Briefing, folder: Path, formats: Iterable[str]) -> tuple[Path, ...]:
    """Write the briefing in each format into ``folder``, which is made, and return the paths in the order asked.

    A file is named ``<slug>-<audience>.<format>`` and written whole or not at all. Raises UsageError on an unknown
    format or a folder that cannot be written.
    """
    made = [(name, _content(briefing, name)) for name in formats]
    stem = f"{briefing.slug}-{briefing.audience.name}"
    paths = tuple(folder / f"{stem}.{name}" for name, _ in made)
    for path, (_, content) in zip(paths, made, strict=True):
        write_whole(path, content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content)
    return paths


def _content(briefing: Briefing, name: str) -> str | bytes:
    if name not in FORMATS:
        raise UsageError(name, "there is no such format", f"use one of {', '.join(FORMATS)}")
    return FORMATS[name](briefing)
