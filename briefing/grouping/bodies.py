"""Bodies that a text names by a common noun alone ("the ministry", "the hospital"): whose body that is.

Two texts that say "the hospital" mean two hospitals. Within one text the bare noun means the one such body that it
names; where it names several, or none, it is a body of that text alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache

from briefing.grouping.parties import ARTICLES, LINKS, is_bare, plain
from briefing.grouping.rules import rules
from briefing.language.parties import party_id
from briefing.model.claim import Attribution, Claim, Extraction
from briefing.model.source import Source

MARK = 8
"""Digits of a source's hash that tell a bare body of it from that of another source."""
CAPITAL = r"[^\W\d_a-zß-öø-ÿ][\w’'-]*"
APPOSED = re.compile(rf",[ \u00a0]((?:the[ \u00a0])?{CAPITAL}(?:[ \u00a0](?:of[ \u00a0])?{CAPITAL}){{0,4}}),")
Words = frozenset[str]


def settled(source: Source, extraction: Extraction) -> Extraction:
    """``extraction``, its bare speakers ("the ministry") led to the body the source means, or to one of its own.

    A speaker whose name stands behind what it is ("the operator, Orra Hydro, said") is called by that name.
    """
    extraction = replace(extraction, claims=tuple(_called(source, claim) for claim in _once(extraction.claims)))
    bare = dict.fromkeys(plain(at.speaker) for claim in extraction.claims if _is_bare(at := claim.attribution))
    if not bare:
        return extraction
    speaking = {
        name_words(at.speaker): at.party
        for claim in extraction.claims
        if (at := claim.attribution).speaker and at.party and not is_bare(at.speaker)
    }
    parties = {noun: _party(source, noun, speaking) for noun in bare}
    return replace(extraction, claims=tuple(_settled(claim, parties) for claim in extraction.claims))


def _is_bare(at: Attribution) -> bool:
    return bool(at.party) and is_bare(at.speaker)


def _once(claims: Iterable[Claim]) -> Iterable[Claim]:
    """Each claim once: two readings of one sentence that end in one statement are that with more figures."""
    kept: dict[str, Claim] = {}
    for claim in claims:
        if claim.id not in kept or len(claim.figures) > len(kept[claim.id].figures):
            kept[claim.id] = claim
    return kept.values()


def _called(source: Source, claim: Claim) -> Claim:
    """A claim by somebody without a name, with the name that stands in commas right behind."""
    at = claim.attribution
    if at.kind != "role" or at.speaker_span is None:
        return claim
    start = at.speaker_span[0] + len(at.speaker or "")
    found = APPOSED.match(source.text, start)
    if found is None:
        return claim
    name = " ".join(found[1].split())
    figures = tuple(replace(f, said_by=name) if f.said_by == at.speaker else f for f in claim.figures)
    named = replace(at, kind="named", speaker=name, party=party_id(plain(name)), role=(at.speaker_span[0], start))
    return replace(claim, attribution=named, figures=figures)


def _settled(claim: Claim, parties: Mapping[str, str]) -> Claim:
    at = claim.attribution
    return replace(claim, attribution=replace(at, party=parties[plain(at.speaker)])) if _is_bare(at) else claim


def _party(source: Source, noun: str, speaking: dict[Words, str]) -> str:
    """The id of the one body of this kind that the source names; an id of its own where there is none, or several."""
    named = {name_words(name): name for name in _mentions(source.text, noun)}
    known = {words for words in (*speaking, *named) if set(noun.split()) < words}
    fullest = [words for words in known if not any(words < other for other in known)]
    if len(fullest) != 1:
        return f"{party_id(noun)}-in-{source.sha256[:MARK]}"
    (words,) = fullest
    return speaking.get(words) or next(
        (party for short, party in speaking.items() if set(noun.split()) < short < words), party_id(plain(named[words]))
    )


def _mentions(text: str, noun: str) -> Iterator[str]:
    """The names with more than the noun that ``text`` gives bodies of its kind."""
    return (" ".join(found[0].split()) for found in _named(noun).finditer(text))


@cache
def _named(noun: str) -> re.Pattern[str]:
    fields = "|".join(map(re.escape, rules("origins")["bodies"]["fields"]))
    before = rf"(?:(?!(?:The|A|An|In|At|On|But|And)\b){CAPITAL}[ \u00a0]|(?:{fields})[ \u00a0]){{1,4}}"
    head = rf"(?i:\b{re.escape(noun)}\b)"
    after = rf"[ \u00a0](?:of|for)[ \u00a0](?:the[ \u00a0])?{CAPITAL}(?:[ \u00a0](?:of[ \u00a0])?{CAPITAL}){{0,3}}"
    return re.compile(rf"{before}{head}(?:{after})?|{head}{after}")


def name_words(name: str | None) -> Words:
    """The words of a name that tell it from others, without what is possessive of them."""
    words = (re.sub(r"['’]s?$", "", word) for word in plain(name).split())
    return frozenset(word for word in words if word not in LINKS and word not in ARTICLES)
