"""Titles: the office a text gives a person, before the name, after it, or in its place."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefing.language.lexicon import word_set
from briefing.model.source import Span

WORD = re.compile(r"\S+")
APPOSED = re.compile(r",\s+(?:the |a |an )?((?:[\w’'-]+ ){0,5}?[\w-]+)(?=[,.;]| of | for | at | in )")
FIELD = re.compile(r" of (?:the )?[\w’'-]+(?: [\w’'-]+){0,2}?(?=[,.;]| in | at )")
"""What an office behind a name is of ("head of the hospital in Aru")."""
DETERMINER = r"(?:[Tt]he|[Aa]n?|[Oo]ur|[Mm]y|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir) "
OWNER = re.compile(rf"(?:{DETERMINER})?(?:(?:[A-Z]\S{{0,30}} ){{0,3}}?[A-Z]\S{{0,30}}['’]s )?")
"""An article and whose office it is ("the Lorania’s ") before a title."""
LOOK_BACK = 60
"""Code points before a name in which a title in lower case may stand."""


@cache
def title_words() -> frozenset[str]:
    """Words of an office or an honorific, lower case."""
    return word_set("speakers", "name_titles") | word_set("speakers", "roles")


@lru_cache(maxsize=16384)
def plain(word: str) -> str:
    """A word in lower case without the marks and the possessive at its end."""
    return re.sub(r"['’]s?$", "", word.strip(".,;:’'“”\"()").lower())


def is_title(word: str) -> bool:
    """Whether a word is one of an office or an honorific."""
    known = plain(word)
    return not title_words().isdisjoint((known, *known.split("-"))) or known.endswith(_endings())


def is_role(word: str) -> bool:
    """Whether a word is the head of an office or an occupation."""
    return plain(word) in word_set("speakers", "roles") or plain(word).endswith(_endings())


@cache
def _endings() -> tuple[str, ...]:
    return tuple(word_set("speakers", "role_endings"))


def parted(text: str, start: int, end: int) -> tuple[Span | None, Span | None]:
    """The title and the name in a run of capitalised words ("Pakistan's Defence Minister Ana Ruiz"); either may lack.

    Where an office names its field ("Minister of Homeland Security Ana Ruiz"), the last two words are the name.
    """
    words = [(start + found.start(), start + found.end()) for found in WORD.finditer(text[start:end])]
    owner = max((k for k, (a, b) in enumerate(words[:-1]) if text[a:b].endswith(("’s", "'s"))), default=-1) + 1
    heads = [k for k in range(owner, len(words)) if is_title(text[slice(*words[k])])]
    if not heads:
        return None, ((words[owner][0], end) if owner < len(words) else None)
    last = _title_end(text, words, heads)
    known = word_set("speakers", "organisations")
    if last == len(words) - 1 and last > owner and plain(text[slice(*words[last])]) in known:
        return None, (words[owner][0], end)  # "Human Rights Monitor"
    rest = [text[slice(*word)] for word in words[last + 1 :]]
    if rest and rest[0].lower() in ("of", "for"):
        field = len(rest) < 4 or not (rest[-2][0].isupper() and rest[-1][0].isupper())  # "of Mines and Energy"
        last = len(words) - 1 if field else len(words) - 3
    body = rest and plain(rest[0]) in known
    if body and (len(rest) == 1 or rest[1] in ("of", "for")):
        return None, (words[owner][0], end)  # "Regional Health Office of Almera"
    title = (words[owner][0], words[last][1])
    return title, ((words[last + 1][0], end) if last + 1 < len(words) else None)


def _title_end(text: str, words: list[Span], heads: list[int]) -> int:
    """The last word of the title: not one of the place behind a name and "of" ("Dr. Ana Ruiz of Aru General")."""
    of = next((k for k in range(len(words)) if text[slice(*words[k])] == "of"), len(words))
    first = [k for k in heads if k < of]
    return first[-1] if first and first[-1] < of - 2 else heads[-1]


def without_article(text: str, start: int, end: int) -> Span | None:
    """The title in ``text[start:end]`` without article, owner and marks around it; None where nothing is left."""
    found = OWNER.match(text, start, end)
    start = found.end() if found else start
    words = text[start:end].rstrip(" ,;:\n").split(" ")
    while words[1:] and plain(words[-1]) in word_set("speakers", "honorifics"):
        words.pop()
    end = start + len(" ".join(words).rstrip(" ,;:\n"))
    return (start, end) if start < end else None


def before(text: str, start: int) -> Span | None:
    """The title in lower case right before a name ("police chief Ana Ruiz")."""
    words = [(m.start(), m.end()) for m in WORD.finditer(text, max(0, start - LOOK_BACK), start)]
    if not words or text[words[-1][1] : start] != " " or not is_role(text[slice(*words[-1])]):
        return None
    first = len(words) - 1
    while first and _part_of_title(text[slice(*words[first - 1])]):
        first -= 1
    return words[first][0], words[-1][1] - text[slice(*words[-1])].endswith(",")


def _part_of_title(word: str) -> bool:
    """Whether a word may stand in an office before its head: "deputy police chief"; it may begin the sentence."""
    return word.isalpha() and (is_title(word) or word.lower() in word_set("speakers", "title_parts"))


def after(text: str, end: int) -> Span | None:
    """The title in a comma's reach after a name ("Ana Ruiz, the defence minister,")."""
    found = APPOSED.match(text, end, end + 100)
    if found is None or not is_role(found[1].split()[-1]):
        return None
    field = FIELD.match(text, found.end(1), found.end(1) + LOOK_BACK)
    return (found.start(1), field.end() if field else found.end(1))
