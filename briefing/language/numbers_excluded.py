"""What looks like a figure and is none: dates, years, times, ages, labels, scores, list numbers."""

from __future__ import annotations

import re

from briefing.language.lexicon import lexicon
from briefing.language.numbers_line import Line
from briefing.language.numbers_nouns import STOPS, classified, is_person, is_plural

_NUMBERED = lexicon("numbered")
_MONTHS = lexicon("numbers")["months"]
MONTHS = frozenset([*_MONTHS["full"], *_MONTHS["short"], *(m.upper() for m in [*_MONTHS["full"], *_MONTHS["short"]])])
_LABELS = frozenset(_NUMBERED["any"])
_NAMES = frozenset(word.lower() for word in _NUMBERED["capital"])
_DETERMINERS = frozenset(_NUMBERED["unless_after"])
_COMPOUNDS = frozenset(_NUMBERED["compounds"])
_YEAR_BEFORE = frozenset(_NUMBERED["year_before"])
_YEAR_SURE = frozenset(_NUMBERED["year_sure"])
_HYPHENS = frozenset("-‐‑–—−")
_PARENTS = frozenset(["father", "mother", "parent", "dad", "mum", "mom"])
_STREETS = frozenset(_NUMBERED["streets"])
_NEAR = 400
"""Characters to either side in which the neighbours of a list number are looked for."""
_RULES = frozenset("-–—|")
_LINKS = frozenset(["and", "or", "to", "&", ",", "/", "through", "until", *_HYPHENS])
_AGE_UNITS = frozenset(["year", "years", "yr", "yrs", "month", "months", "week", "weeks", "day", "days"])
_AGED = frozenset(["aged", "age", "ages"])
_PERSONS = frozenset(
    [
        "children",
        "girls",
        "boys",
        "women",
        "men",
        "people",
        "adults",
        "infants",
        "those",
        "persons",
        "child",
        "youth",
        "students",
        "mortality",
        "olds",
        "kids",
        "population",
        "anyone",
        "everyone",
        "citizens",
        "residents",
        "individuals",
        "males",
        "females",
        "adolescents",
    ]
)

JUNK = (
    r"\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?|"  # 2019-04-11
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}(?!\d)|"  # 11/04/2019
    r"\d{1,2}-\d{1,2}-(?:19|20)\d{2}(?!\d)|"
    r"(?:19|20)\d{2}\s?[/–-]\s?(?:(?:19|20)\d{2}|\d{2})(?![\d,]|\.\d)|"  # 2019/20, 2015-2019
    r"\d{1,2}[:.][0-5]\d\s?(?:[ap]\.?m\b\.?|hrs?\b|GMT|UTC|hours\b)|"
    r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])(?!\s?ratio)|"  # 10:30
    r"\d{1,2}\s?[ap](?:\.\s?m\b\.?|m\b)|"
    r"[0-2]\d[0-5]\d\s?(?:hrs|hours|h|GMT|UTC)\b|"
    r"(?<=\+)\d[\d ()-]{6,18}\d|"
    r"(?:0\d{1,4}|\d{2,5}[-. ]\d{2,7})[-–. ]\d{4,8}(?:[-–]\d{1,8})?(?!\d)|"  # telephone and document numbers
    r"\d+(?:\.\d+){2,}(?!\d)(?<!\.\d{3}\.\d{3})|"  # 1.2.3
    r"\d+/\d+(?:/\d+)*(?!\d)|"  # 24/7
    r"\d+(?:st|nd|rd|th|ST|ND|RD|TH|[eè]me)\b|"
    r"\d+['’]?s\b|"
    r"\d+(?:\.\d+)?\s?°\s?(?:\d+['’′]\s?)?(?:\d+[\"”″]\s?)?[NSEW]\b"
)
"""A pattern for digits that are dates, times, telephone numbers, ordinals."""

ADDRESS = r"(?:https?://|www\.)[^\s<>]+"
"""A pattern for an address on the web."""


def is_excluded(line: Line, i: int, before: str | None) -> str | None:
    """Why token ``i``, a number, is no figure: a word for it, or None where it is one.

    ``before`` is that word for the number before it in the line.
    """
    numeral = line.numerals[i]
    if numeral is None or numeral.unit is not None:
        return None
    small = numeral.is_whole and isinstance(numeral.value, int) and numeral.value <= 31
    if small and _is_day(line, i):
        return "date"
    if before in ("date", "label") and _goes_on(line, i, before):
        return before
    if _is_code(line, i, before):
        return "code"
    if _is_label(line, i):
        return "label"
    if _is_age(line, i):
        return "age"
    if not numeral.words and _is_year(line, i):
        return "year"
    if numeral.words and line.word(i - 1) == "of" and line.word(i - 2) in _PARENTS:
        return "age"
    if _is_list_number(line, i) or _is_compound(line, i) or _is_title_part(line, i) or _is_name_part(line, i):
        return "list"
    return None


def _is_code(line: Line, i: int, before: str | None) -> bool:
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


def is_month(line: Line, i: int) -> bool:
    """Whether token ``i`` is the name of a month."""
    return line.written(i) in MONTHS


def _is_day(line: Line, i: int) -> bool:
    if is_month(line, i - 1) or (line.word(i - 1) == "." and is_month(line, i - 2)):
        return True
    if line.word(i - 1) == "the" and is_month(line, i - 2):
        return True
    k = i + 1
    while k < i + 10:
        if is_month(line, k):
            return True
        word = line.word(k)
        if word in _LINKS or word in ("of", "st", "nd", "rd", "th") or _is_small(line, k):
            k += 1
        else:
            return False
    return False


def _is_small(line: Line, i: int) -> bool:
    numeral = line.numeral(i)
    if numeral is None:
        return line.word(i).isdigit() and len(line.word(i)) <= 2
    return numeral.is_whole and numeral.low <= 31


def _goes_on(line: Line, i: int, before: str) -> bool:
    """Whether this number goes on with the date or label before it ("April 6 and 7, 2019", "Camps 1 and 2")."""
    numeral = line.numeral(i)
    if numeral is None or not numeral.is_whole:
        return False
    link = line.word(i - 1)
    if before == "date" and line.numeral(i - 1) and is_a_year(numeral.low):
        return True
    if link == "," and line.numeral(i - 2) and is_a_year(numeral.low):
        return before == "date"
    if link in ("and", "or", "to", "&", *_HYPHENS):
        gap = link in ("and", "or") and line.word(i - 2) == ","
        follows = line.numeral(i - 3 if gap else i - 2) is not None
        return follows and numeral.low <= 1000 and (link in _HYPHENS or link == "to" or not _counts(line, i))
    if link == "," or line.numeral(i - 1):
        return before == "label" and numeral.low < 100 and not _counts(line, i)
    return False


def _counts(line: Line, i: int) -> bool:
    """Whether a word that may be counted stands right behind token ``i``."""
    word = line.word(i + 1)
    return len(word) > 2 and word[0].isalpha() and word not in STOPS


def _is_label(line: Line, i: int) -> bool:
    numeral = line.numerals[i]
    assert numeral is not None
    k = i - 1
    while k >= i - 3 and line.word(k) in (".", "=", "#", "№", "("):
        k -= 1
        if line.word(k + 1) in ("#", "№"):
            return True
    word = line.word(k)
    if word == "covid" or (word in _HYPHENS and line.word(k - 1) == "covid"):
        return True
    if numeral.low >= 10000 and word not in ("no", "resolution"):
        return False
    if word in _NAMES and line.written(k)[:1].isupper() and not (line.written(k).isupper() and len(word) > 4):
        return k > 0 or not _counts(line, i)
    determined = line.word(k - 1) in _DETERMINERS and not (k > 0 and line.written(k)[:1].isupper())
    if word not in _LABELS or determined or (k > 0 and line.numeral(k - 1)):
        return False
    if (
        k == i - 1
        and word in ("no", "number", "level", "art", "note", "box", "item", "map", "p", "round", "step")
        and numeral.words
    ):
        return word == "number"
    if word in ("no", "level", "levels") and k == i - 1:
        return line.written(k)[:1].isupper() or not _counts(line, i)
    return True


def _is_age(line: Line, i: int) -> bool:
    before, before2 = line.word(i - 1), line.word(i - 2)
    k = i + 1
    if line.word(k) in _HYPHENS or line.word(k) in ("to", "and", "or"):
        k = k + 2 if line.numeral(k + 1) else k + 1 if line.word(k) in _HYPHENS else k
    if line.word(k) in _HYPHENS:
        k += 1
    parts = line.word(k).split("-")
    if len(parts) > 1 and parts[0] in _AGE_UNITS and parts[1].startswith("old"):
        return True
    unit = line.word(k) in _AGE_UNITS
    if unit and _is_old(line, k + 1):
        return True
    if before in _AGED or (
        before2 in _AGED
        and before in ("between", "over", "under", "above", "below", "of", "from", "is", "was", "about", "around")
    ):
        return True
    if before == "of" and before2 in _AGED:
        return True
    if before in ("and", "to", "-", "–") and line.numeral(i - 2):
        return _is_age_range(line, i - 2)
    if (
        unit
        and (before in _PERSONS or (before == "(" and before2 in _PERSONS))
        and line.word(k + 1) not in ("ago", "later", "after")
    ):
        return True
    if before in ("under", "over", "below", "above", "than") and before2 in (_PERSONS | {"older", "younger"}):
        return not _counts(line, i) or unit
    if (
        before in ("under", "over")
        and (line.word(i - 2) in ("the", "") or True)
        and line.word(i + 1) in _HYPHENS
        and line.word(i + 2) in ("s", "mortality")
    ):
        return True
    if before in _HYPHENS and before2 in ("under", "over") and line.touches(i - 1) and line.touches(i - 2):
        return True
    return before == "," and line.word(i + 1) in (",", ".", ")") and _is_name_age(line, i)


def _is_age_range(line: Line, i: int) -> bool:
    """Whether the number at ``i`` begins a range of ages ("aged 6 to 59 months")."""
    return (
        line.word(i - 1) in _AGED
        or (line.word(i - 2) in _AGED and line.word(i - 1) in ("between", "from", "of", "over", "under"))
        or (line.word(i - 1) == "of" and line.word(i - 2) in _AGED)
    )


def _is_old(line: Line, i: int) -> bool:
    if line.word(i) in _HYPHENS:
        i += 1
    word = line.word(i)
    if word in ("old", "olds", "old's"):
        return True
    if word == "of":
        return line.word(i + 1) == "age"
    return word in ("and", "or") and line.word(i + 1) in ("above", "older", "over", "younger", "below", "under", "up")


def _is_name_age(line: Line, i: int) -> bool:
    """Whether a name and a comma stand before the number ("Ron Nissen, 70, was")."""
    numeral = line.numerals[i]
    if (
        numeral is None
        or not numeral.is_whole
        or not 1 <= numeral.low <= 110
        or numeral.words
        or line.word(i + 1) != ","
    ):
        return False
    name, first = line.written(i - 2), line.written(i - 3)
    if name.islower() and is_person(name) and not is_plural(name):
        return True
    return name[:1].isupper() and not name.isupper() and (first[:1].isupper() or i < 4) and name not in MONTHS


def is_a_year(value: int | float) -> bool:
    """Whether a whole number may be a year of our time."""
    return 1500 <= value <= 2100


def _is_year(line: Line, i: int) -> bool:
    numeral = line.numerals[i]
    assert numeral is not None
    length = numeral.end - numeral.start
    if isinstance(numeral.value, float) and length <= 7:
        return is_a_year(numeral.value) and (is_month(line, i - 1) or line.word(i - 1) in _YEAR_SURE)  # "in 2017.39"
    if not isinstance(numeral.value, int):
        return False
    before, after = line.word(i - 1), line.word(i + 1)
    if length == 5 and is_a_year(numeral.value // 10) and numeral.value // 10 > 1900:
        return before in _YEAR_BEFORE and not _counts(line, i)  # a year with a note ("in 20212")
    if length != 4 or not is_a_year(numeral.value):
        return False
    if before in _HYPHENS and line.written(i - 2)[:1].isalpha() and line.touches(i - 1):
        return True
    if is_month(line, i - 1) or before in _YEAR_SURE or is_month(line, i + 1):
        return True
    if after in _HYPHENS and line.touches(i):
        return True
    if before in _ASKS and not is_month(line, i - 2):
        return False
    if not _counts(line, i):
        return True
    if after in _PERSONS or (classified(after) or ("", ""))[1] in ("people", "households"):
        return False
    return i == 0 or before in _YEAR_BEFORE or not is_plural(after)


_ASKS = frozenset(_NUMBERED["year_never"])


def _is_list_number(line: Line, i: int) -> bool:
    numeral = line.numerals[i]
    assert numeral is not None
    if numeral.words or numeral.unit or numeral.low > 999:
        return False
    if _is_note(line, i):
        return True
    if not numeral.is_whole or numeral.low > 99:
        return False
    before, after = line.word(i - 1), line.word(i + 1)
    bare = before in ("", "•", "*", ";", ":", ".", "-", "o") or "\n" in line.text[line.ends[i - 1] : numeral.start]
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
    return (value == 1 or before in stretch) and (after in stretch or value > 1) and _counts(line, i + 1)


def _is_title_part(line: Line, i: int) -> bool:
    """Whether a capital word and the number are all there is between two dashes of a title ("… - Channel 4 - News")."""
    after = line.word(i + 1)
    return (
        line.written(i - 1)[:1].isupper()
        and line.word(i - 2) in _RULES
        and (after in _RULES or not after)
        and not line.touches(i - 2)
        and not line.touches(i)
    )


def _is_name_part(line: Line, i: int) -> bool:
    """Whether a capital number word stands among capitals in a sentence that is no title ("the Five Year Plan")."""
    numeral = line.numerals[i]
    if i == 0 or numeral is None or not numeral.words or not line.written(i)[:1].isupper():
        return False
    after, before = line.written(i + 1), line.written(i - 1)
    if not before[:1].isalpha() or not (after[:1].isupper() or (before[:1].isupper() and i > 1)):
        return False
    words = [line.written(k) for k in range(max(0, i - 20), min(len(line), i + 20)) if line.low[k][:1].isalpha()]
    return sum(word[:1].isupper() for word in words) < 0.6 * len(words)


def _is_compound(line: Line, i: int) -> bool:
    """Whether a hyphen makes the number word part of another word ("two-way", "one-sided")."""
    if line.word(i + 1) not in ("-", "‐", "‑") or not (line.touches(i) and line.touches(i + 1)):
        return False
    parts = re.split(r"[-‐‑]", line.word(i + 2))
    numeral = line.numerals[i]
    return parts[0] in _COMPOUNDS and (numeral is None or numeral.words)
