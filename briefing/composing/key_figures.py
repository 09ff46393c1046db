"""The key-figures box: one card a matter, the figures nobody gives first."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from heapq import heappop, heappush

from briefing.composing.counted_words import what, wide_words
from briefing.composing.edition import Edition
from briefing.composing.ranking import PINNED, worth
from briefing.language.lexicon import word_set
from briefing.language.sectors import sectors
from briefing.model.briefing import Card, Citation, Datum, Phrase, Statement, Words
from briefing.model.claim import Claim, Figure
from briefing.model.finding import AGREEING, Finding, Reading
from briefing.model.source import Source

MOST_CITED = 6
"""Citations a card shows at most, the place of its numeral first."""
ASIDE = 0.25
"""What the kind of a figure counts whose own sentence touches no sector."""
CLAUSE_END = re.compile(r"[.;!?](?=[”’\"'»]*\s)")
MAGNITUDE = re.compile(r"(?<=[\d%])\s*[^\W\d_].*")
"""The words after a numeral in digits ("250 million"), which are set smaller."""
MOST_AGAIN = 3
"""How often a state that was told costs a further card points."""
Told = tuple[Claim, Figure]


def key_figures(edition: Edition, missing: Sequence[Card]) -> tuple[Card, ...]:
    """The cards: those of figures nobody gives, then the findings the audience ranks highest, one a matter."""
    room = max(0, edition.audience.key_figures - len(missing))
    current = (finding for finding in _worthy(edition) if not _is_past(edition, finding))
    chosen = _varied(edition, current, room) or _varied(edition, _worthy(edition), room)
    cards = (_card(edition, f"kf-{n}", value, found) for n, (value, found) in enumerate(chosen, 1))
    return (*missing, *cards)


def _worthy(edition: Edition) -> Iterator[Finding]:
    """The findings that may have a card, the best first; no more of them are looked into than are asked for."""
    most = edition.once(_most_points)
    findings = [finding for finding in edition.file.grouping.findings if most.get(finding.id, 0) > 0]
    met: list[tuple[float, str, Finding]] = []  # a heap: those looked into, the best on top
    for finding in sorted(findings, key=lambda each: -most[each.id]):
        while met and -met[0][0] > most[finding.id]:
            yield heappop(met)[-1]
        if points(edition, finding) > 0:
            heappush(met, (-points(edition, finding), finding.id, finding))
    while met:
        yield heappop(met)[-1]


def _varied(edition: Edition, ranked: Iterator[Finding], most: int) -> list[tuple[float, Finding]]:
    """The best of the findings one by one, each with its points: less for one whose state a card above has told."""
    told: Counter[str] = Counter()
    waiting: list[Finding] = []
    chosen: list[tuple[float, Finding]] = []
    while len(chosen) < most and (best := _best(edition, ranked, waiting, told)):
        chosen.append((_now(edition, best, told), best))
        told[best.state] += 1 if best.state else 0
        waiting.remove(best)
    return chosen


def _best(edition: Edition, ranked: Iterator[Finding], waiting: list[Finding], told: Counter[str]) -> Finding | None:
    """The best of those that wait, once all that may be better wait too: they come in the order of their points."""
    gain = max(0, MOST_AGAIN * edition.audience.weights.get("again", 0))
    best = max(waiting, key=lambda each: _now(edition, each, told), default=None)
    for more in ranked:
        waiting.append(more)
        if best is None or _now(edition, more, told) > _now(edition, best, told):
            best = more
        if points(edition, more) + gain <= _now(edition, best, told):
            break
    return best


def _now(edition: Edition, finding: Finding, told: Counter[str]) -> float:
    """What a finding has in points once so many cards have told each state."""
    return points(edition, finding) + edition.audience.weights.get("again", 0) * min(told[finding.state], MOST_AGAIN)


def _is_past(edition: Edition, finding: Finding) -> bool:
    """Whether all that tell a matter tell it of a time that is over: no figure of today, unless there is no other."""
    pairs = _pairs(edition, finding)
    return all(figure.modality == "past" for _, figure in pairs) and not _any_pinned(edition, pairs)


def told(edition: Edition, reading: Reading) -> list[Told]:
    """The claims and figures of a figure finding's reading."""
    pairs = ((edition.by_id[member.claim], member.figure) for member in reading.members)
    return [(claim, claim.figures[index]) for claim, index in pairs if index is not None]


def points(edition: Edition, finding: Finding) -> float:
    """What the audience gives a matter of figures."""
    known = edition.once(_known_points)
    if finding.id not in known:
        pairs = _pairs(edition, finding)
        fits = _may_count(edition, finding, pairs)
        happened = pairs if finding.state else [pair for pair in pairs if not _is_population(pair[1])]
        known[finding.id] = _points(edition, finding, pairs, _impact(edition, happened)) if fits else 0
    return known[finding.id]


def _known_points(_: Edition) -> dict[str, float]:
    """What the audience gives each matter, by its id, as far as it was asked for."""
    return {}


def _most_points(edition: Edition) -> dict[str, float]:
    """What the audience gives each matter that may have a card, by its id, if its figures touch a sector: no more."""
    larger = edition.audience.weights.get("figure.magnitude", 0) > 0
    most = {}
    for finding in edition.file.grouping.findings:
        pairs = _pairs(edition, finding) if finding.kind == "figure" else []
        if _may_count(edition, finding, pairs):
            largest = max(_high(figure) for _, figure in pairs) if larger else 0
            most[finding.id] = _points(edition, finding, pairs, largest)
    return most


def _pairs(edition: Edition, finding: Finding) -> list[Told]:
    """The claims and figures of all readings."""
    return [pair for reading in finding.readings for pair in told(edition, reading)]


def _may_count(edition: Edition, finding: Finding, pairs: Sequence[Told]) -> bool:
    """Whether a matter may have points: of a kind the audience wants, of what is, and no mere time that passes."""
    weights = edition.audience.weights
    if max((weights.get(f"figure.{figure.kind}", 0) for _, figure in pairs), default=0) <= 0:
        return False
    if _any_pinned(edition, pairs):
        return True
    if all(claim.modality == "negated" or figure.modality == "hypothetical" for claim, figure in pairs):
        return False  # a card tells of what is
    return finding.disputed or not is_time(edition, finding)


def _points(edition: Edition, finding: Finding, pairs: Sequence[Told], largest: float | None) -> float:
    """What the audience gives a matter: its kind and state, its claim's score, repetition, magnitude.

    ``largest`` is the largest of its figures whose own sentence touches a sector; None where none does.
    """
    weights = edition.audience.weights
    pinned = PINNED if _any_pinned(edition, pairs) else 0
    kind = max(weights.get(f"figure.{figure.kind}", 0) for _, figure in pairs)
    kind *= ASIDE if largest is None else 1
    magnitude = math.log10(1 + (largest or 0))
    repeated = len(edition.spread(finding)) - 1 + len(finding.origins)
    best = max(worth(edition, claim) for claim, _ in pairs)
    per = weights.get("figure.magnitude", 0), weights.get("figure.repeated", 0), weights.get("figure.claim", 0)
    state = weights.get(f"state.{finding.state}", 0)
    return pinned + kind + state + per[0] * magnitude + per[1] * repeated + per[2] * best


def is_time(edition: Edition, finding: Finding) -> bool:
    """Whether it is only a time that passes ("two days"): no key figure, and no matter on which agreement says much."""
    return all(figure.kind == "duration" for reading in finding.readings for _, figure in told(edition, reading))


def _impact(edition: Edition, pairs: Sequence[Told]) -> float | None:
    """The largest of the figures whose own sentence touches a sector; None where none does."""
    by_size = sorted(pairs, key=lambda pair: -_high(pair[1]))  # so that most sentences need not be looked at
    known = edition.once(_touching)
    for claim, figure in by_size:
        sentence = _sentence(edition, claim, figure)
        if sentence not in known:
            known[sentence] = bool(sectors(sentence))
        if known[sentence]:
            return _high(figure)
    return None


def _is_population(figure: Figure) -> bool:
    """Whether those who live in a place are counted ("a town of 90,000"): the ground of an event, not the event."""
    return figure.kind == "people" and bool(word_set("counted", "inhabited") & set(figure.what.lower().split()[-1:]))


def _touching(_: Edition) -> dict[str, bool]:
    """Whether each sentence touches a sector, as far as it was asked for: sources repeat each other's."""
    return {}


def _any_pinned(edition: Edition, pairs: Sequence[Told]) -> bool:
    """Whether the analyst pinned any of these figures."""
    return bool(edition.pins) and any(_pinned(edition, *pair) for pair in pairs)


def _pinned(edition: Edition, claim: Claim, figure: Figure) -> bool:
    """Whether the analyst pinned this figure: a pin on its sentence is none on the numbers in it."""
    pins = (r.decision for r in edition.file.rulings if r.state == "applied" and r.decision.act == "pin")
    targets = (target for pin in pins if claim.id in edition.pins for target in pin.targets)
    return any(t.figure == figure.span and t.content == claim.content for t in targets)


def _sentence(edition: Edition, claim: Claim, figure: Figure) -> str:
    """The sentence or clause of the claim that holds the figure, without what else the speaker says."""
    text, (low, high) = edition.sources[claim.source].text, claim.anchor.span
    start = max((found.end() for found in CLAUSE_END.finditer(text, low, figure.start)), default=low)
    end = CLAUSE_END.search(text, figure.end, high)
    return text[start : end.start() if end else high]


def _high(figure: Figure) -> float:
    """The size of a figure; of a range, that of its upper end."""
    return abs(float(max(figure.value)) if isinstance(figure.value, tuple) else float(figure.value))


def _card(edition: Edition, id: str, value: float, finding: Finding) -> Card:  # noqa: A002
    reading = main_reading(edition, finding)
    claim, figure = min(told(edition, reading), key=lambda pair: (pair[0].modality == "negated", _apart(pair)))
    source = edition.sources[claim.source]
    cut = None if isinstance(figure.value, tuple) else MAGNITUDE.search(figure.text)
    stop = figure.start + (cut.start() if cut else len(figure.text))
    return Card(
        id=id,
        what=_what(f"{id}-what", source, figure),
        numeral=_words(edition, f"{id}-numeral", claim, figure.start, stop),
        unit=_words(edition, f"{id}-unit", claim, stop, figure.end),
        hedge=_words(edition, f"{id}-hedge", claim, *(figure.hedge_span or (0, 0))),
        said_by=Statement(f"{id}-said", "counted", (_said(edition, claim, figure),)),
        support=Statement(f"{id}-support", "counted", (_support(edition, finding, reading),)),
        differs=differs(edition, f"{id}-differs", finding, reading),
        citations=edition.cite_claims(_carrying(edition, finding, reading), first=claim, most=MOST_CITED),
        mark=(len(finding.outlets), len(finding.origins)) if reading is finding.readings[0] else None,
        reason=f"{finding.id}: {value:.2f} points",
    )


def _carrying(edition: Edition, finding: Finding, main: Reading) -> Iterator[Claim]:
    """The claims that carry the number a card prints: those of its reading, and of what agrees with the first."""
    agreeing = [r for r in finding.readings if r.relation in AGREEING] if main is finding.readings[0] else []
    return (claim for reading in (main, *agreeing) for claim, _ in told(edition, reading))


def main_reading(edition: Edition, finding: Finding) -> Reading:
    """The reading a card shows large: the last of the updates, else the finding's first."""
    known = edition.once(_main_readings)
    if finding.id not in known:
        updates = [reading for reading in finding.readings if reading.relation == "update"]
        latest = max(updates, key=lambda reading: _latest(edition, reading), default=finding.readings[0])
        known[finding.id] = latest
    return known[finding.id]


def _main_readings(_: Edition) -> dict[str, Reading]:
    """The main reading of each finding, by its id, as far as it was asked for."""
    return {}


def overtaken(edition: Edition, claim: Claim) -> bool:
    """Whether a later count, or a correction, takes the place of a figure of the claim."""
    later = ("update", "withdrawn")
    updated = [f for f in edition.findings.get(claim.id, ()) if any(r.relation in later for r in f.readings)]
    return any(claim.id not in {m.claim for m in main_reading(edition, f).members} for f in updated)


def _latest(edition: Edition, reading: Reading) -> tuple[str, str]:
    """When a reading was counted last, and when it was published last; nothing sorts first."""
    pairs = told(edition, reading)
    published = (edition.sources[claim.source].stated("published") or "" for claim, _ in pairs)
    return max(figure.as_of or "" for _, figure in pairs), max(published)


def _apart(pair: Told) -> tuple[int, int]:
    """How far a figure's words stand apart: the pieces of what it counts, and how far the first is from the numeral."""
    figure = pair[1]
    first = figure.what_spans[0][0] if figure.what_spans else figure.end
    return len(figure.what_spans), abs(first - figure.end)


def _words(edition: Edition, id: str, claim: Claim, start: int, end: int) -> Statement | None:  # noqa: A002
    text = edition.sources[claim.source].text
    while start < end and text[start].isspace():
        start += 1
    return Statement(id, "reported", (edition.words(claim.source, start, end),)) if start < end else None


def _what(id: str, source: Source, figure: Figure) -> Statement:  # noqa: A002
    pieces = what(source, figure)
    if any(isinstance(piece, Words) for piece in pieces):
        return Statement(id, "reported", pieces, language=source.language)
    return Statement(id, "counted", pieces)


def _said(edition: Edition, claim: Claim, figure: Figure) -> Phrase:
    when = _when(edition, claim, figure)
    if figure.said_by:
        return edition.phrase("card-said-by", name=Datum(figure.said_by, claim.id, "said_by"), when=when)
    return edition.phrase("card-own-words", source=edition.source_name(claim.source), when=when)


def _when(edition: Edition, claim: Claim, figure: Figure) -> Phrase:
    """As of when: what the analyst set, else the text's own words, else the day of publication, else undated."""
    undated = edition.phrase("when-undated")
    decided = {each.figure for each in claim.corrections if each.field == "as-of"}
    if any(claim.figures[at] is figure for at in decided if at is not None):
        return edition.phrase("when-date", date=edition.day(figure.as_of, claim.id)) if figure.as_of else undated
    if figure.as_of_span:
        return edition.phrase("when-words", words=edition.words(claim.source, *figure.as_of_span))
    published = edition.sources[claim.source].stated("published")
    if published:
        return edition.phrase("when-published", date=edition.day(published, claim.source))
    return undated


def _support(edition: Edition, finding: Finding, reading: Reading) -> Phrase:
    """ "2 outlets, 1 origin": outlets where publishers are stated, else sources; origins, or that none is stated.

    A finding counts what stands behind its first reading; for another reading its own members are counted.
    """
    outlets, origins = finding.outlets, finding.origins
    if reading is not finding.readings[0]:
        claims = [claim for claim, _ in told(edition, reading)]
        outlets = edition.outlets_of(claims)
        origins = tuple(dict.fromkeys(edition.origins[c.id].id for c in claims if c.id in edition.origins))
    named = all(outlet not in edition.sources for outlet in outlets)
    counted = edition.counted("n-outlets" if named else "n-sources", outlets)
    if not origins:
        return edition.phrase("support-unstated", outlets=counted)
    return edition.phrase("support", outlets=counted, origins=edition.counted("n-origins", origins))


def differs(edition: Edition, id: str, finding: Finding, main: Reading) -> Statement | None:  # noqa: A002
    """The line under a card whose matter has other readings: their numerals, as printed.

    A part of the whole is no other count of it; what says the same is told only where nothing else is said.
    """
    others = [reading for reading in finding.readings if reading is not main and reading.relation != "subset"]
    if not others:
        return None
    if any(reading.relation == "conflict" for reading in others):  # what is taken back is no side of a dispute
        others = [reading for reading in others if reading.relation != "withdrawn"]
        if main.relation == "update":  # the counts before it are no side either
            others = [reading for reading in others if reading.relation == "conflict"]
    shown = [r for r in others if r.relation not in AGREEING or _how(others) == "card-also"][:3]
    key = "card-differs" if main.relation == "conflict" else _how(others)
    citations: list[Citation] = []
    pieces = []
    for reading in shown:
        claim, figure = told(edition, reading)[0]
        words = edition.phrase("quoted", words=edition.words(claim.source, *wide_words(edition, claim, figure)))
        pieces.append(edition.phrase("reading-denied", words=words) if denies(edition, finding, reading) else words)
        citations.append(edition.cite(claim.anchor, claim.locator, claim.id))
    return Statement(id, "counted", (edition.phrase(key, words=edition.list_of(pieces)),), tuple(citations))


def denies(edition: Edition, finding: Finding, reading: Reading) -> bool:
    """Whether a reading denies the number of one before it, and gives none of its own."""
    value = told(edition, reading)[0][1].value
    before = finding.readings[: finding.readings.index(reading)]
    return reading.relation == "conflict" and any(told(edition, one)[0][1].value == value for one in before)


def _how(others: Sequence[Reading]) -> str:
    """The label for the other readings: they say the same, an earlier or later count, or something else."""
    relations = {reading.relation for reading in others}
    if relations <= set(AGREEING):
        return "card-also"
    if relations <= {*AGREEING, "withdrawn"}:
        return "card-corrected"
    return "card-earlier" if relations <= {*AGREEING, "update", "withdrawn", None} else "card-differs"
