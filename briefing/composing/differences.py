"""Where the sources differ, a line each: what cannot both hold, then corrections and later counts, then wordings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.composing.agreement import alone, matters, relation
from briefing.composing.counted_words import figure_words
from briefing.composing.edition import Edition
from briefing.composing.key_figures import denies, main_reading, told
from briefing.model.briefing import Datum, Phrase, Statement, Variant, Words
from briefing.model.claim import Claim, Figure
from briefing.model.finding import Finding, Reading

DIFFERING = ("conflict", "withdrawn", "update")
"""The relations told of figures, in the order in which they are told."""
MOST = 4
"""Readings of one figure that a line names."""
LONGEST = 200
"""Code points of a statement that a line can hold."""
LETTERS = 3
"""Letters of a word that tells something: "-" or "#5" in another's place is no difference."""


def differences(edition: Edition, variants: Sequence[Variant]) -> tuple[Statement, ...]:
    """At most as many lines as the audience asks for; where nothing differs, one that says what was compared.

    ``variants`` are the two wordings of the statements, as the section of agreement shows them.
    """
    shared = edition.once(matters)
    lines = [line for name in DIFFERING for line in _of(edition, shared, name)]
    heads = {variant.head.text: variant for variant in reversed(variants) if _tells(variant)}
    lines += [_wordings(edition, variant) for variant in reversed(heads.values())]
    once = {line.text: line for line in reversed(lines)}
    kept = list(reversed(once.values()))[: edition.audience.differences]
    return tuple(replace(line, id=f"difference-{n}") for n, line in enumerate(kept, 1)) or (_none(edition, shared),)


def _of(edition: Edition, shared: Sequence[Finding], name: str) -> Iterator[Statement]:
    """The lines on the matters of one relation."""
    for finding in (each for each in shared if relation(each) == name):
        if finding.kind == "figure":
            yield _corrected(edition, finding) if name == "withdrawn" else _figures(edition, finding)
        elif name == "conflict":
            yield from _statements(edition, finding)


def _none(edition: Edition, shared: Sequence[Finding]) -> Statement:
    """That no difference was found, in how many matters, and how many claims were compared with nothing."""
    n = edition.count(finding.id for finding in shared if len(edition.spread(finding)) > 1)
    return edition.told("difference-none", "difference-none", n=n, alone=alone(edition))


def _figures(edition: Edition, finding: Finding) -> Statement:
    telling = (None, "conflict") if relation(finding) == "conflict" else (None, "update", "withdrawn")
    readings = [reading for reading in finding.readings if reading.relation in telling][:MOST]
    firsts = [told(edition, reading)[0] for reading in readings]
    words = [_told_by(edition, finding, reading) for reading in readings]
    gaps = {"readings": edition.list_or(words), "relation": edition.phrase(f"relation-{relation(finding)}")}
    counted = _counted(edition, *firsts[0])
    made = (
        edition.told("", "difference-of", "counted", what=counted, **gaps)
        if counted
        else edition.told("", "difference", "counted", **gaps)
    )
    return replace(made, citations=tuple(edition.cite(c.anchor, c.locator, c.id) for c, _ in firsts))


def _corrected(edition: Edition, finding: Finding) -> Statement:
    """The number that stands, and those it takes the place of."""
    main = main_reading(edition, finding)
    before = [reading for reading in finding.readings if reading is not main and reading.relation != "subset"][:MOST]
    was = edition.list_or([_told_by(edition, finding, reading) for reading in before])
    made = edition.told("", "difference-corrected", "counted", now=_told_by(edition, finding, main), before=was)
    firsts = [told(edition, reading)[0] for reading in (main, *before)]
    return replace(made, citations=tuple(edition.cite(c.anchor, c.locator, c.id) for c, _ in firsts))


def _told_by(edition: Edition, finding: Finding, reading: Reading) -> Phrase:
    """A reading's number with what it counts and, where the text names one, who gives it; "not" where it is denied."""
    claim, figure = told(edition, reading)[0]
    words = edition.phrase("quoted", words=edition.words(claim.source, *figure_words(figure)))
    if denies(edition, finding, reading):
        words = edition.phrase("reading-denied", words=words)
    giver = figure.said_by or claim.attribution.speaker
    if giver is None:
        return words
    name = Datum(giver, claim.id, "said_by" if figure.said_by else "speaker")
    return edition.phrase("reading-said", words=words, name=name)


def _statements(edition: Edition, finding: Finding) -> Iterator[Statement]:
    """Two statements that cannot both hold, and who makes each."""
    other = next(reading for reading in finding.readings if reading.relation == "conflict")
    claims = [edition.by_id[reading.members[0].claim] for reading in (finding.readings[0], other)]
    if any(end - start > LONGEST for claim in claims for start, end in claim.content[:1]):
        return
    readings = edition.list_or([_said_by(edition, claim) for claim in claims])
    made = edition.told("", "difference", readings=readings, relation=edition.phrase("relation-conflict"))
    yield replace(made, citations=tuple(edition.cite(c.anchor, c.locator, c.id) for c in claims))


def _said_by(edition: Edition, claim: Claim) -> Phrase:
    start, end = claim.content[0]
    text = edition.sources[claim.source].text
    end -= len(text[start:end]) - len(text[start:end].rstrip(" .,;”’\"'"))
    words = edition.phrase("quoted", words=edition.words(claim.source, start, end))
    speaker = claim.attribution.speaker
    return edition.phrase("reading-said", words=words, name=Datum(speaker, claim.id, "speaker")) if speaker else words


def _tells(variant: Variant) -> bool:
    """Whether words, and not only marks or numbers, stand in each other's place."""
    (head,) = variant.head.pieces
    if not isinstance(head, Phrase) or head.key != "variant-words":
        return False
    words = [piece.text for piece in head.parts if isinstance(piece, Words)]
    return all(sum(letter.isalpha() for letter in text) >= LETTERS for text in words)


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
