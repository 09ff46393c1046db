"""Who statements go back to.

The rule: a named speaker and the occasion are an origin, a quoted agency is one, a news agency is one for what its copy
says, whoever printed it, and a document is one for what its publisher says in it (a situation report, a press release;
a newspaper only where another source quotes it as a party).
Whoever names a source of their own hands on its statement. Anonymous, vague, collective and unattributed statements
have no origin. Statements of one party in several sources are one
origin where they overlap, unless the sources state different occasions or lie days apart without a quotation in common.
Near-duplicate passages have one origin: the one that any of them names, or else an origin without a party.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import combinations

from briefing.grouping.components import Components
from briefing.grouping.offices import Offices
from briefing.grouping.parties import Parties, Umbrellas, is_bare, plain
from briefing.grouping.relays import named, relayed
from briefing.grouping.rules import rules
from briefing.grouping.words import spoken
from briefing.language.parties import party_id
from briefing.model.claim import Claim, Figure
from briefing.model.decision import UNTIED, Ties
from briefing.model.finding import Origin
from briefing.model.source import Source
from briefing.model.stated import iso_date

APART = "#"
"""Begins the occasion of a claim that the analyst sets apart from what its speaker says elsewhere."""
NEIGHBOURS = 8
"""With how many earlier tellings of one matter a telling is compared."""


@dataclass(frozen=True, slots=True, order=True)
class Telling:
    """One party's statements in one source on one kind of occasion ("" where none is stated)."""

    source: str
    party: str
    occasion: str


class Tellers:
    """Which party each claim and each figure goes back to."""

    def __init__(self, claims: Sequence[Claim], sources: Mapping[str, Source], parties: Parties) -> None:
        self._sources = sources
        self._parties = parties
        named = {self._attributed(claim) for claim in claims} | {self._quoted(claim) for claim in claims}
        self._speaking = frozenset(party for party in named if party)
        self._bare = {
            (claim.source, plain(claim.attribution.speaker)): claim.attribution.party
            for claim in claims
            if is_bare(claim.attribution.speaker)
        }

    def of(self, claim: Claim) -> str | None:
        """The party a claim goes back to, or None."""
        relay = self._relay(claim)
        return (
            self._relayed(relay) if relay else self._attributed(claim) or self._quoted(claim) or self._document(claim)
        )

    def _relay(self, claim: Claim) -> str | None:
        return relayed(claim, self._sources[claim.source].text)

    def _relayed(self, name: str) -> str | None:
        """The party that a source cites; None where it is a body without a name, or nobody that speaks or gives."""
        return None if is_bare(name) else self._parties.named(name)

    def of_figure(self, claim: Claim, figure: Figure) -> str | None:
        """The party a figure goes back to: whoever is said to give it, or its claim's."""
        if figure.said_by is None or figure.said_by == claim.attribution.speaker or self._relay(claim):
            return self.of(claim)
        if is_bare(figure.said_by):
            return self._bare.get((claim.source, plain(figure.said_by))) or self._quoted(claim)
        return self._parties.named(figure.said_by) or self._parties.named(named(figure.said_by)) or self._quoted(claim)

    def _attributed(self, claim: Claim) -> str | None:
        return self._parties.of(claim.attribution.party) if claim.attribution.kind == "named" else None

    def _quoted(self, claim: Claim) -> str | None:
        if claim.quoted_outlet is None:
            return None
        return self._party(self._sources[claim.source].text[slice(*claim.quoted_outlet)])

    def _document(self, claim: Claim) -> str | None:
        source = self._sources[claim.source]
        publisher = source.stated("publisher")
        if claim.attribution.kind != "publisher":
            return None
        if source.agency:
            return self._party(source.agency)
        if not publisher:
            return None
        party = self._party(publisher)
        issued = (source.kind or "").lower() in rules("origins")["documents"]
        return party if issued or party in self._speaking else None

    def _party(self, name: str) -> str:
        return self._parties.named(name) or party_id(name)


Said = tuple[Claim, str | None]
"""A claim and the party that says it, or gives one of its figures."""


class Origins:
    """The origins of all claims. ``agreeing`` are sets of sayings that say the same of one matter."""

    def __init__(
        self,
        said: Sequence[Said],
        sources: Mapping[str, Source],
        agreeing: Iterable[Sequence[Said]],
        copied: Components[str],
        umbrellas: Umbrellas,
        offices: Offices,
        ties: Ties = UNTIED,
    ) -> None:
        self._sources = sources
        self._offices = offices
        self._apart = {claim for group in ties.other_origin for claim in group[1:]}
        self._umbrellas = umbrellas
        self._usual = _usual(said, sources)
        self._tellings: dict[tuple[str, str], Telling] = {}
        self._told: dict[str, Telling] = {}
        self._claims = {claim.id: claim for claim, _ in said}
        for claim, party in said:
            if party:
                telling = self._tell(claim, party)
                self._tellings[claim.id, party] = telling
                self._told.setdefault(claim.id, telling)
        self._together: Components[Telling] = Components(sorted(set(self._tellings.values())))
        self._copies: dict[str, str] = {}
        for group in copied.sets():
            near = [claim for claim in group if claim not in self._apart]
            if len(near) > 1:
                self._share(near)
        for same in agreeing:
            self._overlap(same)
        for tied in ties.one_origin:
            self._tie([claim for claim in tied if claim in self._claims])
        self._ids = self._named()

    def _tell(self, claim: Claim, party: str) -> Telling:
        stated = occasion(claim, self._sources[claim.source])
        if claim.id in self._apart:
            return Telling(claim.source, party, f"{APART}{claim.id}")
        return Telling(claim.source, party, stated or self._usual.get((claim.source, party), ""))

    def _tie(self, group: Sequence[str]) -> None:
        """What the analyst calls one origin is one, whoever speaks and whenever."""
        tellings = [self._told[claim] for claim in group if claim in self._told]
        if tellings:
            self._together.join_all(tellings)
            for claim in group:
                self._told.setdefault(claim, tellings[0])
        elif group:
            shared = {copy for claim in group if (copy := self._copies.get(claim))}
            everyone = {*group, *(claim for claim, copy in self._copies.items() if copy in shared)}
            self._copies.update(dict.fromkeys(everyone, f"o-{min(everyone)[2:]}"))

    def _share(self, group: Sequence[str]) -> None:
        """Near-duplicates: the origin that any of them names is everyone's; else they share a nameless one."""
        tellings = sorted({self._told[claim] for claim in group if claim in self._told})
        if not tellings:
            self._copies.update(dict.fromkeys(group, f"o-{min(group)[2:]}"))
        elif len({telling.party for telling in tellings}) == 1:
            self._together.join_all(tellings)
            for claim in group:
                self._told.setdefault(claim, tellings[0])

    def _overlap(self, same: Sequence[Said]) -> None:
        """Join what one party says in several sources, where it says the same."""
        by_party: dict[str, set[Telling]] = {}
        for claim, party in same:
            if party:
                by_party.setdefault(party, set()).add(self._tellings[claim.id, party])
        for tellings in self._houses(by_party):
            ordered = sorted(tellings, key=lambda telling: (self._day(telling), telling))
            for at, one in enumerate(ordered):
                for other in ordered[max(0, at - NEIGHBOURS) : at]:
                    if self._one_occasion(one, other):
                        self._together.join(one, other)

    def _houses(self, by_party: Mapping[str, set[Telling]]) -> Iterable[set[Telling]]:
        """The tellings of each party; those of an umbrella's members together with its own where it speaks too.

        So are those of a body and of who speaks for it.
        """
        speaking = {self._umbrellas.house[party] for party in by_party if party in self._umbrellas.heads}
        houses: dict[str, set[Telling]] = {}
        offices: Components[str] = Components(sorted(by_party))
        for one, other in combinations(sorted(by_party), 2):
            if self._offices.together(one, other):
                offices.join(one, other)
        for party, tellings in by_party.items():
            house = self._umbrellas.house.get(party, party)
            houses.setdefault(house if house in speaking else offices.root(party), set()).update(tellings)
        return houses.values()

    def _day(self, telling: Telling) -> str:
        return iso_date(self._sources[telling.source].stated("published") or "") or ""

    def _one_occasion(self, one: Telling, other: Telling) -> bool:
        if one.occasion and other.occasion and one.occasion != other.occasion:
            return False
        if APART in (one.occasion[:1], other.occasion[:1]):
            return False
        first, second = self._day(one), self._day(other)
        if not first or not second:
            return True
        apart = date.fromisoformat(first) - date.fromisoformat(second)
        return bool(abs(apart.days) <= rules("origins")["compare"]["days"])

    def _named(self) -> dict[Telling, str]:
        ids: dict[Telling, str] = {}
        for group in self._together.sets():
            key = " ".join(f"{telling.source} {telling.party} {telling.occasion}" for telling in sorted(group))
            digest = hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:16]
            ids.update(dict.fromkeys(group, f"o-{digest}"))
        return ids

    def of(self, claim: Claim, party: str | None) -> str | None:
        """The id of the origin of what ``party`` says in ``claim``; None where none is stated."""
        telling = self._tellings.get((claim.id, party)) if party else self._told.get(claim.id)
        return self._ids[telling] if telling else None

    def copy_of(self, claim: Claim) -> str | None:
        """An id that the claims of near-duplicate passages without a stated origin share."""
        return self._copies.get(claim.id)

    def all(self) -> tuple[Origin, ...]:
        """Every origin with its claims, in the order of its id."""
        claims: dict[str, set[str]] = {}
        party: dict[str, str] = {self._ids[telling]: telling.party for telling in self._ids}
        for claim, telling in self._told.items():
            claims.setdefault(self._ids[telling], set()).add(claim)
        for (claim, _), telling in self._tellings.items():
            claims.setdefault(self._ids[telling], {claim})
        for claim, origin in self._copies.items():
            claims.setdefault(origin, set()).add(claim)
        return tuple(
            Origin(key, party.get(key), self._words(told), tuple(sorted(told))) for key, told in sorted(claims.items())
        )

    def _words(self, claims: Iterable[str]) -> str | None:
        """The shortest words that any of the claims has for the occasion."""
        stated = (self._claims[claim] for claim in claims)
        texts = [" ".join(self._sources[c.source].text[slice(*c.occasion)].split()) for c in stated if c.occasion]
        return min(texts, key=lambda text: (len(text), text), default=None)


def occasion(claim: Claim, source: Source) -> str:
    """The kind of occasion that the claim's words for it name; "" where they name none."""
    if claim.occasion is None:
        return ""
    words = spoken(source.text[slice(*claim.occasion)])
    return next((kind for word in words if (kind := _occasions().get(word))), "")


@cache
def _occasions() -> Mapping[str, str]:
    table: Mapping[str, Sequence[str]] = rules("origins")["occasions"]
    return {word: kind for kind, words in table.items() for word in words}


def _usual(said: Iterable[Said], sources: Mapping[str, Source]) -> dict[tuple[str, str], str]:
    """The occasion each source states most often for each party: that of what it says without naming one."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for claim, party in said:
        if party and (kind := occasion(claim, sources[claim.source])):
            counts.setdefault((claim.source, party), Counter())[kind] += 1
    return {key: min(found, key=lambda kind: (-found[kind], kind)) for key, found in counts.items()}
