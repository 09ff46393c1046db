"""Numbers that are days of a month or years."""

from __future__ import annotations

from briefing.language.lexicon import lexicon, word_set
from briefing.language.numbers.lines import HYPHENS, Line
from briefing.language.numbers.nouns import classified, counts, is_plural

_MONTHS = lexicon("numbers")["months"]
MONTHS = frozenset([*_MONTHS["full"], *_MONTHS["short"], *(m.upper() for m in [*_MONTHS["full"], *_MONTHS["short"]])])
_YEAR_BEFORE = word_set("numbered", "year_before")
_YEAR_SURE = word_set("numbered", "year_sure")
_YEAR_NEVER = word_set("numbered", "year_never")
_LINKS = frozenset(["and", "or", "to", "&", ",", "/", "through", "until", "of", "st", "nd", "rd", "th", *HYPHENS])


def is_month(line: Line, i: int) -> bool:
    """Whether token ``i`` is the name of a month."""
    return line.written(i) in MONTHS


def is_day(line: Line, i: int) -> bool:
    """Whether the number is a day of a month ("26, 27 and 28 July")."""
    if is_month(line, i - 1) or (line.word(i - 1) == "." and is_month(line, i - 2)):
        return True
    if line.word(i - 1) == "the" and is_month(line, i - 2):
        return True
    k = i + 1
    while k < i + 10:
        if is_month(line, k):
            return True
        word = line.word(k)
        if word in _LINKS or word in ("of", "st", "nd", "rd", "th") or is_small(line, k):
            k += 1
        else:
            return False
    return False


def is_small(line: Line, i: int) -> bool:
    """Whether the token is a whole number that may be a day."""
    numeral = line.numeral(i)
    if numeral is None:
        return line.word(i).isdigit() and len(line.word(i)) <= 2
    return numeral.is_whole and numeral.low <= 31


def is_a_year(value: int | float) -> bool:
    """Whether a whole number may be a year of our time."""
    return 1500 <= value <= 2100


def is_year(line: Line, i: int) -> bool:
    """Whether the number is a year, by the words around it."""
    numeral = line.numerals[i]
    assert numeral is not None
    length = numeral.end - numeral.start
    if isinstance(numeral.value, float) and length <= 7:
        return is_a_year(numeral.value) and (is_month(line, i - 1) or line.word(i - 1) in _YEAR_SURE)  # "in 2017.39"
    if not isinstance(numeral.value, int):
        return False
    before, after = line.word(i - 1), line.word(i + 1)
    if length == 5 and is_a_year(numeral.value // 10) and numeral.value // 10 > 1900:
        return before in _YEAR_BEFORE and not counts(line, i)  # a year with a note ("in 20212")
    if length != 4 or not is_a_year(numeral.value):
        return False
    if before in HYPHENS and line.written(i - 2)[:1].isalpha() and line.touches(i - 1):
        return True
    if is_month(line, i - 1) or before in _YEAR_SURE or is_month(line, i + 1):
        return True
    if after in HYPHENS and line.touches(i):
        return True
    if before in _YEAR_NEVER and not is_month(line, i - 2):
        return False
    if not counts(line, i):
        return True
    capital = line.written(i - 1)[:1].isupper() and i > 1
    if (classified(after) or ("", ""))[1] in ("people", "households"):
        return before == "the" or capital or not is_plural(after)
    if numeral.value % 100 == 0:
        return before in _YEAR_BEFORE or not is_plural(after)
    return not (is_plural(after) and before.endswith(("ed", "ing")))
