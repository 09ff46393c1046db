"""brand.toml: what it may hold, what it refuses, and the colours it reports."""

from __future__ import annotations

import base64
import re
from pathlib import Path

import pytest

from briefing.errors import UsageError
from briefing.workspace.brand import DARK, LIGHT, brand
from briefing.workspace.contrast import ENOUGH, contrast, nearest_readable

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1H8V8Z" fill="#123456"/>{}</svg>'
TOKENS = Path(__file__).parents[2] / "styles" / "spine"


def written(folder: Path, text: str, logo: str = "") -> Path:
    """A brand.toml and its logo in a folder."""
    (folder / "logo.svg").write_text(SVG.format(logo), "utf-8")
    (folder / "brand.toml").write_text(text, "utf-8")
    return folder / "brand.toml"


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.478, abs=0.001)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.542, abs=0.001)


def test_the_nearest_colour_passes_keeps_its_hue_and_is_no_further_than_needed() -> None:
    assert nearest_readable("#777777", ["#ffffff"]) == "#767676"
    assert nearest_readable("#5b2148", ["#ffffff"]) == "#5b2148"
    found = nearest_readable("#ffcc00", ["#ffffff", "#f4f0e8"]) or ""
    red, green, blue = (int(found[at : at + 2], 16) for at in (1, 3, 5))
    assert red > green > blue
    assert ENOUGH <= contrast(found, "#f4f0e8") < ENOUGH + 0.1


def test_nothing_is_read_on_black_and_white_at_once() -> None:
    assert nearest_readable("#808080", ["#000000", "#777777", "#ffffff"]) is None


@pytest.mark.parametrize(("sheet", "known"), [("tokens.css", LIGHT), ("screen.css", DARK)])
def test_the_colours_it_is_held_against_are_those_of_the_style(sheet: str, known: dict[str, str]) -> None:
    told = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", (TOKENS / sheet).read_text("utf-8")))
    assert {token: told[token] for token in known} == known


def test_a_brand_is_read_with_its_logo_and_a_shade_for_dark_pages(tmp_path: Path) -> None:
    text = 'organisation = "Aru Aid"\nlogo = { file = "logo.svg", alt = "Aru Aid" }\ncolours = { accent = "#0b5d4e" }\n'
    made = brand(written(tmp_path, text))
    assert made is not None
    assert (made.organisation, made.alt, made.contact) == ("Aru Aid", "Aru Aid", None)
    assert base64.b64decode((made.logo or "").partition(",")[2]).decode() == SVG.format("")
    assert made.colours == {"accent": "#0b5d4e", "on-accent": "#ffffff"}
    assert contrast(made.dark["accent"], DARK["tint"]) >= ENOUGH


def test_without_a_file_there_is_no_brand(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert brand(None) is None
    written(tmp_path, 'organisation = "Here"\n')
    found = brand(None)
    assert found is not None
    assert found.organisation == "Here"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'colours = { accent = "#ffcc00" }',
            r"colours\.accent: #ffcc00 has a contrast of 1\.3.*nearest that passes is #",
        ),
        ('dark = { accent = "#5b2148" }', r"dark\.accent: #5b2148 .*nearest that passes is #"),
        ('colours = { tint = "#333333" }', r"colours\.tint"),
        ('colours = { accent = "red" }', "'red' is not a colour written #rrggbb"),
        ('colour = { accent = "#000000" }', "no such key"),
        ('logo = { file = "logo.svg" }', "names no file or no alt"),
        ('logo = { file = "none.svg", alt = "x" }', r"none\.svg: cannot be read"),
        ('fonts = { serif = "logo.svg" }', "is no WOFF2"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        brand(written(tmp_path, text))


@pytest.mark.parametrize(
    ("inside", "message"),
    [
        ("<script>1</script>", "<script>"),
        ("<text>Aru</text>", "<text>"),
        ('<image href="x.png"/>', "<image>"),
        ("<foreignObject/>", "<foreignobject>"),
        ('<use href="http://a.example/b.svg#c"/>', "asks for another file"),
        ('<path onclick="x()" d="M0 0"/>', "runs code"),
        ('<path fill="url(http://a.example/#x)" d="M0 0"/>', "asks for another file"),
        ("<style>@import 'x'</style>", "<style>"),
        ("<path", "neither a PNG nor an SVG"),
    ],
)
def test_a_logo_that_holds_more_than_shapes_is_refused(tmp_path: Path, inside: str, message: str) -> None:
    with pytest.raises(UsageError, match=message):
        brand(written(tmp_path, 'logo = { file = "logo.svg", alt = "x" }', inside))


def test_a_logo_with_entities_or_too_large_is_refused(tmp_path: Path) -> None:
    text = 'logo = { file = "logo.svg", alt = "x" }'
    written(tmp_path, text)
    (tmp_path / "logo.svg").write_text('<!DOCTYPE svg [<!ENTITY a "b">]><svg/>', "utf-8")
    with pytest.raises(UsageError, match="declares entities"):
        brand(tmp_path / "brand.toml")
    (tmp_path / "logo.svg").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200_001))
    with pytest.raises(UsageError, match="more than 200,000"):
        brand(tmp_path / "brand.toml")
