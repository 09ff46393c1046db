"""A page read by lxml has the elements HTML says it has."""

from __future__ import annotations

from html import escape
from xml.etree.ElementTree import Element

import pytest
import tinyhtml5
from hypothesis import given
from hypothesis import strategies as st

from briefing.writers.typesetting.page import SVG, elements

LETTERS = st.characters(exclude_categories=["Cs"], exclude_characters="\r")


def told(element: Element) -> list[tuple[str, dict[str, str], str, str]]:
    """Every element: tag, attributes, the text in it and after it; white space between the page's parts left out."""
    return [
        (each.tag, dict(each.attrib), each.text or "", (each.tail or "") if each.tag not in ("head", "body") else "")
        for each in element.iter()
    ]


@pytest.mark.parametrize(
    "body",
    [
        "<p>one<p>two<br>three",
        '<section><h2 id="a">A &amp; B</h2><p>x <span class="y">z</span> &nbsp;&lt;b&gt;</p></section>',
        "<table><caption>c</caption><thead><tr><th scope=col>h</th></tr></thead><tbody><tr><td>d</td></tr></table>",
        "<table><tr><td>a<tr><td>b</table><table><thead><tr><th>h</thead><tr><td>c<tfoot><tr><td>f</table>",
        "<dl><div><dt>t<dd>d</div></dl><ul><li>a<li>b</ul><blockquote><p>q</p></blockquote>",
        '<svg viewBox="0 0 1 1" preserveAspectRatio="none"><title>t</title><path d="M0 0"/><rect></rect></svg> after',
        "<nav><p><a href='#x'>x</a></p></nav><img src='data:,' alt='a'>",
        "<p><mark>m</mark><bdi lang=ar dir=rtl>\u0642</bdi></p>",
    ],
)
def test_elements_are_those_of_the_standard_parser(body: str) -> None:
    """Tags, attributes, texts, and drawings with their own names."""
    page = f'<!DOCTYPE html><html lang="en"><head><title>t</title><style>p > a {{}}</style></head><body>{body}</html>'
    assert told(elements(page)) == told(tinyhtml5.parse(page, namespace_html_elements=False))


def test_comments_are_no_elements() -> None:
    """And part no text."""
    read = elements("<html><body><p>a<!-- gone -->b</p></body></html>")
    assert [(each.tag, each.text) for each in read.iter()] == [("html", None), ("body", None), ("p", "ab")]


@given(st.text(LETTERS, max_size=60), st.text(LETTERS, max_size=20))
def test_no_character_of_a_text_is_lost(text: str, name: str) -> None:
    """NUL alone is replaced, as HTML does."""
    read = elements(f'<html><body><p title="{escape(name)}">.{escape(text)}.</p></body></html>')
    paragraph = next(read.iter("p"))
    assert paragraph.text == f".{text}.".replace("\0", "\ufffd")
    assert paragraph.get("title") == name.replace("\0", "\ufffd")


def test_depth_and_length_are_no_bound() -> None:
    """A text of eleven million characters, and four hundred elements in each other."""
    read = elements("<html><body>" + "<div>" * 400 + "x" * 11_000_000 + "</div>" * 400 + "</body></html>")
    assert len(list(read.iter("div"))) == 400
    assert len(list(read.iter("div"))[-1].text or "") == 11_000_000


def test_a_drawing_ends_where_it_ends() -> None:
    """What follows is HTML again."""
    read = elements("<html><body><svg><g><path/></g></svg><p>x</p></body></html>")
    assert [each.tag for each in read.iter()][2:] == [f"{SVG}svg", f"{SVG}g", f"{SVG}path", "p"]


def test_a_span_that_only_carries_data_is_no_element() -> None:
    """Its text joins what is around it, and so do its elements; one with a class, language or direction stays."""
    read = elements(
        "<html><body><p>a <span data-statement='s'>b <b>c</b> d</span> e <span class=k data-x=1>f</span>"
        "<span data-y=2>g</span>h</p></body></html>"
    )
    paragraph = next(read.iter("p"))
    assert [each.tag for each in paragraph] == ["b", "span"]
    assert (paragraph.text, paragraph[0].tail, paragraph[1].tail) == ("a b ", " d e ", "gh")


@pytest.mark.parametrize("style", ["p > span { color: red }", "span:first-child, b { color: red }", "i{}span{}"])
def test_spans_stay_where_a_style_names_them(style: str) -> None:
    """In any rule."""
    read = elements(f"<html><head><style>{style}</style></head><body><p><span data-a=1>x</span></p></body></html>")
    assert len(list(read.iter("span"))) == 1


@pytest.mark.parametrize("style", [".span { color: red }", ".x { grid-column: span 2 }", "/* a span */ b { }"])
def test_spans_go_where_a_style_does_not_name_them(style: str) -> None:
    """A class of that name, or a value, is no rule for spans."""
    read = elements(f"<html><head><style>{style}</style></head><body><p><span data-a=1>x</span></p></body></html>")
    assert not list(read.iter("span"))
