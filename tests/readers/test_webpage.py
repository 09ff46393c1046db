"""Saved web pages become their main text; what they state of themselves becomes metadata."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import SourceError
from briefing.readers.webpage import parse

LONG = (
    "The river Aru rose by three metres on Tuesday, the mayor said, and forty families left their homes for the hills, "
    "where the district board had put up tents the week before."
)

PAGE = f"""\
<!DOCTYPE html>
<html lang="en-GB" onload="steal()"><head><meta charset="utf-8"><title>Floods in Aru | Aru Times</title>
<meta property="og:site_name" content="Aru Times"><meta name="author" content="Ada Bell">
<meta property="article:published_time" content="2024-05-03T10:00:00+02:00">
<link rel="canonical" href="https://aru.example/floods">
<style>p {{ color: red }}</style><script>var stolen = "Nobody left";</script></head>
<body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Floods in <em>Aru</em></h1>
<p onclick="steal()">{LONG}</p>
<p>First line<br>second line<br><br>Another para&shy;graph &amp; more.<span style="display: none">Never seen.</span></p>
<ul><li>tents<ul><li>red ones</li></ul></li><li>2 <b>boats</b></li></ul>
<ol start="3"><li>third</li><li>fourth</li></ol>
<blockquote><p>We lost all, she said.</p></blockquote>
<h2>Losses</h2>
<table><caption>Count of 3 May</caption>
<tr><th></th><th colspan="2">People in need</th></tr>
<tr><th>District</th><th>Women</th><th>Men</th></tr>
<tr><td rowspan="2">Arun</td><td>40</td><td></td></tr><tr><td>30</td><td>1,200<sup>2</sup></td></tr>
<tr><td>Total</td><td colspan="2">1,270</td></tr></table>
<p>{LONG.replace("Tuesday", "Friday")} The lake covers 40 km<sup>2</sup> now. <del>Nine</del> Ten died.</p>
<svg><text>drawn</text></svg></article>
<footer><p>© Aru Times. All rights reserved.</p></footer></body></html>
"""

TEXT = f"""\
Floods in Aru

{LONG}

First line
second line

Another paragraph & more.

- tents
- red ones
- 2 boats
3. third
4. fourth

We lost all, she said.

Losses

Count of 3 May

| District | People in need – Women | People in need – Men |
| --- | --- | --- |
| Arun | 40 | |
| Arun | 30 | 1,200[2] |
| Total | 1,270 | |

{LONG.replace("Tuesday", "Friday")} The lake covers 40 km² now. Ten died."""


def test_the_main_text_keeps_lists_tables_and_line_ends() -> None:
    assert parse(PAGE.encode(), "a.html").text == TEXT


def test_reading_twice_gives_the_same_text() -> None:
    assert parse(PAGE.encode(), "a.html") == parse(PAGE.encode(), "a.html")


def test_meta_tags_are_metadata() -> None:
    assert parse(PAGE.encode(), "a.html").stated == {
        "title": "Floods in Aru | Aru Times",
        "publisher": "Aru Times",
        "author": "Ada Bell",
        "published": "2024-05-03T10:00:00+02:00",
        "url": "https://aru.example/floods",
        "language": "en-GB",
    }


LINKED = """\
<script type="application/ld+json">{"@context": "https://schema.org", "@graph": [
 {"@type": "WebSite", "name": "The site"},
 {"@type": ["NewsArticle"], "headline": "Aru flooded", "datePublished": "2024-05-02", "inLanguage": "fr",
  "author": [{"name": "Ada Bell"}, {"name": "Cy Dow"}], "publisher": {"@type": "Organization", "name": "Wire"},
  "mainEntityOfPage": {"@id": "https://wire.example/1"}, "license": "CC BY 4.0"}]}</script>"""


def test_json_ld_counts_before_meta_tags() -> None:
    assert parse(PAGE.replace("</head>", f"{LINKED}</head>").encode(), "a.html").stated == {
        "title": "Aru flooded",
        "publisher": "Wire",
        "author": "Ada Bell, Cy Dow",
        "published": "2024-05-02",
        "url": "https://wire.example/1",
        "language": "fr",
        "rights": "CC BY 4.0",
        "kind": "news",
    }


@pytest.mark.parametrize("broken", ["{", "[" * 100_000, '{"@type": 3, "headline": {"a": []}}', "null", '["a", null]'])
def test_json_ld_that_is_broken_states_nothing(broken: str) -> None:
    page = PAGE.replace("</head>", f'<script type="application/ld+json">{broken}</script></head>')
    assert parse(page.encode(), "a.html").stated["author"] == "Ada Bell"


def test_a_page_without_main_text_is_read_whole_and_told() -> None:
    found = parse(b"<html><body><nav>Menu</nav><p>Ten died.</p><p></p></body></html>", "a.html")
    assert found.text == "Ten died."
    assert [notice.code for notice in found.notices] in (["no-main-text"], [])


@pytest.mark.parametrize("tag", ["div", "p", "table><tr><td", "ul><li", "b", "blockquote", "span"])
def test_ten_thousand_levels_are_read_in_bounded_time(tag: str) -> None:
    page = f"<html><body>{f'<{tag}>' * 10_000}<p>The river rose.</p>{f'</{tag}>' * 10_000}<p>It fell.</p></body></html>"
    words = parse(page.encode(), "a.html").text.replace("-", "").split()
    assert words == ["The", "river", "rose.", "It", "fell."]


def test_a_declared_encoding_is_used() -> None:
    page = '<html><head><meta charset="windows-1251"></head><body><p>Река поднялась.</p></body></html>'
    assert parse(page.encode("cp1251"), "a.html").text == "Река поднялась."


@pytest.mark.parametrize(
    ("page", "what"),
    [
        (b"", "is empty"),
        (b"<html><body><script>x()</script></body></html>", "shows no words"),
        (b"<p hidden>A</p>", "shows no words"),
    ],
)
def test_a_page_that_shows_nothing_is_no_source(page: bytes, what: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse(page, "a.html")
    assert caught.value.what == what


PIECES = st.sampled_from(
    (
        *("<p>", "</p>", "<table>", "<tr>", "<td colspan=9999999>", "<td rowspan=0>", "<th>", "</table>", "<ul>"),
        *("<li>", "<ol start=-1>", "<br>", "<pre>", "</pre>", "<a:b>", "<{x}>", "<p 1=2 a\x01=\x02>", "<script>"),
        *("</script>", "<!--", "-->", "<![CDATA[", "\x00", "&#0;", "&#xd800;", "&bogus;", "<meta charset=utf-7>"),
        *("<sup>3</sup>", "word ", "\U0010ffff", "\ue000", "12 ", "<title>", "<svg>"),
    )
)


@settings(max_examples=80, derandomize=True, deadline=None)
@given(st.lists(PIECES, max_size=30).map("".join))
def test_any_markup_is_read_or_refused(markup: str) -> None:
    try:
        found = parse(f"Words. {markup}".encode(), "a.html")
    except SourceError:
        return
    assert "<script" not in found.text
    assert found.text == parse(f"Words. {markup}".encode(), "a.html").text


def test_nothing_heavy_is_loaded_with_the_table_of_formats() -> None:
    heavy = ("lxml", "trafilatura", "pdfplumber", "mammoth")
    code = f"import sys, briefing.readers; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
