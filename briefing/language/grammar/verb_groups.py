"""Verb groups: a verb with its auxiliaries and adverbs, and what they make of it."""

from __future__ import annotations

from briefing.language.grammar.tagsets import AUXILIARIES, BE, FENCES, FINITE, VERBS
from briefing.language.grammar.units import Unit
from briefing.language.lexicon import word_set


def group_start(unit: Unit, verb: int) -> int:
    """Where the verb group that ends in ``verb`` starts: auxiliaries, "to", and adverbs between them."""
    k = verb
    while k > 0:
        tag, low = unit.tag[k - 1], unit.low[k - 1]
        if tag in ("MD", "RB", "TO", "RBR") or low in AUXILIARIES:
            k -= 1
        else:
            break
    while k < verb and unit.tag[k] == "RB" and unit.low[k] not in AUXILIARIES and k + 1 < verb:
        k += 1
    return k


def is_finite(unit: Unit, verb: int) -> bool:
    """Whether the verb heads a clause of its own: a finite form, or a form under an auxiliary."""
    tag = unit.tag[verb]
    if tag in ("VBD", "VBZ", "VBP"):
        return True
    start = group_start(unit, verb)
    return any(
        unit.tag[k] == "MD" or unit.low[k] in AUXILIARIES - {"not", "n't", "be", "been", "being", "having"}
        for k in range(start, verb)
    )


def is_auxiliary(unit: Unit, verb: int) -> bool:
    """Whether the verb only helps the next one ("has said")."""
    return unit.low[verb] in AUXILIARIES and verb + 1 < len(unit) and unit.tag[verb + 1] in VERBS


def is_passive(unit: Unit, verb: int) -> bool:
    """Whether the verb is a past participle under a form of "be"."""
    if unit.tag[verb] not in ("VBN", "VBD"):
        return False
    k = verb - 1
    while k >= 0 and (unit.tag[k] == "RB" or unit.low[k] in ("not", "n't")):
        k -= 1
    if k < 0 or unit.low[k] != "'s":
        return k >= 0 and unit.low[k] in BE
    return unit.tag[k] == "VBZ" and unit.low[k - 1] not in ("he", "she", "who")  # "he's said" is no passive


def main_verb(unit: Unit, k: int) -> bool:
    """Whether a finite verb, after adverbs, starts at item ``k``."""
    while k < len(unit) and unit.tag[k] == "RB":
        k += 1
    return k < len(unit) and (unit.tag[k] in FINITE or unit.low[k] in AUXILIARIES)


def deontic(unit: Unit, k: int) -> bool:
    """Whether the verb at ``k`` says what must or may be, not what is ("leaders must show …")."""
    return any(
        unit.low[m] in ("must", "should", "can", "could", "may", "might") for m in range(group_start(unit, k), k)
    )


def is_withheld(unit: Unit, verb: int) -> bool:
    """Whether the act of the verb was not performed: "did not say", "has yet to say", "failed to say", "refused"."""
    start = group_start(unit, verb)
    group = unit.low[max(0, start - 1) : verb]
    negated = any(
        low in word_set("syntax", "negators") and after not in word_set("syntax", "merely")
        for low, after in zip(group, [*group[1:], unit.low[verb]], strict=False)
    )
    short = unit.low[max(0, start - 2) : start] in (["short", "of"], ["instead", "of"])
    governed = "to" in group and ("yet" in group or group[0] in word_set("syntax", "withholding"))
    return negated or governed or short or unit.low[verb] in word_set("syntax", "withholding") or after_nor(unit, start)


def after_nor(unit: Unit, start: int) -> bool:
    """Whether the clause whose verb group starts at ``start`` opens with "nor" ("Nor has the ministry said …")."""
    while start > 0 and unit.low[start - 1] not in FENCES:
        start -= 1
        if unit.low[start] == "nor":
            return True
    return False
