"""Whether two sources say one thing in the same words: nothing dropped, nothing added, and put in the same way."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from briefing.language.lexicon import word_set
from briefing.model.claim import Claim
from briefing.model.source import Span

SAID = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|[%‰°$€£¥₨₹<>=≥≤≈~±]|(?<!\w)[-−+](?=\d)")
"""A word, a number, or a sign that makes it another number; what else stands between them is punctuation."""
QUOTED = ("quoted",)
THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")


@dataclass(frozen=True, slots=True)
class Said:
    """What a claim says, as it is compared.

    ``how`` is how it is put: whether it is quoted; where it is not, also the force ("warned"), whether it is asserted,
    and the words of doubt that stand around it ("reportedly").
    """

    words: tuple[str, ...]
    how: tuple[str | None, ...]

    @property
    def quoted(self) -> bool:
        """Whether it is quoted, word for word."""
        return self.how == QUOTED


def said(text: str, claim: Claim) -> Said:
    """What ``claim`` says in its source's ``text``: capitals, punctuation and spaces are not compared."""
    words = chain.from_iterable(_words(text[slice(*span)]) for span in claim.content)
    if claim.form == "direct" and claim.quotes:
        return Said(tuple(words), QUOTED)
    doubt = word_set("wordings", "doubt").intersection(chain.from_iterable(map(_words, _around(text, claim))))
    return Said(tuple(words), ("told", claim.attribution.force, claim.modality, *sorted(doubt)))


def _words(text: str) -> list[str]:
    return SAID.findall(THOUSANDS.sub("", text.lower()))


def _around(text: str, claim: Claim) -> list[str]:
    """What stands in the claim's passage beside its content."""
    start, end = claim.anchor.span
    edges = [start, *chain.from_iterable(sorted(claim.content)), end]
    return [text[low:high] for low, high in zip(edges[::2], edges[1::2], strict=True)]


def place_in_text(claim: Claim) -> tuple[int, tuple[Span, ...]]:
    """Sorts the claims of a source by where they say what they say."""
    return claim.anchor.start, claim.content


def same_words(ones: Sequence[Said], others: Sequence[Said]) -> bool:
    """Whether ``others`` say all that ``ones`` say and no more of it: each by itself, or all of them put together.

    Both are in the order of their texts. One source may print as one quotation what another prints as two;
    the same said twice is said once.
    """
    if all(each in others for each in ones):
        return True
    if len(ones) == len(others) == 1:
        return False
    mine, theirs = dict.fromkeys(ones), dict.fromkeys(others)
    together = (list(chain.from_iterable(each.words for each in side)) for side in (mine, theirs))
    return {each.how for each in mine} == {each.how for each in theirs} and next(together) == next(together)


def line_on(mine: Sequence[Said], theirs: Sequence[Said], *, other_speaker: bool) -> str:
    """The label of the line that tells of another source: ``mine`` is said here, ``theirs`` there on the same matter.

    A source has a statement too ("also-in") where the same speaker, or nobody else who is named, says all of it there
    and no more, and it is put in the same way.
    """
    alike = same_words(mine, theirs)
    if not other_speaker:
        return "also-in" if alike else "differs-in"
    return "other-speaker-in" if alike and all(each.quoted for each in mine) else "others-in"


def other_speaker(one: Claim, other: Claim, fuller: Mapping[str, str]) -> bool:
    """Whether two claims name two speakers; ``fuller`` has the id under which a party is known across sources."""
    here, there = one.attribution.party, other.attribution.party
    if not here or not there or here == there:
        return False
    return fuller.get(here, here) != fuller.get(there, there)


def other_numbers(one: Claim, other: Claim) -> bool:
    """Whether each of two claims has a number of one unit that the other has not: that is no matter of wording."""
    if not one.figures or not other.figures:
        return False
    here, there = ({(figure.unit, figure.value) for figure in claim.figures} for claim in (one, other))
    return not {unit for unit, _ in here - there}.isdisjoint(unit for unit, _ in there - here)
