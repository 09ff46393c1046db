"""Numbers that are part of a name: labels, list numbers, notes, codes, addresses."""

from __future__ import annotations

import re

from briefing.language.lexicon import word_set
from briefing.language.numbers.lines import HYPHENS, Line
from briefing.language.numbers.nouns import STOPS, counts

_LABELS = word_set("numbered", "any")
_NAMES = frozenset(word.lower() for word in word_set("numbered", "capital"))
_DETERMINERS = word_set("numbered", "unless_after")
_COMPOUNDS = word_set("numbered", "compounds")
_STREETS = word_set("numbered", "streets")
_ALSO_WORDS = word_set("numbered", "also_words")
_SAYS = frozenset(["said", "says", "told", "tells", "reported", "reports", "announced"])
_RULES = frozenset("-–—|")
_NEAR = 400
"""Characters to either side in which the neighbours of a list number are looked for."""


def is_label(line: Line, i: int) -> bool:
    """Whether a word or sign before the number makes it a label ("page 4", "Camps 1 and 2", "#5")."""
    numeral = line.numerals[i]
    assert numeral is not None
    k = i - 1
    while k >= i - 3 and line.word(k) in (".", "=", "#", "№", "("):
        k -= 1
        if line.word(k + 1) in ("#", "№"):
            return True
    word = line.word(k)
    if word == "covid" or (word in HYPHENS and line.word(k - 1) == "covid"):
        return True
    if numeral.low >= 10000 and word not in ("no", "resolution"):
        return False
    if word in _NAMES and line.written(k)[:1].isupper() and not (line.written(k).isupper() and len(word) > 4):
        return k > 0 or not counts(line, i)
    determined = line.word(k - 1) in _DETERMINERS and not (k > 0 and line.written(k)[:1].isupper())
    if word not in _LABELS or determined or (k > 0 and line.numeral(k - 1)):
        return False
    if k == i - 1 and word in _ALSO_WORDS and numeral.words:
        return word == "number"
    if word in ("no", "level", "levels") and k == i - 1:
        return line.written(k)[:1].isupper() or not counts(line, i)
    return True


def is_code(line: Line, i: int, before: str | None) -> bool:
    """Whether the number is part of a telephone number or address, or what a rate is per ("per 1,000 births")."""
    written = line.written(i)
    if len(written) > 1 and written[0] == "0" and written[1].isdigit():
        return True
    if line.word(i - 1) == "per" or (before == "code" and (line.numeral(i - 1) or line.word(i - 1) == "or")):
        return True
    names = 0
    while line.written(i + 1 + names)[:1].isupper() and names < 3:
        names += 1
    return names > 1 and line.written(i + names) in _STREETS


def is_list_number(line: Line, i: int) -> bool:
    """Whether the number only numbers what follows ("2. Boil the water", "(1)"), or a footnote."""
    numeral = line.numerals[i]
    assert numeral is not None
    if numeral.words or numeral.unit or numeral.low > 999:
        return False
    if _is_note(line, i) or (len(line) == 1 and numeral.low < 100):
        return True
    if not numeral.is_whole or numeral.low > 99:
        return False
    before, after = line.word(i - 1), line.word(i + 1)
    bare = before in ("", "•", "*", ";", ":", ".", "-", "o") or "\n" in line.text[line.ends[i - 1] : numeral.start]
    if after == ")" and line.touches(i) and "(" not in line.low[max(0, i - 5) : i] and before != "-":
        return True
    if after in (".", ")") and line.touches(i) and bare:
        return line.written(i + 2)[:1].isupper() or after == ")" or before == "" or i + 2 == len(line)
    if (
        after == "."
        and line.touches(i)
        and line.written(i + 2)[:1].isupper()
        and _is_numbered(line, i, int(numeral.low))
    ):
        return True
    if before == "(" and after == ")" and numeral.low <= 30:
        return _is_enumerated(line, i, int(numeral.low))
    return False


def _is_numbered(line: Line, i: int, value: int) -> bool:
    """Whether the number before or after this one stands with a full stop in the line, too: 1. … 2. …"""
    stretch = line.around(i, _NEAR)
    return f" {value + 1}. " in stretch or f" {value - 1}. " in stretch


def _is_note(line: Line, i: int) -> bool:
    """Whether a number between two sentences is a footnote's: no noun, but the next sentence follows."""
    if line.word(i - 1) not in ("", ".", "”", '"'):
        return False
    following = line.written(i + 1)
    opens = (
        line.numeral(i + 1) is not None
        or following.lower() in STOPS
        or following.endswith("ly")
        or line.word(i + 2) == ","
    )
    return (
        following[:1].isupper() and following[1:].islower() and opens and not line.text[line.ends[i] :].startswith(" %")
    )


def _is_enumerated(line: Line, i: int, value: int) -> bool:
    """Whether the bracketed number has a neighbour in the line: (1) … (2)."""
    stretch = line.around(i, _NEAR)
    before, after = f"({value - 1})", f"({value + 1})"
    return (value == 1 or before in stretch) and (after in stretch or value > 1) and counts(line, i + 1)


def is_title_part(line: Line, i: int) -> bool:
    """Whether a capital word and the number are all there is between two dashes of a title ("… - Channel 4 - News")."""
    after = line.word(i + 1)
    return (
        line.written(i - 1)[:1].isupper()
        and line.word(i - 2) in _RULES
        and (after in _RULES or not after)
        and not line.touches(i - 2)
        and not line.touches(i)
    )


def is_name_part(line: Line, i: int) -> bool:
    """Whether the number is part of a name in a sentence that is no title ("the Five Year Plan", "Channel 4 said")."""
    numeral = line.numerals[i]
    if i > 0 and line.written(i - 1)[:1].isupper() and line.word(i + 1) in _SAYS:
        return True  # "Rescue 1122 said"
    if line.word(i - 1) == "of" and line.written(i - 2) == "Group":
        return True
    if i == 0 or numeral is None or not numeral.words or not line.written(i)[:1].isupper():
        return False
    after, before = line.written(i + 1), line.written(i - 1)
    if not before[:1].isalpha() or not (after[:1].isupper() or (before[:1].isupper() and i > 1)):
        return False
    return not line.is_title()


def is_compound(line: Line, i: int) -> bool:
    """Whether a hyphen makes the number word part of another word ("two-way", "one-sided")."""
    if line.word(i + 1) not in ("-", "‐", "‑") or not (line.touches(i) and line.touches(i + 1)):
        return False
    parts = re.split(r"[-‐‑]", line.word(i + 2))
    numeral = line.numerals[i]
    return parts[0] == "to" or (parts[0] in _COMPOUNDS and (numeral is None or numeral.words))
