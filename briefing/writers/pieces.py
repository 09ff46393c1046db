"""Pieces of text as HTML: whose words they are, in which language, and in which direction they run."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from briefing.language.direction import direction
from briefing.language.hidden import shown
from briefing.model.briefing import Briefing, Cut, Phrase, Piece, RuleText, Statement, Words

UNDRAWN = re.compile(
    "([\ue000-\uf8ff\ufdd0-\ufdef\ufff0-\ufff8\ufffe\uffff\x00-\x08\x0e-\x1f\x7f-\x9f\U000f0000-\U0010ffff]+)"
)
"""Private, unassigned and control characters, such as the bullets that word processors leave behind."""
LONG = 28
"""Characters from which a word is too long for a line."""
LONG_WORD = re.compile(rf"(\S{{{LONG},}})")
UNBROKEN = re.compile(rf"[^ ]{{{LONG}}}")
"""The same where all is printable, of which no white space but the space is: twice as soon found."""
RULE_NAMES = ("id", "version")
"""The fields of a rule that are in no language."""
STRONG = {"L": "ltr", "R": "rtl", "AL": "rtl"}
"""The direction of a character that has one, by its class in Unicode."""


@dataclass(frozen=True)
class Tongue:
    """What a page is in, ``language``, and what its sources are in, by source id where that is known."""

    language: str = "en"
    of_sources: Mapping[str, str | None] = field(default_factory=dict)

    @classmethod
    def of(cls, briefing: Briefing) -> Tongue:
        """The tongue of a briefing's page."""
        return cls(briefing.language, {source.id: source.language for source in briefing.claims.sources})

    def attributes(self, language: str | None) -> Markup:
        """The lang and dir attributes of a text in ``language``; none where that is the page's or unknown.

        "" asks for what the page itself needs beside its lang: dir where it runs from right to left.
        """
        if language == "":
            return Markup(' dir="rtl"') if direction(self.language) == "rtl" else Markup("")
        if not language or language == self.language:
            return Markup("")
        return Markup(' lang="{}" dir="{}"').format(language, direction(language))

    def flow(self, language: str | None) -> Markup:
        """The dir attribute of a block, or of words with citations, in ``language``; none where it is the page's."""
        if not language or direction(language) == direction(self.language):
            return Markup("")
        return Markup(' dir="{}"').format(direction(language))

    def pieces(self, statement: Statement) -> Markup:
        """The pieces of a statement as HTML; a source's words inside the program's own sentence are told apart."""
        around = statement.language or self.language
        return Markup("".join([self._piece(piece, around, inside=False) for piece in statement.pieces]))

    def _piece(self, piece: str | Piece, around: str, *, inside: bool) -> Markup:
        if isinstance(piece, str):
            return wrapped(piece)
        if isinstance(piece, Phrase):
            return Markup("".join([self._piece(part, around, inside=True) for part in piece.parts]))
        if isinstance(piece, Words):
            return self._words(piece, around, inside)
        if isinstance(piece, Cut):
            return Markup('<span class="cut">{}</span>').format(piece.text)
        if isinstance(piece, RuleText) and piece.language != around and piece.field not in RULE_NAMES:
            return Markup("<span{}>{}</span>").format(self.attributes(piece.language), wrapped(piece.text))
        return self._isolated(piece.text, around)

    def _words(self, piece: Words, around: str, inside: bool) -> Markup:
        """A source's words: in a sentence that is in another language with their own; else as they stand."""
        language = self.of_sources.get(piece.anchor.source)
        foreign = self.attributes(language) if language != around else Markup("")
        text = wrapped(piece.text) if language else self._isolated(piece.text, around)
        if piece.differs:
            return Markup("<mark{}>{}</mark>").format(foreign, text)
        if inside or foreign:
            return Markup("<span{}{}>{}</span>").format(Markup(' class="words"' if inside else ""), foreign, text)
        return text

    def _isolated(self, text: str, around: str) -> Markup:
        """A text in no known language: kept apart, with its own direction, where that is not the one around it."""
        own = next((STRONG[kind] for each in text if (kind := unicodedata.bidirectional(each)) in STRONG), None)
        if own is None or own == direction(around):
            return wrapped(text)
        return Markup('<bdi dir="{}">{}</bdi>').format(own, wrapped(text))


def wrapped(text: str) -> Markup:
    """Text as HTML: hidden characters as marks; a word too long for a line (an address, most often) is marked as one
    that may be broken, and characters that no typeface draws are marked, so that paper can leave them undrawn."""
    if text.isprintable() and (len(text) < LONG or not UNBROKEN.search(text)):  # most are and have none
        return escape(text)
    return Markup("").join(
        Markup('<span class="long">{}</span>').format(_drawn(part)) if index % 2 else _drawn(part)
        for index, part in enumerate(LONG_WORD.split(shown(text)))
    )


def escaped(text: str) -> Markup:
    """A text as HTML, hidden characters as marks: for what is no passage, such as an id or a label."""
    return escape(shown(text))


def _drawn(text: str) -> Markup:
    return Markup("").join(
        Markup('<span class="undrawn">{}</span>').format(part) if index % 2 else escape(part)
        for index, part in enumerate(UNDRAWN.split(text))
    )
