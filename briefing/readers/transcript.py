"""Transcripts (WebVTT, SubRip): a paragraph a turn of speech, with who speaks, and when where the file says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from briefing.errors import SourceError
from briefing.model.source import Mark, Span, Turn
from briefing.readers.cues import Cue, cues
from briefing.readers.decoding import canonical
from briefing.readers.document import Document

PAUSE = 4.0
"""Seconds of silence after which a paragraph begins."""

LONG = 30.0
"""Seconds after which a paragraph ends with the next sentence."""

SENTENCE_END = re.compile(r"[.!?…۔؟。][\"'”’»)\]]*$")
TITLE = re.compile(r"WEBVTT[ \t]+[-–—]?[ \t]*(\S[^\n]{0,200})")
LANGUAGE = re.compile(r"^Language:[ \t]*([\w-]+)", re.MULTILINE)


def parse(data: bytes, path: str) -> Document:
    """The document in a WebVTT or SubRip file. Raises SourceError where it is empty, no text, or has no timed words."""
    text, notices = canonical(data, path)
    paragraphs = list(_paragraphs(cues(text)))
    if not paragraphs:
        raise SourceError(path, "holds no timed lines with words", "give a WebVTT or SubRip file, or save it as text")
    page = _Page()
    for paragraph in paragraphs:
        page.take(paragraph)
    return Document(
        "".join(page.pieces),
        _stated(text),
        notices,
        {"kind": "transcript"},
        marks=tuple(page.marks),
        turns=tuple(page.turns),
    )


def _stated(text: str) -> dict[str, object]:
    """What the head of a WebVTT file says."""
    head = text[: text.find("\n\n")]
    found = {"title": TITLE.match(head), "language": LANGUAGE.search(head)} if head.startswith("WEBVTT") else {}
    return {field: match[1].strip() for field, match in found.items() if match}


@dataclass
class _Paragraph:
    begin: float
    end: float
    speaker: str | None
    """The name; "" for somebody who is not named; None where the file never said."""
    named: bool
    """Whether the speaker's name is to be printed: not where the paragraph before has the same."""
    words: list[str]

    def ends_before(self, cue: Cue) -> bool:
        """Whether what is said in ``cue`` begins a paragraph of its own."""
        if cue.speaker is not None and cue.speaker != (self.speaker or ""):
            return True
        finished = bool(SENTENCE_END.search(self.words[-1]))
        return cue.speaker == "" or (finished and (cue.begin - self.end > PAUSE or cue.begin - self.begin > LONG))


def _paragraphs(said: Iterable[Cue]) -> Iterable[_Paragraph]:
    now: _Paragraph | None = None
    for cue in said:
        if now is None or now.ends_before(cue):
            speaker = cue.speaker if cue.speaker is not None or now is None else now.speaker
            if now:
                yield now
            known = now is not None and now.speaker == speaker
            now = _Paragraph(cue.begin, cue.end, speaker, bool(speaker) and not known, [cue.words])
        else:
            now.words.append(cue.words)
            now.end = cue.end
    if now:
        yield now


@dataclass
class _Page:
    """The pieces of the text so far, with the moments its paragraphs begin at and who speaks in them."""

    pieces: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    turns: list[Turn] = field(default_factory=list)
    name: Span = (0, 0)
    length: int = 0

    def take(self, paragraph: _Paragraph) -> None:
        """Adds a paragraph, with its speaker's name where the one before has another."""
        if self.pieces:
            self._add("\n\n")
        seconds = int(paragraph.begin)
        clock = f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        self.marks.append(Mark(self.length, time=clock))
        if paragraph.named and paragraph.speaker:
            self.name = self._add(paragraph.speaker)
            self._add(": ")
        said = self._add(" ".join(paragraph.words))
        if paragraph.speaker:
            self.turns.append(Turn(self.name, said))

    def _add(self, piece: str) -> Span:
        start = self.length
        self.pieces.append(piece)
        self.length += len(piece)
        return start, self.length
