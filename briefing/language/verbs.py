"""Reporting verbs: what the lexicon knows of a verb, by any of its forms."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from briefing.language.lexicon import lexicon

GROUPS = ("speech", "clause", "object", "infinitive", "addressee", "inverting", "of_things")
VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb and what may follow it; ``force`` is what the briefing calls the act, None where it is no speech.

    ``framed`` holds the complements that the force is bound to, if it is to any.
    """

    lemma: str
    speech: bool = False
    clause: bool = False
    object: bool = False
    infinitive: bool = False
    addressee: bool = False
    prepositions: frozenset[str] = frozenset()
    force: str | None = None
    past: frozenset[str] = frozenset()
    irregular: bool = False
    inverting: bool = False
    of_things: bool = False
    framed: frozenset[str] = frozenset()

    def force_in(self, frame: str) -> str | None:
        """What the briefing calls the act with what follows the verb: "called for …" urges, "called it …" only says."""
        return "said" if self.force and self.framed and frame not in self.framed else self.force


def forms(lemma: str) -> Iterator[str]:
    """All forms of a regular verb."""
    yield lemma
    if lemma.endswith(("s", "sh", "ch", "x", "z")):
        yield lemma + "es"
    elif lemma.endswith("y") and lemma[-2] not in VOWELS:
        yield lemma[:-1] + "ies"
    else:
        yield lemma + "s"
    if lemma.endswith("e"):
        yield lemma + "d"
        yield lemma[:-1] + "ing" if not lemma.endswith("ee") else lemma + "ing"
    elif lemma.endswith("y") and lemma[-2] not in VOWELS:
        yield lemma[:-1] + "ied"
        yield lemma + "ing"
    else:
        yield lemma + "ed"
        yield lemma + "ing"


@cache
def verb_forms() -> dict[str, Verb]:
    """Every form of every verb of the lexicon."""
    known = lexicon("verbs")
    sets = {key: frozenset(known[key]) for key in GROUPS}
    prepositions = known["prepositions"]
    forces = {lemma: force for force, lemmas in known["forces"].items() for lemma in lemmas}
    lemmas = frozenset().union(*sets.values()) | prepositions.keys()
    out: dict[str, Verb] = {}
    for lemma in sorted(lemmas):
        has = {key: lemma in members for key, members in sets.items()}
        force = forces.get(lemma, "said") if has["speech"] else None
        listed = known["irregular"].get(lemma)
        shapes = (lemma, *listed) if listed else tuple(forms(lemma))
        past = frozenset(listed[1:3] if listed else [form for form in shapes if form.endswith("ed")])
        strong = bool(listed) and not any(form.endswith("ed") for form in past)
        follows = frozenset(prepositions.get(lemma, ()))
        framed = frozenset(known["framed"].get(lemma, ()))
        verb = Verb(lemma, **has, prepositions=follows, force=force, past=past, irregular=strong, framed=framed)
        for form in shapes:
            out.setdefault(form, verb)
    return out
