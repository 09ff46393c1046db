"""What is said, by whom: the claims of each speaker, and each outlet's own view."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.composing.caveats import caveat, caveat_id
from briefing.composing.edition import Edition, plain
from briefing.composing.elsewhere import elsewhere
from briefing.composing.ranking import PINNED, ranked, score
from briefing.composing.statements import lead_statement, statement, topic
from briefing.model.briefing import Actor, Datum, Piece, Statement, Words
from briefing.model.claim import Claim
from briefing.model.source import Span
from briefing.model.walk import nodes

Place = tuple[str, Span]
Group = tuple[Claim, ...]
"""Claims that stand in one place and are printed together."""


@dataclass(frozen=True)
class Voice:
    """One speaker's claims: ``key`` is a party id, a source id (``own``) or a class of unnamed speakers."""

    key: str
    own: bool
    claims: tuple[Claim, ...]


def actors(edition: Edition) -> tuple[Actor, ...]:
    """The speakers, the one the audience wants most first, outlets writing for themselves last."""
    room = edition.audience.statements
    made: list[Actor] = []
    for voice in voices(edition):
        most = min(room, edition.audience.per_actor)
        if most <= 0:
            break
        chosen, rest = choose(edition, voice.claims, most)
        room -= len(chosen)
        actor = _actor(edition, f"actor-{len(made) + 1}", voice, chosen)
        made.append(replace(actor, statements=(*actor.statements, *left_out(edition, f"{actor.id}-rest", rest))))
    return tuple(made)


def voices(edition: Edition) -> list[Voice]:
    """Every speaker with all that is attributed to them, and each outlet with its own view of what befalls people.

    What an outlet reports as fact stands with the sectors; where the publisher is a party that speaks, here too.
    """
    grouped: dict[str, list[Claim]] = {}
    for claim in edition.claims:
        if _is_spoken(edition, claim):
            grouped.setdefault(edition.speaker(claim), []).append(claim)
    made = [Voice(key, key in edition.sources, tuple(claims)) for key, claims in grouped.items()]
    rank = {voice.key: sum(sorted((score(edition, c) for c in voice.claims), reverse=True)[:3]) for voice in made}
    return sorted(made, key=lambda voice: (voice.own, -rank[voice.key], voice.key))


def _is_spoken(edition: Edition, claim: Claim) -> bool:
    """Whether a claim stands with the speakers: nobody is named where somebody else speaks in the same passage."""
    if claim.form == "own":
        told = claim.source in edition.once(_parties) and claim.passage.kind == "sentence"
        return told or (claim.nature == "commentary" and bool(claim.sectors))
    if claim.attribution.speaker is not None:
        return True
    return edition.speakers_at[claim.source, claim.anchor.span] <= {edition.speaker(claim), claim.source}


def _parties(edition: Edition) -> frozenset[str]:
    """The sources whose publisher speaks in them by name (a ministry's statement): what they write, they say."""
    told = {(claim.source, claim.attribution.speaker) for claim in edition.claims if claim.attribution.speaker}
    publishers = {source.id: plain(source.stated("publisher")) for source in edition.file.sources}
    return frozenset(id_ for id_, speaker in told if plain(speaker) == publishers[id_])


def choose(edition: Edition, claims: Sequence[Claim], most: int) -> tuple[list[Group], list[Group]]:
    """The places to print, at most ``most``, and those there is no room for, both in the order of the text."""
    every = list(_different(edition, claims))
    return _in_order(edition, every[:most]), _in_order(edition, every[most:])


def _different(edition: Edition, claims: Sequence[Claim]) -> Iterator[Group]:
    """The claims of each place together, the best ranked first, list items with what introduces them.

    Of several wordings of one statement only the best ranked is told, and a sentence only once.
    """
    places: dict[Place, list[Claim]] = {}
    for claim in ranked(edition, claims):
        places.setdefault((claim.anchor.source, claim.passage.lead or claim.anchor.span), []).append(claim)
    told: set[str] = set()
    for group in places.values():
        matters = frozenset[str]().union(*(edition.statements.get(claim.id, ()) for claim in group))
        said = " ".join(group[0].anchor.exact.lower().split())
        if said not in told and not (matters and matters <= told):
            told |= {*matters, said}
            yield tuple(sorted(group, key=lambda claim: claim.anchor.start))


def _in_order(edition: Edition, groups: Sequence[Group]) -> list[Group]:
    return sorted(groups, key=lambda group: (edition.numbers[group[0].source], group[0].anchor.start))


def left_out(edition: Edition, id: str, rest: Sequence[Group]) -> tuple[Statement, ...]:  # noqa: A002
    """How many places there is no room for, where there are any."""
    return (edition.told(id, "left-out", n=edition.count(group[0].id for group in rest)),) if rest else ()


def _actor(edition: Edition, id: str, voice: Voice, groups: Sequence[Group]) -> Actor:  # noqa: A002
    made = [printed(edition, f"{id}-{n}", group) for n, group in enumerate(groups, 1)]
    doubts = _caveats(made)
    made = [one for one, group in zip(made, groups, strict=True) if _place_of(group[0]) not in doubts]
    made.sort(key=lambda s: (_place(edition, s), s.voice != "quoted"))
    return Actor(
        id=id,
        name=_name(edition, f"{id}-name", voice),
        summary=_summary(edition, f"{id}-summary", voice),
        statements=tuple(made),
        role=_role(edition, f"{id}-role", voice),
        own=voice.own,
    )


def _caveats(made: Sequence[Statement]) -> set[Place]:
    """The places of the caveats beneath statements: none of them is a statement of its own as well."""
    notes = (note for one in made for note in one.notes if note.id == caveat_id(one.id))
    return {(words.anchor.source, words.anchor.span) for note in notes for words in nodes(note, Words)}


def _place_of(claim: Claim) -> Place:
    return claim.source, claim.passage.span


def _place(edition: Edition, made: Statement) -> int:
    """Where the analyst pinned a statement; what is not pinned comes after."""
    return min((edition.pins[claim] for claim in made.claims if claim in edition.pins), default=PINNED)


def _alone(edition: Edition, group: Sequence[Claim]) -> bool:
    """Whether nobody else speaks in the passage, so that all of it may stand under this speaker's name."""
    there = edition.speakers_at[group[0].source, group[0].anchor.span]
    return len(there) == 1


def printed(
    edition: Edition,
    id: str,  # noqa: A002
    group: Sequence[Claim],
    *,
    whole: bool = True,
    noted: bool = True,
) -> Statement:
    """The statement of claims that stand in one place: with topic, list items, and where it is worded otherwise.

    A passage is printed whole where nobody else speaks in it, unless ``whole`` is false. Where else it stands is left
    out where ``noted`` is false: it is told elsewhere.
    """
    whole = whole and _alone(edition, group)
    listed = any(claim.passage.lead for claim in group)  # what introduces the items may come first, as a claim
    made = lead_statement(edition, id, group) if listed else statement(edition, id, group, whole=whole)
    about = topic(edition, f"{id}-topic", group)
    told = elsewhere(edition, f"{id}-note", group) if noted else ()
    return replace(made, topic=about, notes=(*caveat(edition, id, group), *told))


def _name(edition: Edition, id: str, voice: Voice) -> Statement:  # noqa: A002
    if voice.own:
        return outlet(edition, id, voice.key)
    named = [claim for claim in voice.claims if claim.attribution.speaker]
    if not named:
        return edition.told(id, f"class-{voice.claims[0].attribution.kind}-actor")
    fullest = max(named, key=lambda claim: (len(claim.attribution.speaker or ""), claim.id))
    return Statement(id, "counted", (Datum(fullest.attribution.speaker or "", fullest.id, "speaker"),))


def outlet(edition: Edition, id: str, source: str) -> Statement:  # noqa: A002
    """The outlet of a source, named where its publisher is stated."""
    publisher = edition.sources[source].stated("publisher")
    if publisher:
        name = Datum(publisher, source, "publisher")
        return edition.told(id, "outlet-named", outlet=name, source=edition.source_name(source))
    return edition.told(id, "outlet-unnamed", source=edition.source_name(source))


def _role(edition: Edition, id: str, voice: Voice) -> Statement | None:  # noqa: A002
    roles = [(claim, claim.attribution.role) for claim in voice.claims if claim.attribution.role]
    if voice.own or not roles:
        return None
    claim, span = max(roles, key=lambda pair: (pair[1][1] - pair[1][0], pair[0].id))
    words = Words(edition.sources[claim.source].anchor(*span))
    name = claim.attribution.speaker or ""
    return None if words.text.lower() in name.lower() else Statement(id, "reported", (words,))


def _summary(edition: Edition, id: str, voice: Voice) -> Statement:  # noqa: A002
    """What kind of speaker it is, where the heading does not tell, in how many sources, with how many origins."""
    if voice.own:
        return edition.told(id, "outlet-own")
    kind = voice.claims[0].attribution.kind
    told_by_name = kind == "named" or not any(claim.attribution.speaker for claim in voice.claims)
    key = "actor-spread" if told_by_name else "actor-summary"
    gaps: dict[str, Piece] = {"sources": edition.counted("n-sources", sources_of(voice.claims))}
    gaps |= {} if told_by_name else {"kind": edition.phrase(f"class-{kind}")}
    origins = {edition.origins[claim.id].id for claim in voice.claims if claim.id in edition.origins}
    if not origins:
        return edition.told(id, f"{key}-unstated", "counted", **gaps)
    return edition.told(id, key, "counted", origins=edition.counted("n-origins", sorted(origins)), **gaps)


def sources_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """The ids of the sources the claims stand in, each once."""
    return tuple(dict.fromkeys(claim.source for claim in claims))
