"""A published file, proven: held against itself, against its sources, and built again."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing import pipeline, readers
from briefing.model.brand import Brand
from briefing.model.note import Note
from briefing.model.request import Request
from briefing.verifying.published import Carried, Failure, read, verify_file, verify_sources

__all__ = ["prove", "read", "rebuilt"]

Progress = Callable[[str], None]


def prove(carried: Carried, sources: Sequence[str | Path], progress: Progress = lambda _: None) -> tuple[Failure, ...]:
    """All that does not hold within a file, and, where ``sources`` are named, against them.

    Raises UsageError where a source cannot be used.
    """
    found = verify_file(carried)
    if not sources:
        return found
    progress("reading")
    return (*found, *verify_sources(carried, readers.gather(sources)[0]))


def rebuilt(
    file: Path,
    carried: Carried,
    sources: Sequence[str | Path],
    notes: Sequence[Note],
    decided: Path,
    progress: Progress = lambda _: None,
) -> tuple[Failure, ...]:
    """Builds ``file`` again as its record says it was asked for; a failure where a byte differs.

    Raises what ``pipeline.build`` raises.
    """
    asked = dict(carried.record["request"])
    asked["silenced"] = tuple((code, reason) for code, reason in asked["silenced"])
    asked["allowed"] = tuple(asked["allowed"])
    asked["brand"] = Brand(**asked["brand"]) if asked.get("brand") else None
    audience = carried.record["edition"]["audience"]
    with TemporaryDirectory() as folder:
        request = Request(**asked, notes=tuple(notes))
        kind = file.suffix.removeprefix(".")
        result = pipeline.build(sources, [audience], [kind], Path(folder), request, progress, decided)
        made = result.made[0].paths[0].read_bytes()
    was = file.read_bytes()
    if made == was:
        return ()
    at = next(
        (n for n, pair in enumerate(zip(was, made, strict=False)) if pair[0] != pair[1]), min(len(was), len(made))
    )
    return (Failure("not-the-same", str(file), f"built again it differs from byte {at:,} on"),)
