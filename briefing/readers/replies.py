"""What is new in a mail: without the mail it answers, and without its signature."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from briefing.language.lexicon import lexicon

SIGNATURE = re.compile(r"-- ?")
"""The mark of a signature (RFC 3676), alone in a line."""


class Newest(NamedTuple):
    """The new text, and how many lines that hold something were left out."""

    text: str
    left_out: int


def newest(text: str, *, forwarded: bool = False) -> Newest:
    """The text of a mail without lines quoted with ">", the mail below that it answers, and its signature.

    Where nothing else is said, or the mail is ``forwarded``, what it quotes is what it says, and stays.
    """
    lines = text.split("\n")
    end = len(lines) if forwarded else next((at for at in range(len(lines)) if _answered(lines, at)), len(lines))
    kept = lines[:end] if forwarded else [line for line in lines[:end] if not line.startswith(">")]
    kept = _unsigned(kept)
    if not re.search(r"\w", "\n".join(kept)):
        return Newest(text, 0)
    left_out = sum(map(_says, lines)) - sum(map(_says, kept))
    return Newest("\n".join(kept).strip("\n"), left_out)


def _answered(lines: list[str], at: int) -> bool:
    """Whether the mail that this one answers begins in this line."""
    line, following = lines[at].strip(), [after.strip() for after in lines[at + 1 : at + 4] if after.strip()][:1]
    if _shape("original").fullmatch(line):
        return True
    if any(_shape("wrote").fullmatch(said) for said in (line, " ".join([line, *following]))):
        return any(after.startswith(">") for after in lines[at + 1 : at + 5])
    return bool(_shape("from").fullmatch(line) and following and _shape("below").fullmatch(following[0]))


@cache
def _shape(kind: str) -> re.Pattern[str]:
    """What a line of this kind looks like."""
    words = {key: "|".join(map(re.escape, sorted(listed))) for key, listed in lexicon("mail").items()}
    shapes = {
        "original": rf"-{{3,}} ?(?:{words['original']}) ?-{{3,}}",
        "wrote": rf"(?:{words['wrote_starts']}) [^\n]{{4,200}}(?:{words['wrote_ends']})[^\n:]{{0,60}}:",
        "from": rf"\*?(?:{words['from']}) ?: ?\*? ?\S[^\n]*",
        "below": rf"\*?(?:{words['below']}) ?: ?\*? ?\S[^\n]*",
    }
    return re.compile(shapes[kind], re.IGNORECASE)


def _unsigned(lines: list[str]) -> list[str]:
    """The lines above the mark of a signature ("-- " alone in a line)."""
    end = next((at for at, line in enumerate(lines) if at and SIGNATURE.fullmatch(line)), len(lines))
    return lines[:end]


def _says(line: str) -> bool:
    return bool(line.strip())
