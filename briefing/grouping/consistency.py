"""Passages of one source that do not fit together: told, never mended.

Three things are looked for: a number of the headline or lead that the text itself contradicts, parts that do not add up
to their total, and a number of years beside a starting year that does not fit the date of publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from briefing.grouping.counted import Counted
from briefing.grouping.events import names_in
from briefing.grouping.matters import Matter
from briefing.grouping.values import possible, size
from briefing.grouping.words import content
from briefing.model.notice import Notice
from briefing.model.source import Passage, Source
from briefing.model.stated import iso_date

CODE = "inconsistent-within-source"
SINCE = re.compile(r"\bsince\b[^.;:]{0,80}?\b(?:19|20)\d\d\b", re.IGNORECASE)
UNIT = re.compile(r"[\s-]{0,3}[^\W\d_]+")
BREAKDOWN = re.compile(r"\s*(?:people|persons|individuals)?\s*(?::|\bof whom\b)\s*", re.IGNORECASE)
PARTS = re.compile(r"[^.;:()]{0,40}")
"""What may stand between two parts of one total."""
CHECKED = 40
"""Numbers of years, and starting years, that are compared in one source."""
TOLD = ("headline", "standfirst", "sentence")
"""Kinds of passages that tell; the others list."""
RELATED = 2
"""Words that two passages share when they speak of one thing."""


def inconsistencies(
    matters: Iterable[Matter], sources: Mapping[str, Source], passages: Mapping[str, Sequence[Passage]]
) -> list[Notice]:
    """One Notice for each passage concerned; those of passages that do not fit each other have one message."""
    found: list[Notice] = []
    by_source: dict[str, list[Counted]] = {}
    for matter in matters:
        found += _contradicted(matter)
        for one in matter.figures:
            by_source.setdefault(one.source.id, []).append(one)
    for key, source in sources.items():
        figures = sorted(by_source.get(key, []), key=lambda one: (one.figure.start, one.key))
        found += _sums(figures)
        found += _years(source, figures, passages.get(key, ()))
    return sorted(dict.fromkeys(found), key=lambda notice: (notice.source or "", notice.start or 0, notice.message))


def _contradicted(matter: Matter) -> Iterator[Notice]:
    """A matter's first number in a source, and the first later one that cannot be true beside it."""
    told: dict[str, list[Counted]] = {}
    for one in sorted(matter.figures, key=lambda one: (one.figure.start, one.key)):
        if not one.past and not one.part:
            told.setdefault(one.source.id, []).append(one)
    for figures in told.values():
        first = figures[0]
        others = [one for one in figures[1:] if _clash(first, one)]
        if others and size(others[0].figure.value) != size(first.figure.value):
            message = f"The source gives {_quoted(first)} and {_quoted(others[0])} for one matter"
            yield from _notices(first.source, (first.passage, others[0].passage), message)


def _clash(one: Counted, other: Counted) -> bool:
    """Whether two figures cannot both be true, and it is the source that says both: two parties may well differ."""
    parties = {party for party in (one.party, other.party) if party}
    return len(parties) < 2 and not possible(one.figure, other.figure) and not _listed(one, other)


def _listed(one: Counted, other: Counted) -> bool:
    """Whether two figures are rows or items of a list: one of them may be the sum of others."""
    return not {one.passage.kind, other.passage.kind} & set(TOLD)


def _quoted(one: Counted) -> str:
    return f"“{one.figure.text}”"


def _notices(source: Source, passages: Iterable[Passage], message: str) -> Iterator[Notice]:
    for start, end in dict.fromkeys(passage.span for passage in passages):
        yield Notice(CODE, message, source.id, start, end)


def _sums(figures: Sequence[Counted]) -> Iterator[Notice]:
    """Totals that stand before their parts ("17: 10 wounded and 17 dead") and are not their sum."""
    for at, total in enumerate(figures):
        parts = _parts_of(figures, at)
        exact = all(one.figure.bound is None and not one.figure.approx for one in (total, *parts))
        if len(parts) < 2 or not exact or any(one.dimension != total.dimension for one in parts):
            continue
        if sum(size(one.figure.value) for one in parts) != size(total.figure.value):
            told = " and ".join(_quoted(one) for one in parts)
            yield from _notices(total.source, [total.passage], f"{told} do not add up to {_quoted(total)}")


def _parts_of(figures: Sequence[Counted], at: int) -> list[Counted]:
    text, parts = figures[at].source.text, []
    joint = BREAKDOWN
    for last, one in zip(figures[at:], figures[at + 1 :], strict=False):
        if one.passage != figures[at].passage or not joint.fullmatch(text, last.figure.end, one.figure.start):
            break
        parts.append(one)
        joint = PARTS
    return parts


def _years(source: Source, figures: Iterable[Counted], passages: Sequence[Passage]) -> Iterator[Notice]:
    """The first number of years that does not fit a starting year told of the same thing."""
    starts = [(passage, found[0]) for passage in passages if (found := SINCE.search(source.text, *passage.span))][
        :CHECKED
    ]
    published = iso_date(source.stated("published") or "")
    spans = (one for one in figures if one.figure.unit == "years" and one.figure.kind == "duration")
    for one in islice(spans, CHECKED):
        if isinstance(one.figure.value, tuple):
            continue
        for passage, since in starts:
            if _fits(one.figure.value, int(since[-4:]), published) or not _related(one, passage):
                continue
            dated = f"published {published}" if published else "without a date of publication"
            message = f"“{_with_unit(one)}” stands beside “{' '.join(since.split())}” in a source {dated}"
            yield from _notices(source, (one.passage, passage), message)
            return


def _with_unit(one: Counted) -> str:
    """A number with the word behind it, as the source has them ("five years", "five-year")."""
    found = UNIT.match(one.source.text, one.figure.end)
    return " ".join(one.source.text[one.figure.start : found.end() if found else one.figure.end].split())


def _fits(years: float, start: int, published: str | None) -> bool:
    """Whether so many years may have passed since some day of ``start``; without a date nobody can tell."""
    return published is not None and abs(date.fromisoformat(published).year - start - years) <= 1


def _related(one: Counted, passage: Passage) -> bool:
    """Whether another passage speaks of the same: it names the same place or party, the speaker's name set aside."""
    source = one.source
    texts = [source.text[slice(*span)] for span in (one.passage.span, passage.span)]
    if texts[0] == texts[1] or len(one.around & content(texts[1], source.language)) < RELATED:
        return False
    speaker = set(names_in(f"by {one.claim.attribution.speaker}", source.language))
    shared = set(names_in(texts[0], source.language)) & set(names_in(texts[1], source.language))
    return bool(shared - speaker)
