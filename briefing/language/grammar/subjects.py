"""Subjects: who does what a verb says, found by tags, commas and a few words."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps

from briefing.language.grammar.noun_phrases import is_known, phrase_end, phrase_start, relative_before, with_appositions
from briefing.language.grammar.relatives import with_relative
from briefing.language.grammar.tagsets import AUXILIARIES, FENCES, HEADS, NOUNS, QUOTE, VERBS
from briefing.language.grammar.units import Items, Unit
from briefing.language.grammar.verb_groups import group_start, is_auxiliary, is_finite
from briefing.language.lexicon import word_set

MOST_COMMAS = 6
REACH = 120
"""Items on either side of a verb in which its subject is looked for: more than nearly any sentence has."""

Finder = Callable[[Unit, int, int], Items | None]


def remembered(find: Finder) -> Callable[..., Items | None]:
    """``find`` with what it found kept with the unit, by item and depth: one subject is often looked for again."""

    @wraps(find)
    def finding(unit: Unit, item: int, depth: int = 0) -> Items | None:
        """What ``find`` gives, from the unit's memory where it was asked before."""
        key = (find.__name__, item, depth)
        if key not in unit.found:
            unit.found[key] = find(unit, item, depth)
        return unit.found[key]

    return finding


@remembered
def subject(unit: Unit, verb: int, depth: int) -> Items | None:
    """The subject of a finite verb, or None where the text gives none before it."""
    last = before_asides(unit, group_start(unit, verb) - 1)
    if last < 0:
        return None
    low, tag = unit.low[last], unit.tag[last]
    if low in ("who", "which") or (low == "that" and tag == "WDT"):
        return last, last + 1
    if tag == "CC":
        return shared_subject(unit, last, depth)
    if tag in VERBS and unit.tag[group_start(unit, verb)] == "TO":
        return governed(unit, last, depth)
    if low == ",":
        return apposed_subject(unit, last) or shared_subject(unit, last, depth)
    if low in ("—", "–", "--", "-", ")"):
        return dashed_subject(unit, last)
    whole = with_relative(unit, last)
    if whole:
        return whole
    described = tag in VERBS and relative_before(unit, last, 0) is not None  # "those who fled said"
    if (tag not in HEADS | {"POS"} and not described) or low in ("a", "an", "the"):
        return None
    start = named_before(unit, phrase_start(unit, last, 0))
    return (start, last + 1) if start <= last else None


def named_before(unit: Unit, start: int) -> int:
    """Where a subject starts whose name stands before its office, one comma apart ("Dr. Ana Ruiz, the chief said")."""
    if start < 3 or unit.tag[start] != "DT" or unit.low[start - 1] != "," or unit.tag[start - 2] != "NNP":
        return start
    name = phrase_start(unit, start - 2, 0)
    alone = all(tag == "NNP" for tag in unit.tag[name : start - 1])
    opens = name == 0 or unit.tag[name - 1] == QUOTE or unit.tag[name - 2 : name - 1] == [QUOTE]
    return name if alone and start - 2 > name and opens else start


def before_asides(unit: Unit, last: int) -> int:
    """The last item before adverbs and the words of a time ("on Friday") that stand between subject and verb."""
    while last >= 0:
        low = unit.low[last]
        if low in word_set("syntax", "days") and last > 0:
            while last > 0 and unit.low[last] in word_set("syntax", "days"):
                last -= 1
            if unit.low[last] in ("on", "in", "last", "this", "late", "early", "earlier", "next"):
                last -= 1
        elif unit.tag[last] == "RB" or low in ("both", "all", "themselves", "himself", "herself", "itself"):
            last -= 1
        else:
            return last
    return last


def governed(unit: Unit, verb: int, depth: int) -> Items | None:
    """The subject of an infinitive right after ``verb``: that verb's subject."""
    return clause_subject(unit, verb, depth + 1)


@remembered
def clause_subject(unit: Unit, verb: int, depth: int) -> Items | None:
    """The subject of a verb in any form: finite, infinitive or participle."""
    if depth > 3:
        return None
    tag = unit.tag[verb]
    if verb == 0 and tag in ("VBD", "VBZ"):
        return inverted(unit, verb)
    start = group_start(unit, verb)
    if tag == "VB" and unit.tag[start] == "RB" and start + 1 < verb and unit.tag[start + 1] == "TO":
        start += 1
    if tag == "VBG" and not is_finite(unit, verb):
        return participle_subject(unit, verb, depth)
    if tag == "VB" and unit.tag[start] == "TO" and start > 0 and unit.tag[start - 1] not in VERBS:
        return infinitive_subject(unit, start, depth)
    return subject(unit, verb, depth)


def infinitive_subject(unit: Unit, to: int, depth: int) -> Items | None:
    """Who is to act in "X asked Y to …" or "X's plan to …": the noun right before, else the main clause's subject."""
    if unit.low[to - 1] in FENCES or unit.tag[to - 1] in ("CC", "IN"):
        return main_subject(unit, to, depth)
    return first_finite_subject(unit, max(0, to - REACH), to, depth)


def participle_subject(unit: Unit, verb: int, depth: int) -> Items | None:
    """Who says in "…, saying": the noun right before, or the subject of the main clause."""
    last = group_start(unit, verb) - 1
    while last >= 0 and (unit.tag[last] == "RB"):
        last -= 1
    if last >= 0 and unit.tag[last] in NOUNS | {"PRP"} and unit.low[last] not in word_set("syntax", "days"):
        start = phrase_start(unit, last, 0)
        return start, last + 1
    return fenced_speaker(unit, last, depth) or main_subject(unit, verb, depth)


def fenced_speaker(unit: Unit, comma: int, depth: int) -> Items | None:
    """Who reports in "…, X said," right before the comma."""
    if comma < 2 or unit.low[comma] != "," or unit.tag[comma - 1] not in ("VBD", "VBZ") or depth > 2:
        return None
    found = subject(unit, comma - 1, depth + 1)
    return found if found and found[0] and unit.low[found[0] - 1] == "," else None


@remembered
def main_subject(unit: Unit, verb: int, depth: int) -> Items | None:
    """The subject of the clause that a participle or adjunct at ``verb`` belongs to."""
    found = first_finite_subject(unit, max(0, verb - REACH), verb, depth)
    if found:
        return found
    found = first_finite_subject(unit, verb + 1, min(len(unit), verb + REACH), depth, after_comma=True)
    end = min(len(unit), verb + REACH)
    if found is None and verb < 3 and not any(unit.low[k] == "," for k in range(verb, end)):
        found = first_finite_subject(unit, verb + 1, end, depth)
    return found


def first_finite_subject(unit: Unit, first: int, end: int, depth: int, after_comma: bool = False) -> Items | None:
    """The subject of the first finite verb among the items that heads no relative or subordinate clause."""
    comma = not after_comma
    for k in range(first, end):
        if unit.low[k] == ",":
            comma = True
        if not comma or unit.tag[k] not in VERBS or not is_finite(unit, k):
            continue
        if unit.tag[k + 1 : k + 2] and unit.tag[k + 1] in VERBS and unit.low[k] in AUXILIARIES:
            continue
        found = subject(unit, k, depth + 1) if depth < 3 else None
        if found is None:
            found = inverted(unit, k)
        if (
            found
            and unit.low[found[0]] not in ("who", "which", "that", "there", "what")
            and not subordinate(unit, found[0])
        ):
            return found
    return None


def subordinate(unit: Unit, start: int) -> bool:
    """Whether the clause whose subject starts at ``start`` hangs on a conjunction ("as both capitals prepared")."""
    before = start - 1
    return before >= 0 and unit.low[before] in word_set("syntax", "subordinators")


@remembered
def shared_subject(unit: Unit, joint: int, depth: int) -> Items | None:
    """The subject of a verb after "and" or "but": that of the clause before."""
    if depth > 3:
        return None
    k = joint - 1
    while k >= max(0, joint - REACH) and unit.low[k] not in (";",):
        if unit.tag[k] in VERBS and is_finite(unit, k) and not is_auxiliary(unit, k):
            found = subject(unit, k, depth + 1) or inverted(unit, k)
            if found and not subordinate(unit, found[0]) and not embedded(unit, found[0], unit.tag[k] == "VBZ"):
                return found
        k -= 1
    return None


def embedded(unit: Unit, start: int, present: bool) -> bool:
    """Whether the clause whose subject starts at ``start`` is what a verb reports, or describes a thing.

    ``present``: its verb is in the present tense, as that of a description ("the oil that funds …") often is.
    """
    if unit.low[start] == "that" or (unit.low[start] == "which" and present):
        return True
    return start > 0 and (unit.tag[start - 1] in VERBS | {"WP", "WDT", "IN"} or unit.low[start - 1] == "that")


def apposed_subject(unit: Unit, comma: int) -> Items | None:
    """The subject of a verb that follows a comma: a noun phrase with what stands between commas after it."""
    k = comma - 1
    nearest: Items | None = None
    for _ in range(MOST_COMMAS):
        while k >= 0 and unit.low[k] != ",":
            if unit.tag[k] == QUOTE or unit.low[k] in (";", ":"):
                return nearest
            k -= 1
        if k <= 0:
            break
        if unit.tag[k - 1] in HEADS - {"VBN", "VBG"}:
            start = phrase_start(unit, k - 1, 0)
            if start < k and unit.tag[k - 1] not in ("CD",):
                found = (start, end_of_apposition(unit, k, comma))
                nearest = nearest or found
                if (
                    start == 0
                    or unit.low[start - 1] in FENCES
                    or unit.tag[start - 1] in ("CC", QUOTE, "WRB")
                    or unit.low[start - 1] in word_set("syntax", "subordinators")
                ):
                    if start == 0 or unit.low[start - 1] != ",":
                        return found
                    nearest = found
        k -= 1
    return nearest


def end_of_apposition(unit: Unit, opening: int, closing: int) -> int:
    """Where a subject ends that the commas at ``opening`` and ``closing`` follow.

    An apposition is part of it, and so is a relative clause that says who somebody is; an adverbial, a participle and
    what is told besides of somebody known are not.
    """
    known = is_known(unit, opening)
    for k in range(opening, closing):
        if unit.low[k] != ",":
            continue
        low, tag = unit.low[k + 1], unit.tag[k + 1]
        if low in ("who", "which", "whose") and known:
            return k
        if tag in ("IN", "RB", "TO", "VBG", "VBN", "WRB") and low not in ("of", "including", "then", "now"):
            return k
    return closing


def dashed_subject(unit: Unit, mark: int) -> Items | None:
    """The subject before a stretch between dashes or brackets that closes at ``mark``."""
    opener = "(" if unit.low[mark] == ")" else unit.low[mark]
    k = mark - 1
    while k >= 0 and unit.low[k] != opener:
        k -= 1
    if k <= 0 or unit.tag[k - 1] not in HEADS:
        return None
    start = phrase_start(unit, k - 1, 0)
    return (start, mark + 1) if start < k else None


def inverted(unit: Unit, verb: int) -> Items | None:
    """The subject that follows a verb ("…, said X, the minister of Y"), with its appositions."""
    k = verb + 1
    end = phrase_end(unit, k)
    if not any(
        unit.tag[m] in NOUNS | {"PRP", "WP"} or unit.low[m] in ("one", "another", "both", "many", "some", "several")
        for m in range(k, end)
    ):
        return None
    return k, with_appositions(unit, end)
