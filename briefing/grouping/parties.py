"""One party under several names: a surname for the full name, an acronym for the words it stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from briefing.grouping.relays import named
from briefing.grouping.rules import rules
from briefing.grouping.words import name_links
from briefing.language.parties import party_id
from briefing.model.claim import Extraction

NAME = re.compile(r"[^\W_]+(?:[-‑’'.][^\W_]+)*")
ACRONYM = re.compile(r"(?=(?:.*[A-ZÀ-Þ]){2})[A-Za-zÀ-ÿ]{2,10}", re.DOTALL)
BRACKETS = re.compile(r"\([^()]{0,80}\)")
SMALL_WORD = 3
"""Letters up to which a lower-case word may be part of a name ("of", "and", "al")."""
LINKS = name_links("en")
PLACED = frozenset({"of", "for", "in"})
"""What stands between a body's name and its place."""
ARTICLES = frozenset({"the", "a", "an"})


@dataclass(frozen=True, slots=True)
class Parties:
    """Which ids are one party: ``fuller`` leads from an id to the fullest name's, ``names`` from a name to its id."""

    fuller: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def of(self, party: str | None) -> str | None:
        """The id that stands for a party across sources."""
        return self.fuller.get(party, party) if party else None

    def named(self, name: str | None) -> str | None:
        """The id of the party that a name means; None where no speaker has that name."""
        return self.of(self.names.get(plain(name)) or self.names.get(plain(proper(name)))) if name else None


def parties(extractions: Iterable[Extraction], publishers: Iterable[str] = ()) -> Parties:
    """The parties of all sources: those that speak, that are said to give a figure, and bodies that publish.

    A short name that fits two parties stays a party of its own.
    """
    names: dict[str, set[str]] = {}
    givers: set[str] = set()
    for extraction in extractions:
        for claim in extraction.claims:
            at = claim.attribution
            if at.kind == "named" and at.party and at.speaker and not is_bare(at.speaker):
                names.setdefault(at.party, set()).add(at.speaker)
            givers |= {n for figure in claim.figures if (n := proper(named(figure.said_by or ""))) and not is_bare(n)}
    givers |= {name for name in publishers if _is_body(name) or undotted(name) in _aliases()}
    known = {plain(name) for spoken in names.values() for name in spoken}
    for giver in givers:
        if plain(giver) not in known:
            names.setdefault(party_id(plain(giver)), set()).add(giver)
    fuller = _fuller({party: max(known, key=lambda name: (_size(name), name)) for party, known in names.items()})
    ids = {plain(name): party for party in sorted(names, reverse=True) for name in names[party]}
    return Parties(fuller, ids)


@dataclass(frozen=True, slots=True)
class Umbrellas:
    """Bodies that speak for others: ``house`` leads from a party to its umbrella, ``heads`` are those."""

    house: Mapping[str, str] = field(default_factory=dict)
    heads: frozenset[str] = frozenset()


def umbrellas(known: Parties) -> Umbrellas:
    """The umbrellas of the rules, by the ids that their names have here."""
    house: dict[str, str] = {}
    heads: set[str] = set()
    for table in rules("origins")["umbrellas"]:
        names, members = ([known.named(name) or party_id(name) for name in table[key]] for key in ("names", "members"))
        house.update(dict.fromkeys((*names, *members), names[0]))
        heads |= set(names)
    return Umbrellas(house, frozenset(heads))


def plain(name: str | None) -> str:
    """A name in lower case without article and brackets, its words parted by single spaces."""
    words = NAME.findall(BRACKETS.sub(" ", name or "").lower())
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)


def is_bare(name: str | None) -> bool:
    """Whether a name is a common noun for a body or an office alone ("the ministry"): it tells nobody from another."""
    return plain(name) in rules("origins")["bodies"]["nouns"]


def proper(name: str | None) -> str | None:
    """The proper name at the end of ``name`` ("police spokesman Idris Kole"); None where it is no name of anyone.

    "Nepal authorities" and "officials in Bel" name nobody: a longer word in lower case follows or stands alone.
    """
    words = BRACKETS.sub(" ", name or "").split()
    first = next((at for at, word in enumerate(words) if word[0].isupper()), len(words))
    rest = words[first:]
    lower = [word for word in rest if len(word) > SMALL_WORD and not word[0].isupper()]
    return " ".join(rest) if rest and not lower else None


def _is_body(name: str) -> bool:
    """Whether a name says that it is a body's ("Regional Health Office of Aru")."""
    return not is_bare(name) and not _nouns().isdisjoint(plain(name).split())


@cache
def _nouns() -> frozenset[str]:
    return frozenset(rules("origins")["bodies"]["nouns"])


@cache
def _aliases() -> Mapping[str, str]:
    """From each name of a body that has several to one of them."""
    table: Sequence[Mapping[str, Sequence[str]]] = rules("origins")["aliases"]
    return {undotted(name): undotted(each["names"][0]) for each in table for name in each["names"]}


def undotted(name: str) -> str:
    """A name in lower case without article and brackets, and without the full stops of an acronym."""
    return plain(name).replace(".", "")


def _size(name: str) -> tuple[int, int]:
    return len(NAME.findall(name)), len(name)


def _fuller(names: Mapping[str, str]) -> dict[str, str]:
    """From each party id to the id of the same party's fullest name, where that is another."""
    found: dict[str, str] = {}
    by_key: dict[str, list[str]] = {}
    for party in sorted(names, key=lambda party: (*_size(names[party]), names[party], party), reverse=True):
        name = names[party]
        known = {found.get(other, other) for other in by_key.get(_last(name), []) if is_short_for(name, names[other])}
        known |= {found.get(other, other) for key in _same(name) for other in by_key.get(key, [])}
        known |= {found.get(o, o) for o in by_key.get(_first(name), []) if is_head_of(name, names[o])}
        if ACRONYM.fullmatch(name):
            known |= {
                found.get(other, other) for other in by_key.get(f"#{name[0].lower()}", []) if spells(name, names[other])
            }
        if len(known) == 1:
            found[party] = known.pop()
        by_key.setdefault(_last(name), []).append(party)
        for key in (*_same(name), _first(name)):
            by_key.setdefault(key, []).append(party)
        by_key.setdefault(f"#{name[:1].lower()}", []).append(party)
    return found


def _last(name: str) -> str:
    return next(iter(plain(name).split()[::-1]), "")


def _first(name: str) -> str:
    return "^" + " ".join(plain(name).split()[:2])


def _same(name: str) -> Iterator[str]:
    """The keys that names of one body share: the same words in another order, another of its names."""
    if " " in plain(name):
        yield _unordered(name)
    yield "~" + _aliases().get(undotted(name), undotted(name))


def _unordered(name: str) -> str:
    """The words of a name in one order: "ministry of public works" and "public works ministry" are one."""
    return "=" + " ".join(sorted(word for word in plain(name).split() if word not in LINKS))


def is_head_of(short: str, full: str) -> bool:
    """Whether ``full`` is a body's name ``short`` with its place ("Regional Health Office of Aru")."""
    few, many = plain(short).split(), plain(full).split()
    named = 1 < len(few) < len(many) - 1 and many[: len(few)] == few
    return named and many[len(few)] in PLACED and few[-1] in _nouns()


def is_short_for(short: str, full: str) -> bool:
    """Whether ``short`` is the last part of the name ``full``, or leaves out middle names of it.

    What is left out holds no "of" or "for": "Kabul" is not short for "Governor of Kabul".
    """
    few, many = plain(short).split(), plain(full).split()
    if not few or len(few) > len(many) or few[-1] != many[-1] or is_bare(short):
        return False
    if few == many:
        return True
    left = len(many) - len(few)
    tail = many[left:] == few and not set(many[:left]) & LINKS
    return tail or (len(few) > 1 and few[0] == many[0] and _in_order(few, many))


def _in_order(few: Sequence[str], many: Sequence[str]) -> bool:
    rest = iter(many)
    return all(word in rest for word in few)


def spells(acronym: str, full: str) -> bool:
    """Whether the letters of ``acronym`` are the first letters of the words of ``full``, small words in or out."""
    letters = acronym.lower()
    words = plain(full).split()
    if len(words) < 2 or len(letters) < 2:
        return False
    states = {0}
    for word in words:
        reached = {at + 1 for at in states if at < len(letters) and letters[at] == word[0]}
        states = reached | (states if word in LINKS else set())
    return len(letters) in states
