"""Near-duplicate passages: one note uploaded twice, one agency's paragraph in four papers.

Passages are compared only with those that share one of their rarest runs of words, so the work grows with the text.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.grouping.components import Components
from briefing.grouping.words import spoken
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
MOST = 8
"""How many passages with one run a passage is compared with."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """A passage with its runs of words, and the claims it makes, each with its words."""

    source: str
    runs: frozenset[str]
    claims: tuple[tuple[str, frozenset[str]], ...]


def copies(claims: Iterable[Claim], sources: Mapping[str, Source]) -> Components[str]:
    """Which claims, by id, say one thing in passages of different sources that are near-duplicates."""
    passages: dict[tuple[str, int, int], list[Claim]] = {}
    for claim in claims:
        passages.setdefault((claim.source, *claim.passage.span), []).append(claim)
    found: Components[str] = Components()
    known: dict[str, list[_Seen]] = {}
    for (source, start, end), told in sorted(passages.items(), key=lambda entry: entry[0]):
        text = sources[source].text
        here = _Seen(source, shingles(text[start:end]), tuple((claim.id, _words(claim, text)) for claim in told))
        others: dict[int, _Seen] = {}
        for run in sorted(here.runs, key=_hashed)[:SKETCH]:
            with_run = known.setdefault(run, [])
            others.update((id(other), other) for other in with_run[:MOST] if other.source != source)
            with_run.append(here)
        for other in others.values():
            if overlap(here.runs, other.runs) >= ALIKE:
                _join(found, here, other)
    return found


def _join(found: Components[str], one: _Seen, other: _Seen) -> None:
    """Join the claims of two near-duplicate passages that have most of their words in common."""
    for claim, words in one.claims:
        for twin, others in other.claims:
            apart = found.root(claim) != found.root(twin)
            if apart and overlap(words, others) >= ALIKE and _numbers(words) == _numbers(others):
                found.join(claim, twin)


def _numbers(words: frozenset[str]) -> frozenset[str]:
    """The numerals among words: a text with other numbers is no copy, but the next month's report."""
    return frozenset(word for word in words if word[0].isdigit())


def _words(claim: Claim, text: str) -> frozenset[str]:
    return frozenset(spoken(" ".join(text[start:end] for start, end in claim.content)))


def shingles(text: str) -> frozenset[str]:
    """The runs of words in ``text``; none where it is too short to compare."""
    words = spoken(text)
    if len(words) < LEAST:
        return frozenset()
    return frozenset(" ".join(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of all runs that both have, from 0 to 1."""
    shared = len(one & other)
    return shared / ((len(one) + len(other) - shared) or 1)


def _hashed(run: str) -> bytes:
    return hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=8).digest()
