"""Two wordings of one statement side by side: the clauses that correspond, the words that differ marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefing.composing.edition import Edition
from briefing.composing.statements import clause, quoted_parts, with_marks
from briefing.language.wordings import other_numbers
from briefing.model.briefing import Cut, Piece, Statement, Variant, Words
from briefing.model.claim import Claim
from briefing.model.finding import AGREEING, Finding, Reading
from briefing.model.source import Source, Span

Place = tuple[Source, Span]
Wording = tuple[Place, Span]
"""Where a reading's words stand, and the quotation or clause they are taken from."""
TOKEN = re.compile(r"\S+")
CLAUSE = re.compile(r"[^.;!?…]+(?:[.;!?…]+[”’\"'»]*\s*|$)")
SHARED = 0.4
"""The part of a clause's words that the other wording must share for the clause to be shown beside it."""
LONGEST_HEAD = 5
"""Words that a heading takes of each wording."""
MOST = 8


@dataclass(frozen=True, slots=True)
class Version:
    """A reading's first claim, and the words of it that are the reading's."""

    claim: Claim
    text: str

    @property
    def source(self) -> str:
        """The id of its source."""
        return self.claim.source


def _version(edition: Edition, reading: Reading) -> Version:
    return Version(edition.by_id[reading.members[0].claim], reading.text)


def variants(edition: Edition, findings: Sequence[Finding]) -> tuple[Variant, ...]:
    """For each statement finding worded differently in another source: both wordings."""
    made: list[Variant] = []
    shown: set[tuple[Span, Span]] = set()
    for finding in findings:
        if finding.kind != "statement":
            continue
        first = finding.readings[0]
        for reading in finding.readings[1:]:
            other = _version(edition, reading)
            pair = sorted((_version(edition, first), other), key=lambda version: edition.numbers[version.source])
            if reading.relation in AGREEING or pair[0].source == pair[1].source or len(made) == MOST:
                continue
            places = corresponding(*(place for place, _ in closest(edition, *pair)))
            if other_numbers(pair[0].claim, pair[1].claim):
                continue
            worth = all(version.claim.form == "direct" for version in pair) or alike(*places)
            if worth and (places[0][1], places[1][1]) not in shown:
                shown.add((places[0][1], places[1][1]))
                made.append(_variant(edition, f"variant-{len(made) + 1}", *pair))
    return tuple(made)


def _variant(edition: Edition, id: str, *versions: Version) -> Variant:  # noqa: A002
    pair = tuple(version.claim for version in versions)
    wordings = closest(edition, *versions)
    places = corresponding(*(place for place, _ in wordings))
    runs = differing(*places)
    printed = (_with_cuts(run, place, around) for run, place, (_, around) in zip(runs, places, wordings, strict=True))
    sides = tuple(
        _side(edition, f"{id}-{n}", claim, pieces)
        for n, (claim, pieces) in enumerate(zip(pair, printed, strict=True), 1)
    )
    labels = tuple(_label(edition, f"{id}-label-{n}", claim) for n, claim in enumerate(pair, 1))
    parties = {edition.party(claim) for claim in pair}
    same = len(parties) == 1 and None not in parties
    note = edition.told(f"{id}-note", "variant-same-speaker" if same else "variant-other-speaker")
    return Variant(id, _head(edition, f"{id}-head", places), labels, sides, note)


def _label(edition: Edition, id: str, claim: Claim) -> Statement:  # noqa: A002
    pieces = (edition.source_head(claim.source),)
    return Statement(id, "counted", pieces, (edition.cite(claim.anchor, claim.locator, claim.id),))


def _side(edition: Edition, id: str, claim: Claim, pieces: tuple[Piece, ...]) -> Statement:  # noqa: A002
    voice = "quoted" if claim.quotes and claim.form == "direct" else "reported"
    return Statement(id, voice, pieces, claims=(claim.id,), language=edition.sources[claim.source].language)


def _with_cuts(run: tuple[Words, ...], place: Place, around: Span) -> tuple[Piece, ...]:
    """The words with […] where the quotation or clause goes on before or after them."""
    (start, end), (low, high) = place[1], around
    before: tuple[Piece, ...] = (Cut(after=True),) if start > low else ()
    after: tuple[Piece, ...] = (Cut(before=True),) if end < high else ()
    return (*before, *run, *after)


def _head(edition: Edition, id: str, places: Sequence[Place]) -> Statement:  # noqa: A002
    """The words that stand in each other's place, the longest such pair; a plain heading where there is none."""
    pairs = [(a, b) for a, b in _replaced(*places) if a[0] < a[1] and b[0] < b[1]]
    if not pairs:
        return edition.told(id, "variant-head")
    best = max(pairs, key=lambda pair: min(pair[0][1] - pair[0][0], pair[1][1] - pair[1][0]))
    first, other = (Words(source.anchor(*span)) for (source, _), span in zip(places, best, strict=True))
    return edition.told(id, "variant-words", first=first, other=other)


def _replaced(first: Place, other: Place) -> Iterator[tuple[Span, Span]]:
    """The stretches of words that stand in each other's place, cut to a heading's length, outer marks left out."""
    sides = [list(TOKEN.finditer(source.text, *span)) for source, span in (first, other)]
    keys = [[_key(token.group()) for token in side] for side in sides]
    for name, a, b, c, d in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if name == "replace":
            yield _heading(sides[0][a:b]), _heading(sides[1][c:d])


def _heading(tokens: Sequence[re.Match[str]]) -> Span:
    """The first words of a stretch, up to a comma, without the marks around them."""
    kept = list(tokens[:LONGEST_HEAD])
    stop = next((n for n, token in enumerate(kept, 1) if token.group()[-1] in ",;:.”’"), len(kept))
    text = kept[0].string[kept[0].start() : kept[stop - 1].end()]
    start = kept[0].start() + len(text) - len(text.lstrip("“‘\"'«("))
    return start, kept[0].start() + len(text.rstrip("”’\"'».,;:!?)"))


def closest(edition: Edition, first: Version, other: Version) -> tuple[Wording, Wording]:
    """Of the two versions' wordings the pair that is most alike: quotations part by part, else the clauses."""
    pairs = [(a, b) for a in _wordings(edition, first) for b in _wordings(edition, other)]
    return max(pairs, key=lambda pair: sum(_shared(pair[0][0], pair[1][0])[0]))


def alike(first: Place, other: Place) -> bool:
    """Whether two corresponding wordings share enough words for a reader to compare them."""
    return all(2 * sum(side) >= len(side) for side in _shared(first, other))


def _wordings(edition: Edition, version: Version) -> list[Wording]:
    """Where the reading's words stand: in a quotation, the part that holds them; else in the claim's clause."""
    claim, source = version.claim, edition.sources[version.source]
    if claim.form != "direct" or not claim.quotes:
        span = (claim.content[0][0], claim.content[-1][1])
        return [((source, span), clause(source, [claim]))]
    parts = quoted_parts(source.text, claim.quotes)
    at = source.text.find(version.text, claim.anchor.start, claim.anchor.end)
    end = at + len(version.text)
    holding = [(low, high) for low, high in parts if at >= 0 and low < end and at < high]
    if not holding:
        return [((source, part), part) for part in parts]
    return [((source, with_marks(source.text, max(low, at), min(high, end))), (low, high)) for low, high in holding]


def corresponding(first: Place, other: Place) -> tuple[Place, Place]:
    """The clauses of each side that share enough words with the other side, from the first such to the last."""
    shared = _shared(first, other)
    return _narrowed(first, shared[0]), _narrowed(other, shared[1])


def _narrowed(place: Place, shared: Sequence[bool]) -> Place:
    source, (start, end) = place
    tokens = [
        (token.start(), mark) for token, mark in zip(TOKEN.finditer(source.text, start, end), shared, strict=True)
    ]
    kept = []
    for found in CLAUSE.finditer(source.text, start, end):
        marks = [mark for at, mark in tokens if found.start() <= at < found.end()]
        if marks and sum(marks) >= SHARED * len(marks):
            kept.append(found)
    if not kept:
        return place
    low = kept[0].start() + len(kept[0].group()) - len(kept[0].group().lstrip())
    return source, (low, kept[0].start() + len(source.text[kept[0].start() : kept[-1].end()].rstrip()))


def _shared(first: Place, other: Place) -> tuple[list[bool], list[bool]]:
    """For each word of each side, whether the other side has it at the corresponding place."""
    keys = [[_key(token) for token in TOKEN.findall(source.text[slice(*span)])] for source, span in (first, other)]
    marks = ([False] * len(keys[0]), [False] * len(keys[1]))
    for a, b, size in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_matching_blocks():
        marks[0][a : a + size] = [True] * size
        marks[1][b : b + size] = [True] * size
    return marks


def _key(token: str) -> str:
    return re.sub(r"\W", "", token).lower() or token


def differing(first: Place, other: Place) -> tuple[tuple[Words, ...], tuple[Words, ...]]:
    """Both wordings as runs of words, those that the other does not have at that place marked."""
    shared = _shared(first, other)
    return _runs(first, shared[0]), _runs(other, shared[1])


def _runs(place: Place, shared: Sequence[bool]) -> tuple[Words, ...]:
    source, (start, end) = place
    tokens = list(TOKEN.finditer(source.text, start, end))
    made: list[Words] = []
    for index, mark in enumerate(shared):
        if index + 1 < len(shared) and shared[index + 1] == mark:
            continue
        # the space after a run belongs to the unmarked side, so that no shading hangs over
        stop = end if index + 1 == len(shared) else tokens[index + 1].start() if mark else tokens[index].end()
        made.append(Words(source.anchor(start, stop), differs=not mark))
        start = stop
    return tuple(made)
