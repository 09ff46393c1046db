"""What a citation's hover card shows: the cited words with some of the passage around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefing.model.briefing import AnnexPassage, Briefing, Citation

AROUND = 160
"""Characters of the passage shown before and after the cited words, at most."""
CITED = 480
"""Characters of the cited words shown, at most."""


@dataclass(frozen=True, slots=True)
class Excerpt:
    """The cited words and the words before and after them, line breaks as spaces; ``cut_…``: more follows there."""

    before: str
    words: str
    after: str
    cut_before: bool
    cut_words: bool
    cut_after: bool


class Excerpts:
    """Makes the excerpts of one briefing's citations."""

    def __init__(self, briefing: Briefing) -> None:
        self._texts: Mapping[str, str] = {source.id: source.text for source in briefing.claims.sources}
        self._passages: Mapping[str, AnnexPassage] = {
            passage.id: passage for source in briefing.annex.sources for passage in source.passages
        }

    def __call__(self, citation: Citation) -> Excerpt:
        """The excerpt of a citation: from its passage where the annex has it, else from the anchor's surroundings."""
        anchor = citation.anchor
        low, high = self._bounds(citation)
        before, cut_before = _last_words(self._texts[anchor.source][low : anchor.start], AROUND)
        words, cut_words = _first_words(anchor.exact, CITED)
        after, cut_after = _first_words(self._texts[anchor.source][anchor.end : high], AROUND)
        return Excerpt(before, words, "" if cut_words else after, cut_before, cut_words, cut_after and not cut_words)

    def _bounds(self, citation: Citation) -> tuple[int, int]:
        passage = self._passages.get(citation.target)
        if passage is None:
            return citation.anchor.span
        return self._run(passage, citation)

    @staticmethod
    def _run(passage: AnnexPassage, citation: Citation) -> tuple[int, int]:
        """The stretch of a passage without a cut that the citation stands in."""
        runs: list[tuple[int, int]] = []
        for words in passage.words:
            start, end = words.anchor.span
            joined = runs and runs[-1][1] == start
            runs[-1:] = [(runs[-1][0], end)] if joined else [*runs[-1:], (start, end)]
        here = citation.anchor.start
        low, high = next((run for run in runs if run[0] <= here < run[1]), citation.anchor.span)
        return low, max(high, citation.anchor.end)


def _first_words(text: str, most: int) -> tuple[str, bool]:
    """The first whole words of ``text``, at most ``most`` characters, and whether any were left out."""
    if len(text) <= most:
        return text, False
    kept = text[:most]
    whole = kept[: max(kept.rfind(" "), kept.rfind("\n"))] if not text[most].isspace() else kept
    return whole or kept, True


def _last_words(text: str, most: int) -> tuple[str, bool]:
    """The last whole words of ``text``, at most ``most`` characters, and whether any were left out."""
    kept, cut = _first_words(text[::-1], most)
    return kept[::-1], cut
