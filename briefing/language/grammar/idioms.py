"""Idioms: reports by phrases of several words ("made clear that", "took issue with", "put the toll at 41")."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from briefing.language.grammar.complements import complement, is_that_clause
from briefing.language.grammar.extents import content_end
from briefing.language.grammar.noun_phrases import phrase_start
from briefing.language.grammar.saying import Saying
from briefing.language.grammar.subjects import clause_subject
from briefing.language.grammar.tagsets import NOMINAL, VERBS
from briefing.language.grammar.units import Items, Unit
from briefing.language.lexicon import lexicon, word_set
from briefing.language.numbers import CODES, MONEY_WORDS, SIGNS
from briefing.language.verbs import Verb, verb_forms

HEARING = frozenset(lexicon("idioms")["hearing"]["verbs"])
"""Verbs by which a court is told something."""
FULL = 2
"""At least this many words make a name in full."""

FAR, NEAR = 8, 4
"""Items behind "put" within which "at" stands, and behind "at" within which the number does."""


class Idiom(NamedTuple):
    """What stands before the key of a phrase, each a verb's forms and fixed words; what follows; what it means."""

    before: tuple[tuple[frozenset[str], tuple[str, ...]], ...]
    opens: frozenset[str]
    verb: Verb


@cache
def idioms() -> dict[str, Idiom]:
    """The phrases by their keys."""
    known = lexicon("idioms")
    forms = {lemma: frozenset(shapes) for lemma, shapes in known["forms"].items()}
    return {
        key: Idiom(
            tuple((forms[words.split()[0]], tuple(words.split()[1:])) for words in entry["before"]),
            frozenset(entry["opens"]),
            verb_forms()[entry["verb"]],
        )
        for key, entry in known["keys"].items()
    }


def by_idiom(unit: Unit, k: int) -> Saying | None:
    """What the phrase reports whose key is item ``k``."""
    idiom = idioms().get(unit.low[k])
    if idiom is None or k + 2 >= len(unit) or unit.low[k + 1] not in idiom.opens:
        return None
    verb = next((at for forms, words in idiom.before if (at := verb_before(unit, k, forms, words)) is not None), None)
    speaker = clause_subject(unit, verb) if verb is not None else None
    if verb is None or speaker is None or not somebody(unit, speaker):
        return None
    clause = unit.low[k + 1] == "that"
    short = unit.low[k + 3 : k + 4] in ([], [","], ["."])
    if clause and (short or unit.tag[k + 1] == "DT" or not is_that_clause(unit, k + 1)):
        return None  # "the sky was clear that day"
    start = k + 1 if clause else k + 2
    end = content_end(unit, verb, start, len(unit), "that" if clause else "object")
    return Saying(speaker, (verb, k + 1), ((start, end),), idiom.verb, "idiom") if end > start else None


def verb_before(unit: Unit, k: int, forms: frozenset[str], words: Sequence[str]) -> int | None:
    """The verb of ``forms`` that ``words`` part from item ``k``; adverbs may stand among them."""
    at, wanted = k - 1, list(words)
    while at >= 0:
        if wanted and unit.low[at] == wanted[-1]:
            wanted.pop()
        elif not wanted and unit.low[at] in forms and unit.tag[at] in VERBS:
            return at
        elif unit.tag[at] not in ("RB", "JJ"):
            return None
        at -= 1
    return None


def somebody(unit: Unit, speaker: Items) -> bool:
    """Whether a subject is no "it", "this" or "there", which nobody is ("it was clear that …")."""
    return unit.low[speaker[0]] not in ("it", "this", "that", "there", "what", "which")


def by_hearing(unit: Unit, k: int) -> Saying | None:
    """What the verb at item ``k`` says a court or an inquiry to have been told, by nobody named."""
    known = lexicon("idioms")["hearing"]
    if not k or unit.low[k - 1] not in known["bodies"]:
        return None
    right = complement(unit, k, verb_forms()["say"])
    if right.kind in ("that", "clause") and unit.low[k] not in known["last"]:
        return Saying(None, (k, k + 1), ((right.start, content_end(unit, k, right.start, len(unit))),), None, "hearing")
    comma = phrase_start(unit, k - 1, 0) - 1
    if right.kind or comma < 2 or unit.low[comma] != ",":
        return None
    return Saying(None, (k, k + 1), ((0, comma),), None, "hearing")


def by_stance(unit: Unit, k: int) -> Saying | None:
    """What the noun at item ``k`` is for somebody ("For the mayor, the problem is access")."""
    known = lexicon("idioms")["stance"]
    if unit.low[k] not in known["nouns"] or unit.low[k + 1 : k + 2] not in (["is"], ["was"]):
        return None
    start = phrase_start(unit, k, 0)
    if start < 3 or unit.low[start - 1] != ",":
        return None
    who = unit.low[1 : start - 1]
    person = any(low in word_set("speakers", key) for key in ("roles", "collective") for low in who)
    if not person and sum(tag == "NNP" for tag in unit.tag[1 : start - 1]) < FULL:
        return None
    end = content_end(unit, k, start, len(unit))
    return Saying((1, start - 1), (0, 1), ((start, end),), verb_forms()["say"], "aside") if end > k + 2 else None


def by_need(unit: Unit, k: int) -> Saying | None:
    """What the verb at item ``k`` says somebody to need, where that is a sum of money ("it needs $14 million to …")."""
    known = lexicon("idioms")["needing"]
    if unit.low[k] not in known["verbs"] or k + 2 >= len(unit):
        return None
    start = k + 1
    while start < len(unit) and unit.low[start] in word_set("syntax", "quantifiers") | {"an", "a", "another", "least"}:
        start += 1
    speaker = clause_subject(unit, k)
    if speaker is None or not is_sum(unit, start) or unit.tag[k] not in VERBS:
        return None
    last = speaker[1] - 1
    if unit.low[last] not in known["pronouns"] and unit.tag[last] not in ("NNP", "NNPS"):
        return None
    end = content_end(unit, k, k + 1, len(unit))
    return Saying(speaker, (k, k + 1), ((k + 1, end),), verb_forms()[known["verb"]], "for")


def is_sum(unit: Unit, k: int) -> bool:
    """Whether a sum of money starts at item ``k`` ("$14 million", "14 million euros")."""
    near = "".join(unit.text[k : k + 2])
    return any(sign in near for sign in SIGNS if not sign[-1].isalpha()) or any(
        word in MONEY_WORDS or word.upper() in CODES for word in unit.low[k : k + NEAR]
    )


def by_count(unit: Unit, k: int) -> Saying | None:
    """What the verb at item ``k`` says a number to be ("put the toll at 41")."""
    known = lexicon("idioms")["counting"]
    if unit.low[k] not in known["verbs"] or k + 3 >= len(unit):
        return None
    link = next((m for m in range(k + 2, min(k + FAR, len(unit))) if unit.low[m] == known["link"]), len(unit))
    number = next((m for m in range(link + 1, min(link + NEAR, len(unit))) if unit.tag[m] == "CD"), None)
    speaker = clause_subject(unit, k)
    if number is None or speaker is None or unit.tag[k + 1] not in NOMINAL:
        return None
    last = content_end(unit, k, k + 1, len(unit), "object")
    return Saying(speaker, (k, k + 1), ((k + 1, max(last, number + 1)),), verb_forms()[known["verb"]], "idiom")
