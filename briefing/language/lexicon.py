"""Lexicons: the knowledge of words, TOML beside this file, an organisation's own merged in, and patterns made of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from briefing.language.knowledge import tables


@cache
def lexicon(name: str) -> Mapping[str, Any]:
    """The tables of ``lexicons/<name>.toml``."""
    return tables("language/lexicons", name)


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """The words listed under ``key`` in lexicon ``name``."""
    return frozenset(lexicon(name)[key])


def either(words: Iterable[str]) -> str:
    """A pattern that fits any of ``words``, the longest first.

    Words that begin alike share their beginning, so that a text is not tried against each of them.
    """
    return _branch(sorted(set(words)))


def _branch(words: list[str]) -> str:
    """The pattern for sorted words, of which one may be empty."""
    ends = words[0] == ""
    groups: dict[str, list[str]] = {}
    for word in words:
        if word:
            groups.setdefault(word[0], []).append(word[1:])
    branches = [re.escape(first) + (_branch(rest) if rest != [""] else "") for first, rest in groups.items()]
    if not branches:
        return ""
    if len(branches) == 1 and not ends:
        return branches[0]
    return f"(?:{'|'.join(branches)}){'?' if ends else ''}"
