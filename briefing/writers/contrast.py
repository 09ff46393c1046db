"""The contrast of a style's colours, computed from its sheets (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from briefing.language.shapes import Flaw
from briefing.model.audience import Audience
from briefing.workspace import openable
from briefing.workspace.contrast import ENOUGH, contrast, nearest_readable
from briefing.writers.style import folders

TOKEN = re.compile(r"--([\w-]+):\s*(#[0-9a-fA-F]{6})\b")
DARK = re.compile(r"prefers-color-scheme:\s*dark\)\s*\{(.*?)\n\}", re.DOTALL)
PAIRS = (
    *product(("ink", "soft", "muted", "accent"), ("paper", "tint")),
    ("on-accent", "accent"),
    ("on-highlight", "highlight"),
    ("on-handling", "handling"),
)
"""Text, and what it stands on."""


@dataclass(frozen=True, slots=True)
class _Colour:
    value: str
    path: Path
    line: int


def weak(audience: Audience) -> list[Flaw]:
    """The colours of text in an audience's style that do not stand out by ENOUGH, in light and in the dark."""
    light: dict[str, _Colour] = {}
    dark: dict[str, _Colour] = {}
    for folder in folders(audience):
        for path in sorted(folder.glob("*.css")):
            sheet = path.read_text("utf-8")
            spans = [found.span(1) for found in DARK.finditer(sheet)]
            for name, colour, at in _tokens(sheet, path):
                (dark if any(low <= at < high for low, high in spans) else light)[name] = colour
    found = [*_weak(light, ""), *_weak(light | dark, " in the dark")]
    return list({(flaw.file, flaw.line, flaw.key, flaw.what): flaw for flaw in found}.values())


def _tokens(sheet: str, path: Path) -> Iterator[tuple[str, _Colour, int]]:
    for found in TOKEN.finditer(sheet):
        line = sheet.count("\n", 0, found.start()) + 1
        yield found[1], _Colour(found[2].lower(), path, line), found.start()


def _weak(colours: dict[str, _Colour], where: str) -> Iterator[Flaw]:
    for text, ground in PAIRS:
        if text not in colours or ground not in colours:
            continue
        one, other = colours[text], colours[ground]
        found = contrast(one.value, other.value)
        if found < ENOUGH:
            what = f"{one.value} on {ground} {other.value} has a contrast of {found:.1f}:1{where}"
            yield Flaw(openable(one.path), one.line, f"--{text}", what, _todo(colours, text))


def _todo(colours: dict[str, _Colour], text: str) -> str:
    """What to do about a colour of text: the nearest that is read on all it stands on, where there is one."""
    behind = {colours[ground].value for name, ground in PAIRS if name == text and ground in colours}
    near = nearest_readable(colours[text].value, behind)
    return f"use {near}, the nearest that is read" if near else f"use colours with {ENOUGH}:1"
