"""Units: a sentence as the grammar sees it, with every quotation that stands on its own as one item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from briefing.language.grammar.retagging import retag
from briefing.language.grammar.tagger import tagger
from briefing.language.grammar.tagsets import QUOTE
from briefing.language.lexicon import lexicon, word_set
from briefing.language.quotations import Quotation
from briefing.language.verbs import verb_forms
from briefing.language.words import Word, words
from briefing.model.source import Passage, Span

Items = tuple[int, int]
"""A run of a unit's items: first, and one past the last."""

MARKS = frozenset({'"', "“", "”", "„", "«", "»", "``", "''", "‘", "’", "'", "‹", "›"})
FEW = 9
"""How many items may part two pieces of one quotation."""

BRACKETED = 9
"""At most this many items make a bracket that belongs to the noun before it."""

PRONOUNS = word_set("speakers", "pronouns_relative") | word_set("speakers", "pronouns_self") | {"it"}
CAPITAL = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+\b")
LOWER = re.compile(r"(?<= )[a-z]+\b")
BEFORE_QUOTE = frozenset({",", ":", "—", "–", "--", "-", ";", ")", "...", "…", "(", "and", "but", "that"})


@dataclass(slots=True)
class Unit:
    """A sentence, or several that one quotation holds together, as items with places and tags.

    ``quote`` gives for each item the quotation it stands for, else None; ``woven``
    whether it lies in a quotation that is part of the reporter's own sentence. ``start`` and ``end`` are its place,
    ``paragraph``, ``kind`` and ``lead`` those of its passage.
    """

    start: int
    end: int
    paragraph: int
    kind: str
    lead: Span | None = None
    text: list[str] = field(default_factory=list)
    low: list[str] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    begins: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    quote: list[Quotation | None] = field(default_factory=list)
    woven: list[bool] = field(default_factory=list)
    found: dict[tuple[str, int, int], Items | None] = field(default_factory=dict)
    """What looking for subjects has found so far (see subjects.remembered)."""

    def __len__(self) -> int:
        return len(self.text)

    def span(self, a: int, b: int) -> Span:
        """The place of items ``a`` up to, not including, ``b``."""
        return self.begins[a], self.ends[b - 1]

    def extend(self, found: Sequence[Word], quote: Quotation | None = None, woven: bool = False) -> None:
        """Add items, not tagged yet."""
        self.woven += [woven] * len(found)
        self.text += [word.text for word in found]
        self.low += [word.text.lower().replace("’", "'") for word in found]
        self.begins += [word.start for word in found]
        self.ends += [word.end for word in found]
        self.quote += [quote] * len(found)


def paragraph_key(passage: Passage) -> int:
    """One number for each paragraph and each list item of a text."""
    return passage.locator.paragraph * 1000 + (passage.locator.item or 0)


def units(text: str, passages: Sequence[Passage], quotes: Sequence[Quotation]) -> list[Unit]:
    """The units of a text's passages, in order."""
    out: list[Unit] = []
    at = 0
    for passage in passages:
        while at < len(quotes) and quotes[at].outer[1] <= passage.start:
            at += 1
        paragraph = paragraph_key(passage)
        if out and out[-1].paragraph == paragraph and at < len(quotes) and quotes[at].outer[0] < passage.start:
            out[-1].end = passage.end  # the sentence begins inside a quotation
        else:
            out.append(Unit(passage.start, passage.end, paragraph, passage.kind, passage.lead))
    at = 0
    named = names_of(text)
    for unit in out:
        while at < len(quotes) and quotes[at].outer[1] <= unit.start:
            at += 1
        fill(text, unit, quotes, at)
    for before, unit in pairwise([Unit(0, 0, -1, ""), *out]):
        if may_report(unit):
            give_tags(unit, named)
        else:
            unit.tag = [""] * len(unit)
        if unit.low[:1] == ['"'] and not any(before.tag) and before.paragraph == unit.paragraph:
            give_tags(before, named)  # who speaks may only be named there
    return out


def names_of(text: str) -> frozenset[str]:
    """The words that stand inside a sentence of the text with a capital and nowhere without: names, most of them."""
    return frozenset(CAPITAL.findall(text)) - {word.capitalize() for word in LOWER.findall(text)}


def fill(text: str, unit: Unit, quotes: Sequence[Quotation], at: int) -> None:
    """Give ``unit`` its items, without tags; ``at`` is the first quotation that may lie in it."""
    position = unit.start
    while at < len(quotes) and quotes[at].outer[0] < unit.end:
        quote = quotes[at]
        add_words(unit, text, position, quote.outer[0])
        if stands_alone(text, unit, quote):
            unit.extend([Word('"', *quote.outer)], quote)
        else:
            add_words(unit, text, quote.start, quote.end, woven=True)
        position = max(position, quote.outer[1])
        at += 1
    add_words(unit, text, position, unit.end)


def give_tags(unit: Unit, named: frozenset[str]) -> None:
    """Give the items of ``unit`` their tags; ``named`` are the words that are names in its text."""
    unit.tag = tagger().tag(plain_case(unit))
    for i, quote_here in enumerate(unit.quote):
        if quote_here is not None:
            unit.tag[i] = QUOTE
    fold_brackets(unit)
    keep_acronyms(unit)
    retag(unit.text, unit.low, unit.tag, named)


def keep_acronyms(unit: Unit) -> None:
    """Leave an acronym that would read as a pronoun ("WHO", "US") in capitals; in capitals throughout none is told."""
    if any(text.islower() for text in unit.text):
        for i, text in enumerate(unit.text):
            if len(text) > 1 and text.isupper() and unit.low[i] in PRONOUNS:
                unit.low[i], unit.tag[i] = text, "NNP"


def may_report(unit: Unit) -> bool:
    """Whether a unit has a word or mark that may report: the others need no tags, which take most of the time."""
    words, followed, opens = reporting()
    if not words.isdisjoint(unit.low):
        return True
    if "that" in unit.low and not followed.isdisjoint(unit.low):
        return True
    return unit.low[:1] == ["for"] and not opens.isdisjoint(unit.low)


@cache
def reporting() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words that may report, those that do only with "that", and those that do behind "for" at the start."""
    nouns = lexicon("nouns")
    followed = frozenset(noun for noun, entry in nouns.items() if entry["opens"] == ["that"])
    words = word_set("syntax", "cues") | idiom_keys() | verb_forms().keys() | (nouns.keys() - followed)
    return frozenset(words), followed - words, frozenset(lexicon("idioms")["stance"]["nouns"])


@cache
def idiom_keys() -> frozenset[str]:
    """The words by which phrases that report are known."""
    known = lexicon("idioms")
    return frozenset(
        [*known["hearing"]["verbs"], *known["keys"], *known["counting"]["verbs"], *known["needing"]["verbs"]]
    )


def fold_brackets(unit: Unit) -> None:
    """Make a few bracketed words after a noun ("(R-SC)", "(TTP)") part of that noun's item."""
    k = 1
    while k < len(unit):
        if unit.low[k] == "(" and unit.tag[k - 1].startswith("NN"):
            end = next((m for m in range(k + 1, min(k + BRACKETED, len(unit))) if unit.low[m] == ")"), None)
            verb = end != k + 2 and end and any(tag.startswith("V") for tag in unit.tag[k:end])  # not "(retired)"
            if end and not verb and QUOTE not in unit.tag[k:end]:
                unit.ends[k - 1] = unit.ends[end]
                for items in (unit.text, unit.low, unit.tag, unit.begins, unit.ends, unit.quote, unit.woven):
                    del items[k : end + 1]
                continue
        k += 1


def plain_case(unit: Unit) -> list[str]:
    """The words to tag: a headline in title case is tagged in lower case, acronyms apart."""
    long = [word for word in unit.text if len(word) > 3 and word[0].isalpha()]
    if unit.kind == "sentence" or sum(word[0].isupper() for word in long) <= 0.7 * len(long):
        return unit.text
    return [word if word.isupper() else word.lower() for word in unit.text]


def add_words(unit: Unit, text: str, start: int, end: int, woven: bool = False) -> None:
    """Add the words of ``text[start:end]`` to ``unit``, leaving quotation marks out."""
    if start < end:
        unit.extend([word for word in words(text, start, end) if word.text not in MARKS], woven=woven)


def stands_alone(text: str, unit: Unit, quote: Quotation) -> bool:
    """Whether a quotation is speech of its own and not a few words woven into a sentence of the reporter's."""
    said = text[quote.start : quote.end]
    if not said.strip():
        return False
    if not quote.opened or not quote.closed:
        return True
    before = unit.low[-1] if len(unit) else ""
    fence = not before or before in BEFORE_QUOTE
    capital = said[:1].isupper() or said[:1].isdigit() or said[:1] in "[‘'…."
    finished = said[-1:] in ",.?!…—"
    size = said.count(" ") + 1
    if capital and finished and is_reporting(before) and before.endswith(("ed", "ing")):
        return True
    if before == "that" or unit.low[-2:] == ["that", ","]:
        return False
    if fence and capital:
        return size > 3 or finished
    if finished and size > 2 and (before in ("", ":") or (before == "," and introduced(unit))):
        return True
    return bool(capital and size > 4 and finished)


def is_reporting(word: str) -> bool:
    """Whether a word is a form of a verb that reports speech."""
    verb = verb_forms().get(word)
    return verb is not None and verb.speech


def introduced(unit: Unit) -> bool:
    """Whether a comma at a unit's end follows a reporting verb, or another quotation a few words before."""
    near = unit.low[-FEW:]
    return any(is_reporting(word) for word in near[-3:]) or '"' in near
