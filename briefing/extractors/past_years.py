"""Figures of earlier years: "In 2021, shelling killed 112", in a text of a later year."""

from __future__ import annotations

import re

from briefing.language.lexicon import lexicon
from briefing.model.source import Passage, Source, Span

_MONTHS = lexicon("numbers")["months"]
_NUMBERS = {name[:3].lower(): k + 1 for k, name in enumerate(_MONTHS["full"])}
_IN = re.compile(
    rf"\b[Ii]n (?:(?:early|mid|late)[ -])?(?:(?P<month>{'|'.join([*_MONTHS['full'], *_MONTHS['short']])})\.?,? )?"
    r"(?P<year>(?:19|20)\d\d)(?![\d%-]|,\d)"
)
_PARTED = re.compile(r"[;:]|\.\s")
_FENCED = re.compile(r"[\d,.;:]")
YEAR = re.compile(r"20\d\d(?<![\d.,]....)(?![\d.,]?\d)")
"""The digits come first, since a pattern that begins with them is found much sooner."""


class PastYears:
    """The years before that of the source in which its passages put their figures."""

    def __init__(self, source: Source) -> None:
        self._text = source.text
        self._year = year_of(source)
        self._found: list[re.Match[str]] = []

    def enter(self, passage: Passage) -> None:
        """Go on to the next passage of the source."""
        years = _IN.finditer(self._text, passage.start, passage.end) if self._year is not None else ()
        self._found = [match for match in years if int(match["year"]) < (self._year or 0)]

    def of(self, end: int) -> tuple[str, Span] | None:
        """The year, or month, of the figure that ends at ``end``, in ISO 8601, and the words that say it."""
        match = next((found for found in reversed(self._found) if self._dates(found, end)), None)
        if match is None:
            return None
        month = _NUMBERS.get((match["month"] or "")[:3].lower())
        return f"{match['year']}-{month:02}" if month else match["year"], match.span()

    def _dates(self, found: re.Match[str], end: int) -> bool:
        """Whether the year dates the figure: it stands before it in the sentence, or right behind what it counts."""
        if found.start() >= end:
            return _FENCED.search(self._text, end, found.start()) is None
        return _PARTED.search(self._text, found.end(), end) is None


def year_of(source: Source) -> int | None:
    """The year a source was published, else the latest year its text names, else None."""
    published = source.stated("published")
    years = [int(published[:4])] if published and published[:4].isdigit() else YEAR.findall(source.text)
    return max(map(int, years), default=None)
