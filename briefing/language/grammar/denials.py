"""Denials: who denies at the end of a sentence what somebody else says in it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.language.grammar.saying import Saying
from briefing.language.grammar.units import Items, Unit

ARTICLES = frozenset({"a", "an"})


def denied_apart(unit: Unit, found: Sequence[Saying]) -> list[Saying]:
    """``found`` with each trailing denial ("X says …, Y denies") taken from what X says, which is what Y denies."""
    out = list(found)
    for at, denial in enumerate(found):
        if not is_denial(denial) or denial.speaker is None:
            continue
        speaker = without_charge(unit, denial.speaker)
        comma = denial.speaker[0] - 1
        if comma < 1 or unit.low[comma] != ",":
            continue
        for k, one in enumerate(out[:at]):
            said = before(one.content, comma)
            if is_denial(one) or not said or not later(one, denial, comma):
                continue
            out[k] = one._replace(content=said)
            over = any(a <= one.cue[0] < b for a, b in denial.content)
            out[at] = denial._replace(speaker=speaker, content=said if over else denial.content)
            break
    return out


def is_denial(one: Saying) -> bool:
    """Whether a saying denies."""
    return one.verb is not None and one.verb.force_in(one.frame) == "denied"


def later(one: Saying, denial: Saying, comma: int) -> bool:
    """Whether a denial that starts after ``comma`` answers what another says before it."""
    if one.cue[0] >= comma:
        return False
    return any(a <= denial.cue[0] < b for a, b in one.content) or any(a <= one.cue[0] < b for a, b in denial.content)


def before(content: Sequence[Items], end: int) -> tuple[Items, ...]:
    """The pieces of what is said before item ``end``, cut there."""
    return tuple((a, min(b, end)) for a, b in content if a < end)


def without_charge(unit: Unit, speaker: Items) -> Items:
    """Who denies, without what is denied in front ("a claim Loria" denies)."""
    first, end = speaker
    if end - first < 3 or unit.low[first] not in ARTICLES or unit.tag[first + 1] != "NN":
        return speaker
    return (first + 2, end) if unit.tag[first + 2] in ("DT", "NNP", "NNPS") else speaker
