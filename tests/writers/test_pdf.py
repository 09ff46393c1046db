from __future__ import annotations

import io
import logging
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from itertools import chain
from pathlib import Path

import pytest
from pypdf import PdfReader

from briefing.errors import MissingError, TemplateError
from briefing.model.briefing import Briefing
from briefing.writers import FORMATS, pdf
from tests.writers.sample_briefing import FOLDERS, TREE, sample_briefing

SHIPPED = {"Source-Serif-4", "Source-Serif-4-Extended", "Public-Sans", "Public-Sans-Extended"}


def read(briefing: Briefing) -> PdfReader:
    return PdfReader(io.BytesIO(pdf.render(briefing)))


@pytest.fixture(scope="module")
def made() -> PdfReader:
    return read(sample_briefing())


@pytest.fixture(scope="module")
def text(made: PdfReader) -> str:
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


def test_every_page_has_the_handling_mark_twice_and_its_number(made: PdfReader) -> None:
    for number, page in enumerate(made.pages, 1):
        printed = page.extract_text()
        assert printed.count("TLP:GREEN") == 2
        assert f"Page {number} of {len(made.pages)}" in printed


def test_handling_mark_is_twelve_points_bold_at_the_right(made: PdfReader) -> None:
    seen = []

    def visit(words: str, page: list[float], line: list[float], font: dict[str, str] | None, size: float) -> None:
        if "TLP:GREEN" in words and font:
            seen.append((round(size * line[0] * page[0], 1), str(font["/BaseFont"]).split("+")[1], line[4] * page[0]))

    made.pages[0].extract_text(visitor_text=visit)
    assert [mark[:2] for mark in seen] == [(12.0, "Public-Sans-Bold")] * 2
    assert all(at > 595 / 2 for _, _, at in seen)


def test_is_tagged_and_has_a_language_a_title_and_no_dates(made: PdfReader) -> None:
    root = made.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "en"
    assert root["/StructTreeRoot"]["/K"]
    assert made.metadata
    assert made.metadata.title == "“Nobody will cross before the spring,”"
    assert {"/CreationDate", "/ModDate"}.isdisjoint(made.metadata)


def test_bookmarks_are_the_sections_under_the_title(made: PdfReader) -> None:
    title, sections = made.outline[0], made.outline[1]
    assert title["/Title"].startswith("“Nobody will cross")
    named = [entry["/Title"] for entry in sections if not isinstance(entry, list)]
    assert named[:3] == ["Bottom line", "Key figures", "What is said, by whom"]


def test_every_link_leads_to_a_place_in_the_file(made: PdfReader) -> None:
    links = [a.get_object() for a in chain.from_iterable(page.get("/Annots", []) for page in made.pages)]
    assert len(links) > 20
    places = set(made.named_destinations)
    assert {str(link["/Dest"]) for link in links} <= places


def test_has_no_font_but_those_shipped(made: PdfReader) -> None:
    fonts = [font.get_object() for page in made.pages for font in page["/Resources"]["/Font"].values()]
    names = {re.sub(r"-(Bold|Semi-Bold|Italic)$|,$", "", str(font["/BaseFont"]).split("+")[1]) for font in fonts}
    assert names <= SHIPPED


@pytest.mark.parametrize(("page", "size"), [("A4", (595.28, 841.89)), ("Letter", (612, 792))])
def test_paper_is_what_the_audience_asks_for(page: str, size: tuple[float, float]) -> None:
    briefing = sample_briefing()
    box = read(replace(briefing, audience=replace(briefing.audience, page=page))).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(size, abs=0.1)


def test_two_processes_make_the_same_bytes() -> None:
    program = (
        "import sys, hashlib; from tests.writers.sample_briefing import sample_briefing;"
        "from briefing.writers import FORMATS;"
        "print(*[hashlib.sha256(FORMATS[f](sample_briefing())).hexdigest() for f in FORMATS])"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=TREE,
            env={"PYTHONHASHSEED": seed, "PATH": "/usr/bin:/bin"},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
        for seed in ("1", "2")
    ]
    assert runs[0] == runs[1]
    assert len(runs[0]) == len(FORMATS)


def own_templates(tmp_path: Path, section: str) -> Briefing:
    """The sample with a bottom-line section of this text."""
    folder = tmp_path / "templates" / "mine"
    (folder / "sections").mkdir(parents=True)
    (folder / "sections" / "bottom-line.html").write_text(section)
    briefing = sample_briefing()
    return replace(briefing, audience=replace(briefing.audience, name="mine", folders=(folder, *FOLDERS)))


@pytest.mark.parametrize("address", ["https://example.org/a.png", "file:///etc/hostname", "a.png"])
def test_asks_for_no_address_but_data(tmp_path: Path, address: str) -> None:
    with pytest.raises(TemplateError, match=r"^audience mine: "):
        pdf.render(own_templates(tmp_path, f'<h2 id="bottom-line">x</h2><img src="{address}" alt="x">'))


def test_says_nothing_of_its_own_on_the_terminal(
    capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.DEBUG, "weasyprint"):
        pdf.render(sample_briefing())
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


def lines(pages: bytes) -> list[str]:
    """The lines as laid out, by pdftotext."""
    run = subprocess.run(["pdftotext", "-layout", "-", "-"], input=pages, capture_output=True, check=True)
    return run.stdout.decode().splitlines()


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed")
def test_no_citation_stands_alone_at_the_start_of_a_line() -> None:
    alone = re.compile(r"^\s*\d+\s*¶[\d.]+\s*$")
    in_text = [line for line in lines(pdf.render(sample_briefing())) if alone.match(line)]
    assert in_text == [line for line in in_text if "¶" in line and len(line.strip()) < 12 and line.startswith(" " * 40)]
