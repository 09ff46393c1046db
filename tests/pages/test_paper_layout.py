"""Pages as they are laid out: what is cut in two, what stands alone, how full a page is, who speaks at its top."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pytest

from briefing import composing, pipeline, workspace
from briefing.model.briefing import Briefing
from briefing.model.request import Request
from briefing.writers import pdf
from tests.pages.conftest import ROOT

WHOLE = {"variant", "box", "actor-head", "side", "numeral", "source", "band-head"}
"""Classes of what is never cut in two, beside key figures and rows of tables."""
HEADINGS = ("h1", "h2", "h3", "h4")
MOST_EMPTY = 0.34
"""How much of a page may stay empty before the next begins."""
WORD_AND_NUMBER = 10
"""Characters that may stand together at the beginning of a line: a word with its citation may not be parted."""
PAGES = {"cited-on", "back"}
"""Classes of the pages that cite a passage: the writer shortens their list once the lines are broken."""
EDITIONS = {
    "sample, A4": ("seeds", "humanitarian", "A4", "en"),
    "sample, Letter": ("seeds", "press", "Letter", "en"),
    "sample, Arabic": ("seeds", "humanitarian", "A4", "ar"),
    "twenty sources, A4": ("many", "humanitarian", "A4", "en"),
    "twenty sources, Letter": ("many", "press", "Letter", "en"),
    "twenty sources, Arabic": ("many", "policy", "A4", "ar"),
}


@dataclass(frozen=True)
class Line:
    """A line of text of the page's own flow: its words, where its block ends, and the elements it stands in."""

    page: int
    text: str
    box: Any
    elements: tuple[Any, ...]


@dataclass(frozen=True)
class Laid:
    """A briefing laid out: WeasyPrint's document, and its lines in order."""

    briefing: Briefing
    document: Any
    lines: tuple[Line, ...]


@pytest.fixture(scope="module")
def laid(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Laid]:
    """Edition -> how it is laid out on its way to a PDF that is not written."""
    many = tmp_path_factory.mktemp("many")
    subprocess.run([sys.executable, ROOT / "benchmarks" / "made_up.py", many], check=True, capture_output=True)
    claims = {"seeds": pipeline.extract([ROOT / "seeds"]), "many": pipeline.extract([many])}
    found: dict[str, Any] = {}
    with pytest.MonkeyPatch.context() as patch:
        documents: list[Any] = []
        patch.setattr(pdf, "_written", lambda document, **_: documents.append(document))
        for name, (sources, audience, page, language) in EDITIONS.items():
            asked = replace(workspace.audience(audience), page=page)
            briefing = composing.compose(claims[sources], asked, Request(language=language, tlp="TLP:AMBER"))
            pdf.render(briefing)
            found[name] = Laid(briefing, documents[-1], tuple(lines(documents[-1])))
    return found


def lines(document: Any) -> Iterator[Line]:
    """The lines of all pages in order, but for what stands in margins."""
    for number, page in enumerate(document.pages, 1):
        body = next(box for box in page._page_box.children if box.element_tag == "html")
        waiting: list[tuple[Any, tuple[Any, ...]]] = [(body, ())]
        while waiting:
            box, inside = waiting.pop()
            if type(box).__name__ == "LineBox":
                yield Line(number, "".join(words(box)), box, inside)
                continue
            element = () if box.element is None or (inside and inside[-1] is box.element) else (box.element,)
            children = list(getattr(box, "children", ()))
            waiting.extend((child, (*inside, *element)) for child in reversed(children))


def words(box: Any) -> Iterator[str]:
    if type(box).__name__ == "TextBox":
        yield box.text
    for child in getattr(box, "children", ()):
        yield from words(child)


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_card_variant_or_box_is_cut_in_two(laid: Mapping[str, Laid], edition: str) -> None:
    pages: dict[Any, set[int]] = {}
    for line in laid[edition].lines:
        for outer, element in itertools.pairwise(line.elements):
            card, row = outer.get("class") == "figures", element.tag == "tr" and outer.tag == "tbody"
            if card or row or WHOLE.intersection((element.get("class") or "").split()):
                pages.setdefault(element, set()).add(line.page)
    assert len(pages) > 20
    assert [(element.get("class") or element.tag, on) for element, on in pages.items() if len(on) > 1] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_heading_is_the_last_of_a_page(laid: Mapping[str, Laid], edition: str) -> None:
    last = {line.page: line for line in laid[edition].lines if line.text.strip()}
    assert [(number, line.text) for number, line in last.items() if any(e.tag in HEADINGS for e in line.elements)] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_no_page_ends_half_empty(laid: Mapping[str, Laid], edition: str) -> None:
    """But for the last, and the one that stands alone before its annex."""
    document, front = laid[edition].document, laid[edition].briefing.audience.front
    ends: dict[int, float] = {}
    for line in laid[edition].lines:
        ends[line.page] = max(ends.get(line.page, 0), line.box.position_y + line.box.height)
    for number, page in enumerate(document.pages[:-1], 1):
        box = page._page_box
        empty = 1 - (ends[number] - box.content_box_y()) / box.height
        assert empty < MOST_EMPTY or (front and number == 1), f"page {number}"


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_top_of_a_page_says_whose_statements_go_on(laid: Mapping[str, Laid], edition: str) -> None:
    actors = {actor.id: actor.name.text for actor in laid[edition].briefing.statements}
    first: dict[int, Line] = {}
    of_page: dict[int, str] = {}
    speaker = ""
    for line in laid[edition].lines:
        own = next((element.get("id") for element in line.elements if element.get("id") in actors), None)
        speaker = actors[own] if own else speaker
        section = any((element.get("class") or "") == "actor" for element in line.elements)
        first.setdefault(line.page, line)
        if first[line.page] is line and section and not own:
            of_page[line.page] = speaker
    assert of_page or "statements" not in laid[edition].briefing.sections or edition.startswith("sample")
    for number, name in of_page.items():
        top = laid[edition].document.pages[number - 1]._page_box.children
        printed = "".join(itertools.chain.from_iterable(words(box) for box in top if box.element_tag != "html"))
        assert name in printed, f"page {number}"


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_line_ends_only_where_the_next_word_does_not_fit(laid: Mapping[str, Laid], edition: str) -> None:
    """WeasyPrint 70 has been seen to break a line after one word near inline elements."""
    seen, short = 0, []
    for line, after in itertools.pairwise(laid[edition].lines):
        if line.page != after.page or line.elements != after.elements or line.box.width <= 0 or not after.text.strip():
            continue
        if after.box.position_y < line.box.position_y + line.box.height / 2 or PAGES & set(classes(after.box)):
            continue
        seen += 1
        used, length = extent(line.box), len(after.text.strip())
        per_character = extent(after.box) / length
        word = re.split(r"[ \u200b-]", after.text.strip())[0]
        room = (len(word) + WORD_AND_NUMBER) * per_character * 1.3
        if line.box.width - used > room:
            short.append((line.page, line.text, after.text))
    assert seen > 40
    assert short == []


def extent(box: Any) -> float:
    """How wide the words of a line are together, from the first to the last."""
    drawn = [text for text in boxes(box) if text.text.strip()]
    return max(t.position_x + t.width for t in drawn) - min(t.position_x for t in drawn) if drawn else 0.0


def classes(box: Any) -> Iterator[str]:
    for child in getattr(box, "children", ()):
        yield (child.element is not None and child.element.get("class")) or ""
        yield from classes(child)


def boxes(box: Any) -> Iterator[Any]:
    if type(box).__name__ == "TextBox":
        yield box
    for child in getattr(box, "children", ()):
        yield from boxes(child)
