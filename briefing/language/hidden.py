"""Characters that nobody sees on a page, and the marks shown in their place, such as ``[U+202E]``.

A source's text keeps them; what is printed for people never has them raw. They can hide words from a reader, turn the
order of what is printed, or steer a terminal. Tab, line end, form feed and soft hyphen are left alone, and so is a
joiner in a script or emoji that needs it and a direction mark beside right-to-left letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

RAW = (
    "\x00-\x08\x0b\x0e-\x1f\x7f-\x9f"  # controls
    "\u202a-\u202e\u2066-\u2069"  # turn the direction of what follows
    "\u180e\u200b\u2060-\u2064\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"  # without width
    "\ud800-\udfff"  # half a character
    "\ufdd0-\ufdef\ufffe\uffff"  # none at all: no XML holds the last two
)
"""Never printed as they are: a regular expression's class without its brackets."""
JOINERS = "\u200c\u200d"
DIRECTIONS = "\u200e\u200f\u061c"
CASED = "\u0020-\u058f\u1e00-\u1fff"
"""Latin, Greek, Cyrillic and Armenian, digits and common marks: after these a joiner joins nothing."""
TO_THE_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"

NEVER = re.compile(f"[{RAW}]")
HIDDEN = re.compile(f"[{RAW}]|(?<=[{CASED}{RAW}])[{JOINERS}]|(?<![{TO_THE_LEFT}])[{DIRECTIONS}](?![{TO_THE_LEFT}])")
ANY = re.compile(f"[{RAW}{JOINERS}{DIRECTIONS}]")


def shown(text: str) -> str:
    """``text`` as a person may see it: a mark for each hidden character."""
    return text if text.isprintable() else HIDDEN.sub(_mark, text)  # most are, and none of those hides anything


def one_line(text: str) -> str:
    """The same on one line, with marks for tabs and line ends too: for names of files, and messages."""
    return shown(re.sub(r"[\t\n\f\r\u2028\u2029]", _mark, text))


def marked(text: str) -> str:
    """``text`` with a mark for every character that could be hidden, so that two ways of showing it compare equal."""
    return ANY.sub(_mark, text)


def places(text: str) -> Iterator[int]:
    """Where in ``text`` hidden characters stand, in order."""
    return (found.start() for found in HIDDEN.finditer(text))


def _mark(found: re.Match[str]) -> str:
    return f"[U+{ord(found[0]):04X}]"
