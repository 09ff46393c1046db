"""Saying: a report inside one unit, by runs of items."""

from __future__ import annotations

from typing import NamedTuple

from briefing.language.grammar.units import Items
from briefing.language.verbs import Verb


class Saying(NamedTuple):
    """A report in a unit, by runs of items: speaker, cue and the pieces of what is said."""

    speaker: Items | None
    cue: Items
    content: tuple[Items, ...]
    verb: Verb | None
    frame: str
