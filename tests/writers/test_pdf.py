from __future__ import annotations

import io
import logging
import re
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import pytest
import weasyprint
from pypdf import PdfReader

from briefing.errors import MissingError, TemplateError
from briefing.model.briefing import Briefing
from briefing.writers import FORMATS, pdf
from briefing.writers.html import render as render_html
from briefing.writers.typesetting import numbering
from tests.writers.sample_briefing import FOLDERS, ONE, TREE, Builder, sample_briefing, told

SHIPPED = {"Source-Serif-4", "Source-Serif-4-Extended", "Public-Sans", "Public-Sans-Extended"}


def read(data: bytes) -> Any:  # PdfReader, whose types make every step a union
    return PdfReader(io.BytesIO(data))


@pytest.fixture(scope="module")
def data() -> bytes:
    return pdf.render(sample_briefing())


@pytest.fixture(scope="module")
def made(data: bytes) -> Any:
    return read(data)


@pytest.fixture(scope="module")
def text(made: Any) -> str:
    return " ".join(" ".join(page.extract_text() for page in made.pages).replace("\u2060", "").split())


@pytest.mark.parametrize(
    "printed",
    [
        "The governor of Teral said 1,250 families had left the valley since Monday.",
        "It was the <b>worst</b> week […] anyone here remembers.",
        "[Ines Okafor] added that the clinic in Orrin has no insulin & few beds.",
        "arrived.",  # the last word of the annex
    ],
)
def test_prints_what_the_page_prints(text: str, printed: str) -> None:
    assert printed in text


def test_no_word_is_parted(text: str) -> None:
    """WeasyPrint 70 parts words near inline elements where overflow-wrap is on; it is, for overlong words alone."""
    sources = " ".join(source.text for source in sample_briefing().claims.sources)
    assert set(re.findall(r"\w{5,}", sources)) <= set(re.findall(r"\w{5,}", text))


def test_every_page_has_the_handling_mark_twice_and_its_number(made: Any) -> None:
    for number, page in enumerate(made.pages, 1):
        printed = page.extract_text()
        assert printed.count("TLP:GREEN") == 2
        assert f"Page {number} of {len(made.pages)}" in printed


def test_handling_mark_is_twelve_points_bold_at_the_right(made: Any) -> None:
    seen = []

    def visit(words: str, page: list[float], line: list[float], font: dict[str, str] | None, size: float) -> None:
        if "TLP:GREEN" in words and font:
            seen.append((round(size * line[0] * page[0], 1), str(font["/BaseFont"]).split("+")[1], line[4] * page[0]))

    made.pages[0].extract_text(visitor_text=visit)
    assert [mark[:2] for mark in seen] == [(12.0, "Public-Sans-Bold")] * 2
    assert all(at > 595 / 2 for _, _, at in seen)


def test_is_tagged_and_has_a_language_and_a_title(made: Any) -> None:
    root = made.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/StructTreeRoot"]["/K"]
    assert made.metadata
    assert made.metadata.title == "“Nobody will cross before the spring,”"


def test_bookmarks_are_the_sections_under_the_title(made: Any) -> None:
    title, sections = made.outline[0], made.outline[1]
    assert title["/Title"].startswith("“Nobody will cross")
    named = [entry["/Title"] for entry in sections if not isinstance(entry, list)]
    assert named[:3] == ["Bottom line", "Key figures", "What is said, by whom"]


def test_every_link_leads_to_a_place_in_the_file(made: Any) -> None:
    links = [a.get_object() for a in chain.from_iterable(page.get("/Annots", []) for page in made.pages)]
    assert len(links) > 20
    places = set(made.named_destinations)
    assert {str(link["/Dest"]) for link in links} <= places


def test_a_link_is_one_link_with_the_name_of_the_citation(made: Any) -> None:
    links = [link.get_object() for link in made.pages[0]["/Annots"]]
    names = [str(link["/Contents"]) for link in links]
    assert names[:2] == ["1¶2, source 1, paragraph 2"] * 2  # the title's, the bottom line's
    places = [tuple(link["/Rect"]) for link in links]
    assert len(set(places)) == len(places)


def test_every_picture_has_a_name(made: Any) -> None:
    waiting, names = [made.trailer["/Root"]["/StructTreeRoot"]], []
    while waiting:
        element = waiting.pop().get_object()
        if isinstance(element, dict):
            names += [element.get("/Alt")] if element.get("/S") == "/Figure" else []
            waiting += [element["/K"]] if "/K" in element else []
        elif isinstance(element, list):
            waiting += element
    assert set(names) == {"outlets and origins", "differs"}


def test_the_way_back_names_each_page_that_cites_a_passage_once(made: Any) -> None:
    """Paragraph 2 of source 1 is cited by title, bottom line, figure and statements; the annex says on which pages."""
    cited = "1¶2, source 1, paragraph 2"
    links = [(n, link.get_object()) for n, page in enumerate(made.pages, 1) for link in page.get("/Annots", [])]
    pages = sorted({number for number, link in links if str(link["/Contents"]) == cited})
    last = " ".join(made.pages[-1].extract_text().split())
    named = ", ".join(map(str, pages))
    assert f"he told reporters. cited on p. {named}" in last.replace("\u00a0", " ")
    backs = [
        str(link["/Contents"]) for _, link in links if str(link["/Contents"]).endswith("back to where it is cited")
    ]
    assert set(backs) == {f"{number}, back to where it is cited" for number in range(1, max(pages) + 1)}


def test_has_no_font_but_those_shipped(made: Any) -> None:
    fonts = [font.get_object() for page in made.pages for font in page["/Resources"]["/Font"].values()]
    names = {re.sub(r"-(Bold|Semi-Bold|Italic)$|,$", "", str(font["/BaseFont"]).split("+")[1]) for font in fonts}
    assert names <= SHIPPED


def small() -> Briefing:
    """The sample with one section, which is quick to lay out."""
    return replace(sample_briefing(), sections=("sources",), title=replace(sample_briefing().title, citations=()))


def test_paper_is_what_the_audience_asks_for(made: Any) -> None:
    assert size(made) == pytest.approx((595.28, 841.89), abs=0.1)
    briefing = small()
    assert size(read(pdf.render(replace(briefing, audience=replace(briefing.audience, page="Letter"))))) == (612, 792)


def size(made: Any) -> tuple[float, float]:
    """Width and height of the first page in points."""
    return float(made.pages[0].mediabox.width), float(made.pages[0].mediabox.height)


def test_another_process_makes_the_same_bytes(data: bytes) -> None:
    program = (
        "import sys; from briefing.writers import FORMATS;"
        "from tests.writers.sample_briefing import sample_briefing;"
        "sys.stdout.buffer.write(b'--'.join(FORMATS[f](sample_briefing()) for f in ('html', 'pdf')))"
    )
    environment = {"PYTHONHASHSEED": "7", "PATH": "/usr/bin:/bin", "TZ": "Asia/Kathmandu"}
    run = subprocess.run([sys.executable, "-c", program], cwd=TREE, env=environment, capture_output=True, check=True)
    assert run.stdout == FORMATS["html"](sample_briefing()) + b"--" + data


def own_templates(tmp_path: Path, section: str) -> Briefing:
    """A small briefing whose one section has this text."""
    folder = tmp_path / "templates" / "mine"
    (folder / "sections").mkdir(parents=True)
    (folder / "sections" / "sources.html").write_text(section)
    briefing = small()
    return replace(briefing, audience=replace(briefing.audience, name="mine", folders=(folder, *FOLDERS)))


@pytest.mark.parametrize("address", ["https://example.org/a.png", "file:///etc/hostname", "a.png"])
def test_asks_for_no_address_but_data(tmp_path: Path, address: str) -> None:
    with pytest.raises(TemplateError, match=r"^audience mine: "):
        pdf.render(own_templates(tmp_path, f'<h2 id="sources">x</h2><img src="{address}" alt="x">'))


def test_two_threads_make_one_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    inside: list[int] = []
    most: list[int] = []

    def slow(*_: object) -> bytes:
        inside.append(1)
        time.sleep(0.05)
        most.append(len(inside))
        inside.pop()
        return b""

    monkeypatch.setattr(pdf, "_render", slow)
    threads = [threading.Thread(target=pdf.render, args=(sample_briefing(), "")) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert most == [1, 1, 1, 1]


def test_says_nothing_of_its_own_on_the_terminal(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, "weasyprint"):
        pdf.render(small())
    assert capfd.readouterr() == ("", "")
    assert caplog.records == []


def test_without_pango_names_the_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    class Blocked:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    for name in [name for name in sys.modules if name.partition(".")[0] == "weasyprint"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "meta_path", [Blocked(), *sys.meta_path])
    monkeypatch.setattr(sys, "platform", "linux")
    with pytest.raises(MissingError, match=r"Pango cannot be loaded.*run: apt-get install -y libpango") as found:
        pdf.render(sample_briefing())
    assert "\n" not in str(found.value)


def paragraphs(box: Any) -> Iterator[list[Any]]:
    """The lines of each block of text that WeasyPrint laid out."""
    children = list(getattr(box, "children", ()))
    if children and all(type(child).__name__ == "LineBox" for child in children):
        yield children
    for child in children:
        yield from paragraphs(child)


def texts(box: Any) -> Iterator[Any]:
    if type(box).__name__ == "TextBox":
        yield box
    for child in getattr(box, "children", ()):
        yield from texts(child)


def test_a_line_ends_only_where_the_next_word_does_not_fit() -> None:
    """WeasyPrint 70 has been seen to break a line after one word near inline elements."""
    briefing = sample_briefing()
    inline = Builder().words(ONE, "since Monday")
    mixed = [part for n in range(24) for part in (f" and {'very ' * (n % 4)}long before ", inline)]
    long = replace(briefing, method=(replace(told("m", *mixed), citations=briefing.title.citations),))
    document = weasyprint.HTML(string=render_html(long, "print")).render()
    seen = 0
    for page in document.pages:
        for lines in paragraphs(page._page_box):
            for line, after in pairwise(lines):
                seen += 1
                words = list(texts(after))
                start, stop = words[0].position_x, words[-1].position_x + words[-1].width
                after_text = "".join(box.text for box in words)
                per_character = (stop - start) / len(after_text)
                free = line.position_x + line.width - max(box.position_x + box.width for box in texts(line))
                assert free <= (len(after_text.split()[0]) + 4) * per_character * 1.3, after_text
    assert seen > 10


class Placed:
    """A box on a line: where it stands, how wide it is, and what it is for."""

    element_tag = "a"

    def __init__(self, x: float, y: float, width: float, kind: str = "back") -> None:
        self.position_x, self.position_y, self.width = x, y, width
        self.element = {"class": kind}
        self.style = {"direction": "ltr"}
        self.children: tuple[Placed, ...] = ()

    def margin_width(self) -> float:
        return self.width

    def translate(self, dx: float, dy: float = 0) -> None:
        self.position_x += dx
        self.position_y += dy


def line_of(y: float, *widths: float) -> Placed:
    """A part of a line at ``y`` with ways back of these widths, one after the other from 10 on."""
    part = Placed(10, y, sum(widths))
    part.children = tuple(Placed(10 + sum(widths[:index]), y, width) for index, width in enumerate(widths))
    return part


def test_ways_back_move_up_to_the_line_before_where_it_has_room() -> None:
    first, second, overleaf = line_of(100, 5, 5, 5), line_of(112, 5, 5), line_of(20, 5)
    kept = [[first.children[0]], [*second.children], [*overleaf.children]]
    numbering._fill([first, second, overleaf], kept)
    assert [(box.position_x, box.position_y) for box in first.children] == [(10, 100), (15, 100), (20, 100)]
    assert second.children == ()
    assert [(box.position_x, box.position_y) for box in overleaf.children] == [(10, 20)]


def test_ways_back_stay_on_their_line_where_that_before_is_full() -> None:
    first, second = line_of(100, 5, 5), line_of(112, 5, 5)
    numbering._fill([first, second], [[*first.children], [second.children[1]]])
    assert [(box.position_x, box.position_y) for box in second.children] == [(10, 112)]
