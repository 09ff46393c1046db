"""Dates as a page prints them."""

from __future__ import annotations

import re
from datetime import date

from babel.dates import format_date

ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def printed_date(stated: str, language: str) -> str:
    """An ISO 8601 date in the words of ``language`` ("17 October 2025"); a month, a year or a non-date as stated."""
    if not ISO_DAY.fullmatch(stated):
        return stated
    try:
        day = date.fromisoformat(stated)
    except ValueError:
        return stated
    return format_date(day, "d MMMM y", locale=language)
