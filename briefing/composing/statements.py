"""Claims as printed statements: the source's words, a bracketed name for a leading pronoun, […] for a cut."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.composing.charts import chart
from briefing.composing.edition import Edition
from briefing.language.marks import is_marked
from briefing.language.pronouns import is_pronoun
from briefing.model.briefing import Cut, Name, Piece, Statement, Words
from briefing.model.claim import Claim
from briefing.model.source import Source, Span

OPENING = "“‘\"'«„‚‹「『"
CLOSING = "”’\"'»“‘›」』"
TRAILING = re.compile(r"[.!?…,;:]*[”’\"'»›」』)\]]*[.!?…]?")
WHOLE = 0.72
"""An excerpt that leaves out less than about a quarter of its sentence is printed as the whole sentence."""


def voice(source: Source, *claims: Claim) -> str:
    """Whose words the statement of ``claims``, the first of which it prints, gives: quoted, reported, an outlet's own.

    Words beside which the source has no quotation marks are not printed as quoted, whatever a claim says of them.
    """
    first = claims[0]
    if first.form == "own":
        return "own" if first.nature == "commentary" else "reported"
    marked = all(is_marked(source.text, quote) for claim in claims for quote in claim.quotes)
    return "quoted" if first.form == "direct" and first.quotes and marked else "reported"


def statement(edition: Edition, id: str, claims: Sequence[Claim], *, whole: bool = True) -> Statement:  # noqa: A002
    """The statement that prints ``claims``, which share one passage.

    A quotation is printed as the quoted words alone; anything else as its whole passage, or, where ``whole`` is
    false, as the clause that carries the claim.
    """
    first = claims[0]
    source = edition.sources[first.source]
    spoken = voice(source, *claims)
    if spoken == "quoted":
        pieces = _quotation(source, first)
    elif whole:
        pieces = _excerpt(source, first, first.anchor.span)
    else:
        pieces = _excerpt(source, first, clause(source, claims))
    return Statement(
        id,
        spoken,
        pieces,
        citations=(edition.cite(first.anchor, first.locator, first.id),),
        claims=tuple(claim.id for claim in claims),
        language=source.language,
    )


def clause(source: Source, claims: Sequence[Claim]) -> Span:
    """What speakers, cues and contents of ``claims`` cover of the passage, or all of it where they nearly do."""
    start, end = claims[0].anchor.span
    spans = [span for claim in claims for span in claim.content]
    for claim in claims:
        at = claim.attribution
        spans += [span for span in (at.speaker_span, at.cue_span) if span and start <= span[0] and span[1] <= end]
    low, high = min(span[0] for span in spans), max(span[1] for span in spans)
    tail = TRAILING.match(source.text, high, end)
    high = tail.end() if tail else high
    low, high = _over_marks(source.text, max(low, start), min(high, end), start)
    return (start, end) if high - low >= WHOLE * (end - start) else (low, high)


def _over_marks(text: str, low: int, high: int, start: int) -> Span:
    """Take in the quotation marks that open right before the span."""
    while low > start and text[low - 1] in OPENING:
        low -= 1
    return low, high


def _excerpt(source: Source, claim: Claim, span: Span) -> tuple[Piece, ...]:
    """The words at ``span`` of the claim's passage; a leading pronoun becomes the name it stands for."""
    start, end = span
    pieces: list[Piece] = []
    if start > claim.anchor.start:
        pieces.append(Cut())
    pieces += _lead(source, claim, start, end)
    if end < claim.anchor.end:
        pieces.append(Cut())
    return spaced(pieces)


def _lead(source: Source, claim: Claim, start: int, end: int) -> list[Piece]:
    """The words from ``start``, the speaker's name in the place of a pronoun that begins them."""
    at = claim.attribution
    spoken = at.speaker_span
    if not spoken or not at.speaker or spoken[0] != start or not is_pronoun(source.text[slice(*spoken)]):
        return [Words(source.anchor(start, end))]
    return [Name(at.speaker, claim.id), Words(source.anchor(spoken[1], end))]


def _quotation(source: Source, claim: Claim) -> tuple[Piece, ...]:
    """The quoted words with the source's own quotation marks; a cue between two parts becomes […]."""
    pieces: list[Piece] = []
    for start, end in quoted_parts(source.text, claim.quotes):
        if pieces:
            pieces.append(Cut())
        pieces.append(Words(source.anchor(start, end)))
    return spaced(pieces)


def quoted_parts(text: str, quotes: Sequence[Span]) -> list[Span]:
    """The quoted spans with their marks, those joined that nothing but white space parts."""
    parts: list[Span] = []
    for quote in quotes:
        start, end = with_marks(text, *quote)
        if parts and not text[parts[-1][1] : start].strip():
            start = parts.pop()[0]
        parts.append((start, end))
    return parts


def with_marks(text: str, start: int, end: int) -> Span:
    """The span of quoted words with the quotation marks that enclose them, where there are any."""
    if start > 0 and text[start - 1] in OPENING:
        start -= 1
    if end < len(text) and text[end] in CLOSING:
        end += 1
    return start, end


def spaced(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Pieces with the white space between them that cuts need; it is part of the cut, never of the words."""
    out: list[Piece] = []
    for index, piece in enumerate(pieces):
        if isinstance(piece, Cut):
            piece = Cut(before=index > 0, after=index < len(pieces) - 1)
        out.append(piece)
    return tuple(out)


def lead_statement(edition: Edition, id: str, group: Sequence[Claim]) -> Statement:  # noqa: A002
    """A list: the passage that introduces it, and an item a claim (several claims of one item together)."""
    first = group[0]
    lead = first.passage.lead or first.anchor.span
    source = edition.sources[first.source]
    locator = next((p.locator for p in edition.passages[source.id] if p.span == lead), first.locator)
    items: dict[Span, list[Claim]] = {}
    for claim in group:
        items.setdefault(claim.anchor.span, []).append(claim)
    cited = edition.cite(source.anchor(*lead), locator)
    made = tuple(
        Statement(
            f"{id}-item-{n}",
            "reported",
            (Words(source.anchor(*span)),),
            (edition.cite(claims[0].anchor, claims[0].locator, claims[0].id),),
            tuple(claim.id for claim in claims),
            language=source.language,
        )
        for n, (span, claims) in enumerate(items.items(), 1)
        if span != lead
    )
    ids = tuple(claim.id for claim in group)
    pieces = spaced(_lead(source, first, *lead))
    drawn = chart(made, edition.by_id)
    return Statement(id, "reported", pieces, (cited,), ids, language=source.language, items=made, chart=drawn)


def topic(edition: Edition, id: str, group: Sequence[Claim]) -> Statement | None:  # noqa: A002
    """What the statement is about: the sectors of its claims, at most two."""
    sectors = tuple(dict.fromkeys(sector for claim in group for sector in claim.sectors))[:2]
    if not sectors:
        return None
    return edition.told(id, "topic", sectors=edition.list_of([edition.phrase(f"sector-{s}") for s in sectors]))
