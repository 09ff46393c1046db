"""Edition: what composing one briefing needs at hand — sources with their numbers, labels, citations."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import TypeVar, cast

from briefing.language.dates import printed_date
from briefing.language.labels import Labels
from briefing.language.languages import is_understood
from briefing.language.printed_numbers import grouping
from briefing.model.audience import Audience
from briefing.model.briefing import Citation, Count, Datum, Phrase, Piece, Statement, Words
from briefing.model.claim import Claim, Extraction
from briefing.model.finding import ClaimsFile, Finding, Origin
from briefing.model.request import Request
from briefing.model.source import Anchor, Locator, Passage, Source, Span

Made = TypeVar("Made")


@dataclass
class Edition:
    """One edition while it is composed. Citations are numbered in the order they are made: that of the page."""

    file: ClaimsFile
    audience: Audience
    request: Request
    labels: Labels
    _cited: int = field(default=0, init=False)
    _made: dict[Callable[[Edition], object], object] = field(default_factory=dict, init=False)
    _labels: dict[tuple[str, Locator], str] = field(default_factory=dict, init=False)

    def once(self, make: Callable[[Edition], Made]) -> Made:
        """What ``make`` makes of this edition, made when it is first asked for: several sections need the same."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(Made, self._made[make])

    @cached_property
    def sources(self) -> dict[str, Source]:
        """The sources by id."""
        return {source.id: source for source in self.file.sources}

    @cached_property
    def read(self) -> tuple[str, ...]:
        """The ids of the sources in a language that is understood: only of these can be told what they do not say."""
        return tuple(source.id for source in self.file.sources if is_understood(source.language))

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Each source's number in the briefing, from 1."""
        return {source.id: number for number, source in enumerate(self.file.sources, 1)}

    @cached_property
    def claims(self) -> tuple[Claim, ...]:
        """All claims, by source and place in the text."""
        return tuple(claim for _, extraction in self.file.extractions for claim in extraction.claims)

    @cached_property
    def by_id(self) -> dict[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def order(self) -> dict[str, int]:
        """Each claim's place among all claims, by claim id."""
        return {claim.id: index for index, claim in enumerate(self.claims)}

    @cached_property
    def passages(self) -> dict[str, tuple[Passage, ...]]:
        """The passages of each source that may be printed, by source id."""
        return {source: _printable(extraction) for source, extraction in self.file.extractions}

    @cached_property
    def harmful(self) -> dict[str, tuple[Span, ...]]:
        """The places of each source of which no word is printed, by source id."""
        return {source: extraction.harmful for source, extraction in self.file.extractions}

    @cached_property
    def origins(self) -> dict[str, Origin]:
        """The origin of each claim that has one, by claim id."""
        return {claim: origin for origin in self.file.grouping.origins for claim in origin.claims}

    @cached_property
    def findings(self) -> dict[str, tuple[Finding, ...]]:
        """The findings each claim is a member of, by claim id."""
        found: dict[str, list[Finding]] = {}
        for finding in self.file.grouping.findings:
            for claim in dict.fromkeys(member.claim for member in finding.members):
                found.setdefault(claim, []).append(finding)
        return {claim: tuple(group) for claim, group in found.items()}

    @cached_property
    def statements(self) -> dict[str, frozenset[str]]:
        """The statements, as ids of findings, of which each claim is a wording; by claim id, where it is of any."""
        found: dict[str, set[str]] = {}
        for finding in self.file.grouping.findings:
            if finding.kind == "statement":
                for member in finding.members:
                    found.setdefault(member.claim, set()).add(finding.id)
        return {claim: frozenset(ids) for claim, ids in found.items()}

    @cached_property
    def pins(self) -> dict[str, int]:
        """The claims that the analyst pinned, and the place of each: the one stated, else that of the decision."""
        applied = [r for r in self.file.rulings if r.state == "applied" and r.decision.act == "pin"]
        return {claim: r.decision.place or r.decision.number for r in applied for claim in r.claims}

    @cached_property
    def noted(self) -> dict[str, tuple[str, ...]]:
        """What the analyst noted on claims, by claim id."""
        found: dict[str, list[str]] = {}
        for ruling in self.file.rulings:
            if ruling.state == "applied" and ruling.decision.act == "note" and ruling.decision.text:
                for claim in ruling.claims:
                    found.setdefault(claim, []).append(ruling.decision.text)
        return {claim: tuple(texts) for claim, texts in found.items()}

    def outlets_of(self, claims: Iterable[Claim]) -> tuple[str, ...]:
        """The outlets of the sources that claims stand in, each once."""
        sources = dict.fromkeys(claim.anchor.source for claim in claims)
        return tuple(dict.fromkeys(outlet for source in sources for outlet in self._outlets[source]))

    @cached_property
    def _outlets(self) -> dict[str, tuple[str, ...]]:
        return {source.id: source.outlets for source in self.file.sources}

    def spread(self, finding: Finding) -> tuple[str, ...]:
        """The outlets that speak of a matter at all, whatever their reading."""
        return self._spreads[finding.id]

    @cached_property
    def _spreads(self) -> dict[str, tuple[str, ...]]:
        findings = self.file.grouping.findings
        return {f.id: self.outlets_of(self.by_id[member.claim] for member in f.members) for f in findings}

    def outlets_on(self, claim: Claim) -> int:
        """How many outlets speak of a matter of the claim, whatever their reading: of the matter that most speak of."""
        return self._outlets_on.get(claim.id, 1)

    @cached_property
    def _outlets_on(self) -> dict[str, int]:
        most: dict[str, int] = {}
        for finding in self.file.grouping.findings:
            outlets = len(self.spread(finding))
            for member in finding.members:
                most[member.claim] = max(outlets, most.get(member.claim, 1))
        return most

    @cached_property
    def fuller(self) -> dict[str, str]:
        """Party id -> the id under which the party is known across sources."""
        return dict(self.file.grouping.parties)

    def party(self, claim: Claim) -> str | None:
        """The id of the claim's speaker across sources, or None where nobody is named."""
        known = claim.attribution.party
        return self.fuller.get(known, known) if known else None

    def speaker(self, claim: Claim) -> str:
        """Who speaks, as a key: a party id, the words for somebody unnamed, or the source's id for its own words."""
        if claim.form == "own":
            return claim.source
        return self.party(claim) or plain(claim.attribution.speaker) or claim.attribution.kind

    @cached_property
    def speakers_at(self) -> dict[tuple[str, Span], set[str]]:
        """Who speaks in each passage that claims print, by source id and span."""
        found: dict[tuple[str, Span], set[str]] = {}
        for claim in self.claims:
            found.setdefault((claim.anchor.source, claim.anchor.span), set()).add(self.speaker(claim))
        return found

    @property
    def extent(self) -> str:
        """How much of the sources the annex shows: none, excerpts or full; none where the audience has no annex."""
        if "annex" not in self.audience.sections:
            return "none"
        return self.request.annex or self.audience.annex

    def phrase(self, key: str, **gaps: Piece) -> Phrase:
        """The label of ``key`` with its gaps filled (see Labels.phrase)."""
        return self.labels.phrase(key, **gaps)

    def told(self, id: str, key: str, voice: str = "counted", **gaps: Piece) -> Statement:  # noqa: A002
        """A statement of the program's own: one phrase of the catalogue."""
        return Statement(id, voice, (self.phrase(key, **gaps),))

    def count(self, ids: Iterable[str]) -> Count:
        """How many different ids there are."""
        return Count(tuple(dict.fromkeys(ids)), grouping(self.labels.language))

    def counted(self, key: str, ids: Iterable[str], **gaps: Piece) -> Phrase:
        """A phrase with a number that counts ``ids``, each once."""
        return self.labels.phrase(key, n=self.count(ids), **gaps)

    def words(self, source: str, start: int, end: int) -> Words:
        """The source's own words at a span."""
        return Words(self.sources[source].anchor(start, end))

    def day(self, stated: str, of: str) -> Datum:
        """A date as the edition's language prints it; a month or a year as it was stated."""
        return Datum(printed_date(stated, self.labels.language), of, "date")

    def list_or(self, pieces: Sequence[Piece]) -> Phrase:
        """Pieces of which none or any: "a, b or c"."""
        return self.list_of(pieces, "list-or")

    def list_of(self, pieces: Sequence[Piece], last: str = "list-and") -> Phrase:
        """Pieces joined as a list: "a, b and c"; ``last`` is the label that joins the last two."""
        if len(pieces) == 1:
            return self.phrase("list-one", a=pieces[0])
        return self.phrase(last, a=self._commas(pieces[:-1]), b=pieces[-1])

    def _commas(self, pieces: Sequence[Piece]) -> Piece:
        """Pieces with commas between; halved, so that a long list nests no deeper than a short one can bear."""
        if len(pieces) == 1:
            return pieces[0]
        half = len(pieces) // 2
        return self.phrase("list-comma", a=self._commas(pieces[:half]), b=self._commas(pieces[half:]))

    def source_name(self, source: str) -> Phrase:
        """ "source 2": how the page refers to a source."""
        return self.phrase("source-number", number=self.number(source))

    def source_head(self, source: str) -> Phrase:
        """ "Source 2": the same at the head of a line."""
        return self.phrase("source-head", number=self.number(source))

    def number(self, source: str) -> Datum:
        """A source's number in this briefing."""
        return Datum(str(self.numbers[source]), source, "number")

    def cite(self, anchor: Anchor, locator: Locator, claim: str | None = None) -> Citation:
        """A new citation of the words at ``anchor``."""
        self._cited += 1
        number = self.numbers[anchor.source]
        target = f"source-{number}" if self.extent == "none" else passage_id(number, locator)
        label = self._place_label(anchor.source, locator)
        return Citation(f"cite-{self._cited}", anchor.source, number, locator, anchor, target, label, claim)

    def _place_label(self, source: str, locator: Locator) -> str:
        """What a citation of this place is called; many citations lead to one place."""
        if (source, locator) not in self._labels:
            places = {"mark": f"{self.numbers[source]}{locator.mark}", "paragraph": str(locator)}
            places |= {"page": str(locator.page)} if locator.page else {}
            label = self.phrase(
                "citation-label-page" if locator.page else "citation-label",
                number=self.number(source),
                **{name: Datum(text, source, "locator") for name, text in places.items()},
            )
            self._labels[source, locator] = label.text
        return self._labels[source, locator]

    def cite_claims(
        self, claims: Iterable[Claim], first: Claim | None = None, most: int | None = None, made: int | None = None
    ) -> tuple[Citation, ...]:
        """One citation a place of the claims, by source and place; at most ``most``, that of ``first`` among them.

        Those beyond ``made`` get their numbers and are not made: a cell of thousands shows a few.
        """
        places: dict[tuple[str, int, int], Claim] = {}
        ordered = sorted(claims, key=self._place)
        for claim in ordered if first is None else sorted(ordered, key=lambda c: c is not first):
            at = claim.passage.locator
            places.setdefault((claim.anchor.source, at.paragraph, at.item or 0), claim)
        cited = sorted([*places.values()][:most], key=self._place)
        citations = tuple(self.cite(c.anchor, c.locator, c.id) for c in cited[:made])
        self._cited += len(cited) - len(citations)
        return citations

    def _place(self, claim: Claim) -> tuple[int, int]:
        return self.numbers[claim.anchor.source], claim.anchor.start


def plain(name: str | None) -> str:
    """A name as compared with another: without its article, and whatever its capitals; empty where there is none."""
    return (name or "").casefold().removeprefix("the ")


def _printable(extraction: Extraction) -> tuple[Passage, ...]:
    """The passages of a source, without those that may hurt a person."""
    return tuple(passage for passage in extraction.passages if passage.span not in extraction.harmful)


def passage_id(number: int, locator: Locator) -> str:
    """The id of an annex passage: source number, paragraph, item."""
    return f"p-{number}-{str(locator).replace('.', '-')}"
