"""The knowledge of this room, kept as TOML in ``rules`` and read once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from briefing.language.knowledge import tables


@cache
def rules(name: str) -> Mapping[str, Any]:
    """The tables of ``rules/<name>.toml``."""
    return tables("grouping/rules", name)


@cache
def by_word(table: str) -> Mapping[str, str]:
    """The single words of a table of the counting rules, with the name they stand under."""
    found: Mapping[str, Sequence[str]] = rules("counting")[table]
    return {word: name for name, words in found.items() for word in words if " " not in word}


@cache
def phrases(table: str) -> tuple[tuple[str, str], ...]:
    """The phrases of several words of a table of the counting rules, each with its name."""
    found: Mapping[str, Sequence[str]] = rules("counting")[table]
    return tuple((phrase, name) for name, words in found.items() for phrase in words if " " in phrase)


def first_of(table: str, words: Sequence[str], *, single: bool = True) -> str:
    """The name in ``table`` that ``words`` stand for, a phrase before a ``single`` word; "" where none does."""
    text = " ".join(words)
    by_phrase = (name for phrase, name in phrases(table) if said((phrase,), text))
    alone = (name for word in words if single and (name := by_word(table).get(word)))
    return next(by_phrase, "") or next(alone, "")


def said(wanted: Iterable[str], text: str) -> bool:
    """Whether ``text``, words parted by single spaces, has one of the wanted words or phrases."""
    alone, longer = _parted(tuple(wanted))
    if not alone.isdisjoint(text.split()):
        return True
    padded = f" {text} "
    return any(phrase in padded for phrase in longer)


@cache
def _parted(wanted: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
    """The single words among ``wanted``, and the phrases of several with a space on either side."""
    longer = tuple(f" {phrase} " for phrase in wanted if " " in phrase)
    return frozenset(phrase for phrase in wanted if " " not in phrase), longer
