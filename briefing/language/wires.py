"""Wire lines: how a text says whose copy it is ("KABUL (Reuters) –", "AFP –", "By Jane Doe, Associated Press")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from briefing.language.lexicon import lexicon

FIRST, LAST = 5, 2
"""Of how many lines with something in them, from the top and from the end, a wire line is looked for."""

LONGEST = 300
"""Characters at the beginning and at the end of a line that are looked at."""


def agency(text: str) -> str | None:
    """The one news agency that a text signs with at its beginning or end; None where none or several do."""
    found = {_forms()[form] for form in _signed(text)}
    return found.pop() if len(found) == 1 else None


def agency_named(name: str | None) -> str | None:
    """The news agency that has this name, in any of its forms."""
    return _forms().get((name or "").strip())


def _signed(text: str) -> Iterator[str]:
    """The forms in which agencies are named in the wire lines of a text."""
    top, end = _ends(text)
    for line in top:
        found = _pattern("first").match(line) or _pattern("whole").fullmatch(line)
        if found:
            yield next(filter(None, found.groups()))
    for line in end:
        if found := _pattern("last").search(line):
            yield next(filter(None, found.groups()))


def _ends(text: str) -> tuple[list[str], list[str]]:
    """The first and the last lines of a text that hold anything."""
    lines = [line for found in re.finditer(r"[^\n]+", text[: 20 * LONGEST]) if (line := found[0].strip()[:LONGEST])]
    last = [line for piece in text[-3 * LONGEST :].split("\n") if (line := piece.strip()[-LONGEST:])]
    return lines[:FIRST], last[-LAST:]


@cache
def _forms() -> Mapping[str, str]:
    """Every form of a name, and the agency it means."""
    return {form: name for name, forms in lexicon("agencies")["forms"].items() for form in forms}


@cache
def _pattern(place: str) -> re.Pattern[str]:
    """What a wire line in this place looks like; each group is an agency's name."""
    lines = lexicon("agencies")["lines"]
    forms = "|".join(re.escape(form) for form in sorted(_forms(), key=len, reverse=True))
    shapes = "|".join(lines[place]).replace("NAMES", lines["names"]).replace("AGENCY", rf"(?<!\w)({forms})(?!\w)")
    return re.compile(f"(?:{shapes})" + ("$" if place == "last" else ""))
