"""What belongs to a counted noun: participles, "of" and "by" phrases, states, lists of what is included."""

from __future__ import annotations

from briefing.extractors.phrases import Phrase, is_word, noun_phrase, unit_of
from briefing.language.lexicon import lexicon
from briefing.language.numbers import ADJECTIVES, DETERMINERS, HAPPENED, Line, classified, is_plural, unit_at

_PER = frozenset(["a", "per", "each", "every", "an"])


def extended(line: Line, phrase: Phrase) -> Phrase:
    """The phrase with what belongs to it: participles ("lives lost"), "of" and "by" phrases, what it includes."""
    end, said = phrase.end, line.low[phrase.head] in ADJECTIVES
    while line.word(end) in HAPPENED and end < phrase.end + 3 and not has_object(line, end):
        end, said = end + 1, True
    end = _with_second(line, phrase, end)
    if line.word(end) in ("of", "by") and not said:
        end = _with_complement(line, phrase, end)
    end = _with_state(line, end)
    end = _with_list(line, end)
    return Phrase(phrase.first, phrase.head, end, said)


def with_rate(line: Line, phrase: Phrase) -> Phrase:
    """The phrase with the time that its number is one of ("families a day", "tons per week")."""
    unit = unit_at(line, phrase.end + 1) if line.word(phrase.end) in _PER else None
    timed = unit is not None and unit.kind == "duration" and not is_plural(line.low[phrase.end + 1])
    return phrase._replace(end=phrase.end + 2) if timed else phrase


def has_object(line: Line, k: int) -> bool:
    """Whether the word at ``k`` is a verb with an object, and no participle ("people lost power")."""
    if line.low[k] in ADJECTIVES:
        return False
    following = line.word(k + 1)
    if following in HAPPENED:
        return False
    if line.numeral(k + 1) is not None:
        return True
    return following in DETERMINERS or following in ("his", "her", "their", "its") or is_word(line, k + 1)


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
    while line.word(start) in DETERMINERS:
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
