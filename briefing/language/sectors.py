"""Sectors: what a text touches of people's lives, told from its words and exact about their sense."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain
from typing import Any, NamedTuple

from briefing.errors import BriefingError
from briefing.language.lexicon import lexicon
from briefing.language.terms import Found, Terms, apart
from briefing.model.claim import SECTORS
from briefing.model.source import Span

CUES = ("people", "harm", "need", "aid", "place")
CUE_LISTS = tuple(f"cue {kind}" for kind in CUES)
NO_CUE = "cue not"
FIELDS = frozenset(("sure", "weak", "passing", "not", "yields"))
WEAK_FIELDS = frozenset(("terms", "with", "alone", "strict", "emergency"))


@dataclass(frozen=True, slots=True)
class Weak:
    """A list of terms that mislead alone: one counts where a term of ``cues`` stands elsewhere in the same text.

    Without ``cues`` it wants none. Where ``alone``, it counts only in a text without a sure term of any sector;
    where ``strict``, it wants a cue in an emergency too, but any will do; where ``emergency``, it counts only in one.
    """

    sector: str
    name: str
    cues: tuple[str, ...]
    alone: bool
    strict: bool
    emergency: bool


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The terms of all sectors. ``yields`` names, for some, the sectors beside which they still count."""

    terms: Terms
    weak: tuple[Weak, ...]
    yields: Mapping[str, frozenset[str]]


class Touch(NamedTuple):
    """The sectors a text touches in a source like any other (``plain``), in one about an emergency (``eased``),
    whether it has a cue (a word for people, harm, need, aid or a place), and whether it is ``vague``: of people's lives
    in an emergency, but of no sector that it names.
    """

    plain: tuple[str, ...]
    eased: tuple[str, ...]
    cued: bool
    vague: bool


def sectors(text: str, emergency: bool = False) -> tuple[str, ...]:
    """The sectors ``text`` touches, in the order of SECTORS; none where it touches no impact, need or response.

    ``emergency`` says that it stands in a source about one, where misleading terms want no cue or, if strict, any.
    """
    found = touch(text)
    return found.eased if emergency else found.plain


@lru_cache(maxsize=16384)
def touch(text: str) -> Touch:
    """What ``text`` touches, in a source like any other and in one about an emergency; kept, for sentences that come
    again where claims are composed."""
    known = vocabulary()
    found = known.terms.find(text)
    sure = {name: meant for name in SECTORS if name in found and (meant := _meant(found, name, name))}
    weak = [one for one in known.weak if one.name in found and not (one.alone and sure)]
    plain = {*sure, *(one.sector for one in weak if _counts(one, found, emergency=False))}
    eased = {*plain, *(one.sector for one in weak if one.sector not in plain and _counts(one, found, emergency=True))}
    kept = _kept(plain, known, found)
    return Touch(
        kept,
        kept if eased == plain else _kept(eased, known, found),
        cued=not found.keys().isdisjoint(CUE_LISTS),
        vague=not plain and eased == {"cross-sector"},
    )


def _kept(named: set[str], known: Vocabulary, found: Found) -> tuple[str, ...]:
    """The sectors named, in their order, without those named in passing and those that yield to others of them."""
    if len(named) > 1:
        dwelt = {name for name in named if _dwells(name, found, known)}
        named = dwelt if dwelt - {"cross-sector"} else named
    kept = (name for name in SECTORS if name in named)
    return tuple(name for name in kept if name not in known.yields or named <= {name, *known.yields[name]})


def _dwells(sector: str, found: Found, known: Vocabulary) -> bool:
    """Whether a term of the sector stands outside the words that name but a place, a group or a means of it."""
    passing = found.get(f"{sector} passing", ())
    if not passing:
        return True
    names = [sector, *(one.name for one in known.weak if one.sector == sector)]
    places = chain.from_iterable(_meant(found, name, sector) for name in names)
    return any(not any(start <= place[0] and place[1] <= end for start, end in passing) for place in places)


def _meant(found: Found, name: str, sector: str) -> list[Span]:
    """The places of a list that do not lie in a phrase of another sense."""
    excluded = found.get(f"{sector} not", ())
    return [span for span in found.get(name, ()) if apart(span, excluded)]


def _counts(weak: Weak, found: Found, *, emergency: bool) -> bool:
    """Whether a misleading term stands beside a cue that it wants."""
    if weak.emergency and not emergency:
        return False
    if not weak.cues or (emergency and not weak.strict):
        return bool(_meant(found, weak.name, weak.sector))
    cues = CUE_LISTS if emergency else weak.cues
    other_sense = found.get(NO_CUE, ())
    beside = [cue for cue in chain.from_iterable(found.get(cue, ()) for cue in cues) if apart(cue, other_sense)]
    return any(apart(place, [span]) for place in _meant(found, weak.name, weak.sector) for span in beside)


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary of the lexicon."""
    return read(lexicon("sectors"), "lexicons/sectors.toml")


def read(tables: Mapping[str, Any], where: str) -> Vocabulary:
    """The vocabulary written as ``tables``; ``where`` names the file.

    Raises BriefingError that names file and key where a sector, a field or a kind of cue is unknown or missing.
    """
    _need(set(tables) == {*SECTORS, "cues"}, where, "the tables are not cues and the sectors", "name each once")
    kinds = (*CUES, "not")
    _need(set(tables["cues"]) == set(kinds), f"{where}: cues", "the kinds are wrong", f"give {', '.join(kinds)}")
    lists = {f"cue {kind}": tables["cues"][kind] for kind in kinds}
    weak: list[Weak] = []
    for sector in SECTORS:
        at, table = f"{where}: {sector}", tables[sector]
        _need(set(table) <= FIELDS and "sure" in table, at, "a field is wrong", "use sure, weak, passing, not, yields")
        _need(set(table.get("yields", ())) <= set(SECTORS), at, "yields to no sector", "name sectors")
        lists |= {sector: table["sure"]} | {f"{sector} {kind}": table.get(kind, []) for kind in ("passing", "not")}
        for part in table.get("weak", ()):
            weak.append(_read_weak(part, sector, f"{sector} {len(weak)}", at))
            lists[weak[-1].name] = part["terms"]
    for name, terms in lists.items():
        _need(_is_list(terms), f"{where}: {name}", "no list of terms", "write a list of strings")
    yields = {name: frozenset(tables[name]["yields"]) for name in SECTORS if "yields" in tables[name]}
    return Vocabulary(Terms(lists, where), tuple(weak), yields)


def _read_weak(part: Mapping[str, Any], sector: str, name: str, where: str) -> Weak:
    _need(
        set(part) <= WEAK_FIELDS and "terms" in part,
        where,
        "a weak list is wrong",
        f"use {', '.join(sorted(WEAK_FIELDS))}",
    )
    cues = part.get("with", CUES[:4])
    _need(set(cues) <= set(CUES), where, "a weak list wants an unknown cue", f"use {', '.join(CUES)}")
    flags = {flag: part.get(flag, False) for flag in ("alone", "strict", "emergency")}
    return Weak(sector, name, tuple(f"cue {kind}" for kind in cues), **flags)


def _is_list(terms: object) -> bool:
    return isinstance(terms, list) and all(isinstance(term, str) for term in terms)


def _need(fits: bool, where: str, what: str, todo: str) -> None:
    if not fits:
        raise BriefingError(where, what, todo)
