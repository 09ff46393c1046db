"""Contrast of the colour tokens, computed from the style itself (WCAG 2.2, 1.4.3 and 1.4.11)."""

from __future__ import annotations

import re

import pytest

from tests.conftest import ROOT

SPINE = ROOT / "styles" / "spine"
TOKEN = re.compile(r"--([\w-]+): (#[0-9a-f]{6})")
TEXT = [
    *((ink, on) for ink in ("ink", "soft", "muted", "accent") for on in ("paper", "tint")),
    ("on-accent", "accent"),
    ("on-highlight", "highlight"),
    ("paper", "ink"),
    ("on-handling", "handling"),
]
"""Text and what it stands on."""


def tokens(scheme: str) -> dict[str, str]:
    """The colours of a scheme: those of tokens.css, in the dark those of screen.css in their place."""
    light = dict(TOKEN.findall((SPINE / "tokens.css").read_text("utf-8")))
    dark = re.search(r"prefers-color-scheme: dark\) \{(.*?)\n\}", (SPINE / "screen.css").read_text("utf-8"), re.DOTALL)
    assert dark
    return light | (dict(TOKEN.findall(dark[1])) if scheme == "dark" else {})


def luminance(colour: str) -> float:
    """Relative luminance, as WCAG defines it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_formula() -> None:
    assert contrast("#000000", "#ffffff") == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("ink", "on"), TEXT)
def test_text_can_be_read(scheme: str, ink: str, on: str) -> None:
    colours = tokens(scheme)
    assert contrast(colours[ink], colours[on]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_dashes_carry_meaning_and_can_be_seen(scheme: str) -> None:
    colours = tokens(scheme)
    assert min(contrast(colours["edge"], colours[on]) for on in ("paper", "tint")) >= 3


def test_the_contrasts_noted_beside_the_colours_are_theirs() -> None:
    noted = re.findall(r"--([\w-]+): (#[0-9a-f]{6}); /\* ([\d.]+)(?: on ([\w-]+))?", (SPINE / "tokens.css").read_text())
    colours = tokens("light")
    assert noted
    assert [(name, float(said)) for name, colour, said, on in noted] == [
        (name, round(contrast(colour, colours[on or "paper"]), 1)) for name, colour, said, on in noted
    ]
