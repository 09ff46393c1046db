"""Bytes -> canonical text: UTF-8, else detected; no byte-order mark; line ends as LF; nothing else touched."""

from __future__ import annotations

import codecs
import re

from briefing.errors import SourceError
from briefing.model.notice import Notice

CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
"""Control characters that text does not hold: not tab, line ends, form feed, vertical tab or escape."""

MOST_CONTROLS = 0.01
"""Above this share of control characters it is no text. A null is never text."""

UNICODE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)

LIKELIER = ("cp1252", "mac_roman", "iso8859_1", "iso8859_2")
"""Of encodings that fit a file equally well, the commoner ones, the commonest first."""


def canonical(data: bytes, path: str) -> tuple[str, tuple[Notice, ...]]:
    """The canonical text of a plain-text file, and a Notice where its encoding had to be guessed.

    Raises SourceError where the bytes are empty, are no text, or hold not one word.
    """
    text, notices = _decode(data, path)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise SourceError(path, "is empty", "give a file that holds text")
    if not re.search(r"\w", text):
        raise SourceError(path, "holds no words", "give a file that holds text")
    return text, notices


def _decode(data: bytes, path: str) -> tuple[str, tuple[Notice, ...]]:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text, encoding = _detected(data, path)
        message = f"Read as {encoding.replace('_', '-')}: the file is not UTF-8, and letters may be wrong."
        return text, (Notice("guessed-encoding", message, path=path),)
    _check_text(text, path)
    return text, ()


def _detected(data: bytes, path: str) -> tuple[str, str]:
    from charset_normalizer import from_bytes  # rarely needed, and slow to import

    if b"\0" in data and not data.startswith(UNICODE_MARKS):
        raise _no_text(path)
    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        raise _no_text(path)
    equal = [found for found in matches if (found.chaos, found.coherence) == (best.chaos, best.coherence)]
    rank = {name: place for place, name in enumerate(LIKELIER)}
    chosen = min(equal, key=lambda found: rank.get(found.encoding, len(rank)))
    text = str(chosen)
    _check_text(text, path)
    return text, chosen.encoding


def _check_text(text: str, path: str) -> None:
    if "\0" in text or len(CONTROL.findall(text)) > MOST_CONTROLS * len(text):
        raise _no_text(path)


def _no_text(path: str) -> SourceError:
    return SourceError(path, "is not text", "save it as plain text in UTF-8")
