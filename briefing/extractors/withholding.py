"""Withholding: what may hurt a person is taken from what is compared and printed, and a Notice says so."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from briefing.language.names_given_away import GivenAway, names_given_away, withheld
from briefing.model.claim import Claim, Extraction
from briefing.model.notice import Notice
from briefing.model.request import ALLOWABLE, HARMFUL
from briefing.model.source import Source, Span

MESSAGES = {
    "victim": "names a private person who came to harm",
    "minor": "names a minor",
    "survivor": "names a survivor of sexual violence",
    "address": "gives a private person's home address",
    "phone": "gives a telephone number",
    "identity-number": "gives a number of a document or an account",
    "email": "gives a person's e-mail address",
    "coordinates": "gives coordinates",
    "condition": "tells of one person what marks them",
    "whereabouts": "tells where somebody hides or when aid sets out",
}
"""What a sentence does that is withheld, by code."""


def withhold(
    sources: Sequence[Source],
    extractions: Mapping[str, Extraction],
    allowed: Collection[str] = (),
    *,
    only_mark: bool = False,
) -> dict[str, Extraction]:
    """The extractions, by source id, without the claims of sentences that may hurt somebody; those are kept apart.

    A name that one sentence of any source gives away is withheld in all. ``allowed`` are codes that are printed. Where
    only to be marked, claims stay where they are, for the analyst's own eyes.
    """
    texts = {source.id: source.text for source in sources}
    read = [(texts[key], found.passages) for key, found in extractions.items()]
    given = names_given_away(read, allowed)
    made = {key: _without(key, texts[key], found, given, allowed) for key, found in extractions.items()}
    if only_mark:
        return {key: replace(extractions[key], withheld=found.withheld) for key, found in made.items()}
    return made


def _without(source: str, text: str, found: Extraction, given: GivenAway, allowed: Collection[str]) -> Extraction:
    places = withheld(text, found.passages, given, allowed)
    if not places:
        return found
    why = {claim.id: _codes(claim, places) for claim in found.claims}
    return replace(
        found,
        claims=tuple(claim for claim in found.claims if not why[claim.id]),
        unused=tuple(unused for unused in found.unused if not _touched(unused.anchor.span, places)),
        notices=(*(met for met in found.notices if not _met_in(met, places)), *_notices(source, places)),
        withheld=tuple((claim, why[claim.id]) for claim in found.claims if why[claim.id]),
        harmful=tuple(sorted(places)),
    )


def _codes(claim: Claim, places: Mapping[Span, tuple[str, ...]]) -> tuple[str, ...]:
    """Why a claim is withheld: what it prints, what introduces it or whom it names touches such a passage."""
    at = claim.attribution
    spans = [claim.anchor.span, *claim.content, claim.passage.lead, at.speaker_span, at.role, *at.evidence]
    spans += [span for figure in claim.figures for span in (figure.span, *figure.what_spans, figure.hedge_span)]
    codes = {code for span in spans if span for code in _touched(span, places)}
    return tuple(code for code in HARMFUL if code in codes)


def _touched(span: Span, places: Mapping[Span, tuple[str, ...]]) -> set[str]:
    return {code for (low, high), codes in places.items() if low < span[1] and span[0] < high for code in codes}


def _met_in(notice: Notice, places: Mapping[Span, tuple[str, ...]]) -> bool:
    """Whether a Notice speaks of words that are withheld."""
    return notice.start is not None and bool(_touched((notice.start, notice.end or notice.start + 1), places))


def _notices(source: str, places: Mapping[Span, tuple[str, ...]]) -> list[Notice]:
    """A Notice a passage and code; it says what, never the words."""
    return [
        Notice(f"withheld-{code}", f"A sentence {MESSAGES[code]}: {_todo(code)}.", source, start, end)
        for (start, end), codes in sorted(places.items())
        for code in codes
    ]


def _todo(code: str) -> str:
    return "it is left out" + (f"; --allow {code} prints it" if code in ALLOWABLE else "")
