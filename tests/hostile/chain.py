"""The whole chain on files of a test's own, through the command line."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from briefing.cli import app


def lay(here: Path, files: Mapping[str, str | bytes]) -> None:
    """Writes the files into the working folder."""
    for name, content in files.items():
        path = here / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def built(here: Path, files: Mapping[str, str | bytes], *options: str) -> str:
    """The page that ``briefing build in -f html`` makes of the files."""
    lay(here, files)
    assert app.run(["build", "in", "-f", "html", *options]) == 0
    (page,) = (here / "out").glob("*.html")
    return page.read_text("utf-8")
