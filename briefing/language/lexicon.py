"""Lexicons: the knowledge of words, kept as TOML beside this file and read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any


@cache
def lexicon(name: str) -> Mapping[str, Any]:
    """The tables of ``lexicons/<name>.toml``."""
    file = resources.files("briefing.language") / "lexicons" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))


@cache
def word_set(name: str, key: str) -> frozenset[str]:
    """The words listed under ``key`` in lexicon ``name``."""
    return frozenset(lexicon(name)[key])
