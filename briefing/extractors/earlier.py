"""Words behind a number that set it apart as an earlier count: "up from 41 a day earlier", "9 the week before"."""

from __future__ import annotations

import re

from briefing.language.lexicon import either, lexicon
from briefing.model.source import Span

_WORDS = lexicon("numbers")["earlier"]
_PERIOD = rf"(?:{either(_WORDS['periods'])})"
_MANY = rf"(?:\d{{1,2}}|{either([*_WORDS['few'], *lexicon('numbers')['cardinals']])})"
_ENDS = r"(?=\s*(?:[.,;:)\]”\"’–—]|$|(?:and|or)\b))"
_EARLIER = re.compile(
    rf"(?:\s[^\W\d_]+){{0,2}}?,?\s((?:{_MANY}\s{_PERIOD}s?|the\s{_PERIOD})\s"
    rf"(?:(?:{either(_WORDS['behind'])})\b|(?:{either(_WORDS['behind_at_the_end'])}){_ENDS})|"
    rf"the\s(?:{either(_WORDS['adjectives'])})\s{_PERIOD}\b(?!['’]))",
    re.IGNORECASE,
)


def earlier(text: str, start: int, end: int) -> Span | None:
    """The words in ``text[start:end]`` that date a number right before them by another one; None where there are none.

    A noun of one or two words may stand between.
    """
    match = _EARLIER.match(text, start, end)
    return match.span(1) if match else None
