"""The texts of rules in other languages: translated where somebody has, else in English, in which they are written."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources

from babel.messages.pofile import read_po

WRITTEN = "en"
"""The language that rules are written in."""


@cache
def rule_translations(language: str) -> Mapping[str, str]:
    """The texts of rules in ``language``, by their English text; none where nobody has translated any."""
    file = resources.files("briefing.language") / "rule_texts" / f"{language}.po"
    if language == WRITTEN or not file.is_file():
        return {}
    with file.open("rb") as stream:
        found = read_po(stream, abort_invalid=True)
    return {m.id: m.string for m in found if m.id and isinstance(m.id, str) and isinstance(m.string, str) and m.string}
