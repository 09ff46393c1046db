"""Complements: what stands to the right of a reporting verb."""

from __future__ import annotations

from typing import NamedTuple

from briefing.language.grammar.noun_phrases import phrase_end
from briefing.language.grammar.tagsets import AUXILIARIES, FENCES, FINITE, NOMINAL, NOUNS, QUOTE
from briefing.language.grammar.units import Unit
from briefing.language.grammar.verb_groups import is_withheld
from briefing.language.lexicon import word_set
from briefing.language.verbs import Verb

FAR = 28
"""How many items on the clause may start."""


NEAR = 7
"""How many items may describe somebody before what they are asked to do."""

FATES = (["dead"], ["killed"], ["wounded"], ["injured"], ["captured"], ["missing"])
"""Behind a number these make it what somebody claims to be so ("claims 40 dead")."""

TIMES = frozenset({"on", "in", "last", "late", "early", "this", "earlier"})
"""What may stand before a word of time."""

NO_ADJUNCTS = frozenset({"not", "n't", "so", "as", "about", "yes", "no", "there", "too", "nearly", "almost"})
"""Adverbs that begin what is said ("says too much is made of it")."""

INDEFINITE = frozenset({"anything", "everything", "nothing", "something", "things", "what", "all"})
"""What a clause without a pronoun describes."""

LISTENERS = frozenset({"reporters", "journalists", "lawmakers", "mps", "parliament"})
"""Who is told a number right behind them ("told reporters two ships had sunk")."""

PLACE = 14
"""How many items may say where or how something is said, before "that"."""


class Complement(NamedTuple):
    """What follows a verb: its kind, and the item where it starts.

    The kind is "quote", "colon", "that", "clause", "question", "infinitive", "object", "gerund", a preposition, "thing"
    for what is no content, or "" for nothing.
    """

    kind: str
    start: int


def complement(unit: Unit, at: int, verb: Verb) -> Complement:
    """What follows the verb at item ``at``."""
    near = after_adverbs(unit, at + 1)
    first = kind_at(unit, near, verb)
    if (first in ("object", "clause") and is_handled(unit, near, verb, first)) or is_describing(unit, at):
        return Complement("thing", near)
    if first == "clause" and unit.tag[near] == "IN":
        near = place_over(unit, near)
    elif first in ("clause", "object") and verb.addressee and verb.clause:
        told = behind_told(unit, near)
        first, near = ("clause", told) if told else (first, near)
    if first == "" and verb.clause and unit.low[near : near + 1] == [","]:
        after = place_over(unit, near)
        first, near = ("that", after) if after != near else (first, near)
    if first == "" and unit.low[near : near + 1] == ["when"] and verb.clause and is_withheld(unit, at):
        return Complement("question", near)  # "have not said when they would vote"
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
        about = first in verb.prepositions and later not in ("quote", "colon", "that")
        if about or (later == "" and first == "object" and verb.object and verb.lemma != "tell"):
            return Complement(first, near)
        if later in ("quote", "colon", "that", "question", "clause", "infinitive", ""):
            return Complement(later, k)
        if later == "object" and verb.object and first == "with":
            return Complement(later, k)  # "announces with regret the death of …"
    return Complement(first, near)


def is_handled(unit: Unit, k: int, verb: Verb, kind: str) -> bool:
    """Whether something is done to the number or the thing at item ``k`` ("admitted 54", "attacked the school").

    What looks like a clause is none where a participle stands before the noun ("admitted 54 wounded men").
    """
    if verb.lemma not in word_set("syntax", "handling"):
        return False
    while unit.low[k : k + 1] and (unit.low[k] in word_set("syntax", "quantifiers") or unit.low[k] in ("least", "to")):
        k += 1
    if kind == "clause":
        return unit.tag[k : k + 3] in (["CD", "VBD", "NNS"], ["CD", "VBN", "NNS"])
    if unit.tag[k : k + 1] == ["CD"]:
        return unit.low[k + 1 : k + 2] not in FATES
    end = next((m for m in range(k, len(unit)) if unit.tag[m] not in NOMINAL), len(unit))
    return end > k and unit.low[end - 1] in word_set("syntax", "things")


def is_describing(unit: Unit, k: int) -> bool:
    """Whether the verb at item ``k`` is a participle that describes the noun behind it ("the reporting period")."""
    return unit.tag[k] == "VBG" and unit.tag[max(0, k - 1)] == "DT" and unit.tag[k + 1 : k + 2] in (["NN"], ["NNS"])


def place_over(unit: Unit, k: int) -> int:
    """Where "that" stands after an aside ("said in Aru, Lorania, that …", "said, twice, that …"), else ``k``."""
    for m in range(k, min(k + PLACE, len(unit) - 1)):
        if unit.tag[m] in FINITE or unit.tag[m] == QUOTE:
            return k
        if unit.low[m] == "," and unit.low[m + 1] == "that" and unit.tag[m + 1] != "DT":
            return m + 1
    return k


def behind_told(unit: Unit, k: int) -> int | None:
    """Where a clause without "that" starts behind whom it is told to ("told the court she had …"), if it does."""
    for m in range(k + 1, min(phrase_end(unit, k) + 1, k + NEAR, len(unit) - 1)):
        if unit.low[m - 1] in INDEFINITE:
            return None  # "told him everything she knew"
        anew = unit.tag[m] == "PRP" and unit.tag[m - 1] in NOUNS
        counted = unit.tag[m] == "CD" and unit.low[m - 1] in LISTENERS
        if (anew or counted or opens_phrase(unit, m)) and unit.low[m] not in ("this", "that"):
            end = m + 1 if anew else phrase_end(unit, m)
            finite = end < len(unit) and (unit.tag[end] in FINITE or unit.low[end] in AUXILIARIES)
            return m if finite else None
    return None


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
    days = word_set("syntax", "days")
    while k < len(unit):
        low, after = unit.low[k], unit.low[k + 1] if k + 1 < len(unit) else ""
        adverb = unit.tag[k] == "RB" and low not in NO_ADJUNCTS
        if adverb or low in ("out", "back") or (low in days and after != "'s"):
            k += 1
        elif after in days and (low in TIMES or (low == "that" and not is_that_clause(unit, k))):
            k += 1
            while k < len(unit) and (unit.low[k] in days or unit.tag[k] == "CD"):
                k += 1
        else:
            break
    return k


def is_that_clause(unit: Unit, k: int) -> bool:
    """Whether "that" at item ``k`` opens a clause and points at no day ("that night"): a day with a name is its own."""
    if k + 1 == len(unit) or unit.text[k + 1][0].isupper():
        return True
    return unit.low[k + 1] not in word_set("syntax", "days")


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
                k = next((m for m in range(k + 2, end) if opens_phrase(unit, m)), end)
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


def opens_phrase(unit: Unit, k: int) -> bool:
    """Whether another noun phrase starts at item ``k``, right behind a noun ("with regret the death of …")."""
    return unit.tag[k] == "DT" and unit.tag[k - 1] in ("NN", "NNS")


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
    if low in (".", ";", "?", "!", "(", ")", "—", "–", "--", "..."):
        return ""
    if low == "that" and tag != "DT":
        return "that" if is_that_clause(unit, k) else ""
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
    if low in ("neither", "either", "both") and verb.clause and finite_before_fence(unit, k):
        return "clause"
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
