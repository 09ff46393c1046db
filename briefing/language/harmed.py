"""Harmed: the names of private persons who came to harm, as a sentence gives them away."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.language.lexicon import either, lexicon, word_set
from briefing.language.person_names import BETWEEN, FULL, NAME, NAMES, NEAR, SHORT, each_name, in_office
from briefing.model.source import Span

WAS = (
    r"(?:was|were|has been|had been|have been|is|are|remains?|remained|went)"
    r"(?: [a-z]+ly| also| among those| still| now| reported| believed| feared| presumed){0,2}"
)
WHOSE = r"(?:(?:his|her|their|its|our|my|your|the|an?) (?:[a-z-]+,? ){1,4}|(?:his|her|their|its|our|my) )?"
"""Words that lead from a verb or a noun of harm to the name of whom it befell: "killed his nephew Ali Hassan"."""
QUOTED = re.compile(r"[“\"][^”\"]{0,600}[”\"]?")
ME = r"(?:me|us|my)"
SHE = r"(?:she|he)"
HER = r"(?:her|him)"


def harmed(text: str) -> Iterator[tuple[str, Span]]:
    """The names of private persons whom ``text``, a sentence or so, says came to harm, with their places.

    Who holds an office and is called by it is no private person.
    """
    if not _any_harm().search(text):
        return
    for pattern in _patterns():
        for found in pattern.finditer(text):
            if not (found.groupdict().get("then") and _of_another().search(found["then"])):
                yield from ((name, at) for name, at in each_name(found) if " " in name and not in_office(text, at))
    for found in _unnamed().finditer(text):
        yield from each_name(found)


def survivors(text: str) -> Iterator[tuple[str, Span]]:
    """The names of whom ``text``, a sentence or so, says survived sexual violence, be it in their own words."""
    if not _any_sexual().search(text):
        return
    for pattern in _of_survivors():
        for found in pattern.finditer(text):
            if not (found.groupdict().get("then") and _of_another().search(found["then"])):
                yield from each_name(found)
    for found in _told_late().finditer(text):
        yield from ((name, at) for name, at in each_name(found) if not _helps(text, at))
    if _first_person().search(text):
        own = QUOTED.sub(lambda quoted: " " * len(quoted[0]), text)
        for one in re.finditer(rf"(?P<name>{SHORT})", own):
            yield from each_name(one)


def survived_by_pronoun(text: str) -> bool:
    """Whether a sentence says of somebody whom it calls by a pronoun alone that they survived sexual violence."""
    if not _any_sexual().search(text):
        return False
    found = _third_person().search(text)
    return bool(_first_person().search(text) or (found and not _of_another().search(text[: found.start()])))


def _words(*keys: str) -> str:
    return either(word for key in keys for word in lexicon("harm")[key])


@cache
def _any_harm() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{_words('befallen', 'sexual', 'died', 'before', 'harms', 'endured', 'unnamed')})\b")


@cache
def _any_sexual() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{_words('sexual', 'sexual_nouns')})\b")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The name and what befell them, what leads up to a name, and the name of whom a verb of harm is about."""
    said = rf"(?:{_words('saying')})\b"
    befallen = rf"(?:{_words('befallen')})\b(?! (?:its|his|her|their|our)\b| from [^a-z])"
    ends = rf"(?=[.,;:!?)”\"’—–]|$| (?:[—–-]|(?:{_words('after_name')})\b))"
    return (
        re.compile(rf"(?P<name>{NAMES}){BETWEEN}(?:,? who)? {WAS} {befallen}"),
        re.compile(rf"(?P<name>{NAMES}){BETWEEN}(?:,? who)? (?:{_words('died')})\b"),
        re.compile(rf"(?P<name>{FULL}){BETWEEN} {said}(?P<then>.{{0,80}}?)\b{SHE} {WAS} (?:{_words('endured')})\b"),
        re.compile(rf"\b(?i:{_words('before')}):? {WHOSE}(?P<name>{NAMES})"),
        re.compile(rf"\b(?:{_words('harms')}),? {WHOSE}(?P<name>{NAMES}){ends}"),
    )


@cache
def _unnamed() -> re.Pattern[str]:
    """A name that somebody asks not to give."""
    return re.compile(rf"\b(?i:{_words('unnamed')}) (?P<name>{NAME})")


@cache
def _of_survivors() -> tuple[re.Pattern[str], ...]:
    """A name and what was done to them, as the subject, as the object, by a noun, or by what they say of themselves."""
    name, verbs, nouns = rf"(?P<name>{SHORT})", _words("sexual"), _words("sexual_nouns")
    return (
        re.compile(rf"{name}{BETWEEN}(?:,? who)? {WAS} (?:{verbs})\b"),
        re.compile(rf"\b(?:{verbs}) {WHOSE}{name}"),
        re.compile(rf"{name}{BETWEEN} survived (?:an? |the )?(?:{nouns})\b"),
        re.compile(rf"{name},(?: \d{{1,2}},)? (?:an?|the|one)? ?(?:[a-z-]+ ){{0,4}}(?:{nouns}) (?:survivor|victim)"),
        re.compile(rf"\b(?:{nouns}) (?:survivor|victim),? {name}"),
        re.compile(rf"\b(?i:{nouns}) (?:of|against|on) {WHOSE}{name}"),
        re.compile(rf"{name}{BETWEEN} (?:{_words('saying')})\b(?P<then>.{{0,160}}?)(?:{_by_pronoun()})"),
    )


@cache
def _told_late() -> re.Pattern[str]:
    """What was done to somebody, and then who says so: it may be they, or whoever helps them."""
    return re.compile(rf"(?:{_by_pronoun()}).{{0,80}}?, (?P<name>{SHORT}){BETWEEN} (?:{_words('saying')})\b")


def _helps(text: str, name: Span) -> bool:
    around = text[max(0, name[0] - NEAR) : name[0]] + " " + text[name[1] : name[1] + NEAR]
    return in_office(text, name) or not word_set("harm", "helpers").isdisjoint(re.findall(r"[a-z]+", around.lower()))


def _by_pronoun() -> str:
    verbs = _words("sexual")
    return rf"\b(?:{SHE} {WAS} (?:{verbs})|(?:{verbs}) {HER})\b"


@cache
def _third_person() -> re.Pattern[str]:
    return re.compile(_by_pronoun(), re.IGNORECASE)


@cache
def _first_person() -> re.Pattern[str]:
    verbs = _words("sexual")
    was = r"(?:was|were|had been|have been|am|been)(?: [a-z]+ly)?"
    return re.compile(rf"\b(?:(?:{verbs}) {ME}|(?:I|we|We) {was} (?:{verbs}))\b")


@cache
def _of_another() -> re.Pattern[str]:
    """Somebody else, before a pronoun: "she said that soldiers took a girl and raped her"."""
    whose = r"(?:an?|one|another|two|three|the|her|his|their|my|our)"
    return re.compile(rf"\b{whose} (?:[a-z\d-]+,? ){{0,3}}(?:{_words('others', 'minor')})\b", re.IGNORECASE)
