"""What looks like a figure and is none: dates, years, times, ages, labels, scores, list numbers."""

from __future__ import annotations

from briefing.language.numbers.ages import is_age
from briefing.language.numbers.dates import is_a_year, is_day, is_year
from briefing.language.numbers.labels import (
    is_code,
    is_compound,
    is_label,
    is_list_number,
    is_name_part,
    is_title_part,
)
from briefing.language.numbers.lines import HYPHENS, Line
from briefing.language.numbers.nouns import counts

JUNK = (
    r"\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z?)?|"  # 2019-04-11
    r"\d{1,2}[./]\d{1,2}[./]\d{2,4}(?!\d)|"  # 11/04/2019
    r"\d{1,2}-\d{1,2}-(?:19|20)\d{2}(?!\d)|"
    r"(?:19|20)\d{2}\s?[/–-]\s?(?:(?:19|20)\d{2}|\d{2})(?![\d,]|\.\d)|"  # 2019/20, 2015-2019
    r"\d{1,2}[:.][0-5]\d\s?(?:[ap]\.?m\b\.?|hrs?\b|GMT|UTC|hours\b)|"
    r"(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d:])(?!\s?ratio)|"  # 10:30
    r"\d{1,2}(?:[:.]\d\d)?\s?(?:[-–]|to|and|or)\s?\d{1,2}(?:[:.]\d\d)?\s?[ap](?:\.\s?m\b\.?|m\b)|"  # 5-6 pm
    r"\d{1,2}\s?[ap](?:\.\s?m\b\.?|m\b)|"
    r"[0-2]\d[0-5]\d\s?(?:hrs|hours|h|GMT|UTC)\b|"
    r"(?<=\+)\d[\d ()-]{6,18}\d|"
    r"(?<=\()0\d{1,4}\) ?\d{2,4}[-. ]\d{3,8}(?!\d)|"  # (045) 555-0142
    r"(?<=GMT[+-])\d{1,2}(?!\d)|(?<=UTC[+-])\d{1,2}(?!\d)|"
    r"0(?: \d{2,4}){3,5}(?!\d)|"  # 0 800 100 200
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
    if small and is_day(line, i):
        return "date"
    if before in ("date", "label") and _goes_on(line, i, before):
        return before
    if is_code(line, i, before):
        return "code"
    if is_label(line, i):
        return "label"
    if _is_hour(line, i):
        return "time"
    if is_age(line, i):
        return "age"
    if not numeral.words and is_year(line, i):
        return "year"
    if is_list_number(line, i) or is_compound(line, i) or is_title_part(line, i) or is_name_part(line, i):
        return "list"
    return None


def _is_hour(line: Line, i: int) -> bool:
    """Whether it is an hour in words ("at ten in the morning", "5 o'clock")."""
    following = line.low[i + 1 : i + 4]
    if following[:1] in (["o'clock"], ["o’clock"]):
        return True
    return following[:2] == ["in", "the"] and following[2:] in (["morning"], ["evening"], ["afternoon"])


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
    if link in ("and", "or", "to", "&", *HYPHENS):
        gap = link in ("and", "or") and line.word(i - 2) == ","
        follows = line.numeral(i - 3 if gap else i - 2) is not None
        return follows and numeral.low <= 1000 and (link in HYPHENS or link == "to" or not counts(line, i))
    if link == "," or line.numeral(i - 1):
        return before == "label" and numeral.low < 100 and not counts(line, i)
    return False
