"""Whole numbers as a page prints them: Western digits, and between thousands what the language has there."""

from __future__ import annotations

from functools import cache

NARROW, SPACE = "\u202f", "\u00a0"
"""The narrow no-break space, which the typefaces of a page do not have, and the no-break space."""


def printed_number(value: int, language: str) -> str:
    """``value`` in Western digits, grouped as ``language`` does: "12,345", in French "12 345".

    The digits are Western in every language: those of the sources' numerals, which are never changed, and of citations.
    """
    return f"{value:,}".replace(",", grouping(language))


@cache
def grouping(language: str) -> str:
    """What stands between thousands in ``language``, a tag of BCP 47, beside Western digits (of CLDR)."""
    if language == "en":  # without loading Babel's data
        return ","
    from babel.numbers import get_group_symbol

    return get_group_symbol(language.replace("-", "_"), numbering_system="latn").replace(NARROW, SPACE)
