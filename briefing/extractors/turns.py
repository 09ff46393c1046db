"""Turns of speech: what would be the source's own words in a transcript, an interview or a speech are its speakers'."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.extractors.said_by import said_by
from briefing.language.interviews import Part, askers, asks, is_courtesy, is_own, parts, speaker_of_all
from briefing.language.mentions import Roster
from briefing.language.nature import nature
from briefing.model.claim import Attribution, Claim, Extraction, Unused
from briefing.model.source import Source, Span

CUE = ":"
_NOBODYS = ("publisher", "vague")
"""Kinds of attribution of what is nobody else's: "I said so" has no name in it."""
FEWEST = 2
"""At least this many words of an answer state something."""


def attribute(source: Source, extraction: Extraction) -> Extraction:
    """``extraction`` with the own claims inside a turn given to the turn's speaker; questions and courtesies unused."""
    text = source.text
    given = [(one.speaker, one.words) for one in source.turns]
    asking = askers(text, given)
    turns = [Part(who, who, words, asks(text, who) or text[slice(*who)] in asking) for who, words in given]
    turns = turns or parts(text, extraction.passages) or _speech(source, extraction)
    if not turns:
        return extraction
    speakers = _Speakers(source, turns)
    claims, left = [], []
    for claim in extraction.claims:
        reason = speakers.unused(claim)
        if reason:
            left.append(Unused(source.anchor(*claim.passage.span), reason))
        else:
            claims.append(speakers.attributed(claim))
    unused = sorted({one.anchor.span: one for one in (*extraction.unused, *left)}.items())
    return replace(extraction, claims=tuple(_once(claims)), unused=tuple(one for _, one in unused))


def _once(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Each claim once: what nobody named says inside a speaker's sentence becomes that sentence again."""
    same: dict[str, list[Claim]] = {}
    for claim in claims:
        same.setdefault(claim.id, []).append(claim)
    for first, *others in same.values():
        figures = {figure.span: figure for claim in (*others, first) for figure in claim.figures}
        yield replace(first, figures=tuple(figures[span] for span in sorted(figures))) if others else first


def _speech(source: Source, extraction: Extraction) -> list[Part]:
    """A text that is one person's words as turns of that person."""
    speaker = speaker_of_all(source.text, extraction.passages)
    if speaker is None:
        return []
    own = (one.span for one in extraction.passages[1:] if is_own(source.text, extraction.passages, one.span))
    return [Part(speaker, speaker, span, False) for span in own]


class _Speakers:
    """Who speaks in the turns of a source."""

    def __init__(self, source: Source, turns: Sequence[Part]) -> None:
        self._source = source
        self._turns = turns
        self._starts = [turn.words[0] for turn in turns]
        roster = Roster(source.text)
        names = dict.fromkeys(turn.speaker for turn in turns if turn.speaker)
        self._who = {span: roster.resolve(*span) for span in names}

    def unused(self, claim: Claim) -> str | None:
        """Why a claim states nothing after all: it asks, greets or thanks, or is an answer of one word."""
        turn = self._turn(claim.passage.end)
        if turn is None:
            return None
        if turn.asks:
            return "question"
        said = self._source.text[max(claim.passage.start, turn.words[0]) : claim.passage.end]
        short = claim.passage.start <= turn.label[0] and len(said.split()) < FEWEST
        return "no-statement" if short or is_courtesy(said) else None

    def attributed(self, claim: Claim) -> Claim:
        """The claim as its turn's speaker's, where it is the source's own or said by "I" or nobody, and in a turn."""
        turn = self._turn(claim.anchor.end)
        if turn is None or claim.attribution.kind not in _NOBODYS:
            return claim
        claim = replace(claim, form="indirect", content=_said(claim, turn))
        given = self._attribution(turn)
        text = " ".join(self._source.text[slice(*span)] for span in claim.content)
        claim = replace(claim, attribution=given, nature=nature(text, given, self._source.kind))
        return replace(claim, figures=tuple(said_by(self._source.text, claim, one) for one in claim.figures))

    def _turn(self, end: int) -> Part | None:
        """The turn that a passage ends in."""
        at = bisect_right(self._starts, end - 1) - 1
        turn = self._turns[at] if at >= 0 else None
        return turn if turn and end <= turn.words[1] else None

    def _attribution(self, turn: Part) -> Attribution:
        mark = self._source.text.find(CUE, turn.label[1], turn.words[0])
        cue = (mark, mark + len(CUE)) if mark >= 0 else None
        if turn.speaker is None:
            return Attribution("anonymous", cue=CUE if cue else None, cue_span=cue, force="said")
        who = self._who[turn.speaker]
        return Attribution(
            who.kind, who.party, who.name, turn.speaker, CUE if cue else None, cue, "said", who.role, who.evidence
        )


def _said(claim: Claim, turn: Part) -> tuple[Span, ...]:
    """What a claim in a turn says, without the label: all of its sentence where it would be nobody's."""
    content = (claim.anchor.span,) if claim.attribution.kind == "vague" else claim.content
    return ((max(content[0][0], turn.words[0]), content[0][1]), *content[1:])
