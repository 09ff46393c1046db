"""The names of languages, as a page prints them."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError


@lru_cache(maxsize=4096)
def printed_language(tag: str, language: str) -> str:
    """The name of the language with the BCP 47 tag ``tag`` in the words of ``language`` ("French (Canada)").

    A tag that is none, or names no language that is known, is printed as it is.
    """
    try:
        name = Locale.parse(tag, sep="-", resolve_likely_subtags=False).get_display_name(language)
    except (ValueError, UnknownLocaleError):  # no language with data of its own, which may still have a name
        name = Locale.parse(language, sep="-").languages.get(tag.lower())
    return name or tag
