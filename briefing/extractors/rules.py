"""The built-in extractor: passages, quotations and reports become claims, by rules alone."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from briefing.extractors import figures, relevance
from briefing.extractors.days import unresolved
from briefing.extractors.leftovers import reason_unused
from briefing.language.grammar import Report, own_words, paragraph_key, reports, units
from briefing.language.mentions import Roster
from briefing.language.occasions import occasion, quoted_outlet
from briefing.language.passages import split
from briefing.language.quotations import Quotation, quotations
from briefing.model.claim import PUBLISHER, Attribution, Claim, Extraction, Unused
from briefing.model.source import Passage, Source, Span

ANONYMITY = "anonymity"
"""What a sentence speaks of where whoever speaks in it will not be named."""
ASKING = ("asked", "passive-question")
"""Frames of a question that nobody named asks: it states nothing ("asked whether aid had been blocked, …")."""
LEANING = re.compile(
    r"(?:that )?(?:it|they|he|she|this|that|the (?:claim|report|charge|allegation)s?)"
    r"(?: (?:is|was|were|are|did|does|do|had|has|have|would|will|could|can|should|might|may)(?: not|n['’]t)?)?[.,]?",
    re.IGNORECASE,
)
"""What means nothing without the sentence before ("it did", "they would not", "that")."""
DIGIT = re.compile(r"\d")
UNDER_HEAD = re.compile(r"[ \t|]*\n[ \t|:+]*[-=]{3}")
"""The rule under the head of a table."""


def extract(source: Source) -> Extraction:
    """What the source says, claim by claim; every passage is in a claim or in ``unused``."""
    text = source.text
    passages = split(text, source.stated("title"), source.marks)
    quotes = quotations(text, paragraph_spans(passages))
    grammar = units(text, passages, quotes)
    found = [one for one in reports(grammar) if not (one.speaker is None and one.frame in ASKING)]
    roster = Roster(text)
    places = Places(passages)
    reported = [claim(source, places, quotes, roster, one) for one in found]
    asserted = {passage.start for unit in own_words(grammar, found) for passage in places.within(unit.start, unit.end)}
    own, unused = the_rest(source, places, found, reported, asserted)
    claims = tuple(sorted([*reported, *own], key=lambda c: (c.anchor.start, c.content[0], c.anchor.end)))
    with_figures, notices = figures.attach(source, passages, claims)
    judged = relevance.attach(source, with_figures, passages)
    return Extraction(passages, judged, unused, (*notices, *unresolved(source)))


class Places:
    """The passages of a text, found by place."""

    def __init__(self, passages: Sequence[Passage]) -> None:
        self.passages = passages
        self.starts = [passage.start for passage in passages]

    def at(self, position: int) -> Passage:
        """The passage that holds ``position``, or the one before it."""
        return self.passages[max(0, bisect_right(self.starts, position) - 1)]

    def before(self, passage: Passage) -> Passage | None:
        """The passage before this one, if any."""
        at = bisect_left(self.starts, passage.start)
        return self.passages[at - 1] if at else None

    def heads(self, row: Passage, source: Source) -> bool:
        """Whether a row begins a table and has no digit, as the next one has."""
        at = bisect_left(self.starts, row.start)
        before, after = self.passages[at - 1] if at else None, self.passages[at + 1 : at + 2]
        if (before and before.kind == "row") or not after or after[0].kind != "row":
            return False
        return not DIGIT.search(source.text, *row.span) and bool(DIGIT.search(source.text, *after[0].span))

    def within(self, start: int, end: int) -> Sequence[Passage]:
        """The passages that ``start, end`` touches."""
        return self.passages[max(0, bisect_right(self.starts, start) - 1) : max(1, bisect_left(self.starts, end))]


def paragraph_spans(passages: Sequence[Passage]) -> list[Span]:
    """The place of each paragraph and list item."""
    groups = [list(group) for _, group in groupby(passages, paragraph_key)]
    return [(group[0].start, group[-1].end) for group in groups]


def claim(source: Source, places: Places, quotes: Sequence[Quotation], roster: Roster, one: Report) -> Claim:
    """The claim of a report."""
    covered = passages_of(places, one)
    first = leaned_on(source.text, places, one, covered[0]) or covered[0]
    anchor = source.anchor(first.start, covered[-1].end)
    content = tuple(whole_quotes(span, quotes) for span in one.content)
    given = attribution(source.text, roster, one, covered[0].kind)
    inside = tuple((q.start, q.end) for q in quotes if any(a <= q.start and q.end <= b for a, b in content))
    outside = (anchor.start, content[0][0]) if content[0][0] > anchor.start else (content[-1][1], anchor.end)
    return Claim(
        anchor=anchor,
        passage=covered[0],
        form=form_of(content, inside, quotes),
        content=content,
        attribution=hidden(source.text, anchor.span, content, given),
        quotes=inside,
        occasion=occasion(source.text, *outside),
        quoted_outlet=quoted_outlet(source.text, *outside),
        modality="negated" if one.denied else "asserted",
    )


def passages_of(places: Places, one: Report) -> Sequence[Passage]:
    """The passages a report stands in: those of what is said, and of speaker and cue in the same paragraph."""
    spans = list(one.content)
    first = places.at(spans[0][0])
    for span in (one.cue, one.speaker):
        if span:
            home = places.at(span[0])
            if home.locator == first.locator and home.kind == first.kind:
                spans.append(span)
    return places.within(min(a for a, _ in spans), max(b for _, b in spans))


def leaned_on(text: str, places: Places, one: Report, passage: Passage) -> Passage | None:
    """The sentence before, in one paragraph, where what is said means nothing without it ("Endesur says it did")."""
    said = text[one.content[0][0] : one.content[-1][1]]
    before = places.before(passage)
    if before is None or before.locator != passage.locator or before.kind != passage.kind:
        return None
    return before if LEANING.fullmatch(said) else None


def whole_quotes(span: Span, quotes: Sequence[Quotation]) -> Span:
    """``span`` with the quotation marks of every quotation whose first or last word it holds."""
    start, end = span
    for q in quotes:
        if q.end <= start or q.start >= end:
            continue
        if q.start == start:
            start = q.outer[0]
        if q.start >= start and q.end >= end and end >= q.end - 1:
            end = q.outer[1]
    return start, end


def form_of(content: Sequence[Span], inside: Sequence[Span], quotes: Sequence[Quotation]) -> str:
    """How a claim gives what is said: direct, mixed or indirect."""
    if all(any(q.outer[0] <= a and b <= q.outer[1] for q in quotes) for a, b in content):
        return "direct"
    return "mixed" if inside else "indirect"


def attribution(text: str, roster: Roster, one: Report, kind: str) -> Attribution:
    """Who says what a report holds; ``kind`` is that of its passage."""
    cue = text[slice(*one.cue)] if one.cue else None
    force = None if one.denied else one.verb.force_in(one.frame) if one.verb else "said"
    if one.speaker is None:
        return Attribution("vague", cue=cue, cue_span=one.cue, force=force)
    turn = one.frame == "label" and kind == "sentence"  # who has a turn says "I", and nobody's "he" is that
    who = roster.resolve(*one.speaker, remember=not turn)
    return Attribution(
        who.kind, who.party, who.name, one.speaker, cue, one.cue, force, role=who.role, evidence=who.evidence
    )


def hidden(text: str, sentence: Span, content: Sequence[Span], given: Attribution) -> Attribution:
    """``given``, anonymous where the sentence says so beside what is said ("said on condition of anonymity that")."""
    outside = text[sentence[0] : content[0][0]] + text[content[-1][1] : sentence[1]]
    if given.kind not in ("role", "collective") or ANONYMITY not in outside:
        return given
    return replace(given, kind="anonymous", party=None)


def the_rest(
    source: Source, places: Places, found: Sequence[Report], claims: Sequence[Claim], asserted: set[int]
) -> tuple[list[Claim], tuple[Unused, ...]]:
    """The source's own claims, and the passages that make none.

    ``asserted`` holds the starts of passages that report and state something of their own besides.
    """
    taken = {passage.start for one in claims for passage in places.within(one.passage.start, one.anchor.end)}
    cues = {places.at(one.cue[0]).start for one in found if one.cue}
    own, unused = [], []
    for passage in places.passages:
        if passage.start in taken and passage.start not in asserted:
            continue
        anchor = source.anchor(*passage.span)
        leads = anchor.exact.endswith(":") and passage.start in cues
        heads = passage.kind == "row" and (UNDER_HEAD.match(source.text, passage.end) or places.heads(passage, source))
        reason = "no-statement" if leads or heads else reason_unused(anchor.exact, passage.kind)
        if reason is None:
            own.append(Claim(anchor, passage, "own", (passage.span,), PUBLISHER))
        elif passage.start not in taken:
            unused.append(Unused(anchor, reason))
    return own, tuple(unused)
