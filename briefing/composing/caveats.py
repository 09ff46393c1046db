"""Caveats: the sentence right behind a claim that says nobody has verified it is printed with the claim."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from briefing.composing.edition import Edition
from briefing.language.lexicon import lexicon
from briefing.language.terms import Terms
from briefing.model.briefing import Statement, Words
from briefing.model.claim import Claim
from briefing.model.source import Passage

LONGEST = 30
"""Words of a sentence that is nothing but a caveat."""
LISTS = ("doubt", "of")


def caveat(edition: Edition, id: str, group: Sequence[Claim]) -> tuple[Statement, ...]:  # noqa: A002
    """The caveat of claims that stand in one place, in the source's words: the next sentence of their paragraph."""
    claim = group[-1]
    passages = edition.passages[claim.source]
    here = bisect_left(passages, claim.anchor.end, key=lambda passage: passage.end)
    if here + 1 >= len(passages):
        return ()
    source, follows = edition.sources[claim.source], passages[here + 1]
    if not _beside(passages[here], follows) or is_caveat(source.text[passages[here].start : passages[here].end]):
        return ()
    if not is_caveat(source.text[follows.start : follows.end]):
        return ()
    anchor = source.anchor(*follows.span)
    cited = edition.cite(anchor, follows.locator)
    return (Statement(caveat_id(id), "reported", (Words(anchor),), (cited,), language=source.language),)


def caveat_id(id: str) -> str:  # noqa: A002
    """The id of the caveat of the statement with this id."""
    return f"{id}-caveat"


def is_caveat(said: str) -> bool:
    """Whether a sentence says of what stands before it that it is not verified."""
    return len(said.split()) <= LONGEST and set(_terms().find(said)) >= set(LISTS)


def _beside(one: Passage, other: Passage) -> bool:
    """Whether both are sentences of one paragraph, or of one that follows on the other."""
    sentences = one.kind == other.kind == "sentence"
    return sentences and 0 <= other.locator.paragraph - one.locator.paragraph <= 1 and other.start - one.end < 4


@cache
def _terms() -> Terms:
    known = lexicon("caveats")
    return Terms({name: known[name] for name in LISTS}, "lexicons/caveats.toml")
