"""The text of a PDF as it stands in the file: what its pages draw, glyph by glyph, through each font's own table.

Reads what WeasyPrint writes (streams with a length, object streams, two-byte codes), fast enough for every build.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping

Objects = Mapping[int, bytes]
"""Object number -> its bytes; a stream's are its decoded content."""

OBJECT = re.compile(rb"(\d+) 0 obj\s")
STREAM = re.compile(rb"(?<=>)\s*stream\r?\n")
LENGTH = re.compile(rb"/Length (\d+)")
FIRST = re.compile(rb"/First (\d+)")
PAGES = re.compile(rb"/Type /Pages\b.*?/Kids \[([^]]*)]", re.DOTALL)
REFERENCE = re.compile(rb"(\d+) 0 R")
CONTENTS = re.compile(rb"/Contents (\d+) 0 R")
FONT = re.compile(rb"/([^\s/<>\[\]]+) (\d+) 0 R")
TO_UNICODE = re.compile(rb"/ToUnicode (\d+) 0 R")
PAIR = re.compile(rb"<([0-9a-fA-F]{4})>\s*<([0-9a-fA-F]*)>")
DRAWN = re.compile(rb"/([^\s/<>\[\]]+) [-\d.]+ Tf|/ActualText <feff([0-9a-f]+)>>>\s+BDC|\b(EMC)\b|<([0-9a-fA-F]+)>")
"""What changes the font of a page's stream, tells the text of what follows or ends that, and the codes it draws."""


def texts(data: bytes) -> list[str]:
    """What each page of the PDF ``data`` draws, in the order it is drawn; no spaces are made up between its parts."""
    objects = dict(_objects(data))
    tables = {name: _table(objects[at]) for name, at in _fonts(objects)}
    kids = next((found[1] for found in map(PAGES.search, objects.values()) if found), b"")
    contents = (CONTENTS.search(objects[int(page)]) for page in REFERENCE.findall(kids))
    return ["".join(_drawn(objects[int(found[1])], tables)) for found in contents if found]


def _objects(data: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while head := OBJECT.search(data, at):
        end = data.index(b"endobj", head.end())
        stream = STREAM.search(data, head.end(), end)
        length = LENGTH.search(data, head.end(), stream.start()) if stream else None
        if stream is None or length is None:
            yield int(head[1]), data[head.end() : end]
            at = end
            continue
        about, at = data[head.end() : stream.start()], stream.end() + int(length[1])
        content = data[stream.end() : at]
        content = zlib.decompress(content) if b"/FlateDecode" in about else content
        yield int(head[1]), content
        if first := FIRST.search(about):
            yield from _inside(content, int(first[1]))


def _inside(content: bytes, first: int) -> Iterator[tuple[int, bytes]]:
    """The objects of an object stream, whose first begins at ``first``."""
    numbers = [int(number) for number in content[:first].split()]
    starts = [first + offset for offset in numbers[1::2]]
    for number, start, end in zip(numbers[::2], starts, [*starts[1:], len(content)], strict=True):
        yield number, content[start:end]


def _fonts(objects: Objects) -> Iterator[tuple[bytes, int]]:
    """Each font's name in the pages' streams, and the object that says what its codes mean."""
    tables = {number: int(found[1]) for number, about in objects.items() if (found := TO_UNICODE.search(about))}
    for about in objects.values():
        if about.startswith(b"<<"):
            yield from ((name, tables[int(at)]) for name, at in FONT.findall(about) if int(at) in tables)


def _table(stream: bytes) -> Mapping[bytes, str]:
    """Code -> text, of a font's ToUnicode stream."""
    return {
        code.lower(): bytes.fromhex(text.decode()).decode("utf-16-be", "replace") for code, text in PAIR.findall(stream)
    }


def _drawn(stream: bytes, tables: Mapping[bytes, Mapping[bytes, str]]) -> Iterator[str]:
    table: Mapping[bytes, str] = {}
    told = False
    for font, text, end, codes in DRAWN.findall(stream):
        if font:
            table = tables.get(font, {})
        elif text:
            told = True
            yield bytes.fromhex(text.decode()).decode("utf-16-be", "replace")
        elif end:
            told = False
        elif not told:
            yield from (table.get(codes[at : at + 4].lower(), "") for at in range(0, len(codes), 4))
