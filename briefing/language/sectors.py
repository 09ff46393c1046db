"""Sectors: what a text touches of people's lives, told from its words and exact about their sense."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from briefing.errors import UsageError
from briefing.language.lexicon import lexicon
from briefing.language.terms import apart, pattern, spans
from briefing.model.claim import SECTORS
from briefing.model.source import Span

CUES = ("people", "harm", "need", "aid")
FIELDS = {"sure", "weak", "not", "yields"}


class Weak(NamedTuple):
    """Terms that mislead alone: one counts where a term of ``cues`` stands elsewhere in the same text."""

    terms: re.Pattern[str]
    cues: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sector:
    """The vocabulary of one sector. ``yields`` names the sectors beside which it still counts, None for all."""

    name: str
    sure: re.Pattern[str]
    weak: tuple[Weak, ...]
    never: re.Pattern[str] | None
    yields: tuple[str, ...] | None


def sectors(text: str) -> tuple[str, ...]:
    """The sectors ``text`` touches, in the order of SECTORS; none where it touches no impact, need or response."""
    places = {sector.name: _sure(sector, text) for sector in vocabulary()}
    sure = [span for found in places.values() for span in found]
    cues = {name: spans(found, text) for name, found in cue_words().items()}
    named = [s for s in vocabulary() if places[s.name] or _weak(s, text, cues, sure)]
    names = {sector.name for sector in named}
    return tuple(s.name for s in named if s.yields is None or names <= {s.name, *s.yields})


def _sure(sector: Sector, text: str) -> list[Span]:
    return _outside(spans(sector.sure, text), sector, text)


def _weak(sector: Sector, text: str, cues: Mapping[str, Sequence[Span]], sure: Sequence[Span]) -> bool:
    """Whether a misleading term stands beside a cue: one of those it wants, or a sure term of any sector."""
    for weak in sector.weak:
        beside = [*sure, *(span for name in weak.cues for span in cues[name])]
        for place in _outside(spans(weak.terms, text), sector, text):
            if any(apart(place, [span]) for span in beside):
                return True
    return False


def _outside(found: list[Span], sector: Sector, text: str) -> list[Span]:
    """The places that do not lie in a phrase of another sense."""
    if not found or sector.never is None:
        return found
    excluded = spans(sector.never, text)
    return [span for span in found if apart(span, excluded)]


@cache
def vocabulary() -> tuple[Sector, ...]:
    """The sectors of the lexicon. Raises UsageError that names sector and field."""
    tables = lexicon("sectors")
    return tuple(read_sector(name, tables.get(name, {})) for name in SECTORS)


@cache
def cue_words() -> Mapping[str, re.Pattern[str]]:
    """The words that make a misleading term count, by kind."""
    return {name: pattern(lexicon("sectors")["cues"][name]) for name in CUES}


def read_sector(name: str, table: Mapping[str, Any]) -> Sector:
    """The sector written as ``table``. Raises UsageError where a field is unknown, empty or has unknown cues."""
    weak = table.get("weak", [])
    _need(set(table) <= FIELDS, name, "use sure, weak, not, yields")
    _need(bool(table.get("sure")), name, "give it sure terms")
    _need(all(part.get("terms") and set(part.get("with", CUES)) <= set(CUES) for part in weak), name, "mend weak")
    return Sector(
        name=name,
        sure=pattern(table["sure"]),
        weak=tuple(Weak(pattern(part["terms"]), tuple(part.get("with", CUES))) for part in weak),
        never=pattern(table["not"]) if table.get("not") else None,
        yields=tuple(table["yields"]) if "yields" in table else None,
    )


def _need(fits: bool, name: str, todo: str) -> None:
    if not fits:
        raise UsageError(f"lexicons/sectors.toml: {name}", "the vocabulary is wrong", todo)
