"""What is done with a random input, and what must hold whatever it is: a result that keeps its word, or one line."""

from __future__ import annotations

import json
import re
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from briefing import pipeline, readers
from briefing.errors import BriefingError, SourceError, VerificationError
from briefing.language.hidden import NEVER
from briefing.model.notice import Notice
from briefing.model.request import Request
from briefing.model.source import Source
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


def chain(files: Mapping[str, bytes], title: str | None = None) -> None:
    """Reads, extracts, groups, composes, verifies and writes. Raises AssertionError where the gate refuses."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "in"
        folder.mkdir()
        for name, data in files.items():
            (folder / name).write_bytes(data)
        before = time.process_time()
        try:
            result = pipeline.build([folder], ["humanitarian"], ["html", "json"], Path(place) / "out", Request(title))
            found = pipeline.extract([folder])
        except VerificationError as error:
            raise AssertionError(f"refused: {error}") from error
        except SourceError as error:
            _is_one_line(error)
            return
        page, edition = (path.read_text("utf-8") for path in result.made[0].paths)
        assert not NEVER.search(CARRIED.sub("", page))
        json.loads(edition)
        for layout in figures.LAYOUTS:
            figures.write(found, layout).encode()
        assert time.process_time() - before < SLOW
