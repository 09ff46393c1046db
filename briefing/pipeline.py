"""The chain in order: read, extract, group, compose, verify, write."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from briefing import composing, extractors, grouping, readers, verifying, workspace, writers
from briefing.model.briefing import Briefing, Request
from briefing.model.finding import ClaimsFile
from briefing.model.notice import Notice
from briefing.model.source import Source
from briefing.writers.claims import dumps

Progress = Callable[[str], None]
"""Told what is being done, in a few words, as it begins."""


@dataclass(frozen=True, slots=True)
class Made:
    """One briefing, and the files it was written to."""

    briefing: Briefing
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Result:
    """What a run made: a briefing for each audience, what they stand on (``evidence``), and Notices of all stages."""

    made: tuple[Made, ...]
    evidence: tuple[Path, ...]
    notices: tuple[Notice, ...]


def extract(paths: Sequence[str | Path], progress: Progress = lambda _: None) -> ClaimsFile:
    """All that the sources at ``paths`` (files, folders, "-") say, and what they say together.

    Raises UsageError where a path cannot be used.
    """
    progress("reading")
    return _claims(*readers.gather(paths), progress)


def _claims(sources: tuple[Source, ...], met: tuple[Notice, ...], progress: Progress) -> ClaimsFile:
    progress(f"extracting from {len(sources)} sources")
    extractions = tuple((source.id, extractors.extract(source)) for source in sources)
    progress("grouping")
    return ClaimsFile(sources, extractions, grouping.group(sources, extractions), met)


def build(
    paths: Sequence[str | Path],
    audiences: Sequence[str],
    formats: Sequence[str],
    output: Path,
    request: Request,
    progress: Progress = lambda _: None,
) -> Result:
    """Briefings of the sources at ``paths``, one for each audience, written into ``output`` with what they stand on.

    ``formats`` are names of writers.FORMATS. Nothing is written before everything is made and verified. Raises
    UsageError where a path, audience or format cannot be used, TemplateError where an audience is wrong, MissingError
    where the machine lacks something, VerificationError where the gate refuses to print.
    """
    readers_of = [workspace.audience(name) for name in dict.fromkeys(audiences)]
    progress("reading")
    gathered = readers.gather(paths)
    folder = workspace.output_folder(output)
    claims = _claims(*gathered, progress)
    files: dict[Path, bytes] = {}
    made, notices = [], []
    for audience in readers_of:
        progress(f"composing for {audience.name}")
        briefing = composing.compose(claims, audience, replace(request, language=audience.language))
        notices += [*briefing.notices, *verifying.verify(briefing)]
        pages = _pages(briefing, dict.fromkeys(formats), progress)
        files |= {folder / name: data for name, data in pages.items()}
        made.append(Made(briefing, tuple(folder / name for name in pages)))
    evidence = {folder / name: data for name, data in _evidence(claims).items()}
    for path, data in (files | evidence).items():
        workspace.write_whole(path, data)
    return Result(tuple(made), tuple(evidence), tuple(dict.fromkeys(notices)))


def _pages(briefing: Briefing, formats: Iterable[str], progress: Progress) -> dict[str, bytes]:
    """File name -> content, each page held against the briefing first."""
    made = {}
    for name in formats:
        progress(f"writing {name}")
        content = writers.FORMATS[name](briefing)
        made[f"{briefing.slug}-{briefing.audience.name}.{name}"] = content
    return made


def _evidence(claims: ClaimsFile) -> dict[str, bytes]:
    """File name -> content of what every briefing of these sources stands on: claims.json and the canonical texts."""
    texts = {f"sources/{source.id}.txt": source.text.encode("utf-8", "surrogatepass") for source in claims.sources}
    return {"claims.json": dumps(claims).encode(), **texts}
