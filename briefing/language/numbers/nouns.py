"""Nouns that numbers count: people, households, events or things, in the singular and the plural."""

from __future__ import annotations

from functools import cache

from briefing.language.lexicon import lexicon
from briefing.language.numbers.lines import Line

_COUNTED = lexicon("counted")
_PEOPLE = frozenset(_COUNTED["people"]["nouns"])
_PEOPLE_ENDINGS = tuple(_COUNTED["people"]["endings"])
_NOT_PEOPLE = frozenset(_COUNTED["people"]["not_people"])
ADJECTIVES = frozenset(_COUNTED["people"]["adjectives"])
TOLLS = frozenset(_COUNTED["people"]["tolls"])
_HOUSEHOLDS = {form: unit for unit, forms in _COUNTED["households"].items() for form in forms}
_EVENTS = frozenset(_COUNTED["events"]["nouns"])
IRREGULAR = frozenset(_COUNTED["plurals"]["irregular"])
ATTRIBUTIVE = frozenset(_COUNTED["plurals"]["attributive"])
_LIKE_SINGULAR = frozenset(_COUNTED["plurals"]["like_singular"])
_NO_PLURAL = frozenset(_COUNTED["plurals"]["no_plural"])
STOPS = frozenset(_COUNTED["stops"]["words"])
SKIPPED = frozenset(_COUNTED["stops"]["skipped"])
PREDICATES = frozenset(_COUNTED["predicates"]["words"])
HARM = frozenset(_COUNTED["predicates"]["harm"])
HAPPENED = PREDICATES | ADJECTIVES
"""Words for what happened to what is counted."""
DETERMINERS = frozenset(_COUNTED["stops"]["determiners"])
ORDERING = frozenset(_COUNTED["stops"]["ordering"])
DEGREES = frozenset(_COUNTED["stops"]["degrees"])
TOTALS = frozenset(_COUNTED["totals"]["words"])
_IRREGULAR_SINGULARS = {
    "people": "person", "children": "child", "men": "man", "women": "woman", "lives": "life", "wives": "wife",
    "feet": "foot", "knives": "knife", "families": "family", "bodies": "body",
}  # fmt: skip


@cache
def singular(noun: str) -> str:
    """The singular of a noun in lower case, as far as its ending tells."""
    if noun in _IRREGULAR_SINGULARS:
        return _IRREGULAR_SINGULARS[noun]
    if noun.endswith("men") and len(noun) > 4:
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "ches", "shes", "xes", "uses")):
        return noun[:-2]
    return noun[:-1] if is_plural(noun) and noun.endswith("s") else noun


def plural(noun: str) -> str:
    """The plural of a noun in lower case, as far as its ending tells; "items" for a mere letter."""
    if len(noun) < 2:
        return "items"
    for many, one in _IRREGULAR_SINGULARS.items():
        if noun == one:
            return many
    if is_plural(noun):
        return noun
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def is_plural(noun: str) -> bool:
    """Whether a word in lower case looks like a plural noun."""
    if noun in IRREGULAR:
        return True
    if noun.endswith(("us", "is")):
        return noun in _LIKE_SINGULAR
    return len(noun) > 2 and noun[-1] == "s" and not noun.endswith(("ss", "ous", "'s", "’s")) and noun not in _NO_PLURAL


@cache
def is_person(noun: str) -> bool:
    """Whether a noun in lower case names human beings."""
    last = noun.replace("‑", "-").rpartition("-")[2]
    if noun in _PEOPLE or last in _PEOPLE or singular(last) in _PEOPLE:
        return True
    return last.endswith(_PEOPLE_ENDINGS) and last not in _NOT_PEOPLE and len(last) > 4


def is_demonym(written: str) -> bool:
    """Whether a word as written names people by where they are from ("Eritreans", "Pakistanis")."""
    return written[:1].isupper() and written.endswith(("ans", "nis", "bis", "qis", "zis", "shis", "mis", "ese", "lis"))


@cache
def classified(noun: str) -> tuple[str, str] | None:
    """Unit and kind of a known noun in lower case; None where it is not known."""
    one = singular(noun)
    if one in _HOUSEHOLDS or noun in _HOUSEHOLDS:
        return _HOUSEHOLDS.get(one) or _HOUSEHOLDS[noun], "households"
    if is_person(noun):
        return "people", "people"
    last = one.rpartition("-")[2]
    if one in _EVENTS or last in _EVENTS:
        return plural(one), "events"
    return None


def counts(line: Line, i: int) -> bool:
    """Whether a word that may be counted stands right behind token ``i``."""
    word = line.word(i + 1)
    return len(word) > 2 and word[0].isalpha() and word not in STOPS
