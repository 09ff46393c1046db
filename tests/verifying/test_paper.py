"""The written PDF is read back: what it lacks, or has in another order, stops the build."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
import weasyprint
from pypdf import PdfReader

from briefing import pipeline, writers
from briefing.errors import VerificationError
from briefing.model.request import Request
from briefing.verifying import verify_pdf, verify_same
from briefing.verifying.glyphs import texts
from briefing.verifying.rendered import read

SAID = {
    "a": "Ten wells in Aru are dry, and efficient pumps do not help.",
    "b": "Nobody crosses. " * 12,
    "c": "It said “no” at 3,844 metres — and at −5 °C.",
    "d": "قالت الوزارة إن 40 شخصا غادروا منازلهم يوم الاثنين، وإن المدرسة مغلقة",
    "e": "Nobody crosses. " * 12,
    "f": "Das Straßenverkehrs-Zulassungs-Ordnungs-Büro schloss um zwölf.",
}
STYLE = (
    "@page { size: 60mm 40mm; margin: 9mm; @top-left { content: 'Ten wells · Page ' counter(page) } } p { margin: 0 }"
)


def page(*names: str, texts: dict[str, str] = SAID) -> str:
    said = "".join(f'<p><b data-statement="{name}">{texts[name]}</b> 1¶2</p>' for name in names)
    return f"<style>{STYLE}</style><main>{said}</main>"


def paper(html: str) -> bytes:
    data: bytes = weasyprint.HTML(string=html).write_pdf()
    return data


def test_a_whole_file_passes_however_its_lines_and_pages_break() -> None:
    data = paper(page(*SAID))
    assert len(texts(data)) > 4
    verify_pdf(read(page(*SAID)), data)


@pytest.mark.parametrize("name", SAID)
def test_a_lost_statement_stops_the_build(name: str) -> None:
    rest = [other for other in SAID if other != name]
    with pytest.raises(VerificationError, match=r"^statement \w: the PDF lacks"):
        verify_pdf(read(page(*SAID)), paper(page(*rest)))


def test_lost_pages_are_named_by_the_first_statement_on_them() -> None:
    for count in range(1, len(SAID)):
        with pytest.raises(VerificationError, match=rf"^statement {list(SAID)[count]}: the PDF lacks"):
            verify_pdf(read(page(*SAID)), paper(page(*list(SAID)[:count])))


@pytest.mark.parametrize("name", ["a", "b", "d", "f"])
def test_a_lost_end_of_a_statement_stops_the_build(name: str) -> None:
    half = SAID | {name: SAID[name][: len(SAID[name]) // 2]}
    with pytest.raises(VerificationError, match=r"^statement \w: the PDF lacks"):
        verify_pdf(read(page(*SAID)), paper(page(*SAID, texts=half)))


def test_a_statement_pages_too_early_is_named() -> None:
    with pytest.raises(VerificationError, match=r"^statement f: the PDF lacks .* or has it out of order"):
        verify_pdf(read(page("a", "b", "c", "e", "f")), paper(page("f", "a", "b", "c", "e")))


def test_screen_and_paper_are_one_order() -> None:
    verify_same(read(page("b", "c", "a", "b", "c")), read(page("a", "b", "c", "a")))
    with pytest.raises(VerificationError, match=r"^statement b: it stands elsewhere on paper than on the screen"):
        verify_same(read(page("a", "b", "c")), read(page("a", "c", "b")))
    with pytest.raises(VerificationError, match=r"^statement c: only one of screen and paper prints it"):
        verify_same(read(page("a", "b")), read(page("a", "b", "c")))


def test_reads_a_file_as_another_reader_does(built: Path) -> None:
    data = next(built.glob("*.pdf")).read_bytes()
    pages = PdfReader(io.BytesIO(data)).pages
    own = texts(data)
    assert len(own) == len(pages)
    for one, other in zip(own, pages, strict=True):
        assert "".join(one.split()) == "".join(other.extract_text(space_width=1e9).split())


def test_nothing_is_written_where_the_pdf_lacks_its_end(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (here / "a.txt").write_text("Aru under water\n\nThe mayor of Aru, Ada Obi, said that 40 people had left.\n")
    cut = {**writers.FORMATS, "pdf": lambda *_: paper("<main>Aru under water</main>")}
    monkeypatch.setattr(writers, "FORMATS", cut)
    with pytest.raises(VerificationError, match="the PDF lacks"):
        pipeline.build(["a.txt"], ["humanitarian"], ["html", "pdf"], Path("out"), Request())
    assert [path for path in Path("out").rglob("*") if path.is_file()] == []
