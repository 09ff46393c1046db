"""What is done with a random input, and what must hold whatever it is: a result that keeps its word, or one line."""

from __future__ import annotations

import json
import re
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing import decisions, pipeline, proof, readers
from briefing.errors import BriefingError, SourceError, UsageError, VerificationError
from briefing.language.hidden import NEVER
from briefing.model.decision import FIGURE_FIELDS, OF_NONE, OF_TWO, Decision
from briefing.model.notice import Notice
from briefing.model.request import Request
from briefing.model.source import Source
from briefing.readers.notes import written
from briefing.writers import figures

CARRIED = re.compile(r"<style>.*?</style>|<script[ >].*?</script>", re.DOTALL)
"""What of a page nobody reads: style, script, and the data beside it."""
SLOW = 20.0
"""Seconds of the processor above which an input of a few kilobytes took too long."""


def read(ending: str, data: bytes) -> None:
    """Reads one file. Raises AssertionError where what comes out is not what a reader promises."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / f"a{ending}"
        path.write_bytes(data)
        before = time.process_time()
        try:
            sources, notices = readers.read(path)
        except SourceError as error:
            _is_one_line(error)
        else:
            _are_sound(sources, notices)
        assert time.process_time() - before < SLOW


def _are_sound(sources: tuple[Source, ...], notices: tuple[Notice, ...]) -> None:
    assert sources
    for source in sources:
        assert source.text.strip()
        assert "\r" not in source.text
        source.text.encode()  # no half characters
    for notice in notices:
        assert notice.code
        assert "\n" not in notice.message
        of = next((source for source in sources if source.id == notice.source), None)
        assert notice.start is None or (of and 0 <= notice.start < len(of.text))


def _is_one_line(error: BriefingError) -> None:
    assert error.what
    assert error.todo


def chain(
    files: Mapping[str, bytes], title: str | None = None, formats: Sequence[str] = ("html", "md", "docx", "json")
) -> None:
    """Reads, extracts, groups, composes, verifies and writes. Raises AssertionError where the gate refuses.

    But for ``title``, which is the analyst's: it may have a number that no claim has.
    """
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "in"
        folder.mkdir()
        for name, data in files.items():
            (folder / name).write_bytes(data)
        before = time.process_time()
        try:
            result = pipeline.build([folder], ["humanitarian"], formats, Path(place) / "out", Request(title))
            found = pipeline.extract([folder])
        except VerificationError as error:
            if error.where.startswith("the title"):
                _is_one_line(error)
                return
            raise AssertionError(f"refused: {error}") from error
        except SourceError as error:
            _is_one_line(error)
            return
        for path in result.made[0].paths:
            _holds(path)
        for layout in figures.LAYOUTS:
            figures.write(found, layout).encode()
        assert time.process_time() - before < SLOW


def _holds(path: Path) -> None:
    """What was written hides nothing, is what its name says, and proves itself where it can."""
    if path.suffix in (".html", ".md"):
        assert not NEVER.search(CARRIED.sub("", path.read_text("utf-8")))
    if path.suffix == ".json":
        json.loads(path.read_text("utf-8"))
    if path.suffix in (".html", ".pdf"):
        assert proof.prove(proof.read(path), ()) == ()


def decided(text: str, choices: Sequence[tuple[str, int, str, str]]) -> None:
    """Decides on claims of a text what ``choices`` say (act, which claim, field, words), and builds a briefing of it.

    Raises AssertionError where the gate refuses.
    """
    with tempfile.TemporaryDirectory() as place:
        source, ledger = Path(place) / "a.txt", Path(place) / decisions.FILE
        source.write_bytes(text.encode("utf-8", "replace"))
        try:
            drawn = pipeline.draw([source])
        except SourceError as error:
            _is_one_line(error)
            return
        for choice in choices:
            _decide(drawn, ledger, *choice)
        try:
            pipeline.build([source], ["humanitarian"], ["html"], Path(place) / "out", Request(), decided=ledger)
        except VerificationError as error:
            raise AssertionError(f"refused: {error}") from error


def _decide(drawn: pipeline.Drawn, ledger: Path, act: str, which: int, field: str, words: str) -> None:
    """One decision more in the file, if it is one that can be made."""
    (source,) = drawn.sources
    claims = drawn.extractions[source.id].claims
    if not claims:
        return
    chosen = [
        claims[(which + more) % len(claims)] for more in range(2 if act in OF_TWO else 0 if act in OF_NONE else 1)
    ]
    figure = 0 if field in FIGURE_FIELDS and chosen and chosen[0].figures and act == "correct" else None
    targets = tuple(decisions.target(source, claim, figure) for claim in chosen)
    value: object = [words] if field == "sectors" else which if field == "value" else words
    try:
        made = decisions.completed(Decision(act, targets, text=words, reason=words, by=words), {field: value})
        decisions.append(ledger, [made])
    except UsageError as error:
        _is_one_line(error)


def ledger(data: bytes) -> None:
    """Reads a file of decisions, which may be none: decisions, or one line."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / decisions.FILE
        path.write_bytes(data)
        try:
            decisions.read(path)
        except UsageError as error:
            _is_one_line(error)


def noted(text: str, note: str) -> None:
    """Builds a briefing with a note of the analyst's: it is printed, or refused in one line that names the note."""
    with tempfile.TemporaryDirectory() as place:
        source, notes = Path(place) / "a.txt", Path(place) / "notes"
        source.write_bytes(text.encode("utf-8", "replace"))
        notes.mkdir()
        (notes / "bottom-line.md").write_bytes(note.encode("utf-8", "replace"))
        try:
            request = Request(notes=written(str(notes)))
            pipeline.build([source], ["humanitarian"], ["html"], Path(place) / "out", request)
        except UsageError as error:
            _is_one_line(error)
        except VerificationError as error:
            if "note" not in f"{error.where} {error.what} {error.todo}":
                raise


def published(data: bytes, ending: str) -> None:
    """Verifies a file that a stranger wrote: what does not hold, or one line."""
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / f"a{ending}"
        path.write_bytes(data)
        before = time.process_time()
        try:
            proof.prove(proof.read(path), ())
        except UsageError as error:
            _is_one_line(error)
        assert time.process_time() - before < SLOW
