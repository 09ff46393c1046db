"""Dates: as metadata write them, and as a page prints them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from functools import cache, lru_cache

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


@lru_cache(maxsize=4096)
def printed_date(stated: str, language: str) -> str:
    """An ISO 8601 date in the words of ``language`` ("17 October 2025"); a month, a year or a non-date as stated."""
    if not ISO_DAY.fullmatch(stated):
        return stated
    try:
        day = date.fromisoformat(stated)
    except ValueError:
        return stated
    from babel.dates import format_date

    return format_date(day, "d MMMM y", locale=language)


LONGEST = 60
"""Characters of the longest date that is read."""

NUMERIC = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})", re.ASCII)
YEAR_FIRST = re.compile(r"(\d{4})([./])(\d{1,2})\2(\d{1,2})", re.ASCII)
MAIL = re.compile(r"(?:[A-Za-z]{3}, *)?\d{1,2} [A-Za-z]{3} \d{4} \d{1,2}:\d{2}", re.ASCII)
WORDS = re.compile(r"[^\W\d_]+|\d+")
MONTH_LANGUAGES = ("en", "fr", "es", "ar")


def written_date(text: str) -> str | None:
    """The day that ``text`` means in ISO 8601, with time and zone where it states them; None unless it means just one.

    Read are ISO 8601 ("2019-03-09T12:00Z"), the dates of mail ("Sat, 09 Mar 2019 12:00:00 +0200"), the month as a
    word ("9 March 2019", "March 9, 2019") and numbers that can only be one day ("25/12/2017").
    """
    text = text.strip()
    if len(text) > LONGEST:
        return None
    found = meanings(text)
    return found[0] if len(found) == 1 else _iso(text) or _mail(text)


def meanings(text: str) -> tuple[str, ...]:
    """The days, in ISO 8601, that a date without a time may mean: two for "4/5/2017", none for what is no date."""
    text = text.strip()
    if len(text) > LONGEST:
        return ()
    if numeric := NUMERIC.fullmatch(text):
        first, second, year = int(numeric[1]), int(numeric[3]), int(numeric[4])
        found = [_day(year, second, first), _day(year, first, second)]
    elif first_year := YEAR_FIRST.fullmatch(text):
        found = [_day(int(first_year[1]), int(first_year[3]), int(first_year[4]))]
    else:
        found = [_in_words(text)]
    return tuple(dict.fromkeys(day for day in found if day))


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _in_words(text: str) -> str | None:
    """A day whose month is a word, with or without the day of the week."""
    words = [word.lower() for word in WORDS.findall(text)]
    months = [month for word in words if (month := _months().get(word))]
    years = [int(word) for word in words if word.isdecimal() and len(word) == 4]
    days = [int(word) for word in words if word.isdecimal() and len(word) <= 2]
    if not (len(months) == len(years) == len(days) == 1):
        return None
    rest = [word for word in words if not word.isdecimal() and word not in _months()]
    return _day(years[0], months[0], days[0]) if set(rest) <= _filling() else None


@cache
def _months() -> Mapping[str, int]:
    """The names of the months, long and short, in lower case without full stops."""
    from babel.dates import get_month_names

    names: dict[str, int] = {"sept": 9}
    for language in MONTH_LANGUAGES:
        for width in ("wide", "abbreviated"):
            for number, name in get_month_names(width, locale=language).items():
                names.setdefault(name.lower().rstrip("."), number)
    return names


@cache
def _filling() -> frozenset[str]:
    """What may stand in a date beside day, month and year: the day of the week, an ordinal's ending."""
    from babel.dates import format_date

    days = (
        format_date(date(2024, 1, day), form, locale=language)
        for day in range(1, 8)
        for form in ("EEEE", "EEE")
        for language in MONTH_LANGUAGES
    )
    return frozenset({day.lower().rstrip(".") for day in days} | {"st", "nd", "rd", "th", "de", "er", "of", "the"})


def _iso(text: str) -> str | None:
    """A date, or date and time, of ISO 8601."""
    day = text[:10]
    if not ISO_DAY.fullmatch(day) or text[10:11] not in ("", "T", " "):
        return None
    try:
        if len(text) == len(day):
            return date.fromisoformat(text).isoformat()
        return datetime.fromisoformat(text.replace(" +", "+").replace(" Z", "Z")).isoformat()
    except ValueError:
        return None


def _mail(text: str) -> str | None:
    """A date and time as mail and RSS write it (RFC 5322); without its zone where that is unknown."""
    if not MAIL.match(text):
        return None
    try:
        return parsedate_to_datetime(text).isoformat()
    except ValueError:
        return None
