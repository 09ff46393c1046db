"""Nesting: what somebody says that another says. It is the first's statement, and told as that."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.language.grammar.fences import ANSWER
from briefing.language.grammar.saying import Saying
from briefing.language.grammar.tagsets import QUOTE
from briefing.language.grammar.units import Unit


def outermost(unit: Unit, found: Sequence[Saying]) -> list[Saying]:
    """``found`` without what others are said to have said ("Residents say the army warned nobody"), quotations apart.

    Told apart from whoever tells it, it would be put into the mouth of the accused.
    """
    return [one for one in found if is_quoted(unit, one) or not any(is_outer(outer, one) for outer in found)]


def is_outer(outer: Saying, inner: Saying) -> bool:
    """Whether one saying holds another; of two that hold each other ("X said … and, she added, …") the first does."""
    return holds(outer, inner) and not (holds(inner, outer) and inner.cue < outer.cue)


def is_quoted(unit: Unit, one: Saying) -> bool:
    """Whether what is said is a whole quotation."""
    return any(unit.tag[k] == QUOTE for a, b in one.content for k in range(a, b))


def holds(outer: Saying, inner: Saying) -> bool:
    """Whether the cue of one saying lies in what another, by a verb or "according to", says."""
    if outer is inner or outer.frame == ANSWER or (outer.verb is None and outer.frame != "according"):
        return False
    return any(a <= inner.cue[0] and inner.cue[1] <= b for a, b in outer.content)
