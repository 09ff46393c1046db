"""Units of measurement and currencies: which words and signs name which."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.language.lexicon import either, lexicon
from briefing.language.numbers.lines import Line


class Unit(NamedTuple):
    """A unit: its one name, the kind of figure it makes, and how many tokens it takes in the text."""

    name: str
    kind: str
    length: int


SHARES = frozenset([*lexicon("units")["share"], "share", "ratio"])
"""Units that belong to the writing of a number and are no money."""
_MONEY = lexicon("currencies")
SIGNS: dict[str, str] = _MONEY["signs"]
CODES = frozenset(_MONEY["codes"]["iso"])
MONEY_WORDS: dict[str, str] = _MONEY["words"]
MONEY_BEFORE = re.compile(rf"(?:(?<![A-Za-z])(?:{either(SIGNS)})|(?<![A-Za-z])(?:{either(CODES)}))[ \u00a0\u202f]?$")
"""A currency's sign or code at the end of a text, as it stands before a number."""
MONEY_AFTER = re.compile(rf"[ \u00a0\u202f]?(?:(?:{either(CODES)}|US\$)(?!\w)|[€£₹৳؋₨])")
"""A currency's sign or code as it stands after a number."""


def _forms() -> dict[str, list[tuple[tuple[str, ...], str, str]]]:
    table: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for kind, units in lexicon("units").items():
        for name, forms in units.items():
            for form in forms:
                tokens = tuple(re.findall(r"[^\W\d_]+|\d+|[^\w\s]|[²³]", form))
                table.setdefault(tokens[0].lower(), []).append((tokens, name, kind))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return table


_FORMS = _forms()
EXACT = frozenset(
    ["m", "t", "l", "L", "h", "g", "x", "mb", "nm", "t", "b", "MT", "mt", "pp", "TB", "GB", "MB", "sec", "min"]
)
"""Forms so short that they must be written just so."""


def money(sign: str) -> str:
    """The ISO 4217 code (or the word, where countries share it) of a currency's sign or code."""
    return SIGNS.get(sign, sign)


def unit_at(line: Line, i: int) -> Unit | None:
    """The unit that begins with token ``i``; the longest that fits."""
    for tokens, name, kind in _FORMS.get(line.word(i), ()):
        if all(_same(line, i + k, token) for k, token in enumerate(tokens)):
            return Unit(name, kind, len(tokens))
    word = line.word(i)
    if line.written(i) == "US" and line.word(i + 1) in MONEY_WORDS:
        return Unit(MONEY_WORDS[line.word(i + 1)], "money", 2)
    return Unit(MONEY_WORDS[word], "money", 1) if word in MONEY_WORDS else None


def unit_joined(line: Line, i: int) -> Unit | None:
    """The unit that the first part of a hyphenated word names ("foot" in "7,600-foot-high")."""
    first, hyphen, _ = line.word(i).partition("-")
    for tokens, name, kind in _FORMS.get(first, ()) if hyphen else ():
        if len(tokens) == 1 and tokens[0] not in EXACT:
            return Unit(name, kind, 1)
    return None


def _same(line: Line, i: int, token: str) -> bool:
    written = line.written(i)
    return written == token if token in EXACT or len(token) == 1 else written.lower() == token.lower()
