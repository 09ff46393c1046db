"""One run over the claims of all sources: parties, matters, origins, findings, each built on the one before."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from briefing.grouping.consistency import inconsistencies
from briefing.grouping.copies import copies
from briefing.grouping.corrections import set_against
from briefing.grouping.counted import Counted, counted
from briefing.grouping.decided import tied_matters, tied_stars
from briefing.grouping.denials import contradicted, denied
from briefing.grouping.events import profile, same_event
from briefing.grouping.figures import agreeing, figure_finding, shown
from briefing.grouping.findings import Piece
from briefing.grouping.frames import joined
from briefing.grouping.lookalikes import lookalikes
from briefing.grouping.matters import matters
from briefing.grouping.offices import Offices
from briefing.grouping.one_event import put_together
from briefing.grouping.origins import Origins, Said, Tellers
from briefing.grouping.parties import parties, umbrellas
from briefing.grouping.sequences import in_sequence
from briefing.grouping.statements import Segment, segments, stars
from briefing.grouping.wordings import statement_finding, wording
from briefing.model.claim import Claim, Extraction
from briefing.model.decision import UNTIED, Ties
from briefing.model.finding import Finding, Grouping, Member
from briefing.model.source import Source


def group(sources: Sequence[Source], extractions: Mapping[str, Extraction], ties: Ties = UNTIED) -> Grouping:
    """What the claims of all ``sources`` say together; ``extractions`` are keyed by source id.

    ``ties`` are what the analyst says belongs together or apart: they overrule what the comparison finds.

    The result is the same in whatever order the sources come. Every figure of a claim is in exactly one finding of
    figures; findings of statements are those that two sources or more make.
    """
    return _Comparison(sources, extractions, ties).grouping()


class _Comparison:
    """One run over the claims of all sources."""

    def __init__(self, sources: Sequence[Source], extractions: Mapping[str, Extraction], ties: Ties) -> None:
        self.sources = {source.id: source for source in sorted(sources, key=lambda source: source.id)}
        found = {key: extractions[key] for key in self.sources if key in extractions}
        self.claims: list[Claim] = [claim for extraction in found.values() for claim in extraction.claims]
        self.passages = {key: extraction.passages for key, extraction in found.items()}
        publishers = (name for source in self.sources.values() if (name := source.stated("publisher")))
        self.parties = parties(found.values(), publishers)
        self.tellers = Tellers(self.claims, self.sources, self.parties)
        about = {key: profile(self.sources[key]) for key in found}
        giver = self.tellers.of_figure
        self.counted = [
            one
            for key, source in self.sources.items()
            if key in found
            for one in in_sequence(source.text, counted(source, found[key], about[key], giver))
        ]
        standing = [one for one in self.counted if one.standing.told]
        events = put_together(same_event(about), about, standing)
        told = joined(matters(standing, events), events)
        self.matters = tied_matters(set_against(told, self.counted, events), ties)
        clauses = segments(self.claims, self.sources, self.tellers.of)
        alike = [star for star in stars(clauses) if not self._standing(star)]
        alike, self.against = contradicted(alike, denied(clauses, self.sources, events))
        self.stars = tied_stars(alike, clauses, ties)
        copied, above = copies(self.claims, self.sources), umbrellas(self.parties)
        self.offices = Offices(self.claims, self.sources, self.parties)
        self.origins = Origins(self._said(), self.sources, self._agreeing(), copied, above, self.offices, ties)

    def grouping(self) -> Grouping:
        """Everything put together, in an order that is the findings' own."""
        findings = [figure_finding(matter, self._figure, self.offices.together) for matter in self.matters]
        findings += [statement_finding(star, self.sources, self._segment, self.against) for star in self.stars]
        return Grouping(
            origins=self.origins.all(),
            findings=tuple(sorted(findings, key=_order)),
            parties=tuple(sorted(self.parties.fuller.items())),
            notices=(
                *inconsistencies(self.matters, self.sources, self.passages),
                *lookalikes(self.claims, self.sources),
            ),
        )

    def _standing(self, star: Sequence[Segment]) -> bool:
        """Whether one outlet prints the same words in all its sources: a line of its own that tells nothing."""
        outlets = {outlet for segment in star for outlet in self.sources[segment.claim.source].outlets}
        return len(outlets) == 1 and len({segment.words for segment in star}) == 1

    def _said(self) -> list[Said]:
        said: list[Said] = [(claim, self.tellers.of(claim)) for claim in self.claims]
        return said + [(one.claim, one.party) for one in self.counted]

    def _agreeing(self) -> Iterable[list[Said]]:
        for matter in self.matters:
            yield from ([(one.claim, one.party) for one in same] for same in agreeing(matter))
        for star in self.stars:
            yield [(segment.claim, segment.party) for segment in star]

    def _figure(self, one: Counted) -> Piece:
        origin = self.origins.of(one.claim, one.party)
        copy = self.origins.copy_of(one.claim)
        member = Member(one.claim.id, one.index)
        stands = one.standing
        return Piece(
            member, one.source, shown(one), origin, copy, one.part, back=not stands.told, earlier=stands.came_from
        )

    def _segment(self, segment: Segment) -> Piece:
        source = self.sources[segment.claim.source]
        origin, copy = self.origins.of(segment.claim, segment.party), self.origins.copy_of(segment.claim)
        back = segment.key in self.against
        return Piece(Member(segment.claim.id), source, wording(segment, self.sources), origin, copy, back=back)


def _order(finding: Finding) -> tuple[int, int, str, str, str]:
    return -len(finding.outlets), -len(finding.origins), finding.kind, finding.matter.casefold(), finding.id
