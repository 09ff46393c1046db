"""Lexicons: the knowledge of words, kept as TOML beside this file, an organisation's own merged in, and read once."""

from __future__ import annotations

from collections.abc import Mapping
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
