"""Briefing -> files: a table, format -> writer. A new format is one new file and one line in FORMATS.

Each writer is loaded when it runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from briefing.errors import UsageError

if TYPE_CHECKING:
    from briefing.model.briefing import Briefing
    from briefing.model.finding import ClaimsFile
    from briefing.model.notice import Notice


class Writer(Protocol):
    """Makes the content of a file that shows the briefing."""

    def __call__(self, briefing: Briefing, page: str | None = None, /) -> bytes:
        """The content; ``page`` is the page of the format's medium where it is made already, else it is made."""


def _html(briefing: Briefing, page: str | None = None) -> bytes:
    from briefing.writers import html
    from briefing.writers.record import carrying

    return carrying(html.render(briefing) if page is None else page, briefing).encode("utf-8", "surrogatepass")


def _pdf(briefing: Briefing, page: str | None = None) -> bytes:
    from briefing.writers import pdf

    return pdf.render(briefing, page)


def _json(briefing: Briefing, _page: str | None = None) -> bytes:
    from briefing.writers import edition

    return edition.render(briefing).encode()


def _md(briefing: Briefing, page: str | None = None) -> bytes:
    from briefing.writers import markdown

    return markdown.render(briefing, page).encode("utf-8", "surrogatepass")


def _docx(briefing: Briefing, page: str | None = None) -> bytes:
    from briefing.writers import docx

    return docx.render(briefing, page)


FORMATS: Mapping[str, Writer] = {"html": _html, "pdf": _pdf, "md": _md, "docx": _docx, "json": _json}
"""Format -> its writer. The name of a format is the ending of its files."""

MEDIA: Mapping[str, str] = {"html": "screen", "pdf": "print", "md": "text", "docx": "text"}
"""The formats that are made from a page, and the medium the page is for."""


def contents(
    briefing: Briefing, folder: Path, formats: Iterable[str], pages: Mapping[str, str] | None = None
) -> dict[Path, bytes]:
    """The files that show the briefing, one a format in the order asked, and what goes into them.

    ``pages`` are the pages that are made already, by the format they are for. A file is named
    ``<slug>-<audience>.<format>`` and lies in ``folder``. Raises UsageError on an unknown format.
    """
    stem = f"{briefing.slug}-{briefing.audience.name}"
    made = pages or {}
    return {folder / f"{stem}.{name}": _content(briefing, name, made.get(name)) for name in formats}


def _content(briefing: Briefing, name: str, page: str | None) -> bytes:
    if name not in FORMATS:
        raise UsageError(name, "there is no such format", f"use one of {', '.join(FORMATS)}")
    return FORMATS[name](briefing, page)


def met(briefing: Briefing, formats: Iterable[str]) -> tuple[Notice, ...]:
    """What the files of a briefing cannot show as it is."""
    from briefing.writers.style import undrawn

    return tuple(undrawn(briefing)) if "pdf" in formats else ()


def evidence(claims: ClaimsFile, folder: Path) -> dict[Path, bytes]:
    """The files in ``folder`` that every briefing of these sources stands on: claims.json and the canonical texts."""
    from briefing.writers.claims import dumps

    files = {folder / "claims.json": dumps(claims).encode()}
    for source in claims.sources:
        files[folder / "sources" / f"{source.id}.txt"] = source.text.encode("utf-8", "surrogatepass")
    return files
