"""Decision: the analyst's word on a claim, which it names by the exact words it is about."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

from briefing.model.source import Span

ACTS = (
    "accept",
    "reject",
    "correct",
    "merge",
    "split",
    "same-origin",
    "different-origin",
    "pin",
    "title",
    "note",
    "withdraw",
)
"""What an analyst may decide. A "withdraw" takes an earlier decision back: nothing is ever deleted."""
OF_TWO = ("merge", "split", "same-origin", "different-origin")
"""The acts that are about two claims or more."""
OF_NONE = ("title", "withdraw")
"""The acts that name no claim."""
CLAIM_FIELDS = ("speaker", "force", "sectors", "nature")
FIGURE_FIELDS = ("value", "unit", "what", "as-of", "said-by")

Stated = str | int | float | tuple[str, ...] | tuple[int | float, int | float]
"""What a correction may set: words, a number, a list of words, or low and high of a range."""


@dataclass(frozen=True, slots=True)
class Target:
    """The claim a decision is about: a text, the place in it, and the words that must stand there.

    ``sha256`` is of the source's canonical text; ``start``, ``end`` and ``exact`` are the claim's anchor, ``content``
    its content spans; ``figure`` is the span of one figure of it, where the decision is about a figure.
    """

    sha256: str
    start: int
    end: int
    exact: str
    content: tuple[Span, ...]
    figure: Span | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision: ``act`` is one of ACTS, ``targets`` the claims it is about.

    ``changes`` are what a correction sets, field by field (CLAIM_FIELDS, or FIGURE_FIELDS where its target names a
    figure). ``text`` is a title or a note, ``reason`` why it was decided, ``place`` where a pinned claim stands (from
    1), ``of`` the id of the decision that a "withdraw" takes back. ``by`` says who decided and ``when`` at what time
    (ISO 8601). ``number`` is its place in the file, from 1, and no part of what it is.
    """

    act: str
    targets: tuple[Target, ...] = ()
    changes: tuple[tuple[str, Stated], ...] = ()
    text: str | None = None
    reason: str | None = None
    place: int | None = None
    of: str | None = None
    by: str | None = None
    when: str | None = None
    number: int = field(default=0, compare=False)

    @property
    def id(self) -> str:
        """``d-`` and 12 hex digits of what it says: the same wherever in the file it stands."""
        said = (self.act, self.targets, self.changes, self.text, self.reason, self.place, self.of, self.by, self.when)
        return f"d-{hashlib.sha256(repr(said).encode('utf-8', 'surrogatepass')).hexdigest()[:12]}"


@dataclass(frozen=True, slots=True)
class Correction:
    """One thing the analyst set right in a claim: what it was, what it is now, by which decision.

    ``figure`` is the index of the figure meant, or None where it is the claim itself. ``was`` and ``now`` are as
    printed; ``was`` is "" where nothing was known, ``now`` is "" where the analyst says that nothing is.
    """

    field: str
    was: str
    now: str
    decision: str
    figure: int | None = None
    by: str | None = None


@dataclass(frozen=True, slots=True)
class Ties:
    """What the analyst says belongs together or apart, each a set of (claim id, figure index or None).

    ``merged`` and ``split`` are about findings, ``one_origin`` and ``other_origin`` about origins.
    """

    merged: tuple[tuple[tuple[str, int | None], ...], ...] = ()
    split: tuple[tuple[tuple[str, int | None], ...], ...] = ()
    one_origin: tuple[tuple[str, ...], ...] = ()
    other_origin: tuple[tuple[str, ...], ...] = ()


UNTIED = Ties()
"""No word of the analyst on what belongs together."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What became of a decision: ``state`` is one of RULINGS; ``why`` says what an orphan's passage lacks."""

    decision: Decision
    state: str
    why: str = ""
    claims: tuple[str, ...] = ()
    """The ids of the claims it was met with."""


RULINGS = ("applied", "orphaned", "withdrawn", "overruled")
"""An overruled decision is one that a later decision on the same thing replaces."""
