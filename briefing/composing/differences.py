"""Where the sources differ, a line each: figures that cannot both hold, then statements in two wordings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.composing.agreement import matters, relation
from briefing.composing.edition import Edition
from briefing.composing.key_figures import figure_words, told
from briefing.model.briefing import Datum, Statement, Variant, Words
from briefing.model.claim import Claim, Figure
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
    gaps = {"readings": edition.list_or(words), "relation": edition.phrase(f"relation-{relation(finding)}")}
    counted = _counted(edition, *firsts[0])
    made = (
        edition.told("", "difference-of", "counted", what=counted, **gaps)
        if counted
        else edition.told("", "difference", "counted", **gaps)
    )
    return replace(made, citations=tuple(edition.cite(c.anchor, c.locator, c.id) for c, _ in firsts))


def _counted(edition: Edition, claim: Claim, figure: Figure) -> Words | None:
    """What the first reading counts, where the line does not print it with the numeral."""
    if len(figure.what_spans) != 1 or figure_words(figure)[1] != figure.end:
        return None
    return edition.words(claim.source, *figure.what_spans[0])


def _wordings(edition: Edition, variant: Variant) -> Statement:
    """Who says it, and the words that stand in each other's place, with the citations of both wordings."""
    cited = tuple(
        edition.cite(citation.anchor, citation.locator, citation.claim)
        for label in variant.labels
        for citation in label.citations
    )
    speaker = _speaker(edition, variant)
    if speaker is None:
        return Statement("", "counted", variant.head.pieces, cited)
    (words,) = variant.head.pieces
    return replace(edition.told("", "difference-said", name=speaker, words=words), citations=cited)


def _speaker(edition: Edition, variant: Variant) -> Datum | None:
    """Who is printed in two wordings, where both sides name the same speaker."""
    claims = [edition.by_id[claim] for side in variant.sides for claim in side.claims]
    if len({edition.party(claim) for claim in claims}) > 1 or not claims[0].attribution.party:
        return None
    fullest = max(claims, key=lambda claim: len(claim.attribution.speaker or ""))
    return Datum(fullest.attribution.speaker or "", fullest.id, "speaker")
