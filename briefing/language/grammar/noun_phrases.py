"""Noun phrases: where one starts and ends, with its appositions and relative clauses."""

from __future__ import annotations

from briefing.language.grammar.tagsets import FINITE, HEADS, NOMINAL, NOUNS, QUOTE, VERBS
from briefing.language.grammar.units import Unit
from briefing.language.grammar.verb_groups import group_start
from briefing.language.lexicon import word_set
from briefing.language.verbs import verb_forms


def phrase_start(unit: Unit, last: int, first: int) -> int:
    """Where the noun phrase that ends with item ``last`` starts, not before ``first``."""
    if unit.tag[last] in ("PRP", "EX"):
        of_them = last - 2 >= first and unit.low[last - 1] == "of" and unit.tag[last - 2] in HEADS | {"RBS"}
        return last - 2 if of_them else last
    k = last
    joint = -1
    while k > first:
        before = k - 1
        reduced = unit.tag[before] in ("VBG", "VBN") and before > first and unit.tag[before - 1] in NOUNS
        if (
            unit.tag[k] in ("DT", "PRP$")
            and unit.tag[before] not in ("IN", "TO", "CC", "PDT", "RB", "CD")
            and not reduced
            and not described_by(unit, before, first)
        ):
            break
        if belongs(unit, before, first, k <= last):
            if unit.low[before] in ("and", "or", "&"):
                joint = k
            k = before
        elif unit.tag[before] in VERBS | {"MD", "WP", "WDT"} or hangs_on_verb(unit, before):
            opening = relative_before(unit, before - hangs_on_verb(unit, before), first)
            if opening is None or opening <= first or unit.tag[opening - 1] not in HEADS:
                break
            k = opening
        else:
            break
    hangs = k > first and unit.low[k - 1] in word_set("syntax", "subordinators")
    if joint > first and first < k < joint and unit.tag[k - 1] in VERBS | {"IN", "TO"} and not hangs:
        k = joint
    while k < last and (
        unit.tag[k] in ("CC", "IN", "RB", "TO", "POS", "PRP") and unit.low[k] not in word_set("syntax", "quantifiers")
    ):
        k += 1
    return k


def belongs(unit: Unit, k: int, first: int, more: bool) -> bool:
    """Whether item ``k`` goes on with the noun phrase to its right."""
    tag, low = unit.tag[k], unit.low[k]
    before = unit.tag[k - 1] if k > first else ""
    after = unit.tag[k + 1]
    if tag == "PRP" or low in ("-", "–", "—", "--"):
        return low == "'s"
    if tag in NOMINAL or low in ("&", "/", "'s"):
        return True
    if tag in ("IN", "TO"):
        return low in word_set("syntax", "noun_prepositions") and before in HEADS - {"EX", "WP", "DT"}
    if low in ("and", "or"):
        return before in HEADS
    if tag in ("VBN", "VBG"):
        return before in HEADS | {"RB", "POS", "IN"} or (more and after in ("NN", "NNS"))
    if tag == "VBD":
        attributive = more and after in NOUNS and before in ("JJ", "NNP", "DT", "IN", "PRP$", "CD")
        return attributive and low.endswith("ed") and low not in verb_forms()
    if tag in ("RB", "RBR"):
        return after in ("JJ", "CD", "VBN", "IN", "VBG", "DT")
    return False


def described_by(unit: Unit, verb: int, first: int) -> bool:
    """Whether the verb before a phrase makes it the object of a relative clause ("who lost their homes").

    A verb that may take a clause does not: the phrase may be that clause's subject ("the man who said the mayor lied").
    """
    if unit.tag[verb] not in VERBS or relative_before(unit, verb, first) is None:
        return False
    known = verb_forms().get(unit.low[verb])
    return not (known and known.clause)


def hangs_on_verb(unit: Unit, k: int) -> bool:
    """Whether item ``k`` is a preposition right after a verb ("who asked for help")."""
    preposition = unit.tag[k] in ("IN", "TO", "RP") and unit.low[k] not in word_set("syntax", "subordinators")
    return preposition and k > 0 and unit.tag[k - 1] in VERBS


def relative_before(unit: Unit, verb: int, first: int) -> int | None:
    """The place of the relative pronoun whose verb group ends at ``verb``, if there is one right before the group."""
    if unit.tag[verb] in ("WP", "WDT"):
        return verb
    start = group_start(unit, verb)
    pronoun = start - 1
    while pronoun >= first and unit.tag[pronoun] == "RB":
        pronoun -= 1
    if pronoun >= first and unit.low[pronoun] in ("who", "which", "that") and unit.tag[pronoun] in ("WP", "WDT", "IN"):
        return pronoun
    return None


def phrase_end(unit: Unit, first: int) -> int:
    """Where the noun phrase that starts at item ``first`` ends."""
    k = first
    if k < len(unit) and unit.tag[k] in ("PRP", "EX"):
        return k + 1
    while k < len(unit):
        tag, low = unit.tag[k], unit.low[k]
        after = unit.tag[k + 1] if k + 1 < len(unit) else ""
        if tag in NOMINAL or low in ("&", "/"):
            k += 1
        elif tag in ("IN", "TO") and k > first and low in word_set("syntax", "noun_prepositions") and after in NOMINAL:
            if after == "DT" and k + 2 < len(unit) and unit.low[k + 2] in word_set("syntax", "occasions"):
                break
            if after != "" and unit.low[k + 1] in word_set("syntax", "days"):
                break
            k += 1
        elif (low in ("and", "or") and k > first and after in NOMINAL) or (
            (tag == "VBG" and after in NOUNS) or (tag == "VBN" and k > first and after in NOUNS | {"IN"})
        ):
            k += 1
        elif low == "(" and k > first:
            closing = next((m for m in range(k, min(k + 8, len(unit))) if unit.low[m] == ")"), None)
            if closing is None:
                break
            k = closing + 1
        else:
            break
    return k


def apposition_end(unit: Unit, first: int) -> int:
    """Where an apposition or relative clause that starts at ``first`` (after a comma) ends; ``first`` if none."""
    low, tag = unit.low[first], unit.tag[first]
    if low == "of":
        return max(first, phrase_end(unit, first + 1))
    if low in ("who", "which", "whose"):
        k = first
        while k < len(unit) and unit.low[k] not in (",", ".", ";", ":") and unit.tag[k] != QUOTE:
            k += 1
        return k
    start = first + (low in ("now", "then", "also", "formerly"))
    if unit.tag[start] in NOMINAL and tag not in ("PRP", "EX"):
        end = phrase_end(unit, start)
        clause = end < len(unit) and (unit.tag[end] in FINITE or unit.tag[end] == "VBG")
        return first if end == start or (clause and unit.low[start] not in ("a", "an")) else end
    return first


def with_appositions(unit: Unit, end: int) -> int:
    """Where a noun phrase that ends before item ``end`` ends with the relative clause and appositions after it."""
    end = restricted(unit, end)
    while end + 1 < len(unit) and unit.low[end] == ",":
        further = apposition_end(unit, end + 1)
        if further == end + 1:
            break
        end = restricted(unit, further)
    return end


def is_known(unit: Unit, end: int) -> bool:
    """Whether the noun phrase before item ``end`` is somebody known by now: a name of one word, or a pronoun."""
    k = end - 1
    while k >= 0 and unit.tag[k] in ("NNP", "NNPS"):
        k -= 1
    return unit.tag[end - 1] == "PRP" or sum("." not in unit.text[m] for m in range(k + 1, end)) == 1


def restricted(unit: Unit, end: int) -> int:
    """Where a noun phrase ends with a relative clause that no comma parts from it."""
    if end < len(unit) and (
        unit.low[end] in ("who", "which", "whom") or (unit.low[end] == "that" and unit.tag[end] == "WDT")
    ):
        while end < len(unit) and unit.low[end] not in (",", ".", ";", ":", ")") and unit.tag[end] != QUOTE:
            end += 1
    return end
