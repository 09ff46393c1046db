"""Cues: the timed lines of a WebVTT or SubRip file, each with who speaks where the file says so."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from briefing.language.lexicon import word_set

CLOCK = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
TIMING = re.compile(rf"[ \t]*{CLOCK}[ \t]*-->[ \t]*{CLOCK}[^\n]*", re.ASCII)
VOICE = re.compile(r"<v(?:\.[\w.]*)?[ \t]+([^>\n]{1,100})>")
MARKUP = re.compile(r"<[^<>\n]{0,200}>|\{\\[^{}\n]{0,60}\}")
SOUNDS = re.compile(r"\s*(?:\[[^\]\n]{0,80}\]|\([^)\n]{0,80}\)|♪[^\n]*|♫[^\n]*)\s*")
LABEL = re.compile(
    r"(?:>>+[ \t]*|[-–—][ \t]*)?(?P<name>[^\W\d_a-z][\w.’'-]{0,30}(?:,?[ ]\(?(?:(?:of|for|the|de|la|al|el)[ ]\(?)?"
    r"[^\W\d_a-z][\w.’'-]{0,30}\)?){0,6})[ ]?:[ \t]+(?=\S)"
)
CHANGE = re.compile(r"(?:>>+|[-–—])[ \t]*(?=\S)")


class Cue(NamedTuple):
    """What is said from ``begin`` to ``end`` (seconds). ``speaker`` is the name the file gives, "" where it marks
    that somebody else speaks without saying who, None where it does not say that the speaker changes."""

    begin: float
    end: float
    speaker: str | None
    words: str


def cues(text: str) -> Iterator[Cue]:
    """The cues of a file, in its order; a line of a cue with a speaker of its own is a cue of its own."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if TIMING.fullmatch(line)]
    before = ""
    for number, following in pairwise([*starts, len(lines)]):
        begin, end = _seconds(lines[number])
        block = _until_blank(lines[number + 1 : following])
        for line in block:
            speaker, words = _spoken(line)
            if words and words != before:  # captions that roll show each line twice
                yield Cue(begin, end, speaker, words)
                before = words


def _seconds(timing: str) -> tuple[float, float]:
    found = TIMING.fullmatch(timing)
    assert found is not None
    parts = [int(part or 0) for part in found.groups()]
    begin, end = (h * 3600 + m * 60 + s + ms / 1000 for h, m, s, ms in (parts[:4], parts[4:]))
    return begin, end


def _until_blank(lines: list[str]) -> list[str]:
    return lines[: next((place for place, line in enumerate(lines) if not line.strip()), len(lines))]


def _spoken(line: str) -> tuple[str | None, str]:
    """Who speaks in a line of a cue, and the words, without marks of style and notes of sounds."""
    voice = VOICE.search(line)
    words = " ".join(html.unescape(MARKUP.sub("", line)).split())
    if SOUNDS.fullmatch(words):
        return None, ""
    label = LABEL.match(words)
    if label and label["name"].lower() not in word_set("speakers", "labels"):
        return label["name"], words[label.end() :]
    if voice:
        return " ".join(html.unescape(voice[1]).split()), words
    change = CHANGE.match(words)
    return ("", words[change.end() :]) if change else (None, words)
