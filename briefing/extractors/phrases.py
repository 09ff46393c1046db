"""Noun phrases around a number: where they begin and end, their head, and what is said of them."""

from __future__ import annotations

from typing import NamedTuple

from briefing.language.lexicon import lexicon
from briefing.language.numbers_hedges import opening
from briefing.language.numbers_line import Line
from briefing.language.numbers_nouns import (
    ADJECTIVES,
    ATTRIBUTIVE,
    PREDICATES,
    STOPS,
    classified,
    is_demonym,
    is_plural,
    plural,
)
from briefing.language.numbers_units import MONEY_WORDS
from briefing.model.source import Span

HYPHENS = frozenset("-‐‑")
_LINKS = frozenset(lexicon("counted")["links"]["words"])
_AUXILIARIES = frozenset(lexicon("counted")["links"]["auxiliaries"])
_PLACES = frozenset(lexicon("counted")["links"]["places"])
_DETERMINERS = frozenset(
    [
        "the",
        "a",
        "an",
        "all",
        "these",
        "those",
        "their",
        "its",
        "his",
        "her",
        "our",
        "both",
        "this",
        "that",
        "any",
        "each",
        "every",
        "some",
    ]
)
_HAPPENED = PREDICATES | ADJECTIVES
_LONGEST = 8


class Phrase(NamedTuple):
    """Tokens ``first`` up to, not including, ``end``, and the head among them. ``said``: a participle ends it."""

    first: int
    head: int
    end: int
    said: bool = False


def span(line: Line, first: int, end: int) -> Span:
    """The place in the text of tokens ``first`` up to, not including, ``end``."""
    return line.starts[first], line.ends[end - 1]


def spans(line: Line, phrase: Phrase | None) -> tuple[Span, ...]:
    """The place of a phrase, as a tuple of one; an empty tuple where there is none."""
    return (span(line, phrase.first, phrase.end),) if phrase else ()


def past_determiners(line: Line, k: int) -> int:
    """The first token from ``k`` on that is no determiner and no number."""
    while line.word(k) in _DETERMINERS or line.numeral(k) is not None:
        k += 1
    return k


def single(line: Line, first: int) -> Phrase | None:
    """The phrase that begins with token ``first`` and names one thing ("truce" in "48-hour truce expired")."""
    k = first
    while k < first + 5 and is_word(line, k) and not (k > first and line.low[k] in _HAPPENED):
        if k > first + 1 and is_plural(line.low[k]) and not classified(line.low[k]):
            break
        k += 1
        if k > first + 1 and classified(line.low[k - 1]) and not (is_word(line, k) and classified(line.low[k])):
            break
    return Phrase(first, k - 1, k) if k > first else None


def noun_phrase(line: Line, first: int) -> Phrase | None:
    """The noun phrase that begins with token ``first``: up to and with its head."""
    if line.word(first) in ("“", '"', "‘", "'"):
        first += 1
    head: int | None = None
    k = first
    while k < first + _LONGEST and is_word(line, k):
        word = line.low[k]
        if is_plural(word) or is_demonym(line.written(k)):
            head = k
            if not (is_word(line, k + 1) and _goes_on(line, k)):
                break
        k += 1
    if head is None:
        head = _shared_head(line, first, k) or _last_noun(line, first, k)
    return None if head is None else Phrase(first, head, head + 1)


def _shared_head(line: Line, first: int, k: int) -> int | None:
    """The plural behind "and" that words before it only describe ("refugee and migrant families")."""
    if not first < k <= first + 3 or line.word(k) not in ("and", "or", "/") or _last_noun(line, first, k) is None:
        return None
    if any(line.low[at] in _HAPPENED for at in range(first, k)):
        return None
    for at in range(k + 1, min(k + 4, len(line))):
        if not is_word(line, at):
            return None
        if is_plural(line.low[at]):
            return at if at > k + 1 or classified(line.low[at]) else None
    return None


def is_word(line: Line, k: int) -> bool:
    """Whether token ``k`` is a word that a noun phrase may hold."""
    word = line.word(k)
    return word[:1].isalpha() and word not in STOPS


def _goes_on(line: Line, k: int) -> bool:
    """Whether the plural at ``k`` only describes the noun after it ("sports clubs", "women leaders")."""
    following = line.word(k + 1)
    if line.low[k] in ATTRIBUTIVE:
        return is_plural(following) or (following not in _HAPPENED and classified(following) is not None)
    return is_plural(following) and following not in _HAPPENED and classified(following) is not None


def _last_noun(line: Line, first: int, end: int) -> int | None:
    """The head of a phrase without a plural: its last known noun, else its last word that may be one."""
    for k in range(end - 1, first - 1, -1):
        if classified(line.low[k]):
            return k
    for k in range(first, end):
        if line.low[k] in ADJECTIVES:
            return k
    for k in range(end - 1, first - 1, -1):
        if line.low[k] not in PREDICATES and not line.low[k].endswith(("ly", "ed")):
            return k
    if end == first + 1 and line.word(first - 2) in ("the", "of", "all", "those") and line.low[first].endswith("ed"):
        return first  # "of the 2,000 surveyed"
    return None


def is_doubtful(line: Line, phrase: Phrase) -> bool:
    """Whether a phrase behind a number is hardly what is counted: no plural, no known word in small letters."""
    word, written = line.low[phrase.head], line.written(phrase.head)
    if is_plural(word) or is_demonym(written) or word in _HAPPENED:
        return False
    return classified(word) is None or written[:1].isupper()


def unit_of(line: Line, phrase: Phrase) -> tuple[str, str]:
    """Unit and kind of what a phrase's head names."""
    word = line.low[phrase.head]
    if is_demonym(line.written(phrase.head)) or word in ADJECTIVES or _is_nominal(line, phrase.head):
        return "people", "people"
    if word in MONEY_WORDS:
        return MONEY_WORDS[word], "money"
    return classified(word) or (plural(word), "items")


def _is_nominal(line: Line, k: int) -> bool:
    """Whether a participle behind a number stands for people ("of the 2,000 surveyed")."""
    return (
        line.low[k].endswith("ed") and line.word(k - 2) in ("the", "of", "all", "those") and bool(line.numeral(k - 1))
    )


def extended(line: Line, phrase: Phrase) -> Phrase:
    """The phrase with what belongs to it: participles ("lives lost"), "of" and "by" phrases, what it includes."""
    end, said = phrase.end, line.low[phrase.head] in ADJECTIVES
    while line.word(end) in _HAPPENED and end < phrase.end + 3 and not _has_object(line, end):
        end, said = end + 1, True
    end = _with_second(line, phrase, end)
    if line.word(end) in ("of", "by") and not said:
        end = _with_complement(line, phrase, end)
    end = _with_state(line, end)
    end = _with_list(line, end)
    return Phrase(phrase.first, phrase.head, end, said)


def _has_object(line: Line, k: int) -> bool:
    """Whether the word at ``k`` is a verb with an object, and no participle ("people lost power")."""
    if line.low[k] in ADJECTIVES:
        return False
    following = line.word(k + 1)
    if following in _HAPPENED:
        return False
    return following in _DETERMINERS or following in ("his", "her", "their", "its") or is_word(line, k + 1)


def _with_second(line: Line, phrase: Phrase, end: int) -> int:
    """Past a second noun of the same kind ("refugees and migrants")."""
    if end != phrase.end or line.word(end) not in ("and", "or", "/"):
        return end
    for k in range(end + 1, min(end + 3, len(line))):
        if not is_word(line, k):
            return end
        if is_plural(line.low[k]):
            known = classified(line.low[k])
            return k + 1 if known and known[1] == unit_of(line, phrase)[1] else end
    return end


def _with_state(line: Line, end: int) -> int:
    """Past fixed words that say who is meant ("in need of assistance", "at risk")."""
    for words in _STATES.get(line.word(end), ()):
        if tuple(line.low[end : end + len(words)]) == words:
            end += len(words)
            if words[-1] in ("of", "in", "without", "with", "facing", "lacking", "access", "suffering"):
                phrase = noun_phrase(line, end + 1 if line.word(end) in ("to", "from") else end)
                return phrase.end if phrase else end
            return end
    return end


def _states() -> dict[str, list[tuple[str, ...]]]:
    table: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted((tuple(p.split()) for p in lexicon("counted")["complements"]["after"]), key=len, reverse=True):
        table.setdefault(words[0], []).append(words)
    return table


_STATES = _states()


def _with_complement(line: Line, phrase: Phrase, end: int) -> int:
    """Past "of cholera", "by the Foreign Minister"."""
    known = classified(line.low[phrase.head])
    if line.word(end) == "by" and (known is None or known[1] != "events"):
        return end
    if known and known[1] == "people" and line.low[phrase.head] not in ("members", "member"):
        return end
    start = end + 1
    while line.word(start) in _DETERMINERS:
        start += 1
    last = start
    while last < start + 10 and (is_word(line, last) or _joins_names(line, last)):
        last += 1
    if last == start:
        return end
    return last


def _joins_names(line: Line, k: int) -> bool:
    """Whether token ``k`` is "and", "of" or "the" between two names."""
    if line.word(k) == "the":
        return line.word(k - 1) == "and" and line.written(k + 1)[:1].isupper()
    if line.word(k) not in ("and", "of") or not line.written(k - 1)[:1].isupper():
        return False
    following = k + 2 if line.word(k + 1) == "the" else k + 1
    return line.written(following)[:1].isupper()


def _with_list(line: Line, end: int) -> int:
    """Past "— including civilians, soldiers and police", if it goes on to the end of the passage without a number."""
    start = end
    if line.word(start) in ("—", "–", ",", "-", "("):
        start += 1
    if line.word(start) != "including" or len(line) - end > 14:
        return end
    last = len(line)
    while last > start and not line.word(last - 1)[:1].isalnum():
        last -= 1
    whole = all(is_word(line, k) or line.low[k] in (",", "and", "or", "including", "the") for k in range(start, last))
    return last if whole else end


def with_purpose(line: Line, phrase: Phrase) -> Phrase:
    """The phrase with the purpose behind it ("efforts to build peace")."""
    end = phrase.end + 1
    while end < phrase.end + 4 and is_word(line, end):
        end += 1
    return phrase._replace(end=end) if end > phrase.end + 1 else phrase


def predicate(line: Line, k: int) -> tuple[Span, ...]:
    """What the words from token ``k`` on say happened to what is counted ("have been completely displaced")."""
    k = _past_brackets(line, k)
    if line.word(k) in _PLACES:
        k = _past_place(line, k)
    first = k
    while k < first + 7 and (line.word(k) in _AUXILIARIES or line.word(k).endswith("ly")):
        k += 1
    word = line.word(k)
    if k == first and word in _HAPPENED and _has_object(line, k):
        return ()
    if word in _HAPPENED or (k > first and word.endswith("ed") and word not in STOPS):
        end = k + 1
        while line.word(end) in ADJECTIVES and end < k + 3:
            end += 1
        return (span(line, k, end),)
    back = k - 1
    if back >= first and line.word(back) in _HAPPENED:
        return (span(line, back, back + 1),)
    return ()


def _past_brackets(line: Line, k: int) -> int:
    if line.word(k) == ")":
        return k + 1
    if line.word(k) == ",":
        for end in range(k + 1, min(k + 9, len(line) - 1)):
            if line.low[end] == "," and line.low[end + 1] in ("were", "was", "have", "has", "had"):
                return end + 1
    if line.word(k) == "(":
        for end in range(k + 1, min(k + 14, len(line))):
            if line.low[end] == ")":
                return end + 1
    return k


def _past_place(line: Line, k: int) -> int:
    """Past a phrase of place to the auxiliary behind it; ``k`` where there is none near."""
    for end in range(k + 1, min(k + 9, len(line))):
        word = line.low[end]
        if word in ("were", "was", "have", "has", "had", "are"):
            return end
        if not word[:1].isalpha() or line.numerals[end] is not None:
            return k
    return k


def verb_before(line: Line, i: int) -> tuple[Span, ...]:
    """The verb whose object the number begins ("killing at least 100")."""
    k = opening(line, i) - 1
    while k > 0 and line.low[k].endswith("ly"):
        k -= 1
    if k < 0 or line.low[k] not in _VERBS:
        return ()
    return (span(line, k, k + 1),)


def phrase_before(line: Line, end: int) -> Phrase | None:
    """The noun phrase that ends right before token ``end``."""
    head = end - 1
    while head >= 0 and line.low[head] in ("”", '"', "’", "'"):
        head -= 1
    first = head
    while first >= 0 and head - first < 5 and is_word(line, first):
        first -= 1
    first += 1
    if first > head:
        return None
    end = head + 1
    while head > first and line.low[head] in _HAPPENED:
        head -= 1
    return Phrase(first, head, end)


def linked_subject(line: Line, i: int) -> int | None:
    """The last token of the subject that the number is said of; None where no linking word stands between."""
    k = opening(line, i) - 1
    linked = False
    while k >= 0 and (
        line.low[k] in _LINKS or line.low[k] in _AUXILIARIES or line.low[k] in _CHANGES or line.numerals[k]
    ):
        linked = linked or line.low[k] in _LINKS
        k -= 1
    return k if linked and k >= 0 else None


_CHANGES = frozenset(
    ["from", "the", "a", "further", "slightly", "significantly", "steadily", "sharply", "also", "only", "just"]
)
_VERBS = frozenset(lexicon("counted")["predicates"]["objects"])
