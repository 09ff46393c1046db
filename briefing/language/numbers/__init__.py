"""Numbers in running text: how they are written, what they are worth, and the words around them."""

from briefing.language.numbers.dates import MONTHS
from briefing.language.numbers.hedges import Hedge, hedge, opening, reaches
from briefing.language.numbers.lines import HYPHENS, NUMBER, Line, Numeral, line
from briefing.language.numbers.nouns import (
    ADJECTIVES,
    ATTRIBUTIVE,
    DEGREES,
    DETERMINERS,
    HAPPENED,
    HARM,
    ORDERING,
    PREDICATES,
    SKIPPED,
    STOPS,
    TOLLS,
    TOTALS,
    classified,
    is_demonym,
    is_person,
    is_plural,
    plural,
)
from briefing.language.numbers.reading import read_line
from briefing.language.numbers.units import CODES, MONEY_WORDS, SHARES, SIGNS, Unit, money, unit_at, unit_joined
from briefing.language.numbers.words import FRACTIONS, MAGNITUDES
from briefing.language.numbers.writing import Written, written

__all__ = [
    "ADJECTIVES",
    "ATTRIBUTIVE",
    "CODES",
    "DEGREES",
    "DETERMINERS",
    "FRACTIONS",
    "HAPPENED",
    "HARM",
    "HYPHENS",
    "MAGNITUDES",
    "MONEY_WORDS",
    "MONTHS",
    "NUMBER",
    "ORDERING",
    "PREDICATES",
    "SHARES",
    "SIGNS",
    "SKIPPED",
    "STOPS",
    "TOLLS",
    "TOTALS",
    "Hedge",
    "Line",
    "Numeral",
    "Unit",
    "Written",
    "classified",
    "hedge",
    "is_demonym",
    "is_person",
    "is_plural",
    "line",
    "money",
    "opening",
    "plural",
    "reaches",
    "read_line",
    "unit_at",
    "unit_joined",
    "written",
]
