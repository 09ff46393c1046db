"""Noun phrases around a number: where they begin and end, their head, and what it names."""

from __future__ import annotations

from typing import NamedTuple

from briefing.language.numbers import (
    ADJECTIVES,
    ATTRIBUTIVE,
    DEGREES,
    DETERMINERS,
    HAPPENED,
    HYPHENS,
    MONEY_WORDS,
    NUMBER,
    ORDERING,
    PREDICATES,
    STOPS,
    TOTALS,
    Line,
    classified,
    is_demonym,
    is_plural,
    plural,
    unit_at,
)
from briefing.model.source import Span

_OPENING = frozenset(["“", '"', "‘", "'"])
_LONGEST = 8
"""Words of the longest noun phrase up to its head."""


class Phrase(NamedTuple):
    """Tokens ``first`` up to, not including, ``end``, and the head among them. ``said``: a participle ends it."""

    first: int
    head: int
    end: int
    said: bool = False


def span(line: Line, first: int, end: int) -> Span:
    """The place in the text of tokens ``first`` up to, not including, ``end``."""
    return line.starts[first], line.ends[end - 1]


def spans(line: Line, phrase: Phrase | None) -> tuple[Span, ...]:
    """The place of a phrase, as a tuple of one; an empty tuple where there is none."""
    return (span(line, phrase.first, phrase.end),) if phrase else ()


def past_determiners(line: Line, k: int) -> int:
    """The first token from ``k`` on that is no determiner and no number, figure or not."""
    while line.word(k) in DETERMINERS or line.numeral(k) is not None or _is_digits(line, k):
        k += 1
        if line.word(k) in ORDERING and (line.numeral(k + 1) is not None or is_word(line, k + 1)):
            k += 1
    return k


def _is_digits(line: Line, k: int) -> bool:
    """Whether the token is a number that is no figure, or a hyphen before one ("of 12-23 year olds")."""
    return line.word(k).isdigit() or line.word(k) == NUMBER or (line.word(k) in HYPHENS and line.word(k + 1).isdigit())


def noun_phrase(line: Line, first: int) -> Phrase | None:
    """The noun phrase that begins with token ``first``: up to and with its head."""
    if line.word(first) in _OPENING:
        first += 1
    if line.word(first) == "under" and line.word(first + 1) in HYPHENS:
        first += 3  # "150 under-five children"
    head: int | None = None
    k = first
    while k < first + _LONGEST and (is_word(line, k) or _is_inside(line, first, k)):
        word = line.low[k]
        if word == "(":
            k += 3  # "9 Intensive Care Unit (ICU) beds"
            continue
        if line.word(k + 1) in ("’", "'") and line.touches(k) and is_word(line, k + 2):
            k += 2  # "Sanders’ colleagues"
            continue
        if word.endswith(("'s", "’s")) and line.numeral(k + 1) is not None:
            k += 2  # "Orla's 310 stalls"
            continue
        if is_plural(word) or is_demonym(line.written(k)):
            head = k
            if not (is_word(line, k + 1) and _goes_on(line, k)):
                break
        k += 1
    if head is None:
        head = _shared_head(line, first, k) or _last_noun(line, first, k)
    return None if head is None else Phrase(first, head, head + 1)


def single(line: Line, first: int) -> Phrase | None:
    """The phrase that begins with token ``first`` and names one thing ("truce" in "48-hour truce expired")."""
    k = first
    while k < first + 5 and is_word(line, k) and not (k > first and line.low[k] in HAPPENED):
        if k > first + 1 and is_plural(line.low[k]) and not classified(line.low[k]):
            break
        k += 1
        if k > first + 1 and classified(line.low[k - 1]) and not (is_word(line, k) and classified(line.low[k])):
            break
    return Phrase(first, k - 1, k) if k > first else None


def phrase_before(line: Line, end: int) -> Phrase | None:
    """The noun phrase that ends right before token ``end``."""
    head = end - 1
    while head >= 0 and line.low[head] in ("”", '"', "’", "'"):
        head -= 1
    first = head
    while first >= 0 and head - first < 5 and is_word(line, first):
        first -= 1
    first += 1
    if first > head:
        return None
    end = head + 1
    while head > first and line.low[head] in HAPPENED:
        head -= 1
    return Phrase(first, head, end)


def is_word(line: Line, k: int) -> bool:
    """Whether token ``k`` is a word that a noun phrase may hold."""
    word = line.word(k)
    if word in DEGREES:
        following = line.word(k + 1)
        return following[:1].isalpha() and following not in STOPS
    return word[:1].isalpha() and word not in STOPS


def _is_inside(line: Line, first: int, k: int) -> bool:
    """Whether a mark or a verb in -ing stands inside the phrase, not behind it."""
    word = line.word(k)
    if word in _OPENING:
        return is_word(line, k + 1)
    if word == "(":
        return k > first and line.word(k + 2) == ")" and is_word(line, k + 3) and not is_plural(line.low[k - 1])
    return k == first and word.endswith("ing") and is_plural(line.word(k + 1)) and word[:1].isalpha()


def _shared_head(line: Line, first: int, k: int) -> int | None:
    """The plural behind "and" that words before it only describe ("refugee and migrant families")."""
    if not first < k <= first + 3 or line.word(k) not in ("and", "or", "/") or _last_noun(line, first, k) is None:
        return None
    if any(line.low[at] in HAPPENED for at in range(first, k)):
        return None
    for at in range(k + 1, min(k + 4, len(line))):
        if not is_word(line, at):
            return None
        if is_plural(line.low[at]):
            return at if at > k + 1 or classified(line.low[at]) else None
    return None


def _goes_on(line: Line, k: int) -> bool:
    """Whether the plural at ``k`` only describes the noun after it ("sports clubs", "women leaders")."""
    following = line.word(k + 1)
    if line.low[k] in ATTRIBUTIVE:
        return is_plural(following) or (following not in HAPPENED and classified(following) is not None)
    return is_plural(following) and following not in HAPPENED and classified(following) is not None


def _last_noun(line: Line, first: int, end: int) -> int | None:
    """The head of a phrase without a plural: its last known noun, else its last word that may be one."""
    for k in range(end - 1, first - 1, -1):
        if classified(line.low[k]):
            return k
    for k in range(first, end):
        if line.low[k] in ADJECTIVES:
            return k
    for k in range(end - 1, first - 1, -1):
        if line.low[k] not in PREDICATES and not line.low[k].endswith(("ly", "ed")):
            return k
    if end == first + 1 and line.word(first - 2) in ("the", "of", "all", "those") and line.low[first].endswith("ed"):
        return first  # "of the 2,000 surveyed"
    return None


def is_doubtful(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase behind a number is hardly what is counted: no plural, no known word in small letters."""
    word, written = line.low[phrase.head], line.written(phrase.head)
    if is_plural(word) or is_demonym(written) or word in HAPPENED:
        return False
    return classified(word) is None or written[:1].isupper()


def unit_of(line: Line, phrase: Phrase) -> tuple[str, str]:
    """Unit and kind of what a phrase's head names."""
    word = line.low[phrase.head]
    if is_demonym(line.written(phrase.head)) or word in ADJECTIVES or _is_nominal(line, phrase.head):
        return "people", "people"
    unit = unit_at(line, phrase.head)
    if unit is not None and unit.kind in ("duration", "distance", "area") and len(word) > 2:
        return unit.name, unit.kind
    if word in MONEY_WORDS:
        return MONEY_WORDS[word], "money"
    return classified(word) or (plural(word), "items")


def unit_before(line: Line, phrase: Phrase) -> tuple[str, str]:
    """Unit and kind of what a phrase before a number names; a name that is no known noun counts nothing."""
    head = line.low[phrase.head]
    if head in TOTALS:
        return classified(head) or ("items", "items")  # a population is of people
    if classified(head) or is_plural(head) or head in ADJECTIVES or unit_at(line, phrase.head):
        return unit_of(line, phrase)
    return ("items", "items") if line.written(phrase.head)[:1].isupper() else unit_of(line, phrase)


def _is_nominal(line: Line, k: int) -> bool:
    """Whether a participle behind a number stands for people ("of the 2,000 surveyed")."""
    return (
        line.low[k].endswith("ed") and line.word(k - 2) in ("the", "of", "all", "those") and bool(line.numeral(k - 1))
    )
