"""Bases: the number of the whole that a part is told of ("112 of 340 schools", "7,900 of a target of 15,000")."""

from __future__ import annotations

from briefing.extractors.phrases import span
from briefing.language.lexicon import lexicon
from briefing.language.numbers import DETERMINERS, Line, opening
from briefing.model.source import Span

_AIMS = frozenset(lexicon("counted")["bases"]["aims"])
_PARTS = frozenset(lexicon("counted")["bases"]["parts"])
FAR = 6
"""Tokens before the base within which the part stands."""


def is_base(line: Line, i: int) -> bool:
    """Whether the number at token ``i`` is that of the whole another number before it is part of."""
    k = opening(line, i) - 1
    for _ in range(FAR):
        word = line.word(k)
        if word == "of":
            k -= 1 + (line.word(k - 1) == "out")
            if line.numeral(k) is not None:
                return True
            if line.word(k) in _PARTS:
                return True  # "none of the 12 crew died"
            if line.word(k) not in _AIMS:
                return line.word(k + 1) == "out"  # "310,000 children out of 450,000"
        elif word not in DETERMINERS and word not in _AIMS and not word.endswith(("'s", "’s")):
            return False
        k -= 1
    return False


def aim(line: Line, i: int) -> tuple[Span, ...]:
    """The word that makes the number at token ``i`` one that is aimed at ("a target of 15,000 children")."""
    k = opening(line, i) - 2
    return (span(line, k, k + 1),) if line.word(k + 1) == "of" and line.word(k) in _AIMS else ()


def past_aim(line: Line, k: int) -> int:
    """Past "a target of 15,000" that begins with token ``k``, to what is aimed for; ``k`` where there is none."""
    at = k
    while line.word(at) in DETERMINERS:
        at += 1
    named = line.word(at) in _AIMS and line.word(at + 1) == "of" and line.numeral(at + 2) is not None
    return at + 3 if named else k
