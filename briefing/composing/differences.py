"""Where the sources differ, a line each: figures that cannot both hold, then statements in two wordings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.composing.agreement import matters, relation
from briefing.composing.edition import Edition
from briefing.composing.key_figures import figure_words, told
from briefing.model.briefing import Statement, Variant
from briefing.model.finding import Finding

DIFFERING = ("conflict", "update")
MOST = 4
"""Readings of one figure that a line names."""


def differences(edition: Edition, variants: Sequence[Variant]) -> tuple[Statement, ...]:
    """At most as many lines as the audience asks for; one that says so where nothing differs.

    ``variants`` are the two wordings of the statements, as the section of agreement shows them.
    """
    found = [f for f in edition.once(matters) if f.kind == "figure" and relation(f) in DIFFERING]
    found.sort(key=lambda finding: relation(finding) != "conflict")
    lines = [_figures(edition, finding) for finding in found]
    heads = {variant.head.text: variant for variant in reversed(variants)}
    lines += [_wordings(edition, variant) for variant in reversed(heads.values())]
    kept = [replace(line, id=f"difference-{n}") for n, line in enumerate(lines[: edition.audience.differences], 1)]
    return tuple(kept) or (edition.told("difference-none", "difference-none"),)


def _figures(edition: Edition, finding: Finding) -> Statement:
    firsts = [told(edition, reading)[0] for reading in finding.readings[:MOST]]
    words = [edition.phrase("quoted", words=edition.words(c.source, *figure_words(figure))) for c, figure in firsts]
    made = edition.told(
        "", "difference", readings=edition.list_or(words), relation=edition.phrase(f"relation-{relation(finding)}")
    )
    return replace(made, citations=tuple(edition.cite(c.anchor, c.locator, c.id) for c, _ in firsts))


def _wordings(edition: Edition, variant: Variant) -> Statement:
    """The words that stand in each other's place, with the citations of both wordings."""
    cited = tuple(
        edition.cite(citation.anchor, citation.locator, citation.claim)
        for label in variant.labels
        for citation in label.citations
    )
    return Statement("", "counted", variant.head.pieces, cited)
