"""Who speaks for whom: a minister or a spokesperson and their body are one origin of what both say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.grouping.bodies import CAPITAL, name_words
from briefing.grouping.parties import Parties, is_bare, plain, spells
from briefing.grouping.rules import rules
from briefing.language.lexicon import word_set
from briefing.model.claim import Claim
from briefing.model.source import Source

REACH = 80
"""Code points beside a speaker in which the text may name the speaker's body."""
RUN = rf"{CAPITAL}(?:[ \u00a0](?:(?:of|for|and|the)[ \u00a0]){{0,2}}{CAPITAL}){{0,6}}"
OWNER = re.compile(rf"({RUN})['’]s?[ \u00a0]*$")
OWNED = re.compile(rf"(?:[Tt]he[ \u00a0])?({RUN})['’]s?[ \u00a0]")
BEHIND = re.compile(rf"[ \u00a0](?:of|from)[ \u00a0](?:the[ \u00a0])?({RUN})")
HEADS = re.compile(
    rf",[ \u00a0]who[ \u00a0](?:heads|leads|runs|chairs|directs|speaks[ \u00a0]for)[ \u00a0](?:the[ \u00a0])?({RUN})"
)
Words = frozenset[str]
Body = tuple[Words, tuple[str, ...]]
"""The words that name somebody's body, and the acronyms among them."""


class Offices:
    """For whom each party speaks, as the sources say."""

    def __init__(self, claims: Sequence[Claim], sources: Mapping[str, Source], parties: Parties) -> None:
        self._bodies: dict[str, set[Body]] = {}
        for claim in claims:
            if party := parties.of(claim.attribution.party):
                self._bodies.setdefault(party, set()).update(_bodies(claim, sources[claim.source].text))
        self._names: dict[str, set[str]] = {}
        for name, party in parties.names.items():
            self._names.setdefault(parties.of(party) or party, set()).add(name)

    def together(self, one: str, other: str) -> bool:
        """Whether one of two parties speaks for the other, or both for one body."""
        if self._speaks_for(one, other) or self._speaks_for(other, one):
            return True
        both = self._bodies.get(one, set()) & self._bodies.get(other, set())
        return any(acronyms or _has_noun(words) for words, acronyms in both)

    def _speaks_for(self, party: str, body: str) -> bool:
        return any(_is(own, name) for own in self._bodies.get(party, ()) for name in self._names.get(body, ()))


def _is(body: Body, name: str) -> bool:
    """Whether the words for a body are those of ``name``, or fewer, or hold them, or its acronym."""
    words, acronyms = body
    known = name_words(name)
    fits = bool(known) and (known <= words or (words <= known and _has_noun(words)))
    return fits or any(spells(acronym, name) or acronym.lower() == name for acronym in acronyms)


def _has_noun(words: Iterable[str]) -> bool:
    return not _nouns().isdisjoint(words)


def _nouns() -> frozenset[str]:
    return frozenset(rules("origins")["bodies"]["nouns"]) - word_set("speakers", "roles")


def _bodies(claim: Claim, text: str) -> Iterator[Body]:
    """The bodies that the text names beside a speaker: in the title, as an owner, behind "of"."""
    at = claim.attribution
    if is_bare(at.speaker):
        yield frozenset({plain(at.speaker)}), ()
    if at.speaker_span is None:
        return
    start, end = at.speaker_span
    beside = [text[slice(*at.role)]] if at.role else []
    found = (
        OWNER.search(text[max(0, start - REACH) : start]),
        OWNED.match(text[start:end]),
        BEHIND.match(text[end : end + REACH]),
        HEADS.match(text[end : end + REACH]),
    )
    for words in (*beside, *(match[1] for match in found if match)):
        kept = frozenset(
            _headed(word) for word in name_words(words) if word in rules("origins")["headed"] or not _is_office(word)
        )
        if kept:
            yield kept, tuple(word for word in re.findall(r"\w+", words) if len(word) > 1 and word.isupper())


def _headed(word: str) -> str:
    """The body that bearers of a title head ("minister": "ministry"); any other word as it is."""
    headed: str = rules("origins")["headed"].get(word, word)
    return headed


def _is_office(word: str) -> bool:
    roles = word_set("speakers", "roles")
    return all(part in roles for part in re.split(r"[-‑]", word))
