"""What makes WeasyPrint quick changes nothing it makes."""

from __future__ import annotations

from base64 import b64encode

import pytest
import weasyprint

from briefing.writers.typesetting import quick
from briefing.writers.typesetting.page import opened
from tests.writers.sample_briefing import TREE

FONTS = TREE / "styles" / "fonts"
STYLE = """<style>
@page { size: 90mm 60mm; margin: 8mm; @bottom-left { content: counter(page) " of " counter(pages) } }
body { font: 10pt/1.4 serif }
h2 { string-set: heading content(); break-after: avoid }
.stretched { text-align: justify; hyphens: auto }
.cut { overflow-wrap: anywhere; width: 20mm }
.kept { white-space: pre-line }
.still { white-space: nowrap; letter-spacing: .1em }
.beside { float: left; width: 40%; padding: 2%; border: 1pt solid }
.spaced::before { content: "> "; font-weight: bold }
.columns { display: grid; grid-template-columns: 1fr 2fr }
.row { display: flex; gap: 2mm }
a { text-decoration: underline }
</style>"""
WORDS = "The bridge at Kamara, three spans of steel, fell at noon; nobody was on it when the river took it away. "
LONG = "incomprehensibilities" * 4
SOFT = "un\u00adbe\u00adliev\u00ad" * 30
DRAWING = '<svg viewBox="0 0 10 10" width="10" height="10"><path d="M0 0L9 9" stroke="red"/></svg>'
CLIPPED = "text-overflow: ellipsis; overflow: hidden; white-space: nowrap; width: 30mm"
COUNTED = "<style>.to::after { content: target-counter(attr(href), page) }</style>"
FACE = "data:font/woff2;base64," + b64encode((FONTS / "public-sans-latin-400-normal.woff2").read_bytes()).decode()
LOOKS = (
    "background: #eee",
    "border: 1pt solid; border-radius: 3mm",
    "background: linear-gradient(red, blue)",
    "visibility: hidden; background: red",
    "box-shadow: 1mm 1mm black",
    "background: currentColor; color: #ddd",
    "outline: 1pt solid",
)
PAGES = {
    "plain": f"<h2 id=one>Bridge</h2><p>{WORDS * 9}</p><h2 id=two>Road</h2><p>{WORDS * 7}</p>",
    "stretched": f"<p class=stretched>{WORDS * 12}</p>",
    "cut words": f"<p class=cut>{LONG} so</p><p>soft\u00adhyphens and {SOFT}able</p>",
    "kept lines": f"<p class=kept>one\ntwo\n\n{WORDS}</p><p class=still>{WORDS}</p>",
    "beside": f"<p class=beside>{WORDS}</p><p>{WORDS * 4}</p>",
    "same words": "".join(
        f'<p id="p{n}" class=spaced>{WORDS} <a href="#p{n // 2}">¶4</a>, <a href="#p1">12</a></p>' for n in range(30)
    ),
    "columns": f"<div class=columns><p>{WORDS}</p><p>{WORDS * 2}</p></div><div class=row><p>1</p><p>{WORDS}</p></div>",
    "list": f"<ul><li>one<li id=third>{WORDS * 3}</ul><ol><li>first<li>second</ol>",
    "table": f"<table><thead><tr><th>A<th>B</thead><tr><td>{WORDS}<td>1<tr><td>{WORDS * 3}<td>22</table>",
    "collapsed": f"<table style='border-collapse: collapse'><tr><td style='border: 2pt solid'>{WORDS}<td>x</table>",
    "right to left": f"<p dir=rtl lang=ar>سقط الجسر ظهرا (12) <span dir=ltr lang=en>{WORDS}</span> والنهر عال.</p>" * 6,
    "drawn": f"<p>x {DRAWING} y</p>" * 4,
    "ellipsis": f"<p style='{CLIPPED}'>{WORDS}</p>" * 3,
    "counted": f"{COUNTED}<p><a class=to href='#end'>to </a></p><p>{WORDS * 15}</p><p id=end>End</p>",
    "named": f"<style>@page wide {{ size: 120mm 60mm }} .wide {{ page: wide }}</style><p>{WORDS}<p class=wide>w",
    "sides": f"<style>@page :left {{ margin: 9mm; @top-center {{ content: 'left' }} }}</style><p>{WORDS * 30}</p>",
    "first": f"<style>@page :first {{ @bottom-left {{ content: none }} }}</style><p>{WORDS * 30}</p>",
    "picked": f"<style>@page :nth(2) {{ @bottom-left {{ content: 'two' }} }}</style><p>{WORDS * 30}</p>",
    "running": f"<p style='position: running(top)'>r<p style='position: absolute'>a</p><p>{WORDS * 9}</p>",
    "own face": f"<style>@font-face {{ font-family: own; src: url({FACE}) }} p {{ font-family: own }}</style><p>a.",
    "painted": "".join(f"<p style='{look}'>{WORDS}</p>" for look in LOOKS),
    "coloured": "".join(
        f"<p style='color: {colour}; border-bottom: 1pt solid'>{WORDS}<u>{WORDS}</u></p>"
        for colour in ("#123", "hsl(120 50% 50%)", "rgb(1 2 3 / .5)", "oklch(60% .1 90)", "color(display-p3 1 0 0)")
    ),
    "ruled": f"<div style='columns: 2; column-rule: 1pt solid'><p>{WORDS * 4}</p></div>",
    "marked letters": "<p>V\u0323\u0308 a\u0301\u0327 \u0e01\u0e34\u0e4c AVAV \ufb01 \U0001f692 \ue000 x\u2060y</p>"
    * 3,
    "raised": "<p>a<sup>2</sup> <b>b</b> <span style='font-size: 0'>c</span> <tt>d</tt></p>" * 4,
    "noted": f"<p>{WORDS}<span style='float: footnote'>a note</span> {WORDS}</p>",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_the_same_file_quickly_and_slowly(name: str) -> None:
    """To the byte, whatever the style asks for."""
    page = f'<!DOCTYPE html><html lang="en"><head><title>{name}</title>{STYLE}</head><body>{PAGES[name]}</body></html>'
    options = {"pdf_tags": True, "pdf_identifier": b"same", "uncompressed_pdf": True}
    slowly = weasyprint.HTML(string=page).write_pdf(**options)
    with quick(weasyprint, page):
        quickly = opened(weasyprint, page).write_pdf(**options)
    assert quickly == slowly


def test_weasyprint_is_as_it_was_afterwards() -> None:
    """Also where making the page fails."""
    lines, inline = weasyprint.text.line_break, weasyprint.layout.inline

    def held() -> tuple[object, ...]:
        return lines.split_first_line, lines.Layout.setup, inline.resolve_percentages, inline.strut

    before = held()
    with pytest.raises(ZeroDivisionError), quick(weasyprint, ""):
        raise ZeroDivisionError
    assert held() == before


@pytest.mark.parametrize("address", ["https://example.org/a.png", "file:///etc/hostname", "face:0"])
def test_nothing_outside_the_page_is_asked_for(address: str, caplog: pytest.LogCaptureFixture) -> None:
    """And an address that looks like a typeface's leads nowhere."""
    page = f"<html><body><p>x<img src='{address}' alt='y'></p></body></html>"
    with quick(weasyprint, page):
        opened(weasyprint, page).render()
    assert f"Failed to load image at {address}" in caplog.text.replace("'", "")
