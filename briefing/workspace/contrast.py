"""Colours: how well one is read on another (WCAG 2.2), and the nearest that is (in OKLCH, even to the eye)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

ENOUGH = 4.5
"""The least contrast of text with what is behind it (WCAG 2.2, AA)."""
STEPS = 1000
"""How finely lightness is searched."""
OKLAB = (
    (0.8189330101, 0.3618667424, -0.1288597137),
    (0.0329845436, 0.9293118715, 0.0361456387),
    (0.0482003018, 0.2643662691, 0.6338517070),
)
RGB_TO_XYZ = ((0.4124564, 0.3575761, 0.1804375), (0.2126729, 0.7151522, 0.0721750), (0.0193339, 0.1191920, 0.9503041))
XYZ_TO_RGB = (
    (3.2404542, -1.5371385, -0.4985314),
    (-0.9692660, 1.8760108, 0.0415560),
    (0.0556434, -0.2040259, 1.0572252),
)
LMS_TO_XYZ = (
    (1.2270138511, -0.5577999807, 0.2812561490),
    (-0.0405801784, 1.1122568696, -0.0716766787),
    (-0.0763812845, -0.4214819784, 1.5861632204),
)
LMS_TO_LAB = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
LAB_TO_LMS = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
"""The matrices of Oklab (B. Ottosson, 2020) and of sRGB (D65)."""


def contrast(one: str, other: str) -> float:
    """The contrast of two colours written #rrggbb, from 1 to 21 (WCAG 2.2)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def nearest_readable(colour: str, behind: Iterable[str]) -> str | None:
    """The colour nearest to ``colour``, of its hue, that is read on all of ``behind``; None where there is none.

    Nearest is the least change of lightness in OKLCH; chroma is given up only as far as sRGB has it no more.
    """
    backs = tuple(behind)
    lightness, chroma, hue = _oklch(colour)
    for step in sorted(range(STEPS + 1), key=lambda step: abs(step / STEPS - lightness)):
        found = _in_gamut(step / STEPS, chroma, hue)
        if all(contrast(found, back) >= ENOUGH for back in backs):
            return found
    return None


def _luminance(colour: str) -> float:
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), _linear(colour), strict=True))


def _linear(colour: str) -> list[float]:
    """The parts of #rrggbb as light, from 0 to 1."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def _times(matrix: Sequence[Sequence[float]], vector: Sequence[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def _oklch(colour: str) -> tuple[float, float, float]:
    cones = _times(OKLAB, _times(RGB_TO_XYZ, _linear(colour)))
    lightness, a, b = _times(LMS_TO_LAB, [math.cbrt(cone) for cone in cones])
    return lightness, math.hypot(a, b), math.atan2(b, a)


def _in_gamut(lightness: float, chroma: float, hue: float) -> str:
    """The colour as #rrggbb, with as much of its chroma as sRGB has."""
    low, high = 0.0, chroma
    for _ in range(12):
        middle = (low + high) / 2
        low, high = (middle, high) if _fits(lightness, middle, hue) else (low, middle)
    kept = chroma if _fits(lightness, chroma, hue) else low
    parts = [min(1.0, max(0.0, part)) for part in _rgb(lightness, kept, hue)]
    coded = [12.92 * part if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in parts]
    return "#" + "".join(f"{round(255 * part):02x}" for part in coded)


def _fits(lightness: float, chroma: float, hue: float) -> bool:
    return all(-1e-4 <= part <= 1 + 1e-4 for part in _rgb(lightness, chroma, hue))


def _rgb(lightness: float, chroma: float, hue: float) -> list[float]:
    lab = (lightness, chroma * math.cos(hue), chroma * math.sin(hue))
    return _times(XYZ_TO_RGB, _times(LMS_TO_XYZ, [part**3 for part in _times(LAB_TO_LMS, lab)]))
