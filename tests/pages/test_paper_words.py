"""Words on paper: none is printed over another, however long a name is and whichever way a text is written."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import pytest

from briefing import composing, pipeline, workspace
from briefing.model.request import Request
from briefing.writers import pdf

LONG_NAMES = """Gates open at night

"Our families lost their homes and need tents and clean water," said Anuradha Krishnamurthy-Weatherington on Friday.

The Undersecretary for Interprovincial Waterworks, Maximiliano Featherstonehaugh-Oyelaran, said at least 4,120 people
had left their homes in 14 villages.
"""
ARABIC = """فيضان السد

قال محافظ الإقليم سامي الحداد إن 3200 شخص نزحوا من القرى القريبة من السد يوم الجمعة.

أغلقت السلطات خمس مدارس في المنطقة.
"""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The pages of both sources in an English and an Arabic edition, as WeasyPrint lays them out."""
    folder = tmp_path_factory.mktemp("words")
    (folder / "names.txt").write_text(LONG_NAMES, "utf-8")
    (folder / "arabic.txt").write_text(ARABIC, "utf-8")
    claims, documents = pipeline.extract([folder]), []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "_written", lambda document, **_: documents.append(document))
        for audience, language in (("humanitarian", "en"), ("public", "en"), ("humanitarian", "ar")):
            pdf.render(composing.compose(claims, workspace.audience(audience), Request(language=language)))
    return [page._page_box for document in documents for page in document.pages]


def written(box: Any) -> Iterator[Any]:
    """The boxes of words on a page that are not empty."""
    waiting = [box]
    while waiting:
        box = waiting.pop()
        if type(box).__name__ == "TextBox" and box.text.strip():
            yield box
        waiting.extend(getattr(box, "children", ()))


def rails(box: Any) -> Iterator[Any]:
    """The boxes beside the spine that say whose words a statement is."""
    waiting = [box]
    while waiting:
        box = waiting.pop()
        if box.element is not None and box.element.get("class") == "rail" and type(box).__name__ == "BlockBox":
            yield box
        waiting.extend(getattr(box, "children", ()))


def over(one: Any, other: Any) -> bool:
    """Whether more than two pixels of a word's width, at its x-height, are printed over another."""
    width = min(one.position_x + one.width, other.position_x + other.width) - max(one.position_x, other.position_x)
    middles = (box.position_y + box.margin_height() / 2 for box in (one, other))
    high = abs(next(middles) - next(middles))
    return bool(width > 2 and high < min(one.height, other.height) / 3)


def test_no_word_is_printed_over_another(pages: list[Any]) -> None:
    found = []
    for page in pages:
        for one, other in itertools.combinations(list(written(page)), 2):
            if over(one, other):
                found.append((one.text, other.text))
    assert len(pages) > 5
    assert found == []


def test_a_long_name_stays_in_its_rail(pages: list[Any]) -> None:
    told = [(rail, word) for page in pages for rail in rails(page) for word in written(rail)]
    assert any("Weatherington" in word.text for _, word in told)
    for rail, word in told:
        start = rail.content_box_x() - 1
        assert start <= word.position_x, word.text
        assert word.position_x + word.width <= start + rail.width + 2, word.text
