"""Bytes -> canonical text: UTF-8, else as a mark or the file says, else detected; line ends as LF.

No byte-order mark; nothing else is touched. Bytes that are no character in the encoding become U+FFFD.
"""

from __future__ import annotations

import codecs
import re

from briefing.errors import SourceError
from briefing.model.notice import Notice

CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
"""Control characters that text does not hold: not tab, line ends, form feed, vertical tab or escape."""

MOST_CONTROLS = 0.1
"""Above this share of control characters UTF-8 is no text: it is some other format that holds no other bytes."""

MOST_DETECTED = 0.01
"""The same where the encoding was guessed: there a control character is a sign of a wrong guess."""

MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
"""Byte-order mark -> the encoding it speaks of; the longer marks first, since one begins with another."""

SOUND = 3
"""UTF-8 that is broken has at least so many sound characters beyond ASCII for each broken one; elsewhere hardly any."""

LIKELIER = ("cp1252", "mac_roman", "iso8859_1", "iso8859_2")
"""Of encodings that fit a file equally well, the commoner ones, the commonest first."""

Decoded = tuple[str, tuple[Notice, ...]]


def canonical(data: bytes, path: str, declared: str | None = None) -> Decoded:
    """The canonical text of a plain-text file, and a Notice where its encoding is not UTF-8 or had to be guessed.

    ``declared`` is the encoding that the file itself names; UTF-8 and a byte-order mark count before it.
    Raises SourceError where the bytes are empty, are no text, or hold not one word.
    """
    text, notices = decoded(data, path, declared)
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise SourceError(path, "is empty", "give a file that holds text")
    if not re.search(r"\w", text):
        raise SourceError(path, "holds no words", "give a file that holds text")
    return text, notices


def decoded(data: bytes, path: str, declared: str | None = None) -> Decoded:
    """The characters that ``data`` stands for, line ends and byte-order mark included; see canonical."""
    marked = next((name for mark, name in MARKS.items() if data.startswith(mark)), None)
    if marked:
        return _as(data, marked, path, f"as its byte-order mark says, {marked}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return _declared(data, path, declared) or _broken(data, path) or _detected(data, path)
    wide = _wide(data)
    if wide:
        return _as(data, wide, path, f"as every other byte is null, {wide}")
    _check_text(text, path, MOST_CONTROLS)
    if declared and not text.isascii() and _codec(declared) not in ("utf-8", None):
        return text, (_notice("wrong-encoding", f"Read as utf-8, which it is, though it says {declared}.", path),)
    return text, ()


def _as(data: bytes, encoding: str, path: str, why: str) -> Decoded:
    """``data`` in a known encoding; what is no character in it becomes U+FFFD and is told."""
    text = data.decode(encoding, "replace")
    _check_text(text, path, MOST_CONTROLS)
    notices = [_notice("other-encoding", f"Read {why}.", path)]
    if data.decode(encoding, "ignore") != text:
        notices.append(_replaced(path))
    return text, tuple(notices)


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark, where the text is mostly ASCII: one half of each pair of bytes is null."""
    even, odd = data[::2], data[1::2]
    most, least = 0.7 * len(odd), 0.1 * len(odd)
    if len(data) < 4:
        return None
    if odd.count(0) > most and even.count(0) < least:
        return "utf-16-le"
    return "utf-16-be" if even.count(0) > most and odd.count(0) < least else None


def _codec(name: str) -> str | None:
    """The codec that a label of an encoding means, as web pages use the labels; None where it means none."""
    import webencodings

    found = webencodings.lookup(name)
    return str(found.codec_info.name) if found else None


def _declared(data: bytes, path: str, declared: str | None) -> Decoded | None:
    codec = _codec(declared) if declared else None
    if codec is None or codec == "utf-8":
        return None
    try:
        text = data.decode(codec)
        _check_text(text, path, MOST_DETECTED)
    except (UnicodeDecodeError, SourceError):
        return None
    return text, ()


def _broken(data: bytes, path: str) -> Decoded | None:
    """UTF-8 with a few bytes lost or damaged; None where the bytes are rather something else."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    if (len(text) - len(re.findall(r"[\x00-\x7f]", text)) - broken) < SOUND * broken:
        return None
    _check_text(text, path, MOST_CONTROLS)
    return text, (_replaced(path),)


def _detected(data: bytes, path: str) -> Decoded:
    from charset_normalizer import from_bytes  # rarely needed, and slow to import

    if b"\0" in data:
        raise _no_text(path)
    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        raise _no_text(path)
    equal = [found for found in matches if (found.chaos, found.coherence) == (best.chaos, best.coherence)]
    rank = {name: place for place, name in enumerate(LIKELIER)}
    chosen = min(equal, key=lambda found: rank.get(found.encoding, len(rank)))
    text = str(chosen)
    _check_text(text, path, MOST_DETECTED)
    message = f"Read as {chosen.encoding.replace('_', '-')}: the file is not UTF-8, and letters may be wrong."
    return text, (Notice("guessed-encoding", message, path=path),)


def _check_text(text: str, path: str, most: float) -> None:
    if len(CONTROL.findall(text)) > most * len(text):
        raise _no_text(path)


def _notice(code: str, message: str, path: str) -> Notice:
    return Notice(code, message, path=path, limits=False)


def _replaced(path: str) -> Notice:
    message = "Some bytes are no character in its encoding; each shows as \ufffd."
    return Notice("broken-encoding", message, path=path)


def _no_text(path: str) -> SourceError:
    return SourceError(path, "is not text", "save it as plain text in UTF-8")
