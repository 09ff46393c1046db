"""Contrast of every colour of every style, computed from its sheets (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest

from tests.writers.test_style import contrast, tokens

STYLES = Path(__file__).parents[2] / "styles"
FIRST = STYLES / "spine"
NAMES = sorted(folder.name for folder in STYLES.iterdir() if folder.is_dir() and folder.name != "fonts")
TEXT = product(("ink", "soft", "muted", "accent"), ("paper", "tint"))
ON = (("on-accent", "accent"), ("on-highlight", "highlight"), ("on-handling", "handling"))
LEAST = {**dict.fromkeys((*TEXT, *ON), 4.5), ("edge", "paper"): 3, ("edge", "tint"): 3}
"""Text on what is behind it; edges that carry meaning on what is around them."""
DECORATION = {"hairline"}
COLOUR = re.compile(r"(?<![\w-])color: (#[0-9a-f]{6})")
HANDLING = re.compile(r"\.handling\[[^]]*(TLP:\w+)[^]]*] \{ color: (#[0-9a-f]{6}); }")


def colours(style: str, scheme: str) -> dict[str, str]:
    """The colours of a style in light or dark, by name."""
    found: dict[str, str] = {}
    for folder in dict.fromkeys((FIRST, STYLES / style)):
        for name in ("tokens.css", "screen.css"):
            sheet = (folder / name).read_text("utf-8") if (folder / name).is_file() else ""
            light, _, dark = sheet.partition("prefers-color-scheme: dark")
            found |= tokens(light) | (tokens(dark) if scheme == "dark" else {})
    return found


@pytest.mark.parametrize(("style", "scheme"), list(product(NAMES, ("light", "dark"))))
def test_every_colour_can_be_told_from_what_is_behind_it(style: str, scheme: str) -> None:
    made = colours(style, scheme)
    poor = {pair: round(contrast(made[pair[0]], made[pair[1]]), 2) for pair in LEAST}
    assert {pair: ratio for pair, ratio in poor.items() if ratio < LEAST[pair]} == {}


@pytest.mark.parametrize("style", NAMES)
def test_no_colour_escapes_the_computation(style: str) -> None:
    known = {name for pair in LEAST for name in pair}
    assert set(colours(style, "dark")) - known <= DECORATION
    for sheet in (STYLES / style).glob("*.css"):
        text = HANDLING.sub("", sheet.read_text("utf-8"))
        assert set(COLOUR.findall(text)) <= set(colours(style, "light").values()), sheet.name


def test_handling_marks_have_the_colours_of_the_standard() -> None:
    """TLP 2.0: RED #FF2B2B, AMBER #FFC000, GREEN #33FF00 and CLEAR #FFFFFF on black."""
    marks = dict(HANDLING.findall((FIRST / "print.css").read_text("utf-8")))
    assert marks == {"TLP:RED": "#ff2b2b", "TLP:AMBER": "#ffc000", "TLP:GREEN": "#33ff00"}
    light = colours("spine", "light")
    assert (light["handling"], light["on-handling"]) == ("#000000", "#ffffff")
    assert all(contrast(colour, "#000000") >= 4.5 for colour in marks.values())
