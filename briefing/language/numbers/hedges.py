"""Hedges and bounds: the words that say a number is at least, at most or about right, and how far they reach."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from briefing.language.lexicon import lexicon
from briefing.language.numbers.lines import HYPHENS, Line
from briefing.model.source import Span


class Hedge(NamedTuple):
    """A hedge on a number: its bound (">=", "<=" or None for a mere "about"), and where its words stand."""

    bound: str | None
    span: Span | None


_HEDGES = lexicon("hedges")
_SIGNS: Mapping[str, str] = _HEDGES["signs"]
_BETWEEN = frozenset(word.lower() for word in _HEDGES["between"]["words"])
_NOT_AFTER = {word: frozenset(before) for word, before in _HEDGES["not_after"].items()}
_TIME_HEDGES = frozenset(_HEDGES["spans_of_time"]["hedges"])
_TIME_AFTER = frozenset(_HEDGES["spans_of_time"]["after"])


def _phrases(table: Mapping[str, list[str]], place: int) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrases by their first (0) or last (-1) word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for bound, phrases in table.items():
        for phrase in phrases:
            words = tuple(phrase.replace(".", " .").split())
            found.setdefault(words[place], []).append((words, bound))
    for entries in found.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return found


_BEFORE = _phrases(_HEDGES["before"], -1)
_AFTER = _phrases(_HEDGES["after"], 0)


def hedge(line: Line, i: int, is_time: bool) -> Hedge | None:
    """The hedge on the number at token ``i``; ``is_time`` says that it counts a length of time."""
    before = _before(line, i, is_time)
    if before is not None and before.bound is not None:
        return before
    after = _after(line, i)
    return after if after and after.bound else before or after or _sign(line, i)


def reaches(line: Line, i: int, k: int) -> bool:
    """Whether a hedge before the number at ``i`` also covers the next, at ``k`` ("at least 12 dead and 40 hurt").

    It does where nothing but a counted word or two and "and" stand between.
    """
    between = line.low[i + 1 : k]
    return 2 <= len(between) <= 4 and between[-1] == "and" and not any(word in _BREAKS for word in between[:-1])


def opening(line: Line, i: int) -> int:
    """The first token of the hedge and determiners that stand right before the number at ``i``; ``i`` without any."""
    k = i
    while k > 0:
        word = line.low[k - 1]
        lengths = [
            len(words) for words, _ in _BEFORE.get(word, ()) if tuple(line.low[max(0, k - len(words)) : k]) == words
        ]
        if lengths:
            k -= lengths[0]
        elif word == "of":
            if line.word(k - 2) != "total":
                break
            k -= 2
        elif word in _BETWEEN or word in _SIGNS:
            k -= 1
        else:
            break
    return k


_BREAKS = frozenset(lexicon("counted")["stops"]["words"]) | frozenset(",;:.()-–—\"'“”‘’")


def _before(line: Line, i: int, is_time: bool) -> Hedge | None:
    k = i - 1
    for _ in range(4):
        word = line.word(k)
        if not word:
            return None
        for words, bound in _BEFORE.get(word, ()):
            first = k - len(words) + 1
            if (
                first >= 0
                and tuple(line.low[first : k + 1]) == words
                and _holds(line, first, words, is_time, k == i - 1)
            ):
                return _with_stronger(line, first, k, bound)
        if word not in _BETWEEN and not (word == "," and line.word(k - 1) in ("least", "most")):
            return None
        k -= 1
    return None


def _holds(line: Line, first: int, words: tuple[str, ...], is_time: bool, touches: bool) -> bool:
    before = line.word(first - 1)
    head = words[0]
    if len(words) > 1:
        return True
    if before in _NOT_AFTER.get(head, ()):
        return False
    if not touches and head in _LOOSE:
        return False
    return not (is_time and head in _TIME_HEDGES and before not in _TIME_AFTER)


_LOOSE = frozenset(["over", "under", "above", "below", "near", "beyond", "about", "around", "some"])


def _with_stronger(line: Line, first: int, last: int, bound: str) -> Hedge:
    """The hedge found; a bound before it ("at least some 40") is the stronger."""
    if bound == "~":
        k = first - 1
        while line.word(k) in _BETWEEN and k > first - 3 and not _BEFORE.get(line.word(k)):
            k -= 1
        for words, other in _BEFORE.get(line.word(k), ()):
            start = k - len(words) + 1
            if other != "~" and len(words) > 1 and start >= 0 and tuple(line.low[start : k + 1]) == words:
                return Hedge(other, (line.starts[start], line.ends[last]))
    return Hedge(None if bound == "~" else bound, (line.starts[first], line.ends[last]))


def _after(line: Line, i: int) -> Hedge | None:
    if line.word(i + 1) == "+":
        return Hedge(">=", (line.starts[i + 1], line.ends[i + 1]))
    if line.word(i + 1) in HYPHENS and line.word(i + 2) == "odd":
        return Hedge(None, (line.starts[i + 2], line.ends[i + 2]))
    for k in (i + 1, i + 2, i + 3):
        for words, bound in _AFTER.get(line.word(k), ()):
            if (
                not line.written(k)[:1].isupper()
                and tuple(line.low[k : k + len(words)]) == words
                and (len(words) > 1 or _ends(line, k + 1))
            ):
                return Hedge(None if bound == "~" else bound, (line.starts[k], line.ends[k + len(words) - 1]))
        if line.numeral(k) or not line.word(k)[:1].isalpha() or line.word(k) in _BREAKS:
            return None
    return None


def _ends(line: Line, k: int) -> bool:
    """Whether a phrase ends before token ``k``."""
    return not line.word(k)[:1].isalpha() or line.word(k) in _BREAKS


def _sign(line: Line, i: int) -> Hedge | None:
    before = line.word(i - 1)
    if before == "=" and line.word(i - 2) in "<>" and line.word(i - 2):
        return Hedge(_SIGNS[line.word(i - 2) + "="], (line.starts[i - 2], line.ends[i - 1]))
    bound = _SIGNS.get(before)
    return Hedge(None if bound == "~" else bound, (line.starts[i - 1], line.ends[i - 1])) if bound else None
