"""Near-duplicate passages: one note uploaded twice, one agency's paragraph in four papers.

Passages are compared only with those that share one of their rarest runs of words, so the work grows with the text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.grouping.components import Components
from briefing.grouping.wording import spoken
from briefing.model.claim import Claim
from briefing.model.source import Source

RUN = 3
"""Words in a run."""
SKETCH = 8
"""How many of a passage's runs (those with the lowest hashes) are looked up."""
LEAST = 8
"""Words a passage must have: shorter ones meet by chance."""
ALIKE = 0.5
"""The share of runs that two passages must have in common."""
MOST = 24
"""How many passages with one run a passage is compared with."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A passage with its runs of words and the claims it makes."""

    source: str
    runs: frozenset[str]
    claims: tuple[Claim, ...]


def copies(claims: Iterable[Claim], sources: Mapping[str, Source]) -> Components[str]:
    """Which claims, by id, say one thing in passages of different sources that are near-duplicates."""
    passages: dict[tuple[str, int, int], list[Claim]] = {}
    for claim in claims:
        passages.setdefault((claim.source, *claim.passage.span), []).append(claim)
    found: Components[str] = Components()
    known: dict[str, list[_Seen]] = {}
    for (source, start, end), told in sorted(passages.items(), key=lambda entry: entry[0]):
        here = _Seen(source, shingles(sources[source].text[start:end]), tuple(told))
        for run in sorted(here.runs, key=_hashed)[:SKETCH]:
            others = known.setdefault(run, [])
            for other in others[:MOST]:
                if other.source != source and overlap(here.runs, other.runs) >= ALIKE:
                    _join(found, here, other, sources)
            others.append(here)
    return found


def _join(found: Components[str], one: _Seen, other: _Seen, sources: Mapping[str, Source]) -> None:
    """Join the claims of two near-duplicate passages that have most of their words in common."""
    for claim in one.claims:
        words = _words(claim, sources)
        for twin in other.claims:
            if overlap(words, _words(twin, sources)) >= ALIKE:
                found.join(claim.id, twin.id)


def _words(claim: Claim, sources: Mapping[str, Source]) -> frozenset[str]:
    text = sources[claim.source].text
    return frozenset(spoken(" ".join(text[start:end] for start, end in claim.content)))


def shingles(text: str) -> frozenset[str]:
    """The runs of words in ``text``; none where it is too short to compare."""
    words = spoken(text)
    if len(words) < LEAST:
        return frozenset()
    return frozenset(" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of all runs that both have, from 0 to 1."""
    return len(one & other) / (len(one | other) or 1)


def _hashed(run: str) -> bytes:
    return hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest()
