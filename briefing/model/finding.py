"""Origin, Finding, Reading: what several sources say together."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.claim import Extraction
from briefing.model.decision import Ruling
from briefing.model.notice import Notice
from briefing.model.source import Source

SUPPORTS = ("single", "same-origin", "corroborated", "unknown-origin")
RELATIONS = ("same", "rounding", "bound", "update", "subset", "variant", "conflict", "withdrawn")
AGREEING = ("same", "rounding", "bound")
"""The only relations that may be called agreement."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The speaker and occasion that claims go back to. ``claims`` are claim ids, ``party`` a party id."""

    id: str
    party: str | None
    occasion: str | None
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Member:
    """A claim in a reading: its id, and the index of the figure meant, or None for the statement itself."""

    claim: str
    figure: int | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """One version of a matter. ``relation`` compares it with the finding's first reading, which has None."""

    text: str
    relation: str | None
    members: tuple[Member, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """The claims or figures on one matter. ``outlets`` are publisher names (or source ids), ``origins`` origin ids.

    ``kind`` is "figure" or "statement", ``support`` one of SUPPORTS, ``matter`` a few words of the sources' own.
    ``state`` is what happened to those counted, or what is true of them ("killed", "displaced": a name of the states in
    grouping's rules); empty for a statement, or where no word tells.
    """

    id: str
    kind: str
    matter: str
    support: str
    outlets: tuple[str, ...]
    origins: tuple[str, ...]
    readings: tuple[Reading, ...]
    state: str = ""

    @property
    def members(self) -> tuple[Member, ...]:
        """The members of all readings, in order."""
        return tuple(member for reading in self.readings for member in reading.members)

    @property
    def disputed(self) -> bool:
        """Whether two of its readings cannot both hold."""
        return any(reading.relation == "conflict" for reading in self.readings)

    @property
    def second_origin(self) -> bool:
        """Whether more than one origin stands behind it, and nobody says otherwise."""
        return self.support == "corroborated" and not self.disputed


@dataclass(frozen=True, slots=True)
class Grouping:
    """What comparing the claims of all sources yields."""

    origins: tuple[Origin, ...]
    findings: tuple[Finding, ...]
    parties: tuple[tuple[str, str], ...] = ()
    """Party id -> the id of the same party as another source names it more fully."""
    notices: tuple[Notice, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """All that ``claims.json`` holds: the one truth every edition is composed from.

    ``extractions`` are keyed by source id, in the order of ``sources``.
    """

    sources: tuple[Source, ...]
    extractions: tuple[tuple[str, Extraction], ...]
    grouping: Grouping
    notices: tuple[Notice, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    """Every decision of the analyst, in the order of the file, and what became of it."""

    @property
    def all_notices(self) -> tuple[Notice, ...]:
        """The Notices of every stage, each once."""
        extracted = (notice for _, extraction in self.extractions for notice in extraction.notices)
        return tuple(dict.fromkeys((*self.notices, *extracted, *self.grouping.notices)))
