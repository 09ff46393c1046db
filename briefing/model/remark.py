"""Remark: something a careful editor would ask about before a briefing goes out."""

from __future__ import annotations

from dataclasses import dataclass

CODES = (
    "undated-figure",
    "unnamed-unit",
    "one-sided-allegation",
    "uncited-title",
    "loaded-label",
    "undefined-acronym",
    "quotation-fragment",
    "missing-metadata",
    "unreviewed-claims",
    "orphaned-decision",
    "long-section",
    "missing-tlp",
    "mismatched-tlp",
    "confidence-with-likelihood",
)
"""What is looked for, in the order it is told."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What was found: ``code`` is one of CODES, ``where`` a place a person can find, ``todo`` what mends it.

    ``source``, ``start`` and ``end`` name the place in a source (code points), where it is in one.
    """

    code: str
    where: str
    what: str
    todo: str
    source: str | None = None
    start: int | None = None
    end: int | None = None
