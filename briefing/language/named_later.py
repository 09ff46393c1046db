"""Named later: somebody harmed whom one sentence gives no name, and another names by the same role.

"One of its nurses was killed. The nurse, Jane Doe, …": neither sentence alone tells of the name that she was killed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.language.lexicon import either, lexicon, word_set
from briefing.language.person_names import BETWEEN, FULL, in_office, own_name
from briefing.model.source import Passage

_SAYING = r"(?:said|says|say|told|tells|that|when|where|as)"


def named_later(text: str, passages: Sequence[Passage]) -> set[str]:
    """The names of people whose role another sentence of the text says came to harm."""
    if not _harming().search(text):
        return set()
    sentences = [text[passage.start : passage.end] for passage in passages]
    harmed = {role for said in sentences if _harming().search(said) for role in _harmed(said)}
    if not harmed:
        return set()
    return {name for said in sentences for role, name in _named(said) if role in harmed}


def _harmed(said: str) -> Iterator[str]:
    """The roles in the singular that a sentence says came to harm, without a name beside them."""
    for pattern in _patterns("harmed"):
        yield from (found["role"].lower() for found in pattern.finditer(said))


def _named(said: str) -> Iterator[tuple[str, str]]:
    """The roles and the names of people whom a sentence calls by both: "the nurse, Jane Doe,"."""
    for pattern in _patterns("named"):
        for found in pattern.finditer(said):
            for one in re.finditer(FULL, found["names"]):
                start = found.start("names") + one.start()
                name = own_name(one[0])
                if name and not in_office(said, (start, start + len(one[0]))):
                    yield found["role"].lower(), name


@cache
def _harming() -> re.Pattern[str]:
    """Any word of harm, without which nobody is harmed."""
    words = lexicon("harm")
    return re.compile(rf"\b(?:{either([*words['befallen'], *words['died'], *words['harming'], *words['loss']])})\b")


@cache
def _patterns(which: str) -> tuple[re.Pattern[str], ...]:
    words = lexicon("harm")
    role = rf"(?P<role>(?i:{either(word_set('speakers', 'roles') | word_set('harm', 'private'))}))"
    if which == "named":
        names = rf"(?P<names>{FULL}(?:(?:, \d{{1,2}})?(?:,? and |, ){FULL})*)"
        return (
            re.compile(rf"\b[Tt]he (?:[a-z-]+ ){{0,2}}{role}s?,? {names}"),
            re.compile(rf"(?P<names>{FULL}),(?: \d{{1,2}},)? the (?:[a-z-]+ ){{0,2}}{role}\b"),
        )
    was = r"(?:was|were|has been|had been|have been|is|are)(?: [a-z]+ly| also| among those)?"
    aside = rf"(?:{BETWEEN}|(?: (?!{_SAYING}\b)\w\S{{0,30}}){{0,8}}?)"
    whose = r"(?:an?|its|their|his|her|our|the|two|three|four|five|\d+|one of (?:its|their|his|her|our|the))"
    before = rf"{either(words['befallen'])}|{either(words['harming'])}|(?:{either(words['loss'])}) of"
    return (
        re.compile(rf"\b{role}s?{aside} (?:{was} (?:{either(words['befallen'])})|{either(words['died'])})\b"),
        re.compile(rf"\b(?:{before}) (?:at least )?{whose} (?:[a-z-]+ ){{0,3}}?{role}s?\b"),
    )
