"""Turns of speech: in a transcript, what would be the source's own words are those of whoever speaks."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from briefing.language.mentions import Roster
from briefing.model.claim import Attribution, Claim, Extraction
from briefing.model.source import Source, Turn

CUE = ":"


def attribute(source: Source, extraction: Extraction) -> Extraction:
    """``extraction`` with the own claims inside a turn of ``source`` given to the turn's speaker."""
    if not source.turns:
        return extraction
    speakers = _Speakers(source)
    return replace(extraction, claims=tuple(speakers.attributed(claim) for claim in extraction.claims))


class _Speakers:
    """Who speaks in the turns of a source."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._starts = [turn.words[0] for turn in source.turns]
        roster = Roster(source.text)
        names = dict.fromkeys(turn.speaker for turn in source.turns)
        self._who = {span: roster.resolve(*span) for span in names}

    def attributed(self, claim: Claim) -> Claim:
        """The claim as its turn's speaker's, where it is the source's own and lies in a turn."""
        turn = self._turn(claim)
        if turn is None or claim.attribution.kind != "publisher":
            return claim
        begin = max(claim.content[0][0], turn.words[0])
        content = ((begin, claim.content[0][1]), *claim.content[1:])
        return replace(claim, form="indirect", content=content, attribution=self._attribution(turn))

    def _turn(self, claim: Claim) -> Turn | None:
        """The turn that the claim's passage ends in."""
        at = bisect_right(self._starts, claim.anchor.end - 1) - 1
        turn = self._source.turns[at] if at >= 0 else None
        return turn if turn and claim.anchor.end <= turn.words[1] else None

    def _attribution(self, turn: Turn) -> Attribution:
        who = self._who[turn.speaker]
        mark = self._source.text.find(CUE, turn.speaker[1], turn.speaker[1] + len(CUE))
        cue = (mark, mark + len(CUE)) if mark >= 0 else None
        return Attribution(
            who.kind, who.party, who.name, turn.speaker, CUE if cue else None, cue, "said", who.role, who.evidence
        )
