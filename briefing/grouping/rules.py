"""The knowledge of this room, kept as TOML in ``rules`` and read once."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Any


@cache
def rules(name: str) -> Mapping[str, Any]:
    """The tables of ``rules/<name>.toml``."""
    file = resources.files("briefing.grouping") / "rules" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
