"""The direction a language is written in."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError


@lru_cache
def direction(language: str) -> str:
    """The direction of the language with the BCP 47 tag ``language``: "rtl" or "ltr", also where it is unknown."""
    try:
        return "rtl" if Locale.parse(language, sep="-").character_order == "right-to-left" else "ltr"
    except (ValueError, UnknownLocaleError):
        return "ltr"
