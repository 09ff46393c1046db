"""Audience: who reads a briefing, and so what it shows and how it looks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Term:
    """A word that the glossary explains: ``forms`` are how texts write it; its name is the label ``term-<id>``, what
    it means the label ``means-<id>``."""

    id: str
    forms: tuple[str, ...]

    def found(self, text: str) -> re.Match[str] | None:
        """Where ``text`` first has the word, whole; capitals count only in a form that has several, as acronyms do."""
        matches = (_pattern(form).search(text) for form in self.forms)
        return min(filter(None, matches), key=re.Match.start, default=None)


@cache
def _pattern(form: str) -> re.Pattern[str]:
    flags = re.NOFLAG if sum(letter.isupper() for letter in form) > 1 else re.IGNORECASE
    return re.compile(rf"(?<!\w){re.escape(form)}(?!\w)", flags)


@dataclass(frozen=True, slots=True)
class Audience:
    """One audience, its parents' settings merged in.

    ``folders`` are template folders, its own first and its furthest parent's last. ``sections`` are section names in
    the order they are printed. ``key_figures`` is how many cards are shown at most, ``bottom_line`` how many claims;
    ``statements``, ``per_actor``, ``per_sector`` and ``matters`` are the most that the sections print.
    ``weights`` scores claims for titles, bottom line and cards: keys are dotted names ("sector.displacement",
    "force.urged", "form.direct", "figure.people"), values points. ``labels`` are texts its own templates print.
    ``style`` names a folder of ``styles``. ``page`` is "A4" or "Letter". ``annex`` is "none", "excerpts" or "full".
    """

    name: str
    folders: tuple[Path, ...]
    sections: tuple[str, ...]
    weights: Mapping[str, float] = field(default_factory=dict)
    labels: Mapping[str, str] = field(default_factory=dict)
    key_figures: int = 8
    bottom_line: int = 2
    statements: int = 60
    per_actor: int = 10
    per_sector: int = 5
    matters: int = 24
    title: tuple[str, ...] = ("quotation", "headline")
    style: str = "spine"
    page: str = "A4"
    annex: str = "full"
    language: str = "en"
    tlp: str | None = None
    length: Mapping[str, int] = field(default_factory=dict)
    """The most words a section should have, by section; `briefing check` tells of those that have more."""
    differences: int = 4
    """How many differences between the sources the section of that name tells at most."""
    ceiling: str | None = None
    """The strictest TLP 2.0 label this audience may be shown; sources that carry a stricter one are withheld."""
    register: str = "professional"
    """Who the program's own words are for: "plain" has its labels held against plain language by the lint."""
    pages: int | None = None
    """The most pages a PDF should have before its sources and annex; None for any number."""
    front: tuple[str, ...] = ()
    """The first sections, which have to stand on one page; a page begins after the last of them."""
    terms: tuple[Term, ...] = ()
    """What the glossary may explain, in the order of its file."""
    translated: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """Its own labels in other languages than ``language``, by language."""

    def speaking(self, language: str, known: Callable[[str], bool]) -> Audience:
        """This audience in ``language``: its labels of that language, and of its others those alone that a catalogue
        does not have (``known`` says which it has); no glossary, which is written for the language of its own."""
        if language == self.language:
            return self
        kept = {key: text for key, text in self.labels.items() if not known(key)}
        sections = tuple(section for section in self.sections if section != "glossary")
        return replace(self, labels={**kept, **self.translated.get(language, {})}, sections=sections, terms=())
