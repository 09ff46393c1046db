"""Briefing -> files: a table, format -> writer. A new format is one new file and one line in FORMATS.

Each writer is loaded when it runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from briefing.errors import UsageError
from briefing.workspace.output import write_whole

if TYPE_CHECKING:
    from briefing.model.briefing import Briefing

Writer: TypeAlias = "Callable[[Briefing], bytes]"
"""The content of a file that shows the briefing."""


def _html(briefing: Briefing) -> bytes:
    from briefing.writers import html

    return html.render(briefing).encode("utf-8", "surrogatepass")


def _pdf(briefing: Briefing) -> bytes:
    from briefing.writers import pdf

    return pdf.render(briefing)


def _json(briefing: Briefing) -> bytes:
    from briefing.writers import edition

    return edition.render(briefing).encode()


FORMATS: Mapping[str, Writer] = {"html": _html, "pdf": _pdf, "json": _json}
"""Format -> its writer. The name of a format is the ending of its files."""


def write(briefing: Briefing, folder: Path, formats: Iterable[str]) -> tuple[Path, ...]:
    """Write the briefing in each format into ``folder``, which is made, and return the paths in the order asked.

    A file is named ``<slug>-<audience>.<format>``. All are made before the first is written, and each is written whole
    or not at all. Raises UsageError on an unknown format or a folder that cannot be written.
    """
    contents = {
        folder / f"{briefing.slug}-{briefing.audience.name}.{name}": _content(briefing, name) for name in formats
    }
    for path, content in contents.items():
        write_whole(path, content)
    return tuple(contents)


def _content(briefing: Briefing, name: str) -> bytes:
    if name not in FORMATS:
        raise UsageError(name, "there is no such format", f"use one of {', '.join(FORMATS)}")
    return FORMATS[name](briefing)
