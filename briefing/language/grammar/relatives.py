"""Relatives: a subject with a relative clause that no comma parts from it ("a nurse who asked to stay said")."""

from __future__ import annotations

from briefing.language.grammar.noun_phrases import phrase_start
from briefing.language.grammar.tagsets import AUXILIARIES, FENCES, FINITE, NOUNS, QUOTE, VERBS
from briefing.language.grammar.units import Items, Unit
from briefing.language.verbs import verb_forms


def with_relative(unit: Unit, last: int) -> Items | None:
    """The noun phrase with its relative clause that ends with item ``last``; None where there is no such clause.

    The clause has one finite verb, and that reports nothing: of what "the man who said …" says no end can be told.
    """
    pronoun = last
    while pronoun > 0 and unit.low[pronoun] != "who":
        if unit.low[pronoun] in FENCES or unit.tag[pronoun] == QUOTE:
            return None
        pronoun -= 1
    if pronoun < 1 or pronoun + 1 >= last or unit.tag[pronoun - 1] not in NOUNS:
        return None
    verb = next((k for k in range(pronoun + 1, last + 1) if unit.tag[k] in VERBS | {"MD"}), last + 1)
    if any(unit.tag[k] not in ("RB", "TO") for k in range(pronoun + 1, verb)):
        return None
    while verb < last and unit.tag[verb + 1] in VERBS | {"RB"} and helps(unit, verb):
        verb += 1
    if any(unit.tag[k] in FINITE for k in range(verb + 1, last + 1)) or is_told(unit, verb):
        return None
    start = phrase_start(unit, pronoun - 1, 0)
    return (start, last + 1) if start < pronoun else None


def helps(unit: Unit, k: int) -> bool:
    """Whether an item only helps the verb after it."""
    return unit.low[k] in AUXILIARIES or unit.tag[k] in ("MD", "RB")


def is_told(unit: Unit, verb: int) -> bool:
    """Whether a verb may take a clause here, and so be what the next finite verb stands in."""
    known = verb_forms().get(unit.low[verb])
    after = next((k for k in range(verb + 1, len(unit)) if unit.tag[k] != "RB"), len(unit) - 1)
    return bool(known and known.clause) and unit.tag[after] != "TO"
