"""Claims built by hand from a text: a test names words, the builder finds their spans."""

from __future__ import annotations

from typing import Any

from briefing.composing.edition import Edition
from briefing.language.labels import Labels
from briefing.model.audience import Audience
from briefing.model.claim import PUBLISHER, Attribution, Claim, Extraction, Figure
from briefing.model.finding import ClaimsFile, Grouping
from briefing.model.request import Request
from briefing.model.source import File, Locator, Passage, Source, Span


def span(text: str, words: str, after: int = 0) -> Span:
    """Where ``words`` stand in ``text``, at ``after`` or later where they do."""
    start = text.find(words, after)
    start = start if start >= 0 else text.index(words)
    return start, start + len(words)


def source(text: str, **stated: Any) -> Source:
    """A source in English whose one file states what is given."""
    return Source(text, (File("a.txt", **stated),), language="en")


def claim(
    where: Source,
    exact: str,
    content: str | None = None,
    *,
    speaker: str | None = None,
    mention: str | None = None,
    cue: str | None = None,
    quotes: tuple[str, ...] = (),
    paragraph: int = 1,
    kind: str = "sentence",
    lead: str | None = None,
    **more: Any,
) -> Claim:
    """The claim of ``exact`` in ``where``; with a speaker it is attributed, with quotes direct."""
    start, end = span(where.text, exact)
    at = PUBLISHER
    if speaker:
        at = Attribution(
            kind="named",
            party="p-" + speaker.lower().replace(" ", "-"),
            speaker=speaker,
            speaker_span=span(where.text, mention, start) if mention else None,
            cue=cue,
            cue_span=span(where.text, cue, start) if cue else None,
            force="said",
        )
    introduced = span(where.text, lead) if lead else None
    return Claim(
        anchor=where.anchor(start, end),
        passage=Passage(start, end, kind, Locator(paragraph), introduced),
        form=more.pop("form", "direct" if quotes else "indirect" if speaker else "own"),
        content=(span(where.text, content or exact, start),),
        attribution=at,
        quotes=tuple(span(where.text, quote, start) for quote in quotes),
        **more,
    )


def figure(where: Source, text: str, what: str, value: int, kind: str = "people", **more: Any) -> Figure:
    """A figure whose numeral is ``text`` and which counts ``what``, each where it first stands."""
    start, end = span(where.text, text)
    return Figure(
        start,
        end,
        text,
        value,
        unit=what.split()[-1],
        what=what,
        kind=kind,
        what_spans=(span(where.text, what),),
        **more,
    )


def edition(*parts: tuple[Source, tuple[Claim, ...]], grouping: Grouping | None = None, **settings: Any) -> Edition:
    """An edition of the sources with their claims, for an audience with ``settings``."""
    extractions = tuple(
        (where.id, Extraction(tuple(dict.fromkeys(c.passage for c in claims)), claims, ())) for where, claims in parts
    )
    file = ClaimsFile(tuple(where for where, _ in parts), extractions, grouping or Grouping((), ()))
    audience = Audience("test", (), ("bottom-line", "annex"), **settings)
    return Edition(file, audience, Request(), Labels("en"))
