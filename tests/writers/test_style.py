from __future__ import annotations

import re
import shutil
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest

from briefing.errors import TemplateError
from briefing.model.audience import Audience
from briefing.writers.style import settled, style
from tests.writers.sample_briefing import FOLDERS, TREE

SPINE = TREE / "styles" / "spine"
AUDIENCE = Audience("humanitarian", FOLDERS, ())
TEXT = {("ink", "paper"): 14, ("soft", "paper"): 10, ("muted", "paper"): 7, ("accent", "paper"): 9}
ON = {("ink", "tint"): 7, ("muted", "tint"): 6, ("on-accent", "accent"): 7, ("on-highlight", "highlight"): 7}
MARKS = {("edge", "paper"): 3, ("edge", "tint"): 3}


def luminance(colour: str) -> float:
    """Relative luminance of #rrggbb as WCAG 2.2 defines it."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def tokens(sheet: str) -> dict[str, str]:
    return dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", sheet))


def test_contrast_is_computed_as_the_standard_says() -> None:
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("pair", "scheme"), list(product({**TEXT, **ON, **MARKS}, ("light", "dark"))))
def test_every_colour_can_be_read(pair: tuple[str, str], scheme: str) -> None:
    colours = tokens((SPINE / "tokens.css").read_text())
    if scheme == "dark":
        screen = (SPINE / "screen.css").read_text()
        colours |= tokens(screen[screen.index("prefers-color-scheme: dark") :])
    assert contrast(colours[pair[0]], colours[pair[1]]) >= {**TEXT, **ON, **MARKS}[pair]


def own_style(tmp_path: Path, sheet: str) -> Audience:
    """An audience whose style is a folder with one sheet, beside the program's own styles."""
    shutil.copytree(TREE / "styles", tmp_path / "styles")
    (tmp_path / "styles" / "mine").mkdir()
    (tmp_path / "styles" / "mine" / "tokens.css").write_text(sheet)
    return replace(AUDIENCE, style="mine", folders=(tmp_path / "templates" / "mine", *FOLDERS))


def test_a_style_of_one_small_file_changes_what_it_names(tmp_path: Path) -> None:
    made = style(own_style(tmp_path, ":root { --accent: #123456; }"), "screen", "a")
    assert made.sheet.index("#5b2148") < made.sheet.index("#123456") < made.sheet.index("box-sizing")


@pytest.mark.parametrize(
    "sheet", ["p { background: url(https://example.org/x.png) }", "@import 'other.css';", "p { } </style><p>"]
)
def test_a_style_asks_for_no_file_and_does_not_end_itself(tmp_path: Path, sheet: str) -> None:
    with pytest.raises(TemplateError, match=r"^mine/tokens.css: .*another file or ends the style; take it out"):
        style(own_style(tmp_path, sheet), "screen", "a")


@pytest.mark.parametrize("name", ["nowhere", "..", "../styles", "fonts/../spine"])
def test_an_unknown_style_is_named(name: str) -> None:
    with pytest.raises(TemplateError, match="there is no style"):
        style(replace(AUDIENCE, style=name), "screen", "a")


def test_a_sheet_for_paper_has_the_values_of_its_custom_properties_in_their_place() -> None:
    sheet = ":root { --ink: #111; --line: 1pt solid var(--ink) }\n:root { --ink: #222 }\np { border: var(--line) }"
    assert settled(sheet).endswith("p { border: 1pt solid #222 }")
    own = sheet + "\n.card { --ink: #333 }\nh2 { color: var(--ink); margin: var(--gap, 0) }"
    assert settled(own).endswith("h2 { color: var(--ink); margin: var(--gap, 0) }")
    assert "var(--" not in style(AUDIENCE, "print", "a").sheet
    assert "var(--" in style(AUDIENCE, "screen", "a").sheet
