"""Harm: words that may hurt a person when they are printed, told by what they are and where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from briefing.language.harmed import harmed, survivors
from briefing.language.lexicon import either, lexicon, word_set
from briefing.language.person_names import FULL, GIVEN, NAME, own_name
from briefing.language.private_matters import conditions, whereabouts

DIGITS = re.compile(r"\d")
PHONE = re.compile(r"(?<![\w.,+-])(?:\+|00)[1-9]\d{0,2}(?:[ .()/-]{0,2}\d){6,12}(?![\d%])")
LOCAL = re.compile(r"(?<![\w.,-])\(?0\d{2,4}\)?[ -]\d{3,4}[ -]?\d{3,4}(?![\d,])")
LOOSE = re.compile(r"(?<![\w.,-])\d(?:[ .()/-]{0,2}\d){6,13}(?![\d,%])")
CARD = re.compile(r"(?<![\d-])\d{5}-\d{7}-\d(?![\d-])")
BANK = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?\b")
LONG = re.compile(r"(?<![\w.,$€£¥=\"/#-])\d{9,}(?![\w%]|[.,]\d)")
TOKEN = re.compile(r"(?=[A-Z\d-]*\d{5})[A-Z\d][A-Z\d-]{5,20}\b")
EMAIL = re.compile(r"(?<![\w.+-])([\w.+-]{1,64})@([\w-]{1,63})(?:\.[\w-]{2,63}){1,4}")
PERSONAL = re.compile(r"[a-z]+[._-][a-z]+\d*")
DECIMAL = re.compile(
    r"(?<![\d.])-?\d{1,2}\.\d{3,}[°º]?[ ]?[NS]?[,;/ ]{1,2}-?\d{1,3}\.\d{3,}[°º]?(?:[ ]?[EW]\b)?(?!\d)", re.ASCII
)
DEGREES = re.compile(r"\d{1,3}[°º][ ]?\d{1,2}(?:\.\d+)?['′’](?:[ ]?\d{1,2}(?:\.\d+)?[\"″”])?[ ]?[NSEW]\b", re.ASCII)
NEAR = 40
"""Code points before a number in which a word that names it stands."""
LONGEST_AGE = 17
LONGEST_PREPOSITION = 16
"""Code points before a name in which the word stands that leads to a place."""
MANY = 3
"""Numbers in brackets in a sentence that count, rather than tell ages, where no word of it is for a child."""
IN_BRACKETS = re.compile(r"\(\d{1,3}\)")
BETWEEN_COMMAS = re.compile(r"(?<=[^\W\d_]), \d{1,3},")


class Harm(NamedTuple):
    """A harmful thing: one of HARMFUL, its place, and the name it gives away, if any."""

    code: str
    start: int
    end: int
    name: str | None = None


@lru_cache(maxsize=16384)
def harms(text: str) -> tuple[Harm, ...]:
    """What in ``text``, a sentence or so, may hurt a person, in order of place.

    Kept for a while: a text is read once for the names it gives away and once for the sentences that have them.
    """
    found = [*_minors(text), *_victims(text)]
    found += [Harm("condition", *at) for at in conditions(text)]
    found += [Harm("whereabouts", *at) for at in whereabouts(text)]
    if DIGITS.search(text):
        found += [*_phones(text), *_numbers(text), *_places(text), *_homes(text)]
    if "@" in text:
        found += [Harm("email", *m.span()) for m in EMAIL.finditer(text) if _personal(m[1].lower(), m[2].lower())]
    return tuple(sorted(found, key=lambda harm: harm[1:3]))


def _minors(text: str) -> Iterator[Harm]:
    if not _of_childhood().search(text):
        return
    for pattern in _of_minors():
        for found in pattern.finditer(text):
            if found["age"] and not (_young(found["age"]) and not _in_list_of_counts(text, found)):
                continue
            if found["age"] and _at_a_place(text, found):
                continue
            yield from _named("minor", found)


def _victims(text: str) -> Iterator[Harm]:
    yield from (Harm("survivor", *at, name) for name, at in survivors(text))
    yield from (Harm("victim", *at, name) for name, at in harmed(text))


def _named(code: str, found: re.Match[str]) -> Iterator[Harm]:
    """The name found, without words before it that begin none, where one is left."""
    name = own_name(found["name"])
    if name:
        yield Harm(code, found.end("name") - len(name), found.end("name"), name)


def _in_list_of_counts(text: str, found: re.Match[str]) -> bool:
    """Whether a number is one of several that count something at places: "Aru (5), West Aru (2), …" or "Aru, 5, …"."""
    bracketed = text[found.end("name") : found.end("name") + 2] == " (" and len(IN_BRACKETS.findall(text)) >= MANY
    listed = " " not in found["name"] and len(BETWEEN_COMMAS.findall(text)) > 1
    return (bracketed or listed) and not _of_young_people().search(text)


def _at_a_place(text: str, found: re.Match[str]) -> bool:
    """Whether the one name found is that of a place: "in Orrin, 14, mostly women, …"."""
    name = own_name(found["name"]) or ""
    before = text[: found.end("name") - len(name)]
    return " " not in name and before[-LONGEST_PREPOSITION:].lower().rpartition(" ")[0].rpartition(" ")[2] in word_set(
        "harm", "places"
    )


def _young(age: str) -> bool:
    low = age.lower()
    return int(low) <= LONGEST_AGE if low.isdigit() else low in word_set("harm", "young")


def _phones(text: str) -> Iterator[Harm]:
    low = text.lower()
    if any(word in low for word in word_set("harm", "hotline")):
        return
    for pattern, sure in ((PHONE, True), (LOCAL, True), (LOOSE, False)):
        for found in pattern.finditer(text):
            before = set(re.findall(r"[a-z]+", low[max(0, found.start() - NEAR) : found.start()]))
            if sure or before & word_set("harm", "call"):
                yield Harm("phone", *found.span())


def _numbers(text: str) -> Iterator[Harm]:
    for pattern in (CARD, BANK):
        yield from (Harm("identity-number", *found.span()) for found in pattern.finditer(text))
    for found in LONG.finditer(text):
        after = re.match(r"\s+([a-z]+)", text[found.end() :])
        if not (after and after[1] in word_set("harm", "counted")):
            yield Harm("identity-number", *found.span())
    low = text.lower()
    for found in TOKEN.finditer(text):
        before = low[max(0, found.start() - NEAR) : found.start()]
        if any(word in before for word in word_set("harm", "number")):
            yield Harm("identity-number", *found.span())


def _places(text: str) -> Iterator[Harm]:
    for pattern in (DECIMAL, DEGREES):
        yield from (Harm("coordinates", *found.span()) for found in pattern.finditer(text))


def _homes(text: str) -> Iterator[Harm]:
    """Street addresses that a word before them makes a private person's."""
    for found in _of_address().finditer(text):
        if _of_home().search(text, max(0, found.start() - NEAR), found.start()):
            yield Harm("address", *found.span())


def _personal(local: str, domain: str) -> bool:
    """Whether an address is a person's: at a provider for everybody, or of two names; not where one is an office's."""
    if not word_set("harm", "post").isdisjoint(re.split(r"[.+_-]|\d+", local)):
        return False
    return domain in word_set("harm", "mailboxes") or PERSONAL.fullmatch(local) is not None


def _either(key: str) -> str:
    return "|".join(re.escape(word) for word in sorted(lexicon("harm")[key], key=len, reverse=True))


@cache
def _of_childhood() -> re.Pattern[str]:
    """An age or a word for a child: without one no pattern of minors fits, and each of them takes long."""
    return re.compile(rf"\b(?:\d{{1,2}}\b|{_either('minor')}|(?:{_either('young')})\b)", re.IGNORECASE)


@cache
def _of_young_people() -> re.Pattern[str]:
    return re.compile(rf"\b(?:children|babies|{_either('minor')}|{_either('kin')})s?\b", re.IGNORECASE)


@cache
def _of_minors() -> tuple[re.Pattern[str], ...]:
    """What names a child: a name and an age, an age and a name, a name and a word for a child."""
    age = rf"(?P<age>\d{{1,2}}|(?i:{_either('young')}))"
    old = r"[ -](?:year|month|week|day)s?[ -]old"
    child = rf"(?:{_either('minor')})"
    young = either(word for key in ("minor", "youth", "private", "others") for word in lexicon("harm")[key])
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"(?P<name>{FULL})(?:, (?:aged )?| \(){age}(?=\)|,(?!\d))",
            rf"(?P<name>{NAME}), aged {age}\b",
            rf"(?P<name>{NAME}), (?:an? |his |her |their |the )?{age}{old}",
            rf"\b{age}{old}(?: {child})?,? (?P<name>{NAME})\b(?! {child})",
            rf"\b{age}{old} (?:[a-z]+ ){{0,2}}(?:{young})(?:,|,? (?:{_either('known')})) (?P<name>{NAME})\b",
            rf"(?P<name>{NAME}), {age}, (?!and\b|or\b)(?=[a-z])",
            rf"(?P<name>{NAME}), (?:an? |his |her |their )(?:[a-z]+ ){{0,2}}{child}\b(?P<age>)",
            rf"\b(?:[Tt]he|[Hh]er|[Hh]is|[Tt]heir) (?:[a-z]+ )?{child},? (?P<name>{NAME})(?P<age>)",
        )
    )


@cache
def _of_address() -> re.Pattern[str]:
    """A house number and a street, in either order, or the number of a house, flat or room."""
    street = either(lexicon("harm")["street"])
    return re.compile(
        rf"\b\d{{1,5}}[A-Za-z]?,? (?:{GIVEN} ){{1,3}}{street}\b"
        rf"|\b(?:{GIVEN} ){{1,3}}{street},? (?:[Nn]o\. ?)?\d{{1,5}}\b"
        r"|\b(?i:house|flat|apartment|room) (?:[Nn]o\.? ?|[Nn]umber )?\d{1,5}[A-Za-z]?\b"
    )


@cache
def _of_home() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(lexicon('harm')['home'])})\b")
