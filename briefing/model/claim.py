"""Claim, Attribution, Figure: one statement one source makes, who says so, and the numbers in it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from briefing.model.decision import Correction
from briefing.model.notice import Notice
from briefing.model.source import Anchor, Locator, Passage, Span

SECTORS = (
    "displacement",
    "protection",
    "food-security",
    "health",
    "nutrition",
    "shelter",
    "wash",
    "education",
    "access",
    "casualties",
    "coordination",
    "cross-sector",
)
FORMS = ("direct", "mixed", "indirect", "own")
ATTRIBUTION_KINDS = ("named", "role", "anonymous", "collective", "vague", "publisher")
FORCES = (
    "said",
    "claimed",
    "accused",
    "denied",
    "confirmed",
    "warned",
    "threatened",
    "urged",
    "demanded",
    "announced",
    "ordered",
)
NATURES = ("fact", "reported", "commentary")
MODALITIES = ("asserted", "negated", "hypothetical", "past")
UNUSED_REASONS = ("no-statement", "furniture", "duplicate", "question", "unanalysed")

Value = int | float | tuple[int | float, int | float]
"""A figure's value: a number, or low and high of a range."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says so. ``kind`` (``class`` in claims.json) is one of ATTRIBUTION_KINDS, ``force`` one of FORCES or None.

    ``speaker_span`` is where the text names the speaker of this claim (a pronoun counts; it may lie in another
    sentence); ``speaker`` is the name it resolves to, ``party`` the id of that party (``p-`` and a slug).
    ``role`` is the span of the title or function the text gives the speaker ("Defence Minister"), ``evidence`` the
    spans that justify the resolution, each in the same source. An own claim has kind "publisher" and None elsewhere.
    """

    kind: str
    party: str | None = None
    speaker: str | None = None
    speaker_span: Span | None = None
    cue: str | None = None
    cue_span: Span | None = None
    force: str | None = None
    role: Span | None = None
    evidence: tuple[Span, ...] = ()


PUBLISHER = Attribution(kind="publisher")
"""The attribution of a source's own words."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of something. ``start`` and ``end`` span the numeral expression only, never hedge or noun.

    ``bound`` is ">=", "<=" or None; ``approx`` is true for any hedge or bound. ``unit`` is a word of the fixed list
    (people, households, USD, percent, km, days, …) or the head noun counted; ``what`` the phrase counted and
    ``what_spans`` the verbatim pieces it stands on. ``kind`` is one of people, households, events, items, money, area,
    distance, share, duration, measure. ``as_of`` is an ISO 8601 date, month or year; ``as_of_span`` the words that
    say it ("since 2021"). ``hedge_span`` are the words of the bound or hedge.
    """

    start: int
    end: int
    text: str
    value: Value
    unit: str
    what: str
    kind: str
    bound: str | None = None
    approx: bool = False
    what_spans: tuple[Span, ...] = ()
    hedge_span: Span | None = None
    as_of: str | None = None
    as_of_span: Span | None = None
    place: str | None = None
    said_by: str | None = None
    said_by_span: Span | None = None
    modality: str = "asserted"
    """Whether so many are, may come to be ("hypothetical": forecast, planned, feared), or were in a time that is over
    ("past"): one of MODALITIES but "negated", which the claim alone may be."""

    @property
    def span(self) -> Span:
        """Start and end, in code points."""
        return self.start, self.end


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement one source makes.

    ``anchor`` is the passage the claim prints (cue and speaker included), ``content`` what is said, without speaker
    and cue, in one or more spans; ``quotes`` the verbatim words inside quotation marks, marks left out. ``sectors`` is
    not empty exactly when the claim states or implies impact, need or response for people. ``by`` is "rule", "model"
    or "analyst".
    """

    anchor: Anchor
    passage: Passage
    form: str
    content: tuple[Span, ...]
    attribution: Attribution
    quotes: tuple[Span, ...] = ()
    figures: tuple[Figure, ...] = ()
    sectors: tuple[str, ...] = ()
    nature: str = "fact"
    modality: str = "asserted"
    by: str = "rule"
    occasion: Span | None = None
    """The words that name the occasion ("a statement on X", "a press conference"), where the text gives one."""
    quoted_outlet: Span | None = None
    """The words that name an agency or outlet the text itself quotes ("AFP reported"), where there is one."""
    corrections: tuple[Correction, ...] = ()
    """What the analyst set right in it, with what it was."""
    accepted: bool = False
    """Whether the analyst has looked at it and accepted it."""
    id: str = field(init=False)
    """``c-`` and 16 hex digits, from the source's text hash and the content, speaker and cue spans."""

    @property
    def source(self) -> str:
        """The id of its source."""
        return self.anchor.source

    @property
    def locator(self) -> Locator:
        """Where a person looks."""
        return self.passage.locator

    def __post_init__(self) -> None:
        at = self.attribution
        key = f"{self.anchor.source} {self.content} {at.speaker_span} {at.cue_span}"
        object.__setattr__(self, "id", f"c-{hashlib.sha256(key.encode()).hexdigest()[:16]}")


@dataclass(frozen=True, slots=True)
class Unused:
    """A stretch of text that became no claim, and why (one of UNUSED_REASONS)."""

    anchor: Anchor
    reason: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one source yields. Every passage is in a claim or in ``unused``."""

    passages: tuple[Passage, ...]
    claims: tuple[Claim, ...]
    unused: tuple[Unused, ...]
    notices: tuple[Notice, ...] = field(default=())
    rejected: tuple[Claim, ...] = ()
    """Claims that the analyst rejected: kept, and neither compared nor printed."""
    withheld: tuple[tuple[Claim, tuple[str, ...]], ...] = ()
    """Claims that may hurt a person, each with the codes why: neither compared nor printed, or only marked."""
    harmful: tuple[Span, ...] = ()
    """The passages, by place, of which no word is printed for that reason."""
