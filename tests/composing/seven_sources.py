"""One statement in seven sources: five have it in the same words, two in others."""

from __future__ import annotations

from typing import Any

from briefing.composing.edition import Edition
from briefing.model.claim import Claim
from briefing.model.finding import Finding, Grouping, Member, Reading
from briefing.model.source import Source
from tests.composing.builder import claim, edition, source

WORDINGS = ("The dam at Orrin broke",) * 5 + ("The old dam at Orrin broke", "The dam at Orrin broke, if anything")


def _parts(
    stated: dict[int, dict[str, Any]], speakers: dict[int, str], quotes: tuple[str, ...]
) -> tuple[tuple[Source, tuple[Claim, ...]], ...]:
    made = []
    for n, words in enumerate(WORDINGS, 1):
        name = speakers.get(n, "Ana Ruiz")
        where = source(f"“{words},” {name} told paper {n}.", **stated.get(n, {}))
        marked = tuple(quote for quote in quotes if quote in words)
        told = claim(
            where, where.text, words, speaker=name, mention=name, cue="told", quotes=marked, sectors=("shelter",)
        )
        made.append((where, (told,)))
    return tuple(made)


def seven_sources(
    stated: dict[int, dict[str, Any]] | None = None,
    speakers: dict[int, str] | None = None,
    quotes: tuple[str, ...] = (),
) -> Edition:
    """The edition of the seven; ``stated`` are the metadata of a source, ``speakers`` who says it there where it is not
    Ana Ruiz, both by number; ``quotes`` are quoted wherever they stand."""
    parts = _parts(stated or {}, speakers or {}, quotes)
    readings: dict[str, list[Member]] = {}
    for words, (_, (made,)) in zip(WORDINGS, parts, strict=True):
        readings.setdefault(words, []).append(Member(made.id))
    told = tuple(
        Reading(words, "variant" if n else None, tuple(members)) for n, (words, members) in enumerate(readings.items())
    )
    outlets = tuple(where.id for where, _ in parts)
    finding = Finding("f-1", "statement", WORDINGS[0], "same-origin", outlets, (), told)
    return edition(*parts, grouping=Grouping((), (finding,)))
