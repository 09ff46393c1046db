"""Who a sentence itself names as the source of its figures: "according to X", "X has recorded", "…, X said"."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from briefing.language.lexicon import lexicon
from briefing.language.numbers import STOPS, TOTALS, Line, is_person, is_plural
from briefing.language.verbs import verb_forms
from briefing.model.source import Span

_KNOWN = lexicon("tellers")
_TELL = frozenset(_KNOWN["verbs"]["tell"])
_COUNT = frozenset(_KNOWN["verbs"]["count"])
_TRAILING = frozenset(_KNOWN["verbs"]["trailing"])
_ADJUNCTS = frozenset(_KNOWN["verbs"]["adjuncts"])
_PASSIVE = frozenset(_KNOWN["verbs"]["passive"])
_AUXILIARIES = frozenset(_KNOWN["verbs"]["auxiliaries"])
_INSIDE = frozenset(_KNOWN["names"]["inside"])
_BODIES = frozenset(_KNOWN["names"]["bodies"])
_PRONOUNS = frozenset(_KNOWN["names"]["pronouns"])
_GOING_ON = tuple(tuple(words.split()) for words in _KNOWN["lines"]["going_on"])
_JOINING = frozenset(["and", "but", "while"])
_DETERMINERS = frozenset(["the", "a", "an", "its", "their", "his", "her"])
_NOUNS = frozenset(["report", "reports", "claim", "claims", "estimate", "estimates"])
LONGEST = 12
"""Tokens of the longest name of a teller."""
FAR = 60
"""Tokens within which a number may follow a verb of telling."""
CLOSE = 6
"""Tokens within which a number follows a verb of counting."""
TAIL = 8
"""Tokens that may stand behind a verb that ends its sentence ("said in a statement on Sunday")."""


class Teller(NamedTuple):
    """Where the sentence names it, and the tokens it speaks for: ``first`` up to, not including, ``end``."""

    span: Span
    first: int
    end: int


class Tellers(NamedTuple):
    """The tellers of a line: ``whole`` speak for what stands before or around them, ``leading`` for what follows."""

    whole: tuple[Teller, ...]
    leading: tuple[Teller, ...]


def tellers(line: Line) -> Tellers:
    """The tellers of a line."""
    whole: list[Teller] = []
    leading: list[Teller] = []
    for k, word in enumerate(line.low):
        if word in ("according", "per"):
            named = _named_after(line, k)
            whole += [Teller(named, 0, len(line))] if named else []
        elif word == "by" and line.word(k - 1) in _COUNT and any(line.numerals[:k]):
            named = _name_from(line, k + 1)
            whole += [Teller(named, 0, k)] if named else []
        elif (word in _TELL or word in _COUNT) and line.word(k + 1) != "by":
            found = _told(line, k)
            if found:
                (leading if found.first else whole).append(found)
    headed = _behind_colon(line)
    return Tellers((*whole[:1], *whole[1:][-1:], *([headed] if headed else [])), tuple(leading))


def teller_of(found: Tellers, i: int) -> Span | None:
    """Where the teller of the figure at token ``i`` is named, if anywhere: the nearest before it."""
    at = bisect_right(found.leading, i, key=lambda one: one.first) - 1
    if at >= 0 and i < found.leading[at].end:
        return found.leading[at].span
    return next((one.span for one in found.whole if one.first <= i < one.end), None)


def goes_on(line: Line) -> bool:
    """Whether the line opens by carrying on the figure before it ("Of these, …")."""
    return any(tuple(line.low[: len(words)]) == words for words in _GOING_ON)


def _behind_colon(line: Line) -> Teller | None:
    """The teller that a headline names last ("Toll rises to 40: police")."""
    last = len(line) - 1
    first = next((k + 1 for k in range(last - 1, max(0, last - 6), -1) if line.low[k] == ":"), None)
    if first is None or not all(_is_name_word(line, k) or line.low[k] in _INSIDE for k in range(first, last + 1)):
        return None
    if not (is_person(line.low[last]) or line.low[last] in _BODIES or line.written(last).isupper()):
        return None
    return Teller((line.starts[first], line.ends[last]), 0, first)


def _named_after(line: Line, k: int) -> Span | None:
    """The name behind "according to" or "as per"."""
    if line.low[k] == "according":
        if line.word(k + 1) != "to":
            return None
        first = k + 2
    elif line.word(k - 1) == "as" or (k == 0 and line.written(1)[:1].isupper()):
        first = k + 1
    else:
        return None
    return _name_from(line, first)


def _name_from(line: Line, first: int) -> Span | None:
    """The name that begins with token ``first``."""
    end = first
    while end < min(first + LONGEST, len(line)) and (line.low[end] in _INSIDE or _is_name_word(line, end)):
        end += 1
    while end > first and line.low[end - 1] in _INSIDE:
        end -= 1
    if end > first and not (is_plural(line.low[end - 1]) or line.written(end - 1)[:1].isupper()):
        stop = next((k for k in range(end, min(end + 6, len(line))) if line.low[k] == "," or line.numerals[k]), end + 6)
        far = (k for k in range(end, min(stop, len(line))) if is_plural(line.low[k]) and line.low[k] not in STOPS)
        end = next(far, end - 1) + 1  # "reliable but as yet unconfirmed sources"
    return (line.starts[first], line.ends[end - 1]) if end > first else None


def _told(line: Line, k: int) -> Teller | None:
    """The teller whose verb is token ``k``."""
    if line.word(k + 1) in ("of", "that") and line.low[k] in _NOUNS and line.word(k - 1) in verb_forms():
        return None  # "we deny reports of 100 bodies"
    at = k - 1
    while at >= 0 and (line.low[at] in _AUXILIARIES or line.low[at].endswith("ly")):
        at -= 1
    if at < 0 or line.low[at] in _PASSIVE:
        return None
    if line.low[k] not in _TELL and not any(line.numerals[k + 1 : k + CLOSE]):
        return None
    first = _name_start(line, at)
    if first is None:
        return None
    if line.numeral(first - 1) is not None and line.low[k] in _COUNT:
        return None  # "63 deaths registered, of which 44 …"
    span = (line.starts[first], line.ends[at])
    if line.low[k] not in _TRAILING and not _is_known(line, first, at):
        return None
    if _is_between(line, first, k):
        return Teller(span, 0, len(line))
    ahead = any(line.numerals[k : k + FAR])
    if ahead:
        opens = first <= 6 or line.low[first - 1] in (",", ";", "“", '"')
        return Teller(span, k, _clause_end(line, k)) if opens else None
    ends = len(line) - k <= TAIL and line.low[k] in _TRAILING and (line.word(k + 1) in _ADJUNCTS or k + 1 == len(line))
    return Teller(span, 0, first) if ends else None


def _is_between(line: Line, first: int, k: int) -> bool:
    """Whether the name from ``first`` on and its verb at ``k`` stand between commas, inside of what they tell."""
    if line.low[k] not in _TRAILING or first < 2 or line.low[first - 1] != "," or line.low[first - 2] in _JOINING:
        return False
    if not any(line.numerals[:first]):
        return False
    return line.word(k + 1) in _ADJUNCTS and "," in line.low[k + 1 : k + TAIL]


def _clause_end(line: Line, k: int) -> int:
    """The semicolon behind token ``k`` that ends what its teller tells, else the end of the line."""
    return next((at for at in range(k, min(k + FAR, len(line))) if line.low[at] == ";"), len(line))


def _name_start(line: Line, last: int) -> int | None:
    """The first token of the name that ends with token ``last``; None where that is no name of a teller."""
    if line.low[last] == ")":
        last = next((k - 1 for k in range(last - 1, max(-1, last - 5), -1) if line.low[k] == "("), -1)
    if last < 0 or not _is_name_word(line, last):
        return None
    first = last
    while first > max(0, last - LONGEST) and line.low[first] not in _DETERMINERS:
        before = first - 1
        if not (_is_name_word(line, before) or (line.low[before] in _INSIDE and line.low[before] not in ("and", "in"))):
            break
        first = before
    while line.low[first] in _INSIDE - _DETERMINERS:
        first += 1
    if line.low[last] in _DETERMINERS or not TOTALS.isdisjoint(line.low[first : last + 1]):
        return None
    return first


def _is_known(line: Line, first: int, last: int) -> bool:
    """Whether a name has a capital or ends with a word for a person or a body."""
    named = any(line.written(k)[:1].isupper() for k in range(max(first, 1), last + 1)) or line.written(first).isupper()
    return named or is_person(line.low[last]) or line.low[last] in _BODIES


def _is_name_word(line: Line, k: int) -> bool:
    word = line.word(k)
    return word[:1].isalpha() and word not in _PRONOUNS and (word not in STOPS or word in _DETERMINERS)
