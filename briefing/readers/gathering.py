"""Paths -> Sources: files, folders and standard input."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from briefing.errors import SourceError, UsageError
from briefing.model.notice import Notice
from briefing.model.source import Source
from briefing.readers import markdown, plain
from briefing.readers.document import Document
from briefing.readers.folders import members
from briefing.readers.sidecar import NAME, Sidecar, sidecar
from briefing.readers.sources import merged, missing, sourced

Documents = tuple[Document, ...]
Reader = Callable[..., Document | Documents]

FORMATS: Mapping[str, Reader] = {
    ".txt": plain.parse,
    ".text": plain.parse,
    ".md": markdown.parse,
    ".markdown": markdown.parse,
}
"""Every format that can be read, by the end of the file's name. Each reader: bytes, and a name for messages; what else
it takes are settings that a file's entry in sources.toml may give."""

STANDARD_INPUT = "-"


Found = tuple[tuple[Source, ...], tuple[Notice, ...]]


def read(path: Path) -> Found:
    """The sources in one file, and Notices of what was met in it and what is not stated.

    Raises SourceError where it is missing, unreadable, empty, no text, or of a format that is not in FORMATS.
    """
    run = _Run()
    run.file(path, path.name)
    return run.found()


def gather(paths: Sequence[str | Path]) -> Found:
    """The sources in files and folders, in order of naming, and Notices; "-" is standard input.

    Files with one text are one source. In a folder, a file that cannot be read is a Notice. Raises UsageError where no
    path is given, SourceError where a named file cannot be read or a folder holds no readable source.
    """
    if not paths:
        raise UsageError("SOURCES", "none given", "name files or folders, or - for standard input")
    run = _Run()
    for path in paths:
        if str(path) == STANDARD_INPUT:
            run.standard_input()
        elif Path(path).is_dir():
            run.folder(Path(path))
        else:
            run.file(Path(path), Path(path).name)
    return run.found()


@dataclass
class _Run:
    """What was found so far. ``seen`` are the files read, ``sidecars`` those of the folders met."""

    sources: list[Source] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    seen: set[Path] = field(default_factory=set)
    sidecars: dict[Path, Sidecar] = field(default_factory=dict)

    def found(self) -> Found:
        """The sources, and all Notices."""
        sources = merged(self.sources)
        return sources, (*self.notices, *(notice for each in sources for notice in missing(each)))

    def standard_input(self) -> None:
        """Reads plain text from standard input."""
        self._add(plain.parse(sys.stdin.buffer.read(), "standard input"), STANDARD_INPUT, {}, STANDARD_INPUT)

    def folder(self, folder: Path) -> None:
        """Reads what can be read in ``folder``. Raises SourceError where that is nothing."""
        readable, refused = 0, []
        for path in members(folder):
            name = path.relative_to(folder).as_posix()
            if path.suffix.lower() not in FORMATS:
                self.notices.append(
                    Notice("unknown-format", f"Not read, because it is none of {_formats()}.", path=name)
                )
                continue
            self._sidecar(path.parent)  # one that is wrong speaks for all files, and stops the run
            try:
                self.file(path, name)
                readable += 1
            except SourceError as error:
                refused.append(error)
                self.notices.append(Notice("unreadable-file", f"Not read, because it {error.what}.", path=name))
        if not readable and refused:  # no Notice will be told: the first reason is
            raise refused[0]
        if not readable:
            raise SourceError(str(folder), "holds no source that can be read", f"put files of {_formats()} in it")

    def file(self, path: Path, name: str) -> None:
        """Reads one file, once. ``name`` is what it is called in the briefing, where any UTF-8 can print it."""
        name = name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        real = path.resolve()
        if real in self.seen:
            return
        beside = self._sidecar(path.parent).of(path.name)
        documents, settings = _documents(path, beside)
        beside = {key: value for key, value in beside.items() if key not in settings}
        for document in documents:
            self._add(document, name, beside, str(path.parent / NAME))
        self.seen.add(real)

    def _sidecar(self, folder: Path) -> Sidecar:
        if folder not in self.sidecars:
            self.sidecars[folder] = sidecar(folder)
            self.notices += self.sidecars[folder].notices
        return self.sidecars[folder]

    def _add(self, document: Document, name: str, beside: Mapping[str, object], sidecar_name: str) -> None:
        new, notices = sourced(document, name, beside, sidecar_name)
        self.sources.append(new)
        self.notices += notices


def _documents(path: Path, beside: Mapping[str, object]) -> tuple[Documents, Mapping[str, object]]:
    """The documents in a file, and the settings of its reader that stand in ``beside``."""
    reader = FORMATS.get(path.suffix.lower()) if path.suffix else plain.parse
    if not path.exists():
        raise SourceError(str(path), "does not exist", "check the name")
    if reader is None:
        raise SourceError(str(path), f"is none of {_formats()}", "save it as plain text in UTF-8")
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(str(path), f"cannot be read ({error.strerror})", "check its permissions") from None
    settings = {name: beside[name] for name in list(inspect.signature(reader).parameters)[2:] if name in beside}
    found = reader(data, str(path), **settings)
    return found if isinstance(found, tuple) else (found,), settings


def _formats() -> str:
    return ", ".join(FORMATS)
