"""The title: the analyst's, else a quotation that several outlets carry, or a headline, as the audience ranks them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from briefing.composing.assessments import claim_named
from briefing.composing.edition import Edition
from briefing.composing.key_figures import overtaken
from briefing.composing.ranking import ranked
from briefing.language.pronouns import is_first_person, is_pronoun, leans
from briefing.language.sectors import sectors
from briefing.model.briefing import Cut, Datum, Piece, Statement, Words
from briefing.model.claim import Claim
from briefing.model.source import Source, Span

SENTENCE_END = re.compile(r"[.!?…](?=[\s”’\"'»]|$)")
FIRST_WORD = re.compile(r"[^\W\d_]+")
CLAUSE_END = re.compile(r"[;:](?=\s)")
NOT_SO = ("hypothetical", "negated")
"""What a quotation that stands alone would be taken for and is not."""
Found = tuple[Statement, Statement] | None
WORD = re.compile(r"[^\W\d_]{3,}")
HEAD = 1000
"""Code points of a source in which its matter is told."""
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
    wanted = edition.audience.title
    finders = [_FIRST[kind] for kind in wanted] + [find for kind, find in _ELSE if kind in wanted]
    found = next(filter(None, (find(edition) for find in finders)), None)
    return found or (edition.told("title", "untitled"), None)


def _shared_quotation(edition: Edition) -> Found:
    """The first ranked quotation that tells something and that more than one outlet carries."""
    return _quotation(edition, lambda claim, span, text: _is_shared(edition, claim) and _tells(claim, span, text))


def _any_quotation(edition: Edition) -> Found:
    return _quotation(edition, lambda *_: True)


def _quotation(edition: Edition, fits: Callable[[Claim, Span, str], bool]) -> Found:
    """The first ranked quotation whose first sentence may stand alone and ``fits``."""
    for claim in ranked(edition, filter(_is_spoken, edition.claims)):
        source = edition.sources[claim.source]
        start, end, whole = first_sentence(source, claim.quotes[0])
        text = source.text[start:end]
        if not (_stands_alone(text) and fits(claim, (start, end), text) and _is_sound(edition, claim)):
            continue
        pieces: list[Piece] = [edition.phrase("quote-open"), Words(source.anchor(start, end))]
        pieces += [] if whole else [Cut(before=True)]
        pieces.append(edition.phrase("quote-close"))
        return _of(edition, claim, "quoted", tuple(pieces)), _whose(edition, claim)
    return None


def _is_spoken(claim: Claim) -> bool:
    """Whether it is a quotation that may stand alone: somebody's, as it was read, of what is so."""
    told = claim.form == "direct" and claim.quotes and claim.attribution.kind == "named" and not claim.corrections
    return bool(told) and claim.modality not in NOT_SO


def _is_sound(edition: Edition, claim: Claim) -> bool:
    """Whether no source disputes a claim or has a later count: the page's largest line would hide that."""
    disputed = any(finding.disputed for finding in edition.findings.get(claim.id, ()))
    return not disputed and not overtaken(edition, claim)


def _stands_alone(text: str) -> bool:
    """Whether the first words of a quotation are a sentence of a title's length that leans on none before it."""
    text = text.lstrip("“‘\"'")
    leaning = leans(text) or is_pronoun(_first_word(text))
    return SHORTEST <= len(text.split()) <= LONGEST and text[:1].isupper() and not leaning


def _first_word(text: str) -> str:
    found = FIRST_WORD.search(text)
    return found[0] if found else ""


def _is_shared(edition: Edition, claim: Claim) -> bool:
    return any(len(edition.spread(finding)) > 1 for finding in edition.findings.get(claim.id, ()))


def _tells(claim: Claim, span: Span, text: str) -> bool:
    """Whether the words a title would print tell something by themselves: a sector or a figure, and of no "we"."""
    counted = any(span[0] <= figure.start < span[1] for figure in claim.figures)
    return not is_first_person(_first_word(text)) and (counted or bool(sectors(text)))


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


def _telling_headline(edition: Edition) -> Found:
    """The first ranked headline that tells something no source disputes or has overtaken."""
    fit = [claim for claim in _sound_headlines(edition) if _tells(claim, claim.anchor.span, claim.anchor.exact)]
    return _headline(edition, ranked(edition, tuple(fit)))


def _topical_headline(edition: Edition) -> Found:
    """The sound headline whose words are those of most sources' beginnings, in the mean."""
    heads = [_words(source.text[:HEAD]) for source in edition.sources.values()]
    told = Counter(word for head in heads for word in head)

    def shared(claim: Claim) -> float:
        """In how many other sources' beginnings a word of the headline stands, in the mean."""
        words = _words(claim.anchor.exact)
        return sum(told[word] - 1 for word in words) / max(1, len(words))

    fit = [claim for claim in ranked(edition, tuple(_sound_headlines(edition))) if shared(claim) > 0]
    return _headline(edition, sorted(fit, key=shared, reverse=True))


def _any_headline(edition: Edition) -> Found:
    return _headline(edition, ranked(edition, tuple(_headlines(edition))))


def _headline(edition: Edition, claims: Sequence[Claim]) -> Found:
    for claim in claims[:1]:
        made = _of(edition, claim, "reported", (Words(claim.anchor),))
        return made, edition.told("title-note", "title-note-headline", source=edition.source_name(claim.source))
    return None


def _headlines(edition: Edition) -> list[Claim]:
    return [claim for claim in edition.claims if claim.passage.kind == "headline"]


def _sound_headlines(edition: Edition) -> list[Claim]:
    """The headlines that no source disputes, but for what only names a body or a document."""
    return [claim for claim in _headlines(edition) if not _only_names(edition, claim) and _is_sound(edition, claim)]


def _only_names(edition: Edition, claim: Claim) -> bool:
    """Whether a headline is its publisher's name, or all in capitals, as letterheads are."""
    text, publisher = claim.anchor.exact, edition.sources[claim.source].stated("publisher") or ""
    return text.isupper() or text.casefold() == publisher.casefold()


def _words(text: str) -> set[str]:
    return set(WORD.findall(text.casefold()))


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


_FIRST: dict[str, Callable[[Edition], Found]] = {"quotation": _shared_quotation, "headline": _telling_headline}
"""What is looked for first, by the kinds an audience names."""
_ELSE = (("headline", _topical_headline), ("quotation", _any_quotation), ("headline", _any_headline))
"""What else may stand there, of the kinds an audience names."""
