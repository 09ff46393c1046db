"""Paths -> Sources: files, folders and standard input."""

from __future__ import annotations

import inspect
import os
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing.errors import SourceError, UsageError
from briefing.model.limits import DEFAULT, MEGABYTE, Limits
from briefing.model.notice import Notice
from briefing.model.source import Source
from briefing.readers import (
    delimited,
    docx,
    feed,
    json_documents,
    json_lines,
    mail,
    markdown,
    pdf,
    plain,
    transcript,
    webpage,
)
from briefing.readers.document import Document
from briefing.readers.folders import members
from briefing.readers.naming import printable, told_apart
from briefing.readers.sidecar import DIGEST, NAME, Sidecar, changed, sidecar
from briefing.readers.soundness import hidden, sound
from briefing.readers.sources import merged, missing, sourced
from briefing.readers.unread import remedy

Documents = tuple[Document, ...]
Reader = Callable[..., Document | Documents]

FORMATS: Mapping[str, Reader] = {
    ".txt": plain.parse,
    ".text": plain.parse,
    ".md": markdown.parse,
    ".markdown": markdown.parse,
    ".html": webpage.parse,
    ".htm": webpage.parse,
    ".xhtml": webpage.parse,
    ".pdf": pdf.parse,
    ".docx": docx.parse,
    ".csv": delimited.parse,
    ".jsonl": json_lines.parse,
    ".json": json_documents.parse,
    ".eml": mail.parse,
    ".xml": feed.parse,
    ".rss": feed.parse,
    ".atom": feed.parse,
    ".srt": transcript.parse,
    ".vtt": transcript.parse,
}
"""Every format that can be read, by the end of the file's name. Each reader: bytes, and a name for messages; what else
it takes are settings that a file's entry in sources.toml may give."""

STANDARD_INPUT = "-"


Found = tuple[tuple[Source, ...], tuple[Notice, ...]]
Progress = Callable[[str], None]
STEP = 1_000
"""How many files are read between two words of progress."""


def read(path: Path, limits: Limits = DEFAULT) -> Found:
    """The sources in one file, and Notices of what was met in it and what is not stated.

    Raises SourceError where it is missing, unreadable, larger than ``limits``, empty, no text, or of a format that is
    not in FORMATS.
    """
    return gather([path], limits)


def gather(paths: Sequence[str | Path], limits: Limits = DEFAULT, progress: Progress = lambda _: None) -> Found:
    """The sources in files and folders, in order of naming, and Notices; "-" is standard input.

    Files with one text are one source. In a folder, a file that cannot be read is a Notice. Raises UsageError where no
    path is given, SourceError where a named file cannot be read or a folder holds no readable source.
    """
    if not paths:
        raise UsageError("SOURCES", "none given", "name files or folders, or - for standard input")
    run = _Run(limits, progress)
    plans = [_planned(path) for path in paths]
    run.names = told_apart({path: short for plan in plans for path, short in plan.files.items()})
    for plan in plans:
        run.carry_out(plan)
    return run.found()


@dataclass(frozen=True)
class _Plan:
    """What one path that was named leads to: ``files`` with short names, in order; ``folder`` where it is one."""

    files: Mapping[Path, str]
    notices: Sequence[Notice] = ()
    folder: Path | None = None
    standard_input: bool = False


def _planned(named: str | Path) -> _Plan:
    if str(named) == STANDARD_INPUT:
        return _Plan({}, standard_input=True)
    path = Path(named)
    if "\0" in str(named):
        raise SourceError(printable(str(named)), "does not exist", "check the name")
    if not os.path.isdir(path):  # noqa: PTH112 - never raises
        return _Plan({path: path.name})
    files, notices = members(path)
    unknown = {each: None for each in files if each.suffix.lower() not in FORMATS}
    notices += (_unknown(each, printable(each.relative_to(path).as_posix())) for each in unknown)
    known = {each: each.relative_to(path).as_posix() for each in files if each not in unknown}
    return _Plan(known, notices, path)


def _unknown(path: Path, name: str) -> Notice:
    return Notice("unknown-format", f"Not read: it is {path.suffix.lower()}; {remedy(path.suffix)}.", path=name)


@dataclass
class _Run:
    """What was found so far. ``seen`` are the files read, ``sidecars`` those of the folders met."""

    limits: Limits
    progress: Progress
    names: Mapping[Path, str] = field(default_factory=dict)
    sources: list[Source] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    sidecars: dict[Path, Sidecar] = field(default_factory=dict)

    def found(self) -> Found:
        """The sources, and all Notices."""
        sources = merged(self.sources)
        return sources, (*self.notices, *(notice for each in sources for notice in missing(each)))

    def carry_out(self, plan: _Plan) -> None:
        """Reads what a plan names. Raises SourceError where a named file cannot be read, or nothing in a folder."""
        self.notices += plan.notices
        if plan.standard_input:
            data = _within(sys.stdin.buffer.read(self.limits.size + 1), "standard input", self.limits)
            document = sound(plain.parse(data, "standard input"), "standard input", self.limits)
            self._add(document, STANDARD_INPUT, {}, STANDARD_INPUT)
        elif plan.folder is not None:
            self._folder(plan.files, plan.folder)
        else:
            self._files(plan.files)

    def _folder(self, files: Mapping[Path, str], folder: Path) -> None:
        refused = []
        for path in files:
            self._sidecar(path.parent)  # one that is wrong speaks for all files, and stops the run
            try:
                self._files([path])
            except SourceError as error:
                refused.append(error)
                why = f"Not read: it {error.what}; {error.todo}."
                self.notices.append(Notice("unreadable-file", why, path=self.names[path]))
        if refused and len(refused) == len(files):  # no Notice will be told: the first reason is
            raise refused[0]
        if not files:
            raise SourceError(str(folder), "holds no source that can be read", f"put files of {_formats()} in it")

    def _files(self, paths: Iterable[Path]) -> None:
        """Reads files, each once."""
        for path in paths:
            real = os.path.realpath(path)
            if real in self.seen:
                continue
            beside = self._sidecar(path.parent).of(path.name)
            documents, settings = _documents(path, beside, self.limits)
            beside = {key: value for key, value in beside.items() if key not in settings}
            for document in documents:
                self._add(sound(document, str(path), self.limits), self.names[path], beside, str(path.parent / NAME))
            self.seen.add(real)
            if len(self.seen) % STEP == 0:
                self.progress(f"reading, {len(self.seen):,} of {len(self.names):,} files")

    def _sidecar(self, folder: Path) -> Sidecar:
        if folder not in self.sidecars:
            self.sidecars[folder] = sidecar(folder)
            self.notices += self.sidecars[folder].notices
        return self.sidecars[folder]

    def _add(self, document: Document, name: str, beside: Mapping[str, object], sidecar_name: str) -> None:
        new, notices = sourced(document, name, beside, sidecar_name)
        self.sources.append(new)
        self.notices += (*notices, *hidden(new))


def _documents(path: Path, beside: Mapping[str, object], limits: Limits) -> tuple[Documents, Mapping[str, object]]:
    """The documents in a file, and what in ``beside`` speaks of the file and not of them: settings of its reader."""
    reader = FORMATS.get(path.suffix.lower()) if path.suffix else plain.parse
    if reader is None and os.path.exists(path):  # noqa: PTH110 - never raises
        raise SourceError(str(path), f"is {path.suffix.lower()}, which is not read", remedy(path.suffix))
    data = _data(path, limits)
    assert reader is not None
    settings = {name: beside[name] for name in list(inspect.signature(reader).parameters)[2:] if name in beside}
    found = reader(data, str(path), **settings)
    first, *rest = found if isinstance(found, tuple) else (found,)
    first = replace(first, notices=(*changed(data, beside), *first.notices))
    return (first, *rest), {DIGEST: None, **settings}


def _data(path: Path, limits: Limits) -> bytes:
    """The bytes of a file. Raises SourceError where it is missing, unreadable or too large."""
    try:
        with path.open("rb") as stream:
            return _within(stream.read(limits.size + 1), str(path), limits)
    except FileNotFoundError:
        raise SourceError(str(path), "does not exist", "check the name") from None
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        todo = "check its permissions" if isinstance(error, PermissionError) else "check what it is"
        raise SourceError(str(path), f"cannot be read ({why})", todo) from None


def _within(data: bytes, where: str, limits: Limits) -> bytes:
    if len(data) > limits.size:
        most = f"{limits.size / MEGABYTE:g} MB"
        raise SourceError(where, f"is larger than the {most} that are read", "split it, or raise --max-size")
    return data


def _formats() -> str:
    return ", ".join(FORMATS)
