"""Words as they are compared: lower case, endings folded, words that say nothing of the matter left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import Any

from briefing.grouping.rules import rules

WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:[-‑][^\W\d_]+)*")
VOWEL = re.compile("[aeiouy]")
UNDOUBLED = frozenset("lsz")
"""Letters that stay doubled before an ending ("killed", "missing")."""


@lru_cache(maxsize=1024)
def spoken(text: str) -> tuple[str, ...]:
    """The words and numbers of ``text`` in order, lower case; digits without the commas between thousands.

    Kept for a while, since one stretch of text is read for several things in turn.
    """
    words = WORD.findall(text.lower())
    return tuple([word.replace(",", "") for word in words] if "," in text else words)


def stems(words: Iterable[str], language: str | None) -> list[str]:
    """The words that say something, folded; in the order given."""
    tongue = primary(language)
    stop = stop_words(tongue)
    return [fold(word, tongue) for word in words if word not in stop]


def content(text: str, language: str | None) -> frozenset[str]:
    """What ``text`` is about: its folded words, each once."""
    return frozenset(stems(spoken(text), language))


@lru_cache(maxsize=65536)
def fold(word: str, language: str) -> str:
    """A lower-case ``word`` without its ending, so that the forms of one word are equal."""
    knowledge = _knowledge(language)
    if not knowledge or word[0].isdigit():
        return word
    word = knowledge["irregular"].get(word, word)
    if word.endswith(_endings(language)):
        for ending, least in knowledge["endings"]:
            if word.endswith(ending) and VOWEL.search(stem := word[: -len(ending)]) and len(stem) >= least:
                return _trimmed(stem)
    return word


@cache
def _endings(language: str) -> tuple[str, ...]:
    return tuple(ending for ending, _ in _knowledge(language)["endings"])


def _trimmed(stem: str) -> str:
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in UNDOUBLED:
        return stem[:-1]
    return stem[:-1] if len(stem) > 4 and stem[-1] in "ei" else stem


def primary(language: str | None) -> str:
    """The primary tag of a BCP 47 language tag; English where none is stated."""
    return (language or "en").split("-")[0].lower()


def negations(language: str | None) -> frozenset[str]:
    """The words that turn a statement into its contrary."""
    return _words(primary(language), "negations")


@cache
def opposites(language: str) -> tuple[tuple[str, str], ...]:
    """Pairs of folded words of which each says the contrary of the other."""
    pairs = _knowledge(language).get("opposites", ())
    return tuple((fold(one, language), fold(other, language)) for one, other in pairs)


@cache
def clause_ends(language: str) -> re.Pattern[str]:
    """Matches where a clause ends: the marks, and the space before words at which a second statement begins."""
    links = "|".join(re.escape(words) for words in sorted(_words(language, "clause_links")))
    marks = r"[.!?;](?=[\s”\"’')\]]|$)"
    return re.compile(rf"{marks}|,?\s(?=(?:{links})\b)" if links else marks)


@cache
def stop_words(language: str) -> frozenset[str]:
    """The words that say nothing of the matter."""
    return _words(language, "stop")


@cache
def calendar(language: str) -> frozenset[str]:
    """Names of days and months."""
    return _words(language, "calendar")


@cache
def name_links(language: str) -> frozenset[str]:
    """The small words inside names."""
    return _words(language, "name_links")


@cache
def _words(language: str, key: str) -> frozenset[str]:
    return frozenset(_knowledge(language).get(key, ()))


@cache
def _knowledge(language: str) -> Mapping[str, Any]:
    table: Mapping[str, Any] = rules("wording").get(language, {})
    return table


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much of the shorter's words the longer shares, from 0 to 1."""
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0
