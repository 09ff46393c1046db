"""Every number a text writes, figure or not: what a person's own words are held to when they print numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.language.lexicon import either, lexicon
from briefing.language.numbers.labels import is_label, is_name_part
from briefing.language.numbers.lines import Line, line
from briefing.language.numbers.nouns import counts
from briefing.language.numbers.reading import numerals
from briefing.language.numbers.units import SHARES
from briefing.language.numbers.words import MAGNITUDES
from briefing.model.source import Span

_ONE = lexicon("counted")["one"]
_NO_NUMBER_AFTER = frozenset(_ONE["pronoun_after"])
_NO_NUMBER_BEFORE = frozenset(_ONE["pronoun_before"])
_VAGUE = re.compile(rf"\b(?:{either(MAGNITUDES)})s?\b", re.IGNORECASE)
_LEFT = re.compile(r"\d+(?:[.,:/-]\d+)*")


@dataclass(frozen=True, slots=True)
class Written:
    """A number as it is written: its words, where they stand, and what it is worth.

    ``value`` is None for a date, a time, a version or a bare magnitude ("thousands"), of which only the words count;
    ``unit`` is a currency or a share that belongs to the writing; ``names`` is true where the number is part of a name
    and counts nothing ("shaft No. 4", "week 3").
    """

    text: str
    span: Span
    value: int | float | None = None
    unit: str | None = None
    names: bool = False

    def is_said(self, other: Written) -> bool:
        """Whether ``other`` writes this number: of one value, and a share or a currency where this is one.

        A number that is part of a name says nothing of one that counts.
        """
        if other.names and not self.names:
            return False
        if self.value is None or other.value is None:
            return self.value == other.value and self.text.lower() == other.text.lower()
        same_unit = self.unit == other.unit or (self.unit is None and other.unit not in SHARES)
        return self.value == other.value and same_unit


def written(text: str) -> tuple[Written, ...]:
    """The numbers of ``text`` in order, in digits or words, dates and years among them; "one" only where it counts."""
    found = list(_valued(text))
    taken = [number.span for number in found]
    for pattern in (_LEFT, _VAGUE):
        found += [Written(m[0], m.span()) for m in pattern.finditer(text) if _is_free(m.span(), taken)]
    signs = (Written(sign, (at, at + 1)) for at, sign in enumerate(text) if sign.isnumeric() and not sign.isdecimal())
    found += [number for number in signs if _is_free(number.span, taken)]
    return tuple(sorted(found, key=lambda number: number.span))


def _valued(text: str) -> Iterator[Written]:
    """The numbers with a value."""
    read = list(numerals(text, 0, len(text)))
    tokens = line(text, 0, len(text), read) if read else None
    for i, numeral in enumerate(tokens.numerals if tokens else ()):
        if tokens and numeral and not _is_pronoun(tokens, i):
            span = numeral.start, numeral.end
            names = is_label(tokens, i) or is_name_part(tokens, i)
            yield Written(text[slice(*span)], span, numeral.low, numeral.unit, names)


def _is_pronoun(tokens: Line, i: int) -> bool:
    """Whether the number at token ``i`` is the word "one" and counts nothing."""
    if tokens.text[tokens.starts[i] : tokens.ends[i]].lower() != "one":
        return False
    beside = tokens.word(i - 1) in _NO_NUMBER_AFTER or tokens.word(i + 1) in _NO_NUMBER_BEFORE
    return beside or not counts(tokens, i)


def _is_free(span: Span, taken: list[Span]) -> bool:
    return all(span[1] <= start or end <= span[0] for start, end in taken)
