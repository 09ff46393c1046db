"""Which statements are one matter: the same said of the same, in the same words or in others.

A claim is compared sentence by sentence and clause by clause, because one source prints as one quotation what another
prints as two. Only segments that share a rare word, or a run of words, are compared.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from briefing.grouping.words import clause_ends, content, primary, spoken, stems
from briefing.model.claim import Claim, Value
from briefing.model.source import Source, Span

RUN = 5
"""Words in a row that one speaker does not use twice by chance."""
MOST = 32
"""A word that more segments have is not looked up; of a run of words, so many segments are."""
LEAST = 3
"""Words that a segment nobody is named for must be about."""
OBJECT = 60
"""Code points between a cue and its content in which the object of the cue may stand."""
SAME_PARTY = 0.6
"""The share of the shorter segment's words that two wordings of one speaker have in common."""
OTHER_PARTY = 0.7
EVEN = 0.35
"""The share of all words that the statements of two speakers must have in common."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A clause of what a claim says: its place, its words, and what they are about (the words of figures left out)."""

    claim: Claim
    party: str | None
    span: Span
    words: tuple[str, ...]
    stems: tuple[str, ...]
    about: frozenset[str]
    runs: frozenset[tuple[str, ...]]
    """Its runs of words."""
    numbers: frozenset[Value]
    """The values of the figures in it."""

    @property
    def key(self) -> tuple[str, ...]:
        """The order of segments: by words, then by place."""
        return (" ".join(self.words), self.claim.source, f"{self.span[0]:09}", self.claim.id)


Party = Callable[[Claim], str | None]


def segments(claims: Iterable[Claim], sources: Mapping[str, Source], party: Party) -> list[Segment]:
    """The clauses of all claims that say enough to be compared, in an order that does not depend on the sources'."""
    made = (segment for claim in claims for segment in _of_claim(claim, sources[claim.source], party(claim)))
    return sorted(made, key=lambda segment: segment.key)


def _of_claim(claim: Claim, source: Source, party: str | None) -> Iterator[Segment]:
    taken = [figure.span for figure in claim.figures] + [span for f in claim.figures for span in f.what_spans]
    numbers = frozenset(chain.from_iterable(stems(spoken(source.text[a:b]), source.language) for a, b in taken))
    object_ = _object(claim, source)
    ends = clause_ends(primary(source.language))
    for span in chain.from_iterable(_clauses(source.text, *span, ends) for span in claim.content):
        words = tuple(spoken(source.text[slice(*span)]))
        folded = tuple(stems(words, source.language))
        about = (frozenset(folded) - numbers) | (object_ if span[0] == claim.content[0][0] else frozenset())
        if len(about) > 1:
            runs = frozenset(words[at : at + RUN] for at in range(len(words) - RUN + 1))
            inside = frozenset(f.value for f in claim.figures if span[0] <= f.start < span[1])
            yield Segment(claim, party, span, words, folded, about, runs, inside)


def _object(claim: Claim, source: Source) -> frozenset[str]:
    """What stands between the cue and what is said: in "urged nationals to return", those who are urged."""
    cue, start = claim.attribution.cue_span, claim.content[0][0]
    if cue is None or not cue[1] < start <= cue[1] + OBJECT:
        return frozenset()
    return content(source.text[cue[1] : start], source.language)


def _clauses(text: str, start: int, end: int, ends: re.Pattern[str]) -> Iterator[Span]:
    cuts = [match.end() for match in ends.finditer(text, start, end)]
    for first, last in zip([start, *cuts], [*cuts, end], strict=True):
        if text[first:last].strip(" \n\t\r”“\"'’‘.,;:!?"):
            yield first, last


class Comparison:
    """Segments, named by their places, and how telling each word is: the more of them have it, the less."""

    def __init__(self, found: Sequence[Segment]) -> None:
        self._found = found
        self._often = Counter(chain.from_iterable(segment.about for segment in found))
        self._telling = {word: 1 / (1 + math.log10(often)) for word, often in self._often.items()}
        self._weights = [self._weight(segment.about) for segment in found]

    def alike(self, one: int, other: int) -> bool:
        """Whether two segments say the same of the same; with other numbers they do not."""
        here, there = self._found[one], self._found[other]
        shared = here.about & there.about
        if here.party is None or here.party != there.party:
            return len(shared) > 3 and _agreeing(here, there) and self._even(shared, one, other)
        if not here.runs.isdisjoint(there.runs):
            return _agreeing(here, there)
        return len(shared) > 1 and _agreeing(here, there) and self._close(shared, one, other)

    def _close(self, shared: frozenset[str], one: int, other: int) -> bool:
        """Whether two wordings of one speaker share enough."""
        weight = self._weight(shared)
        close = weight / min(self._weights[one], self._weights[other])
        return (close >= SAME_PARTY and len(shared) > 2) or (close == 1 and weight > 1)

    def _even(self, shared: frozenset[str], one: int, other: int) -> bool:
        """Whether the statements of two speakers share enough of the shorter, and of both."""
        ones, others, weight = self._weights[one], self._weights[other], self._weight(shared)
        return weight / min(ones, others) >= OTHER_PARTY and weight >= EVEN * (ones + others - weight)

    def _weight(self, words: Iterable[str]) -> float:
        return math.fsum([self._telling[word] for word in words])

    def pairs(self) -> Iterator[tuple[int, int]]:
        """The pairs of segments worth comparing: they share a word that few others have, or a run of words."""
        runs = Counter(chain.from_iterable(segment.runs for segment in self._found))
        words = {word for word, often in self._often.items() if 1 < often <= MOST}
        met: dict[Hashable, list[int]] = {}
        for at, segment in enumerate(self._found):
            others: set[int] = set()
            for key in chain(segment.about & words, (run for run in segment.runs if runs[run] > 1)):
                posted = met.setdefault(key, [])
                others.update(posted)
                if len(posted) < MOST:
                    posted.append(at)
            yield from ((other, at) for other in sorted(others))


def _agreeing(one: Segment, other: Segment) -> bool:
    """Whether one segment's numbers are among the other's."""
    return one.numbers <= other.numbers or other.numbers <= one.numbers


def stars(found: Sequence[Segment]) -> list[list[Segment]]:
    """Segments of two sources or more that say the same, gathered round the one that most of them resemble.

    Segments in the same words, by the same party, are compared once for all of them.
    """
    same: dict[tuple[tuple[str, ...], str | None], list[Segment]] = {}
    for segment in found:
        if segment.party or len(segment.about) >= LEAST:
            same.setdefault((segment.words, segment.party), []).append(segment)
    copied = list(same.values())
    comparison = Comparison([copies[0] for copies in copied])
    near: dict[int, set[int]] = {at: set() for at in range(len(copied))}
    for one, other in comparison.pairs():
        if comparison.alike(one, other):
            near[one].add(other)
            near[other].add(one)
    groups = ([segment for at in group for segment in copied[at]] for group in _gathered(near))
    return [group for group in groups if len({segment.claim.source for segment in group}) > 1]


def _gathered(near: Mapping[int, set[int]]) -> Iterator[list[int]]:
    """Each node once: the one with most neighbours with those of them that are still free, then the next."""
    taken: set[int] = set()
    for centre in sorted(near, key=lambda at: (-len(near[at]), at)):
        if centre not in taken:
            group = {centre} | (near[centre] - taken)
            taken |= group
            yield sorted(group)
