"""Names of persons, told by their shape and by what stands beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.language.lexicon import word_set
from briefing.model.source import Span

_LETTER = "[A-ZÀ-ÖØ-Þ]"
GIVEN = rf"{_LETTER}[^\W\d_]+(?:[-'’][^\W\d_]+(?<![-'’]s))?"
_MORE = rf"[ ](?:(?:al|el|bin|ibn|bint|abu|umm|de|da|van|von)[ -])?{GIVEN}"
NAME = rf"\b{GIVEN}(?:{_MORE}){{0,3}}"
FULL = rf"\b{GIVEN}(?:{_MORE}){{1,3}}"
SHORT = rf"(?:{FULL}|\b{GIVEN}[ ]{_LETTER}\.|\b{GIVEN}(?=,[ ]\d))"
"""A name as people are called who are only half named: in full, with an initial, or a first name and an age."""
NAMES = rf"{FULL}(?:(?:,[ ]\d{{1,2}})?(?:,?[ ]and[ ]|,[ ]){FULL}){{0,8}}"
"""A name or a list of names, some with an age."""
BETWEEN = r"(?:(?:,[ ]\d{1,2})?,[^,.;:()]{1,60},|[ ]\([^()]{1,40}\)|,?[ ]?[—–](?:[^—–.;]{1,60}[—–])?)?"
"""An age or an apposition between a name and its verb, or the dash that closes one."""
NEAR = 60
"""Code points on either side of a name in which an office stands that is the name's."""
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE = (
    re.compile(r"(?P<office>[^\W\d_]+)\.?,?[ ]?\Z"),
    re.compile(r"(?P<office>[^\W\d_]+)[ ](?:of|for|in)[ ][^,.;:()]{1,40},[ ]\Z"),
)
_NEXT = re.compile(r" ([a-z-]+)")
_AFTER = re.compile(r"(?:,[ ]\d{1,2})?(?:,|[ ]\(|[ ]?[—–]|,? who (?:is|was))[ ]?(?P<beside>[^,.;:()—–]{1,60})")


def each_name(found: re.Match[str], group: str = "name") -> Iterator[tuple[str, Span]]:
    """The names of persons in a group of a match, each with its place in the text."""
    for one in _names().finditer(found[group]):
        name = own_name(one[0])
        if name:
            end = found.start(group) + one.end()
            yield name, (end - len(name), end)


@cache
def _names() -> re.Pattern[str]:
    return re.compile(rf"{SHORT}|{NAME}")


def own_name(found: str) -> str | None:
    """A name without words before it that begin none; None where none is left, or it is that of a body."""
    words = found.split(" ")
    first = next((k for k, word in enumerate(words) if word not in word_set("harm", "not_names")), len(words))
    called = [k + 1 for k, word in enumerate(words[:-2]) if k >= first and _role(word)]
    first = called[-1] if called else first
    return None if first >= len(words) or _of_body(words[-1]) else " ".join(words[first:])


def _of_body(word: str) -> bool:
    return word in word_set("harm", "bodies") or word.lower() in word_set("speakers", "organisations")


def _role(word: str) -> bool:
    low = word.lower()
    return any(low in words for words in (word_set("speakers", "roles"), word_set("harm", "private"), _offices()))


@cache
def _offices() -> frozenset[str]:
    return word_set("harm", "office")


def in_office(text: str, name: Span) -> bool:
    """Whether a sentence calls a name by an office: right before it, in it, or in what stands beside it."""
    if _office(text[slice(*name)]):
        return True
    before = text[max(0, name[0] - NEAR) : name[0]]
    if any(found and _office(found["office"]) for found in (pattern.search(before) for pattern in _BEFORE)):
        return True
    next_ = _NEXT.match(text, name[1])
    if next_ and _office(next_[1]):  # "the death of Red Dawn leader Abu Saf": a body's name
        return True
    after = _AFTER.match(text, name[1])
    return bool(after and _office(after["beside"]) and not _speech(after["beside"]))


def _office(words: str) -> bool:
    return not _offices().isdisjoint(_WORD.findall(words.lower()))


def _speech(words: str) -> bool:
    return not word_set("harm", "saying").isdisjoint(_WORD.findall(words.lower()))
