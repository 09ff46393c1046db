"""The title: the analyst's, else the quotation or headline the audience ranks first."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.composing.assessments import claim_named
from briefing.composing.edition import Edition
from briefing.composing.key_figures import overtaken
from briefing.composing.ranking import ranked
from briefing.language.pronouns import is_pronoun, leans
from briefing.language.sectors import sectors
from briefing.model.briefing import Cut, Datum, Piece, Statement, Words
from briefing.model.claim import Claim
from briefing.model.source import Source, Span

SENTENCE_END = re.compile(r"[.!?…](?=[\s”’\"'»]|$)")
FIRST_WORD = re.compile(r"[^\W\d_]+")
CLAUSE_END = re.compile(r"[;:](?=\s)")
NOT_SO = ("hypothetical", "negated")
"""What a quotation that stands alone would be taken for and is not."""
SHORTEST, LONGEST = 4, 22
"""How many words a quotation in a title has at least and at most."""


def title(edition: Edition) -> tuple[Statement, Statement | None]:
    """The title and the line beneath it that says whose words it is.

    Raises UsageError where the analyst's cites what is no claim.
    """
    if edition.request.headline:
        text = Datum(edition.request.headline, "request", "title")
        claims = [claim_named(edition, "--title", written) for written in edition.request.title_claims]
        cited = tuple(edition.cite(claim.anchor, claim.locator, claim.id) for claim in claims)
        return Statement("title", "analyst", (text,), cited), edition.told("title-note", "title-note-analyst")
    for kind in edition.audience.title:
        found = _FINDERS[kind](edition)
        if found:
            return found
    return edition.told("title", "untitled"), None


def _quotation(edition: Edition) -> tuple[Statement, Statement] | None:
    spoken = tuple(claim for claim in edition.claims if _may_head(edition, claim))
    fit = [claim for claim in ranked(edition, spoken) if _stands_alone(edition.sources[claim.source], claim)]
    for claim in sorted(fit, key=lambda claim: not _tells(edition.sources[claim.source], claim))[:1]:
        source = edition.sources[claim.source]
        start, end, whole = first_sentence(source, claim.quotes[0])
        pieces: list[Piece] = [edition.phrase("quote-open"), Words(source.anchor(start, end))]
        pieces += [] if whole else [Cut(before=True)]
        pieces.append(edition.phrase("quote-close"))
        return _of(edition, claim, "quoted", tuple(pieces)), _whose(edition, claim)
    return None


def _may_head(edition: Edition, claim: Claim) -> bool:
    """Whether a quotation may stand alone above the page: somebody's, as it was read, of what is so.

    What another source disputes, or has a later count of, would be the page's largest line as if nobody did.
    """
    told = claim.form == "direct" and claim.quotes and claim.attribution.kind == "named" and not claim.corrections
    disputed = any(finding.disputed for finding in edition.findings.get(claim.id, ()))
    return bool(told) and claim.modality not in NOT_SO and not disputed and not overtaken(edition, claim)


def _stands_alone(source: Source, claim: Claim) -> bool:
    """Whether the first words of a quotation are a sentence of a title's length that leans on none before it."""
    start, end, _ = first_sentence(source, claim.quotes[0])
    text = source.text[start:end].lstrip("“‘\"'")
    first = FIRST_WORD.match(text)
    leaning = leans(text) or (first is not None and is_pronoun(first[0]))
    return SHORTEST <= len(text.split()) <= LONGEST and text[:1].isupper() and not leaning


def _tells(source: Source, claim: Claim) -> bool:
    """Whether the words a title would print, and not only those behind them, touch a sector or hold a figure."""
    start, end, _ = first_sentence(source, claim.quotes[0])
    counted = any(start <= figure.start < end for figure in claim.figures)
    return counted or bool(sectors(source.text[start:end]))


def first_sentence(source: Source, quote: Span) -> tuple[int, int, bool]:
    """The first sentence of a quotation, or its first clause where the sentence is long: span, and whether it is whole.

    Closing full stops are left to the sentence, the comma of a cue is not; a clause ends before its semicolon.
    """
    start, end = quote
    stop = SENTENCE_END.search(source.text, start, end)
    whole = stop.end() if stop else end - source.text[:end].endswith(",")
    if len(source.text[start:whole].split()) <= LONGEST * 2 // 3:
        return start, whole, True
    clause = CLAUSE_END.search(source.text, start, whole)
    return (start, clause.start(), False) if clause else (start, whole, True)


def _headline(edition: Edition) -> tuple[Statement, Statement] | None:
    headlines = tuple(c for c in edition.claims if c.passage.kind == "headline")
    for claim in ranked(edition, headlines)[:1]:
        made = _of(edition, claim, "reported", (Words(claim.anchor),))
        return made, edition.told("title-note", "title-note-headline", source=edition.source_name(claim.source))
    return None


def _whose(edition: Edition, claim: Claim) -> Statement:
    source = edition.source_name(claim.source)
    speaker = Datum(claim.attribution.speaker or "", claim.id, "speaker")
    role = claim.attribution.role
    if role is None:
        return edition.told("title-note", "title-note-speaker", speaker=speaker, source=source)
    words = edition.words(claim.source, *role)
    return edition.told("title-note", "title-note-role", speaker=speaker, role=words, source=source)


def _of(edition: Edition, claim: Claim, voice: str, pieces: tuple[Piece, ...]) -> Statement:
    cited = edition.cite(claim.anchor, claim.locator, claim.id)
    language = edition.sources[claim.source].language
    return Statement("title", voice, pieces, (cited,), (claim.id,), language=language)


_FINDERS: dict[str, Callable[[Edition], tuple[Statement, Statement] | None]] = {
    "quotation": _quotation,
    "headline": _headline,
}
