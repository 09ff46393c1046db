"""Names given away: whose name one sentence of any text gives away is named in none, nor by half, nor by a relative."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from briefing.language.harm import harms
from briefing.language.harmed import survived_by_pronoun
from briefing.language.lexicon import either, lexicon, word_set
from briefing.language.named_later import named_later
from briefing.language.person_names import BETWEEN, FULL, SHORT, each_name, in_office
from briefing.model.request import HARMFUL
from briefing.model.source import Passage, Span

Text = tuple[str, Sequence[Passage]]
"""A source's canonical text and its passages."""
LOOK_BACK = 3
"""Sentences before one with a pronoun in which the name may stand that the pronoun is for."""
AFTER = 2
"""Sentences after one that is withheld in which "his mother" is the mother of whom it names."""
SHORTEST = 3
"""Letters of a part of a name that is withheld where it stands alone."""


class GivenAway(NamedTuple):
    """``names`` that no sentence may print, each with the code why, and ``public`` ones that any may."""

    names: Mapping[str, str]
    public: frozenset[str]


def names_given_away(texts: Sequence[Text], allowed: Collection[str]) -> GivenAway:
    """The names that the sentences of ``texts`` give away, without those whose code is allowed.

    Who is called by an office anywhere is no private person; a survivor and a minor are protected all the same.
    """
    found: dict[str, str] = {}
    for text, passages in texts:
        for name, code in _given(text, passages):
            if code not in allowed and found.get(name) not in ("survivor", "minor"):
                found[name] = code
    public = frozenset(name for name, code in found.items() if code == "victim" and is_public(name, texts))
    found = {name: code for name, code in found.items() if name not in public}
    if "victim" not in allowed:
        for text, passages in texts:
            found = dict.fromkeys(_relatives(text, passages, found), "victim") | found
    return GivenAway(found, public)


def withheld(
    text: str, passages: Sequence[Passage], given: GivenAway, allowed: Collection[str]
) -> dict[Span, tuple[str, ...]]:
    """The passages that may not be printed, by place, each with the codes why."""
    naming = _naming(given.names, text)
    out: dict[Span, tuple[str, ...]] = {}
    for passage in passages:
        words = text[passage.start : passage.end]
        codes = {harm.code for harm in harms(words) if harm.code != "victim" or harm.name not in given.public}
        codes -= set(allowed)
        codes |= {_code(given.names, name) for name in naming(words)}
        if codes:
            out[passage.span] = tuple(code for code in HARMFUL if code in codes)
    return out


def _code(names: Mapping[str, str], words: str) -> str:
    """Why a name or a part of one is withheld: as a victim's, but where it is a survivor's."""
    whose = [code for name, code in names.items() if words in (name, name.split()[0], name.split()[-1])]
    return "survivor" if "survivor" in whose else "victim"


def is_public(name: str, texts: Sequence[Text]) -> bool:
    """Whether any of the texts calls somebody of this name by an office."""
    return any(in_office(text, one.span()) for text, _ in texts for one in re.finditer(rf"\b{re.escape(name)}\b", text))


def _naming(names: Mapping[str, str], text: str) -> Callable[[str], Iterator[str]]:
    """What finds any of ``names`` in sentences of ``text``: whole, or a part that stands alone and is nobody else's."""
    parts = {part for name in names for part in (name.split()[0], name.split()[-1]) if part in text}
    alone = [re.escape(part) for part in sorted(parts) if _tells(part, names, text)]
    whole = [re.escape(name) for name in sorted(names, key=len, reverse=True) if name in text]
    in_whole = re.compile(rf"\b(?:{'|'.join(whole)})(?!\w)") if whole else None
    in_part = re.compile(rf"(?:\b([^\W\d_]+)\.? )?\b({'|'.join(alone)})\b(?! [A-Z])") if alone else None

    def found(words: str) -> Iterator[str]:
        """The names, or parts of names, in a sentence."""
        yield from in_whole.findall(words) if in_whole else ()
        for before, part in in_part.findall(words) if in_part else ():
            if not before[:1].isupper() or before in word_set("harm", "not_names"):
                yield part

    return found


def _tells(part: str, names: Collection[str], text: str) -> bool:
    """Whether a part of a name, standing alone, tells whose it is: it names no place, and nobody else in the text."""
    if len(part) < SHORTEST or part in word_set("harm", "not_names"):
        return False
    word = re.escape(part)
    if re.search(rf"\b(?:{either(lexicon('harm')['places'])}) {word}\b(?! [A-Z])", text):
        return False
    bearers = (name for one in re.finditer(rf"(?P<name>{FULL})", text) if part in one[0] for name, _ in each_name(one))
    return all(name in names for name in bearers if " " in name and part == name.split()[-1])


def _given(text: str, passages: Sequence[Passage]) -> Iterator[tuple[str, str]]:
    for passage in passages:
        found = harms(text[passage.start : passage.end])
        yield from ((harm.name, harm.code) for harm in found if harm.name)
    yield from ((name, "victim") for name in named_later(text, passages))
    of_pronouns = ((name, "survivor") for name in _by_pronoun(text, passages))
    yield from ((name, code) for name, code in of_pronouns if not is_public(name, [(text, passages)]))


def _by_pronoun(text: str, passages: Sequence[Passage]) -> Iterator[str]:
    """The names of survivors whom the sentence that says so calls by a pronoun alone."""
    for n, passage in enumerate(passages):
        said = text[passage.start : passage.end]
        if not survived_by_pronoun(said) or any(harm.code == "survivor" for harm in harms(said)):
            continue
        before = reversed(passages[max(0, n - LOOK_BACK) : n])
        named = next((found for each in before if (found := _people(text[each.start : each.end]))), ())
        if len(named) == 1:
            yield from named


def _people(said: str) -> frozenset[str]:
    """The names of persons in a sentence, if it begins with one."""
    begins = _subject().match(said)
    return frozenset(name for one in _person().finditer(said) for name, _ in each_name(one)) if begins else frozenset()


@cache
def _person() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{SHORT})")


@cache
def _subject() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{SHORT}){BETWEEN} [a-z]")


def _relatives(text: str, passages: Sequence[Passage], names: Mapping[str, str]) -> set[str]:
    """The names of relatives that give away whose they are: by the same surname, or named right after."""
    if not names or not _kin().search(text):
        return set()
    surnames = {name.split()[-1] for name in names if " " in name}
    found: set[str] = set()
    last = -AFTER - 1
    for n, passage in enumerate(passages):
        said = text[passage.start : passage.end]
        of_relative = [pair for one in _kin_named().finditer(said) for pair in each_name(one)]
        near = n - last <= AFTER
        own = (
            [pair for one in re.finditer(rf"(?P<name>{FULL})", said) for pair in each_name(one)]
            if _kin().search(said)
            else []
        )
        own = [(name, at) for name, at in own if name.split()[-1] in surnames]
        found |= {name for name, at in (*(of_relative if near else ()), *own) if not in_office(said, at)}
        if any(harm.name in names for harm in harms(said)):
            last = n
    return {name for name in found if " " in name}


@cache
def _kin() -> re.Pattern[str]:
    return re.compile(rf"\b(?i:{either(lexicon('harm')['kin'])})\b")


@cache
def _kin_named() -> re.Pattern[str]:
    """A relative of somebody named before, by name: "his mother, Layla Haddad", "the boy's uncle Omar Haddad"."""
    kin, child = either(lexicon("harm")["kin"]), either([*lexicon("harm")["minor"], *lexicon("harm")["others"]])
    whose = rf"(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he {child}['’]s)"
    return re.compile(rf"\b{whose} (?:[a-z-]+ )?{kin},? (?P<name>{FULL})")
