"""Cues: where a unit reports, and what stands to the right of a reporting verb."""

from __future__ import annotations

from typing import NamedTuple

from briefing.language.clauses import (
    AUXILIARIES,
    FENCES,
    FINITE,
    NOMINAL,
    phrase_end,
)
from briefing.language.lexicon import word_set
from briefing.language.units import QUOTE, Unit
from briefing.language.verbs import Verb, verb_forms

FAR = 28
"""How many items on the clause may start."""

NEAR = 7
"""How many items may describe somebody before what they are asked to do."""

SHORT_KINDS = frozenset({"object", "gerund"})
"""Complements that are phrases, and end where the phrase does."""


class Complement(NamedTuple):
    """What follows a verb: its kind, and the item where it starts.

    The kind is "quote", "colon", "that", "clause", "question", "infinitive", "object", "gerund", a preposition, or ""
    for nothing.
    """

    kind: str
    start: int


def complement(unit: Unit, at: int, verb: Verb) -> Complement:
    """What follows the verb at item ``at``."""
    near = after_adverbs(unit, at + 1)
    first = kind_at(unit, near, verb)
    if first in ("quote", "colon", "that", "question", "clause", "infinitive"):
        return Complement(first, near)
    if verb.addressee and verb.clause:
        far = far_clause(unit, near)
        if far:
            return far
    if verb.infinitive and first in ("object", "on", "for", "to"):
        whom = asked_of(unit, near)
        if whom is not None:
            return Complement("infinitive", whom)
    k = after_adjuncts(unit, near, verb)
    if k != near:
        later = kind_at(unit, k, verb)
        if later in ("quote", "colon", "that", "question", "clause", "infinitive", ""):
            return Complement(later, k)
    return Complement(first, near)


def asked_of(unit: Unit, k: int) -> int | None:
    """Where "Y to leave" starts in "urged Y to leave", with or without a preposition before Y."""
    start = k + (unit.tag[k] == "IN")
    end = phrase_end(unit, start)
    if end == start:
        return None
    for m in range(end, min(end + NEAR, len(unit) - 1)):
        if unit.tag[m] == "TO":
            return end if unit.tag[start] == "PRP" else start
        if unit.tag[m] in FINITE or unit.tag[m] == QUOTE or unit.low[m] in FENCES or unit.low[m] == "that":
            return None
    return None


def far_clause(unit: Unit, k: int) -> Complement | None:
    """ "that" or a question word after a long description of who is told, before any verb."""
    for m in range(k, min(k + FAR, len(unit))):
        low, tag = unit.low[m], unit.tag[m]
        if tag in FINITE or tag == QUOTE or low in ("who", "which", ":", ";"):
            return None
        if low == "that" and tag == "IN":
            return Complement("that", m)
        if low in ("whether", "why", "how", "what", "if") and m > k:
            return Complement("question", m)
    return None


def after_adverbs(unit: Unit, k: int) -> int:
    """The first item from ``k`` on that is no adverb or word of time."""
    while k < len(unit):
        low, tag = unit.low[k], unit.tag[k]
        after = unit.low[k + 1] if k + 1 < len(unit) else ""
        if (
            (tag == "RB" and low not in ("not", "n't", "so", "as", "about", "yes", "no", "there"))
            or low
            in (
                "out",
                "back",
            )
            or (low in word_set("syntax", "days") and after != "'s")
        ):
            k += 1
        elif low in ("on", "in", "last", "late", "early", "this", "that", "earlier") and after in word_set(
            "syntax", "days"
        ):
            k += 1
            while k < len(unit) and (unit.low[k] in word_set("syntax", "days") or unit.tag[k] == "CD"):
                k += 1
        else:
            break
    return k


def after_adjuncts(unit: Unit, k: int, verb: Verb) -> int:
    """The first item after an occasion ("in a statement"), a person spoken to or a time."""
    for _ in range(5):
        begin = k
        if k >= len(unit):
            break
        low, tag = unit.low[k], unit.tag[k]
        if low in word_set("syntax", "adjunct_prepositions"):
            end = phrase_end(unit, k + 1)
            if end > k + 1:
                k = end
        elif verb.addressee and tag in NOMINAL and begin == k:
            end = min(phrase_end(unit, k), len(unit))
            if tag == "PRP":
                end = k + 1
            k = end
        k = after_adverbs(unit, k)
        if k < len(unit) and unit.low[k] == "," and k + 1 < len(unit) and unit.low[k + 1] == "that":
            k += 1
        if k == begin:
            break
    return k


def kind_at(unit: Unit, k: int, verb: Verb) -> str:
    """What starts at item ``k``."""
    if k >= len(unit):
        return ""
    low, tag = unit.low[k], unit.tag[k]
    after = unit.tag[k + 1] if k + 1 < len(unit) else ""
    if tag == QUOTE:
        return "quote"
    if low in (",", ":"):
        if after == QUOTE:
            return "quote"
        if low == "," and k + 1 < len(unit) and unit.low[k + 1] == "that" and verb.clause:
            return "that"
        return "colon" if low == ":" and after else ""
    if low in (".", ";", "?", "!", ")", "—", "–", "--", "..."):
        return ""
    if low == "that" and tag != "DT":
        return "" if k + 1 < len(unit) and unit.low[k + 1] in word_set("syntax", "days") else "that"
    if low in ("whether", "how", "what", "why", "if", "who", "which", "where", "when") and verb.clause:
        return "question" if low != "when" else ""
    if tag == "TO":
        return "infinitive" if after in ("VB", "RB") or after not in NOMINAL else "to"
    if tag == "IN" and low != "that":
        return clause_or(unit, k, low, verb)
    if tag == "VBG":
        return clause_or(unit, k, "gerund", verb)
    if tag in NOMINAL or tag in ("EX", "WP", "JJ", "VBN", "RB", "WRB"):
        return clause_or(unit, k, "object", verb)
    if tag in ("VBD", "VBZ", "VBP", "MD", "CC"):
        return ""
    return "object"


def clause_or(unit: Unit, k: int, other: str, verb: Verb) -> str:
    """ "clause" where a verb that takes one is followed by subject and finite verb, else ``other``."""
    if not verb.clause:
        return other
    if unit.tag[k] == "IN":
        if unit.low[k] in ("of", "to", "about"):
            return other
        comma = next((m for m in range(k, min(k + 14, len(unit))) if unit.low[m] == ","), None)
        return "clause" if comma and finite_before_fence(unit, comma + 1) else other
    end = phrase_end(unit, k)
    if unit.tag[k] == "VBG" and end == k:
        return "clause" if finite_before_fence(unit, k + 1) else other
    m = end
    while m < len(unit) and (unit.tag[m] == "RB"):
        m += 1
    if m < len(unit) and (unit.tag[m] in FINITE or unit.low[m] in AUXILIARIES):
        return "clause"
    if verb.lemma in ("say", "add", "claim", "insist", "argue", "think", "believe", "hope") and finite_before_fence(
        unit, k
    ):
        return "clause"
    if m < len(unit) and unit.low[m] in (",", "who", "which", "—", "(") and other == "object":
        return "clause" if finite_after_aside(unit, m) else other
    return other


def finite_before_fence(unit: Unit, k: int) -> bool:
    """Whether a finite verb comes before the sentence ends."""
    while k < len(unit) and unit.low[k] not in (".", ";", ":") and unit.tag[k] != QUOTE:
        if unit.tag[k] in FINITE:
            return True
        k += 1
    return False


def finite_after_aside(unit: Unit, k: int) -> bool:
    """Whether the stretch between commas at ``k`` is followed at once by a finite verb."""
    closing = next((m for m in range(k + 1, min(k + 25, len(unit))) if unit.low[m] in (",", "—", ")")), None)
    return bool(closing and closing + 1 < len(unit) and unit.tag[closing + 1] in FINITE)


def content_end(unit: Unit, cue: int, start: int, limit: int, kind: str = "clause") -> int:
    """Where what the cue at item ``cue`` reports, from item ``start`` on, ends.

    The next report, a reporter's aside, the main clause after a fronted one, or ``limit`` ends it.
    """
    k = start
    deep = 0
    fronted = is_fronted(unit, cue)
    verb = verb_forms().get(unit.low[cue])
    short = kind in SHORT_KINDS and not (verb and verb.speech)
    while k < limit:
        low = unit.low[k]
        if low == "(":
            deep += 1
        elif low == ")":
            if deep == 0:
                break
            deep -= 1
        elif k > start and not deep and not (unit.woven[k] and k + 1 < limit and unit.woven[k + 1]):
            if low in ("—", "--", "–", "-") and k + 1 < limit and dash_ends(unit, k, limit):
                break
            if low == ";" or (low == "," and comma_ends(unit, cue, k, limit, kind, fronted)):
                break
            if low in ("and", "but", "while") and joint_ends(unit, cue, k, limit, kind):
                break
            if unit.tag[k] == QUOTE and k > start + 1 and unit.low[k - 1] in (",", ":"):
                break
            if short and phrase_over(unit, k, limit):
                break
        k += 1
    while k > start and unit.low[k - 1] in (".", ",", ":", ";", "—"):
        k -= 1
    return k


def dash_ends(unit: Unit, k: int, limit: int) -> bool:
    """Whether the dash at ``k`` opens a participle of the same speaker or somebody else's report."""
    verb = verb_forms().get(unit.low[k + 1])
    return bool(unit.tag[k + 1] == "VBG" and verb and verb.speech) or new_report(unit, k + 1, limit)


def phrase_over(unit: Unit, k: int, limit: int) -> bool:
    """Whether what is praised, rejected or wanted ends before item ``k``: at a comma, a time or an adverbial clause."""
    low = unit.low[k]
    after = unit.low[k + 1] if k + 1 < limit else ""
    if low == ",":
        return not (unit.tag[k - 1] in ("JJ", "NNP", "NNPS") and unit.tag[k + 1 : k + 2] in (["JJ"], ["NNP"]))
    if low in (
        "after",
        "before",
        "when",
        "because",
        "since",
        "until",
        "although",
        "though",
        "if",
        "but",
        "—",
        "--",
        "–",
        "following",
        "during",
        "despite",
    ):
        return True
    if low in ("as", "while") and clause_starts(unit, k + 1, limit):
        return True
    if low in word_set("syntax", "days") and after != "'s":
        return True
    return low in ("on", "in", "last", "this", "earlier", "late") and after in word_set("syntax", "days")


def is_fronted(unit: Unit, cue: int) -> bool:
    """Whether the cue stands in a clause or participle phrase before the main clause ("While X said …, Y did …")."""
    if unit.low[cue] == "according":
        return False
    if unit.low[0] in word_set("syntax", "subordinators") or unit.tag[0] in ("VBG", "VBN"):
        return not any(unit.low[m] == "," and clause_starts(unit, m + 1, cue) for m in range(1, cue))
    return unit.tag[cue] == "VBG" and cue < 6 and not any(unit.tag[m] in FINITE for m in range(cue))


def clause_starts(unit: Unit, k: int, limit: int) -> bool:
    """Whether a subject and its finite verb start at item ``k``."""
    while k < limit and unit.tag[k] == "RB":
        k += 1
    end = phrase_end(unit, k)
    while end < limit and unit.tag[end] == "RB":
        end += 1
    return k < end < limit and (unit.tag[end] in FINITE or unit.low[end] in AUXILIARIES)


def comma_ends(unit: Unit, cue: int, k: int, limit: int, kind: str, fronted: bool) -> bool:
    """Whether the comma at ``k`` parts what is said from another report, an aside or the main clause."""
    m = k + 1
    while m < limit and unit.tag[m] == "RB":
        m += 1
    if m >= limit:
        return False
    low, tag = unit.low[m], unit.tag[m]
    verb = verb_forms().get(low)
    if fronted and clause_starts(unit, m, limit):
        return True
    if tag == "VBG" and verb and verb.speech:
        return True
    if low in ("according", "though", "although"):
        return True
    if low in ("who", "which", "whose"):
        return not resumes(unit, m, limit)
    if low == "and" and m + 1 < limit and unit.tag[m + 1] in ("VBD", "VBZ") and unit.tag[m + 1] == unit.tag[cue]:
        return True
    if low in ("and", "but", "while"):
        return joint_ends(unit, cue, m, limit, kind) or new_report(unit, m + 1, limit)
    if tag in ("VBD", "VBZ") and tag == unit.tag[cue]:
        return kind in ("object", "infinitive", "gerund") or any(t in FINITE for t in unit.tag[cue + 1 : k])
    return kind in ("object", "infinitive", "gerund") and clause_starts(unit, m, limit)


def resumes(unit: Unit, k: int, limit: int) -> bool:
    """Whether a finite verb follows the comma that closes the aside at item ``k``."""
    comma = next((m for m in range(k, limit - 1) if unit.low[m] == ","), None)
    return comma is not None and main_verb(unit, comma + 1)


def main_verb(unit: Unit, k: int) -> bool:
    """Whether a finite verb, after adverbs, starts at item ``k``."""
    while k < len(unit) and unit.tag[k] == "RB":
        k += 1
    return k < len(unit) and (unit.tag[k] in FINITE or unit.low[k] in AUXILIARIES)


def joint_ends(unit: Unit, cue: int, joint: int, limit: int, kind: str) -> bool:
    """Whether "and" or "but" is followed by another verb of the same subject."""
    m = joint + 1
    while m < limit and unit.tag[m] == "RB":
        m += 1
    if m >= limit:
        return False
    verb = verb_forms().get(unit.low[m])
    if unit.low[joint] == "while":
        return kind in ("object", "infinitive", "gerund") or bool(verb and verb.speech)
    if unit.tag[m] not in ("VBD", "VBZ", "VBG", "VBP"):
        return False
    if verb and verb.speech:
        return True
    return unit.tag[m] == unit.tag[cue] != "VBG" and kind in ("object", "infinitive", "gerund")


def new_report(unit: Unit, k: int, limit: int) -> bool:
    """Whether a new clause that starts at ``k`` reports somebody else: its first finite verb is one of speech."""
    while (k < limit and unit.tag[k] in ("RB", "RBR", "JJR")) or (k < limit and unit.low[k] == "than"):
        k += 1
    end = phrase_end(unit, k)
    while end < limit and unit.tag[end] == "RB":
        end += 1
    if not k < end < limit:
        return False
    verb = verb_forms().get(unit.low[end])
    return bool(verb and verb.speech and unit.tag[end] in ("VBD", "VBZ", "VBP"))
