"""Numbers that are ages."""

from __future__ import annotations

from briefing.language.lexicon import word_set
from briefing.language.numbers.dates import MONTHS
from briefing.language.numbers.lines import HYPHENS, Line
from briefing.language.numbers.nouns import counts, is_person, is_plural

_AGE_UNITS = word_set("numbered", "age_units")
_AGED = word_set("numbered", "aged")
_PARENTS = word_set("numbered", "parents")
_PERSONS = word_set("numbered", "of_an_age")
_AGE_LINKS = word_set("numbered", "age_links")
OLDEST = 110
"""Years of the oldest person that a number behind a name may be the age of."""


def is_age(line: Line, i: int) -> bool:
    """Whether the number at token ``i`` is somebody's age, a limit of age, or how many children somebody has."""
    if line.word(i - 1) == "of" and line.word(i - 2) in _PARENTS:
        return True
    return _is_followed(line, i) or _is_preceded(line, i) or _is_limit(line, i) or _is_name_age(line, i)


def _is_followed(line: Line, i: int) -> bool:
    """Whether a unit of age and "old", or people and a unit of age, say so ("44-year-old", "girls 6-59 months")."""
    k = i + 1
    if line.word(k) in HYPHENS or line.word(k) in ("to", "and", "or"):
        k = k + 2 if line.numeral(k + 1) else k + 1 if line.word(k) in HYPHENS else k
    if line.word(k) in HYPHENS:
        k += 1
    unit, _, rest = line.word(k).partition("-")
    if unit not in _AGE_UNITS:
        return False
    if rest.startswith("old") or _is_old(line, k + 1):
        return True
    before = line.word(i - 2) if line.word(i - 1) in ("(", "between", "of", "from") else line.word(i - 1)
    return before in _PERSONS and line.word(k + 1) not in ("ago", "later", "after")


def _is_preceded(line: Line, i: int) -> bool:
    """Whether "aged" or "the age of" stands before, or before the range that the number ends."""
    before = line.word(i - 1)
    if before in ("and", "to", *HYPHENS) and line.numeral(i - 2):
        i -= 2
        before = line.word(i - 1)
    return before in _AGED or (line.word(i - 2) in _AGED and before in _AGE_LINKS)


def _is_limit(line: Line, i: int) -> bool:
    """Whether it is a limit of age ("children under 5", "under-fives", "men over 60")."""
    before, before2 = line.word(i - 1), line.word(i - 2)
    if before in HYPHENS:
        return before2 in ("under", "over") and line.touches(i - 1) and line.touches(i - 2)
    if before not in ("under", "over", "below", "above", "than"):
        return False
    if before2 in _PERSONS and line.low[i + 1 : i + 3] == ["account", "for"]:
        return True
    if before2 in _PERSONS or before2 in ("older", "younger"):
        return not counts(line, i) or line.word(i + 1) in _AGE_UNITS
    return line.word(i + 1) in HYPHENS and line.word(i + 2) in ("s", "mortality")


def _is_old(line: Line, i: int) -> bool:
    if line.word(i) in HYPHENS:
        i += 1
    word = line.word(i)
    if word in ("old", "olds", "old's"):
        return True
    if word == "of":
        return line.word(i + 1) == "age"
    return word in ("and", "or") and line.word(i + 1) in ("above", "older", "over", "younger", "below", "under", "up")


def _is_name_age(line: Line, i: int) -> bool:
    """Whether a name and a comma stand before the number ("Ron Nissen, 70, was")."""
    if _is_of_several(line, i):
        return True
    if line.word(i - 1) != "," or line.word(i + 1) != ",":
        return False
    numeral = line.numerals[i]
    if numeral is None or not numeral.is_whole or not 1 <= numeral.low <= OLDEST or numeral.words:
        return False
    name, first = line.written(i - 2), line.written(i - 3)
    if name == "." and len(first) == 1 and first.isupper():
        return line.written(i - 4)[:1].isupper()  # "Olga K., 51, said"
    if name.islower() and is_person(name) and not is_plural(name):
        return True
    return name[:1].isupper() and not name.isupper() and (first[:1].isupper() or i < 4) and name not in MONTHS


def _is_of_several(line: Line, i: int) -> bool:
    """Whether it is one of two ages behind people ("her children, 7 and 9, are")."""
    first = i if line.word(i + 1) == "and" else i - 2
    second = line.numeral(first + 2)
    if line.numeral(first) is None or second is None or second.low > OLDEST:
        return False
    fenced = line.word(first - 1) == "," and line.word(first + 1) == "and" and line.word(first + 3) == ","
    return fenced and is_person(line.word(first - 2))
