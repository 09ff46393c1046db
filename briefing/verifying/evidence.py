"""Evidence: what the gate holds a briefing against — sources, claims, findings, metadata, the catalogue, the rules."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from briefing.language.labels import Labels
from briefing.language.wordings import Said, said
from briefing.model.briefing import Briefing
from briefing.model.claim import SECTORS, Claim, Extraction
from briefing.model.finding import Finding
from briefing.model.source import CONTEXT, Anchor, Source


@dataclass(frozen=True)
class Evidence:
    """The evidence a briefing carries, indexed by id."""

    briefing: Briefing

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources by id."""
        return {source.id: source for source in self.briefing.claims.sources}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """Each source's number in the briefing, by source id."""
        return {entry.source: entry.number for entry in self.briefing.sources}

    @cached_property
    def extractions(self) -> Mapping[str, Extraction]:
        """What each source yielded, by source id."""
        return dict(self.briefing.claims.extractions)

    @cached_property
    def claims(self) -> Mapping[str, Claim]:
        """The claims by id."""
        return {claim.id: claim for found in self.extractions.values() for claim in found.claims}

    @cached_property
    def findings(self) -> Mapping[str, tuple[Finding, ...]]:
        """The findings each claim is a member of, by claim id."""
        made: dict[str, tuple[Finding, ...]] = {}
        for finding in self.briefing.claims.grouping.findings:
            for claim in dict.fromkeys(member.claim for member in finding.members):
                made[claim] = (*made.get(claim, ()), finding)
        return made

    @cached_property
    def fuller(self) -> Mapping[str, str]:
        """Party id -> the id under which the party is known across sources."""
        return dict(self.briefing.claims.grouping.parties)

    def said(self, claim_id: str) -> Said:
        """What a claim says, as it is compared with others."""
        if claim_id not in self._said:
            claim = self.claims[claim_id]
            self._said[claim_id] = said(self.sources[claim.source].text, claim)
        return self._said[claim_id]

    @cached_property
    def _said(self) -> dict[str, Said]:
        """What the claims say that were asked for."""
        return {}

    @cached_property
    def labels(self) -> Labels:
        """The catalogue in the briefing's language, with the audience's own labels."""
        return Labels(self.briefing.language, self.briefing.audience.labels)

    @cached_property
    def kinds(self) -> Mapping[str, frozenset[str]]:
        """What there is to count: the known ids by kind."""
        grouping = self.briefing.claims.grouping
        outlets = {outlet for source in self.sources.values() for outlet in source.outlets}
        parties = {claim.attribution.party for claim in self.claims.values()} - {None}
        return {
            "sources": frozenset(self.sources) | frozenset(outlets),
            "outlets": frozenset(outlets),
            "claims": frozenset(self.claims),
            "origins": frozenset(origin.id for origin in grouping.origins),
            "findings": frozenset(finding.id for finding in grouping.findings),
            "sectors": frozenset(SECTORS),
            "parties": frozenset(str(party) for party in parties) | {p for pair in grouping.parties for p in pair},
            "files": frozenset(file.path for source in self.sources.values() for file in source.files),
            "places": frozenset(self._places()),
            "decisions": frozenset(ruling.decision.id for ruling in self.briefing.claims.rulings),
            "silenced": frozenset(self._silenced()),
            "withheld": frozenset(f"{key}:{start}" for key, e in self.extractions.items() for start, _ in e.harmful),
        }

    def _silenced(self) -> Iterator[str]:
        """The codes of checks that the analyst silenced."""
        request = self.briefing.request
        yield from (code for code, _ in (request.silenced if request else ()))

    def _places(self) -> Iterator[str]:
        """Places in the texts: "source:start" of what was left unused, source, path or index of a notice."""
        for found in self.extractions.values():
            yield from (f"{unused.anchor.source}:{unused.anchor.start}" for unused in found.unused)
        for index, notice in enumerate(self.briefing.notices):
            yield notice.source or notice.path or str(index)
            yield str(index)

    def resolves(self, anchor: Anchor) -> bool:
        """Whether ``anchor`` is exactly where it says it is: exact, prefix and suffix."""
        source = self.sources.get(anchor.source)
        if source is None or not 0 <= anchor.start < anchor.end <= len(source.text):
            return False
        text = source.text
        return (
            text[anchor.start : anchor.end] == anchor.exact
            and text[max(0, anchor.start - CONTEXT) : anchor.start] == anchor.prefix
            and text[anchor.end : anchor.end + CONTEXT] == anchor.suffix
        )

    def name(self, source_id: str) -> str:
        """How a message names a source: number, title or file."""
        source = self.sources.get(source_id)
        if source is None:
            return f"no source of this briefing ({source_id})"
        path = source.files[0].path if source.files else source_id
        title = source.stated("title")
        return f"source {self.numbers.get(source_id, '?')}, {title} ({path})" if title else path
