"""Words: a stretch of text as tokens with their places."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.language.lexicon import word_set
from briefing.model.source import Span

SHORTENED = word_set("sentences", "titles") | word_set("sentences", "others")
ABBREVIATIONS = "|".join(sorted(word for word in SHORTENED if word[0].isupper()))
TOKEN = re.compile(
    rf"\b(?:{ABBREVIATIONS})\.(?=\s)|"
    r"(?:[A-Z]\.){2,}|(?<!\w)[A-Z]\.(?=\s[A-Z])|(?<=[a-z] )[A-Z]\.(?=,| [a-z])|"  # U.S., J. Smith, Olga K.
    r"[$€£¥]?\d+(?:[.,:]\d+)*%?|"
    r"\w+?(?=n['’]t\b)|n['’]t\b|"
    r"['’](?:s|S|re|ve|d|ll|m)\b|"
    r"\w+(?:[-‑&]\w+)*|"
    r"``|''|\.\.\.|--|[^\w\s]"
)


class Word(NamedTuple):
    """A token: its text and its place in the source, in code points."""

    text: str
    start: int
    end: int


def words(text: str, start: int, end: int) -> list[Word]:
    """The tokens of ``text[start:end]``, in order; white space is in none of them.

    A possessive or a contracted verb is a token of its own ("Asif", "'s"), as is every mark of punctuation.
    """
    return [Word(m.group(), m.start(), m.end()) for m in TOKEN.finditer(text, start, end)]


def trimmed(text: str, start: int, end: int) -> Span:
    """``start, end`` without white space at either end."""
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))
