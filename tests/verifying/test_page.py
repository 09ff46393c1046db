"""The second gate: the sample page passes; whatever else a template prints, fetches, runs or leaves out is refused."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from briefing.errors import VerificationError
from briefing.verifying import verify_page
from briefing.writers.html import render
from tests.writers.sample_briefing import FOLDERS, sample_briefing


@cache
def page(medium: str = "screen") -> str:
    """The sample page, without the bulk of its fonts."""
    return re.sub("base64,[A-Za-z0-9+/=]+", "base64,AA==", render(sample_briefing(), medium))


def refusal(html: str, folders: tuple[Path, ...] = ()) -> VerificationError:
    """Why the gate refuses ``html`` as a page of the sample."""
    with pytest.raises(VerificationError) as refused:
        verify_page(sample_briefing(), html, folders)
    return refused.value


def added(html: str, where: str = "</main>") -> str:
    """The sample page with ``html`` at the end of its main part."""
    assert page().count(where) == 1
    return page().replace(where, html + where)


def changed(pattern: str, by: str) -> str:
    """The sample page with the first match of ``pattern`` replaced."""
    made, times = re.subn(pattern, by, page(), count=1, flags=re.DOTALL)
    assert times == 1, pattern
    return made


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_the_sample_page_passes(medium: str) -> None:
    verify_page(sample_briefing(), page(medium), FOLDERS)


MADE_UP = "5 million displaced"
NO_LABEL = f"“{MADE_UP}” is neither a statement, a citation nor a label"


@pytest.mark.parametrize(
    "html",
    [
        f"<p>{MADE_UP}</p>",
        f"<p>silent</p><p>{MADE_UP}</p>",
        f"<table><tr><td>{MADE_UP}</table>",
        f"<svg viewBox='0 0 1 1'><text>{MADE_UP}</text></svg>",
        f"<svg viewBox='0 0 1 1'><title>{MADE_UP}</title></svg>",
        f"<a data-back='cite-1' href='#cite-1'><svg viewBox='0 0 1 1'><title>{MADE_UP}</title></svg>1</a>",
        f"<noscript>{MADE_UP}</noscript>",
        f"<template>{MADE_UP}</template>",
        f"<textarea>{MADE_UP}</textarea>",
        f"<img alt='{MADE_UP}' src='data:image/png;base64,AA=='>",
        f"<p title='{MADE_UP}'></p>",
        f"<p aria-label='{MADE_UP}'></p>",
        f"<p aria-description='{MADE_UP}'></p>",
        f"<input placeholder='{MADE_UP}'>",
        f"<input value='{MADE_UP}'>",
        f"<progress aria-valuetext='{MADE_UP}'></progress>",
        f"<meta name='description' content='{MADE_UP}'>",
        f"<track label='{MADE_UP}'>",
        f"<p data-note='{MADE_UP}'></p><style>p::after {{ content: attr(data-note) }}</style>",
    ],
)
def test_text_that_is_nothing_of_the_briefing_is_refused(html: str) -> None:
    error = refusal(added(html))
    assert error.exit_code == 4
    assert NO_LABEL in error.what


@pytest.mark.parametrize(
    "rule",
    [
        f"p::before {{ content: '{MADE_UP}' }}",
        f'@media print {{ p::before {{ content: "{MADE_UP}" }} }}',
        f"@page {{ @top-left {{ content: '{MADE_UP}' }} }}",
        f"p {{ & b::before {{ content: '{MADE_UP}' }} }}",
        f"li {{ list-style-type: '{MADE_UP}' }}",
        f"@counter-style x {{ system: cyclic; symbols: '{MADE_UP}' }}",
        f":root {{ --x: '{MADE_UP}' }} p::before {{ content: var(--x) }}",
        r"p::before { content: '\35  million displaced' }",
    ],
)
def test_text_that_a_style_sheet_prints_is_refused(rule: str) -> None:
    error = refusal(added(f"<style>{rule}</style>"))
    assert f"“{MADE_UP}” is printed by a style sheet and is no label" in error.what


def test_a_style_sheet_sets_no_quotation_marks() -> None:
    assert "is printed by a style sheet" in refusal(added("<style>p::before { content: open-quote }</style>")).what


def test_the_title_of_the_page_is_text_too() -> None:
    assert f"“{MADE_UP}”" in refusal(changed("<title[^>]*>[^<]*", f"<title>{MADE_UP}")).what


def test_labels_and_separators_pass() -> None:
    verify_page(sample_briefing(), added("<p>Bottom line<i> · </i><b> Sources</b></p><p title='silent'></p>"))


def test_a_statements_text_alone_is_no_statement() -> None:
    assert "is neither a statement" in refusal(added("<p>“Nobody will cross before the spring,”</p>")).what


@pytest.mark.parametrize(
    ("pattern", "by", "where", "what"),
    [
        ("(data-statement=\"kf-1-numeral\">)1,250", r"\g<1>12,500", "statement kf-1-numeral", "“12,500” for “1,250”"),
        ("no insulin &amp; few beds", "insulin &amp; few beds", "statement actor-1-2", "the page prints"),
        (r"(data-statement=\"agr-sum\">.*?)</span>", r"\1 killed</span>", "agr-sum", "“killed” is printed inside"),
        ("data-statement=\"agr-sum\"", 'data-statement="x"', "x", "is printed as statement 'x', which there is not"),
        (r"(data-citation=\"cite-1\" href=\"#)p-1-2", r"\1p-2-1", "citation cite-1", "it leads to '#p-2-1'"),
        ("(data-citation=\"cite-1\"[^>]*>.*?)¶2", r"\1¶7", "cite-1", "“1¶7” is printed for citation cite-1, which is"),
        ("data-citation=\"cite-1\"", 'data-citation="cite-x"', "citation cite-x", "the briefing has none of that id"),
        ("1¶2, source 1, paragraph 2", MADE_UP, "citation cite-1", f"it is read out as “{MADE_UP}”"),
        (r"(data-passage=\"p-1-2\">.*?)1,250 families", r"\1families", "annex passage p-1-2", "the page prints"),
        ("data-passage=\"p-1-2\"", 'data-passage="p-1-x"', "annex passage p-1-x", "the annex has none of that id"),
        (r"(data-card=\"cite-2\".*?)1,250 families", r"\g<1>5 million", "card cite-2", "around the cited words"),
        (r"(data-card=\"cite-2\".*?<mark>)[^<]*", r"\1", "card cite-2", "is not what source 1 says around"),
        ("data-card=\"cite-2\"", 'data-card="cite-x"', "card cite-x", "no citation of that id"),
        (r"(data-back=\"cite-1\" href=\"#)cite-1", r"\1cite-2", "way back to cite-1", "it leads to '#cite-2'"),
        (r"(data-back=\"cite-1\".*?</svg>)1", r"\g<1>5,000", "cite-1", "“5,000” is no way back to citation"),
        (r"(data-locator=\"p-1-2\".*?)¶2", r"\1¶9", "passage p-1-2", "“1¶9” is not where passage 'p-1-2' stands"),
        (r"(data-source=\"s-[0-9a-f]+\">)1", r"\g<1>5", "source s-", "“5” is not the number of source"),
        (r"(data-handling=\"TLP:GREEN\">)TLP:GREEN", r"\1TLP:RED", "handling", "“TLP:RED” is not the handling mark"),
    ],
)  # fmt: skip
def test_what_is_marked_prints_what_it_names(pattern: str, by: str, where: str, what: str) -> None:
    error = refusal(changed(pattern, by))
    assert where in error.where
    assert what in error.what


@pytest.mark.parametrize(
    ("html", "what"),
    [
        ("<script>alert(1)</script>", "it is not the one script that the page's policy names"),
        ("<p onclick='alert(1)'></p>", "onclick runs code of its own"),
        ("<a href='javascript:alert(1)'></a>", "the page asks for “javascript:alert(1)”"),
        ("<a href='https://example.org/'></a>", "the page asks for “https://example.org/”"),
        ("<img src='https://example.org/a.png' alt=''>", "the page asks for “https://example.org/a.png”"),
        ("<img src='//example.org/a.png' alt=''>", "the page asks for “//example.org/a.png”"),
        ("<style>p { background: url(https://example.org/a.png) }</style>", "the page asks for"),
        ("<style>@import 'https://example.org/a.css';</style>", "the page asks for"),
        ("<style>p { background: image-set('https://example.org/a.png' 1x) }</style>", "the page asks for"),
        ("<p style='background: url(https://example.org/a.png)'></p>", "the page asks for"),
        ("<iframe></iframe>", "the page is to hold nothing but itself"),
        ("<meta http-equiv='refresh' content='0;url=#x'>", "it leads the reader away"),
        ("<a href='#nowhere'></a>", "it leads to '#nowhere', which is nowhere on the page"),
        ("<p id='p-1-2'></p>", "the page has two elements with the id 'p-1-2'"),
        ("<img src=\"data:image/svg+xml,<svg><text>5 million</text></svg>\" alt=''>", "it draws text into a picture"),
    ],
)
def test_nothing_is_fetched_run_or_led_away(html: str, what: str) -> None:
    assert what in refusal(added(html)).what


def test_text_in_an_encoded_picture_is_refused() -> None:
    drawn = base64.b64encode(b"<svg><text>5 million</text></svg>").decode()
    assert (
        "it draws text into a picture" in refusal(added(f"<img src='data:image/svg+xml;base64,{drawn}' alt=''>")).what
    )


def test_the_script_of_the_page_is_the_one_its_policy_names() -> None:
    assert "policy names" in refusal(changed("(<script>)", r"\1 alert(1);")).what


def test_a_link_to_a_sources_own_address_passes_when_it_tells_nothing() -> None:
    briefing = sample_briefing()
    first = briefing.claims.sources[0]
    stated = replace(first, files=(replace(first.files[0], url="https://example.org/orrin"),))
    linked = replace(briefing, claims=replace(briefing.claims, sources=(stated, *briefing.claims.sources[1:])))
    verify_page(linked, added("<a rel='noreferrer' href='https://example.org/orrin'></a>"))
    with pytest.raises(VerificationError, match="noreferrer"):
        verify_page(linked, added("<a href='https://example.org/orrin'></a>"))


@pytest.mark.parametrize(
    ("pattern", "where"),
    [
        ('<span data-statement="method-1".*?</span>', "statement method-1"),
        ('<span data-statement="people-1".*?</span>', "statement people-1"),
        (r"<div id=\"p-2-1\".*?(?=<div id=\"p-2-2\")", "p-2-1"),
    ],
)
def test_nothing_of_a_printed_section_is_left_out(pattern: str, where: str) -> None:
    error = refusal(changed(pattern, ""))
    assert where in error.where + error.what


def test_a_section_that_is_not_printed_may_be_left_out() -> None:
    short = replace(sample_briefing(), sections=tuple(s for s in sample_briefing().sections if s != "sources"))
    verify_page(short, render(short))


def test_the_order_of_the_briefing_is_the_order_of_the_page() -> None:
    briefing = sample_briefing()
    turned = replace(briefing, bottom_line=briefing.bottom_line[::-1])
    with pytest.raises(VerificationError, match="before what comes first"):
        verify_page(turned, page())


def test_the_order_of_the_sections_is_the_order_of_the_page() -> None:
    briefing = sample_briefing()
    turned = replace(briefing, sections=briefing.sections[::-1])
    with pytest.raises(VerificationError, match="before what comes first"):
        verify_page(turned, page())


@pytest.mark.parametrize(
    ("template", "line"),
    [
        ("<p>\n  5 million\n  displaced</p>\n", 2),
        ("\n\n<p>{{ '5 million displaced' }}</p>\n", 3),
        ("<p>5 million {{ word }}</p>", 1),
        ("{% if x %}\n<p>5&nbsp;million displaced</p>\n{% endif %}", 2),
        ("a {# x }\np::before { content: '5 million displaced' }", 2),
    ],
)
def test_the_refusal_names_the_template_line(here: Path, template: str, line: int) -> None:
    (here / "press" / "sections").mkdir(parents=True)
    (here / "press" / "sections" / "annex.html").write_text(template, "utf-8")
    error = refusal(added(f"<p>{MADE_UP}</p>"), (Path("press"),))
    assert error.where == f"press/sections/annex.html:{line}"
    assert refusal(added(f"<p>{MADE_UP}</p>"), (here / "press",)).where == error.where
    assert NO_LABEL in error.what
    assert "labels.toml" in error.todo


def test_where_no_template_has_the_text_the_folders_are_named(tmp_path: Path) -> None:
    (tmp_path / "press").mkdir()
    error = refusal(added(f"<p class=note>{MADE_UP}</p>"), (tmp_path / "press",))
    assert error.where == '<p class="note"> (by the templates in press)'
