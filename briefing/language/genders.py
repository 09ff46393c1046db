"""Genders: whether "he" or "she" may stand for somebody, as far as the text or a first name tells."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from briefing.language import titles
from briefing.language.lexicon import lexicon
from briefing.language.parties import Party, Register

SHE = frozenset({"she", "her", "herself"})
FOLLOWING = re.compile(r"[^.!?\n“”\"]{0,80}?\b(he|she)\b")
"""A name and, further on in its clause, the pronoun that most often stands for it."""

SURE = 3
"""How many times as often one pronoun must follow a name as the other."""


def may_be(register: Register, party: Party, pronoun: str) -> bool:
    """Whether a pronoun of a person may stand for a party: nothing shows that it cannot."""
    known = gender(register, party)
    return known is None or known == ("she" if pronoun in SHE else "he")


def fits(head: str, pronoun: str) -> bool:
    """Whether a pronoun of a person may stand for somebody called only by an office: not "he" for a mother."""
    told = next((known for known, (words, _) in _lists().items() if head in words), None)
    return told is None or told == ("she" if pronoun in SHE else "he")


def gender(register: Register, party: Party) -> str | None:
    """ "he", "she", or None where neither the party's titles, its first name nor the text tells."""
    if party.gender is None:
        party.gender = told(party) or followed(register, party) or ""
    return party.gender or None


def told(party: Party) -> str | None:
    """What a title or the first name says."""
    titled = {titles.plain(word) for role in party.roles for word in role.split()}
    first = titles.plain(party.name.split()[0]) if " " in party.name else ""
    for pronoun, (words, names) in _lists().items():
        if words & titled or first in names:
            return pronoun
    return None


def followed(register: Register, party: Party) -> str | None:
    """What the pronouns say that follow the party's name in its clause, before anybody else is named."""
    votes: Counter[str] = Counter()
    for k, (_, end, named) in enumerate(register.places):
        if named is party:
            limit = register.places[k + 1][0] if k + 1 < len(register.places) else len(register.text)
            found = FOLLOWING.match(register.text, end, limit)
            votes.update([found[1]] if found else [])
    first, second = (*votes.most_common(2), ("", 0), ("", 0))[:2]
    return first[0] if first[1] > 1 and first[1] >= SURE * second[1] else None


@cache
def _lists() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    known = lexicon("speakers")["genders"]
    return {pronoun: (frozenset(one["words"]), frozenset(one["names"])) for pronoun, one in known.items()}
