"""The objects of a PDF, each made into bytes once: its writer asks every object twice, for the file and for its ID."""

from __future__ import annotations

import contextlib
import zlib
from collections.abc import Iterator
from typing import Any

LEVEL = 5
"""How hard streams are compressed, where the writer would take the slowest, 9: a briefing of 20 sources is a fifteenth
larger for a sixth of the time."""


class Packed:
    """An object of a PDF as the bytes that stand for it, for the writer of the file."""

    def __init__(self, of: Any) -> None:
        """``of`` is final: what is changed in it afterwards is not written."""
        self.number, self.generation, self.free, self.reference = of.number, of.generation, of.free, of.reference
        self.compressible = of.compressible
        self.offset = 0
        self.data: bytes = of.data

    @property
    def indirect(self) -> bytes:
        """The object as it stands in the file by itself."""
        return b"%d %d obj\n%b\nendobj" % (self.number, self.generation, self.data)


def pack(pdf: Any) -> None:
    """Makes every object of a PDF that is about to be written into bytes. Nothing may be changed in it afterwards."""
    for number, made in enumerate(pdf.objects):
        if made.free != "f":
            if getattr(made, "compress", False):
                _compress(made)
            pdf.objects[number] = Packed(made)
    add = pdf.add_object

    def added(made: Any) -> None:
        """Adds what the writer of the file makes itself: a stream of all objects that are none."""
        if getattr(made, "compress", False):
            _compress(made)
        add(made)

    pdf.add_object = added


@contextlib.contextmanager
def pages_counted_once(weasyprint: Any) -> Iterator[None]:
    """Let a PDF that is made meanwhile name its pages without listing all of them for each link and tag."""
    kind = weasyprint.pdf.pydyf.PDF
    listed = kind.page_references
    known: dict[tuple[int, int], tuple[bytes, ...]] = {}

    def references(pdf: Any) -> tuple[bytes, ...]:
        """The references of the pages there are."""
        key = id(pdf), pdf.pages["Count"]
        if key not in known:
            known[key] = listed.fget(pdf)
        return known[key]

    kind.page_references = property(references)
    try:
        yield
    finally:
        kind.page_references = listed


def _compress(stream: Any) -> None:
    """Compresses a stream, so that its writer need not."""
    stream.compress = False
    plain = stream.data
    content = plain[plain.index(b"stream\n") + 7 : -len(b"\nendstream")]
    stream.stream, stream.extra = [zlib.compress(content, LEVEL)], {**stream.extra, "Filter": "/FlateDecode"}
