from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from briefing.writers import typefaces
from briefing.writers.boxes import face as box_face
from briefing.writers.typefaces import BEGINNING, Face, boxes, faces, for_rest, named, undrawn
from tests.writers.sample_briefing import TREE

FONTS = TREE / "styles" / "fonts"
OWN, OTHERS = faces(FONTS / typefaces.EVERYWHERE), faces(FONTS / typefaces.ON_PAPER)


def file_of(face: Face) -> Path:
    found = re.search(r"url\(([^)]+)\)", face.rule)
    assert found
    return FONTS / found[1]


def drawn_by(path: Path) -> set[int]:
    with TTFont(path, lazy=True) as font:
        return set(font.getBestCmap())


@pytest.mark.parametrize("face", [*OWN, *OTHERS], ids=lambda face: file_of(face).stem)
def test_the_range_of_a_typeface_has_nothing_but_what_its_file_draws(face: Face) -> None:
    """A range that says more prints .notdef; a space is drawn in the typeface of what is before it."""
    declared = {c for low, high in face.spans for c in range(low, high + 1)}
    drawn = drawn_by(file_of(face))
    assert declared <= drawn
    if face in OTHERS:
        assert 0x20 in drawn
        assert not {c for c in drawn - declared if c > 0x24F}
    assert not any(c < 0x250 for c in declared) or "latin" in file_of(face).name


def test_every_file_has_a_rule_and_a_licence() -> None:
    files = {path.name for path in FONTS.glob("*.woff2")}
    assert {file_of(face).name for face in (*OWN, *OTHERS)} == files
    licences = {path.name.removesuffix("-OFL.txt") for path in FONTS.glob("*-OFL.txt")}
    kin = {"noto-sans-sc": "noto-sans-cjk", "noto-sans-kr": "noto-sans-cjk"}
    for name in files:
        own = kin.get(name.partition("-400")[0], name)
        assert any(own.startswith(licence) for licence in licences), name


def test_a_text_takes_the_typefaces_of_its_scripts_and_no_others() -> None:
    sheets = '"Source Serif 4", "Source Serif 4 Extended", "Source Serif 4 Cyrillic"'
    own = named(OWN, sheets, "вода")
    assert {face.family for face in own} == {"Source Serif 4 Cyrillic"}
    assert named(OWN, sheets, f"{' ' * BEGINNING}вода") == named(OWN, sheets, "вода ")
    assert {face.family for face in for_rest(FONTS, undrawn(OWN, "water, вода, νερό, ماء"))[0]} == set()
    for text, family in (
        ("पानी", "Noto Sans Devanagari"),
        ("น้ำ", "Noto Sans Thai"),
        ("水", "Noto Sans SC"),
        ("물", "Noto Sans KR"),
    ):
        found, left = for_rest(FONTS, undrawn(OWN, f"water {text}"))
        assert ([face.family for face in found], left) == ([family], "")


def test_spaces_controls_and_marks_of_variation_need_no_typeface() -> None:
    assert undrawn(OWN, "a\u2003b\u202fc\u200bd\u2060\ufeff\ue000\n") == ""
    assert undrawn((), "\ufe0f") == ""


def test_what_no_typeface_draws_is_left_for_boxes() -> None:
    """Tibetan; and a sign that no emoji font has yet, where all emoji are boxes: none is to come from a system."""
    found, left = for_rest(FONTS, undrawn(OWN, "གྲོང 🙂"))
    assert [face.family for face in found] == ["emoji"]
    assert left == "\u0f42\u0f44\u0f7c\u0fb2"
    found, left = for_rest(FONTS, undrawn(OWN, "\U0001faff 🙂"))
    assert found == []
    assert left == "🙂\U0001faff"
    assert list(boxes(left)) == [typefaces.BOXES, typefaces.EMOJI]
    assert list(boxes("གྲ")) == [typefaces.BOXES]
    assert boxes("") == {}


def test_every_box_has_a_glyph_of_its_own() -> None:
    """A PDF tells its text by glyph: two characters with one glyph would be copied as one."""
    font = TTFont(io.BytesIO(box_face("Boxes", "གང\U0001fac8")))
    cmap = font.getBestCmap()
    assert set(cmap) == {0x20, 0xF42, 0xF44, 0x1FAC8}
    assert len(set(cmap.values())) == 4
    outlines = {name: font["glyf"][name].numberOfContours for name in cmap.values()}
    assert outlines.pop(cmap[0x20]) == 0
    assert set(outlines.values()) == {16}
    assert box_face("Boxes", "གང") == box_face("Boxes", "གང")


def test_a_typeface_of_boxes_bears_more_characters_than_it_can_have_glyphs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefing.writers.boxes.MOST", 2)
    cmap = TTFont(io.BytesIO(box_face("Boxes", "abcd"))).getBestCmap()
    assert set(cmap) == {0x20, *map(ord, "abcd")}
    assert len(set(cmap.values())) == 3
