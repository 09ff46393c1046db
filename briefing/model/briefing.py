"""Briefing: one edition, whole: its sections, its sources and annex, and all that they are made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from briefing.model.annex import Annex, AnnexPassage, AnnexSource, SourceEntry
from briefing.model.audience import Audience
from briefing.model.finding import ClaimsFile
from briefing.model.notice import Notice
from briefing.model.pieces import (
    CUT,
    VOICES,
    ChartRow,
    Citation,
    Count,
    Cut,
    Datum,
    Fact,
    Name,
    Phrase,
    Piece,
    RuleText,
    Statement,
    Words,
)
from briefing.model.request import Request
from briefing.model.sections import (
    Actor,
    Agreement,
    Assessment,
    Card,
    Cell,
    ClaimRow,
    ClaimTable,
    GlossaryEntry,
    Implications,
    Inconsistency,
    Judgement,
    Mark,
    Matrix,
    Row,
    SectorBlock,
    Variant,
)

__all__ = [
    "CUT",
    "SECTION_PARTS",
    "VOICES",
    "Actor",
    "Agreement",
    "Annex",
    "AnnexPassage",
    "AnnexSource",
    "Assessment",
    "Briefing",
    "Card",
    "Cell",
    "ChartRow",
    "Citation",
    "ClaimRow",
    "ClaimTable",
    "Count",
    "Cut",
    "Datum",
    "Fact",
    "GlossaryEntry",
    "Implications",
    "Inconsistency",
    "Judgement",
    "Mark",
    "Matrix",
    "Name",
    "Phrase",
    "Piece",
    "Row",
    "RuleText",
    "SectorBlock",
    "SourceEntry",
    "Statement",
    "Variant",
    "Words",
]

SECTION_PARTS: Mapping[str, tuple[str, ...]] = {
    "key-figures": ("key_figures_note", "key_figures"),
    "limitations": ("limitations", "method"),
    "judgements": (),
    "decisions": (),
}
"""The fields of a Briefing that a section prints, where they are not the one field of its name. Two sections print the
analyst's own text alone, or room for it."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """One edition of a briefing, whole: what a writer turns into a file and the gate holds against the sources.

    ``sections`` are the names of the sections it prints, in order; a section's content is the field of that name
    (dashes as underscores). ``labels`` are all fixed texts a template may print, by key; ``handling`` the TLP label
    or None; ``slug`` the file name without ending and audience.
    """

    audience: Audience
    slug: str
    title: Statement
    title_note: Statement | None
    kind: Statement
    running: Statement
    handling: str | None
    language: str
    facts: tuple[Fact, ...]
    sections: tuple[str, ...]
    bottom_line: tuple[Statement, ...]
    key_figures_note: Statement | None
    key_figures: tuple[Card, ...]
    statements: tuple[Actor, ...]
    implications: Implications
    agreement: Agreement
    limitations: tuple[Statement, ...]
    method: tuple[Statement, ...]
    sources: tuple[SourceEntry, ...]
    annex: Annex
    claims: ClaimsFile
    labels: Mapping[str, str] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()
    request: Request | None = None
    """What the analyst asked for: what a Datum of the request is held against."""
    assessments: tuple[Assessment, ...] = ()
    """The analyst's own text, by section in printed order."""
    quotations: tuple[Statement, ...] = ()
    """What the sources quote, the quotation this audience wants most first."""
    differences: tuple[Statement, ...] = ()
    """Where the sources differ, a line each."""
    claim_table: ClaimTable | None = None
    glossary: tuple[GlossaryEntry, ...] = ()

    def contents(self, section: str) -> tuple[Any, ...]:
        """What a section prints, beside the analyst's own text: the fields of SECTION_PARTS, or the one of its name."""
        return tuple(getattr(self, part) for part in SECTION_PARTS.get(section, (section.replace("-", "_"),)))

    imprint: tuple[Statement, ...] = ()
    """What the brand states of itself, in printed order: the organisation at the top, contact and disclaimer last."""

    def assessed(self, section: str) -> tuple[Assessment, ...]:
        """The analyst's own text in a section: one or none."""
        return tuple(assessment for assessment in self.assessments if assessment.section == section)
