"""Interviews and speeches in plain text: who asks, who answers, and whose words a text is as a whole."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from briefing.language import titles
from briefing.language.lexicon import either, lexicon, word_set
from briefing.language.parties import NAME_WORD, Party, Register
from briefing.model.source import Passage, Span

_LABEL = re.compile(rf"({NAME_WORD}(?: {NAME_WORD}){{0,4}}|Q|A)(?: \([^()\n]{{1,120}}\))?: ?(?=\S)")
FEWEST = 3
"""At least this many turns make an interview of names; of questions and answers one of either does."""
DENSE = 0.4
"""The share of the paragraphs from the first turn on that must begin with a label."""
FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|us)\b")
OWN = 0.3
"""The share of a speech's passages in the first person from which all of it is its speaker's."""


class Part(NamedTuple):
    """What one voice says in a row: the label before it, whose name that is if it is one, the words, and if it asks."""

    label: Span
    speaker: Span | None
    words: Span
    asks: bool


def parts(text: str, passages: Sequence[Passage]) -> list[Part]:
    """The turns of an interview that ``text`` prints with labels ("Q: …", "JANE DOE: …"); none where it is none."""
    found = list(_labelled(text, passages))
    labels = {text[slice(*label)].lower() for label, _ in found}
    plain = not labels.isdisjoint(word_set("interviews", "asks")) and not labels.isdisjoint(
        word_set("interviews", "answers")
    )
    if plain:
        known = word_set("interviews", "asks") | word_set("interviews", "answers")
        found = [one for one in found if text[slice(*one[0])].lower() in known]
        speaker = interviewee(text, found[0][0][0])
        return [Part(label, speaker, words, asks(text, label)) for label, words in found]
    if len(found) < FEWEST or len(labels) < 2 or not _is_dense(found, passages):
        return []
    asking = askers(text, found)
    if not asking and not _are_titled(text, found):
        return []
    return [Part(label, label, words, asks(text, label) or text[slice(*label)] in asking) for label, words in found]


def asks(text: str, label: Span) -> bool:
    """Whether a label is that of whoever asks."""
    return text[slice(*label)].lower() in word_set("interviews", "asks")


def askers(text: str, found: Sequence[tuple[Span, Span]]) -> set[str]:
    """The labels of whoever asks the questions of an interview: at least half the turns under them end so."""
    turns = Counter(text[slice(*label)] for label, _ in found)
    asked = Counter(text[slice(*label)] for label, words in found if text[slice(*words)].rstrip().endswith("?"))
    askers = {label for label, count in asked.items() if 2 * count >= turns[label]}
    return askers if asked.total() >= 2 and len(askers) < len(turns) else set()


def is_courtesy(said: str) -> bool:
    """Whether words are a greeting or thanks and nothing else."""
    return " ".join(re.findall(r"[^\W\d_]+", said.lower())) in word_set("interviews", "courtesies")


def interviewee(text: str, end: int) -> Span | None:
    """Where the one person is named whom ``text`` names before ``end``; None where it names nobody or several."""
    named = list(dict.fromkeys(_people(text, end)))
    titled = [one for one in named if one.roles]
    chosen = titled if len(titled) == 1 else named
    return chosen[0].first if len(chosen) == 1 else None


def speaker_of_all(text: str, passages: Sequence[Passage]) -> Span | None:
    """Where the headline of a speech or a statement names whose words the text is ("Remarks by President Jane Doe")."""
    if len(passages) < 2 or passages[0].kind != "headline":
        return None
    top = passages[0]
    found = _heading().match(text, *top.span)
    if found is None or not any(FIRST_PERSON.search(text, *one.span) for one in passages[1:]):
        return None
    return next((one.first for one in _people(text, top.end) if one.first[0] >= found.end()), None)


def is_own(text: str, passages: Sequence[Passage], span: Span) -> bool:
    """Whether a stretch of a speech is in the first person, or most of the speech is."""
    if FIRST_PERSON.search(text, *span):
        return True
    body = passages[1:]
    return sum(bool(FIRST_PERSON.search(text, *one.span)) for one in body) >= OWN * len(body)


def _labelled(text: str, passages: Sequence[Passage]) -> Iterator[tuple[Span, Span]]:
    """The label that each paragraph begins with, without brackets, and the words behind it, up to the next one."""
    found = [
        (match.span(1), match.end())
        for before, one in zip((None, *passages), passages, strict=False)
        if (before is None or before.locator != one.locator) and (match := _LABEL.match(text, *one.span))
    ]
    ends = [start for (start, _), _ in found[1:]] + [one.end for one in passages[-1:] if found]
    yield from ((label, (start, end)) for (label, start), end in zip(found, ends, strict=True))


def _is_dense(found: Sequence[tuple[Span, Span]], passages: Sequence[Passage]) -> bool:
    """Whether labels begin so many paragraphs that all between them may be what their bearers say."""
    first = found[0][0][0]
    paragraphs = {one.locator.paragraph for one in passages if one.start >= first}
    return len(found) >= DENSE * len(paragraphs)


def _are_titled(text: str, found: Sequence[tuple[Span, Span]]) -> bool:
    """Whether most labels begin with an honorific, are an office, or have an office or a country in brackets."""
    titled = sum(
        text[label[1]] == "(" or text[label[1] + 1] == "(" or _is_titled(text[slice(*label)]) for label, _ in found
    )
    return 2 * titled > len(found)


def _is_titled(label: str) -> bool:
    """Whether a label is a person's with an honorific ("Ms. Vane"), an office ("The President"), or "Question"."""
    words = label.split()
    known = titles.plain(words[0]) in word_set("speakers", "honorifics") or titles.is_role(words[-1])
    return known or label.lower() in word_set("interviews", "asks")


def _people(text: str, end: int) -> Iterator[Party]:
    """The people whom ``text`` names in full or with a title before ``end``, in order."""
    known = Register(text[:end]).parties.values()
    yield from sorted((one for one in known if one.person), key=lambda one: one.first)


@cache
def _heading() -> re.Pattern[str]:
    words = lexicon("interviews")
    return re.compile(rf"(?:[A-Z][a-z]+ )?(?i:{either(words['speeches'])}) (?:by|of|from) (?:the )?")
