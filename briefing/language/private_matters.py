"""Private matters: what is said of one person that marks them, and where or when somebody who hides may be met."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.language.lexicon import either, lexicon
from briefing.language.person_names import FULL
from briefing.model.source import Span

CLOCK = (
    r"(?:\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m\b|dawn|dusk|noon|midnight|tomorrow|tonight"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
)
"""A time of day, or a day that is near."""
WORTH_A_LOOK = re.compile(r"hiding|[Ss]afe house|[Cc]onvoy")
"""Without one of these no pattern of places fits, and each of them takes long."""


def conditions(text: str) -> Iterator[Span]:
    """Where a sentence tells of one person what marks them: an infection that is held against them, whom they love."""
    if _condition().search(text):
        yield from (found.span("condition") for found in _of_one().finditer(text))


def whereabouts(text: str) -> Iterator[Span]:
    """Where a sentence tells where somebody hides, or when aid sets out."""
    if WORTH_A_LOOK.search(text):
        yield from (found.span("where") for pattern in _of_places() for found in pattern.finditer(text))


@cache
def _of_one() -> re.Pattern[str]:
    words = lexicon("harm")
    people = either((*words["minor"], *words["youth"], *words["private"], *words["others"], *words["single"]))
    one = rf"(?:\b(?i:an?|the|one|his|her|another) (?:[\w-]+ ){{0,3}}(?:{people})\b|{FULL}|\b(?i:she|he)\b)"
    return re.compile(rf"{one}[^.;:]{{0,60}}?(?P<condition>{_condition().pattern})")


@cache
def _condition() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{either(lexicon('harm')['condition'])})\b")


@cache
def _of_places() -> tuple[re.Pattern[str], ...]:
    """Somebody in hiding, a house that is safe while nobody knows it, a convoy and its hour."""
    return (
        re.compile(
            rf"(?:\b[Ss]?[Hh]e\b|\b[Ww]ho\b|{FULL})[^.;:]{{0,40}}?"
            r"\b(?P<where>hiding (?:in|at|near|with|inside|on) [^.,;:]{2,60})"
        ),
        re.compile(r"\b(?P<where>safe houses? (?:in|at|near|on|behind) [^.,;:]{2,60})"),
        re.compile(
            rf"\b[Cc]onvoys? (?:will|is|are)(?: due| set)?(?: to)? (?:leave|depart|set (?:off|out)|pass|cross)"
            rf"[^.;]{{0,60}}?(?P<where>{CLOCK})"
        ),
    )
