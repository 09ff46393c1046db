from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from briefing.errors import TemplateError
from briefing.language.direction import direction
from briefing.model.briefing import Briefing, ChartRow, Phrase, Statement
from briefing.writers.html import render
from briefing.writers.pieces import Tongue, wrapped
from tests.writers.sample_briefing import ONE, Builder, sample_briefing

ROLES = tuple(
    f"data-{role}" for role in ("statement", "citation", "passage", "card", "back", "locator", "source", "handling")
)
VOID = ("meta", "path", "rect", "circle", "br")


class Reader(HTMLParser):
    """A page as a list of elements and of texts, each with the attributes of the elements around it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[tuple[str, list[tuple[str, dict[str, str]]]]] = []
        self._open: list[tuple[str, dict[str, str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = (tag, {name: value or "" for name, value in attrs})
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and self._open[-1][0] not in ("style", "script"):
            self.texts.append((" ".join(data.split()), list(self._open)))

    def with_attribute(self, name: str) -> Iterator[tuple[str, dict[str, str]]]:
        return (element for element in self.elements if name in element[1])

    def said(self, role: str, id_: str) -> str:
        """All text in the elements with that role and id, parts joined as printed."""
        return " ".join(text for text, around in self.texts if any(a.get(role) == id_ for _, a in around))


@pytest.fixture(scope="module")
def screen() -> str:
    return render(sample_briefing())


@pytest.fixture(scope="module")
def paper() -> str:
    return render(sample_briefing(), "print")


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_prints_nothing_but_statements_citations_passages_and_labels(medium: str) -> None:
    briefing = sample_briefing()
    labels = set(briefing.labels.values())
    loose = [
        text
        for text, around in Reader(render(briefing, medium)).texts
        if not any(role in attributes for _, attributes in around for role in ROLES) and text not in labels
    ]
    assert set(loose) <= {","}  # between pages that cite a passage


def test_source_text_is_text_not_markup(screen: str) -> None:
    assert "It was the &lt;b&gt;worst&lt;/b&gt; week" in screen
    assert "no insulin &amp; few beds" in screen
    assert "<b>worst" not in screen


def test_a_statement_is_printed_once_where_it_belongs_and_whole(screen: str) -> None:
    page = Reader(screen)
    assert page.said("data-statement", "actor-2-1") == "It was the <b>worst</b> week […] anyone here remembers."
    assert [tag for tag, a in page.with_attribute("data-statement") if a["data-statement"] == "actor-2-1"] == ["span"]


def test_leading_pronoun_stands_as_a_bracketed_name(screen: str) -> None:
    assert Reader(screen).said("data-statement", "actor-1-2").startswith("[Ines Okafor] added that the clinic")


def test_citation_names_source_and_paragraph_and_leads_to_the_passage(screen: str) -> None:
    page = Reader(screen)
    link = next(a for tag, a in page.elements if a.get("data-citation") == "cite-1")
    assert (link["href"], link["aria-label"]) == ("#p-1-2", "1¶2, source 1, paragraph 2")
    assert page.said("data-citation", "cite-1").replace(" ", "") == "1¶2"


def test_citation_is_glued_to_the_words_before_it(screen: str) -> None:
    assert re.search(r'spring,”</span><span class="cite">\s*<a id="cite-1"', screen)
    assert re.search(r'spring,”</span><span class="cite"><a id="cite-1"', screen), "white space lets the line break"


def test_card_shows_the_cited_words_marked_in_their_passage(screen: str) -> None:
    card = screen[screen.index('data-card="cite-2"') :]
    card = card[: card.index("card-note")]
    cited = "The governor of Teral said 1,250 families had left the valley since Monday."
    assert f"<mark>{cited}</mark> “Nobody will cross before the spring,” he told reporters." in card


def test_every_link_leads_somewhere_and_back(screen: str, paper: str) -> None:
    for page in (Reader(screen), Reader(paper)):
        ids = [a["id"] for _, a in page.with_attribute("id")]
        assert len(ids) == len(set(ids))
        targets = {a["href"] for _, a in page.with_attribute("href")}
        assert all(target[0] == "#" for target in targets)
        assert {target[1:] for target in targets} <= set(ids)
        cited = {a["data-citation"] for _, a in page.with_attribute("data-citation")}
        assert {a["data-back"] for _, a in page.with_attribute("data-back")} == cited


def test_policy_allows_this_style_and_script_and_nothing_else(screen: str) -> None:
    def digest(tag: str) -> str:
        inside = re.search(f"<{tag}>(.*?)</{tag}>", screen, re.DOTALL)
        assert inside
        return base64.b64encode(hashlib.sha256(inside.group(1).encode()).digest()).decode()

    policy = next(a["content"] for _, a in Reader(screen).with_attribute("http-equiv"))
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest('style')}'",
        f"script-src 'sha256-{digest('script')}'",
        "font-src data:",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]


def test_asks_for_nothing_outside_itself(screen: str) -> None:
    assert "style=" not in re.sub(r"<style>.*?</style>", "", screen, flags=re.DOTALL)
    assert not re.search(r"https?:|@import|\son\w+=|url\((?!data:)", screen)


def test_paper_has_no_script_no_cards_no_contents(paper: str, screen: str) -> None:
    for mark in ("<script>", "data-card=", "<nav", "<button", "<fieldset", " popover"):
        assert mark in screen
        assert mark not in paper


def test_handling_mark_is_left_out_where_there_is_none() -> None:
    page = Reader(render(replace(sample_briefing(), handling=None)))
    assert list(page.with_attribute("data-handling")) == []


def test_a_browser_prints_the_handling_mark_and_page_numbers(screen: str, paper: str) -> None:
    mark = 'content: "TLP\\3a GREEN"; font: bold 12pt sans-serif'
    assert screen.count(mark) == 2
    assert mark not in paper  # there it is an element of its own
    assert 'content: "Page " counter(page) " of " counter(pages)' in screen


def test_headings_go_down_one_level_at_a_time(screen: str) -> None:
    levels = [int(tag[1]) for tag, _ in Reader(screen).elements if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_tables_have_captions_and_headers_that_say_what_they_head(screen: str) -> None:
    page = Reader(screen)
    tags = [tag for tag, _ in page.elements]
    assert tags.count("table") == tags.count("caption") == 1
    assert {a.get("scope") for tag, a in page.elements if tag == "th"} == {"col", "row"}


def test_words_of_another_language_say_so(screen: str) -> None:
    french = next(a for _, a in Reader(screen).elements if a.get("data-statement") == "actor-1-2-1")
    assert (french["lang"], french["dir"]) == ("fr", "ltr")
    assert [direction(tag) for tag in ("ar", "ur-PK", "en", "x-unknown")] == ["rtl", "rtl", "ltr", "ltr"]


def test_marks_differing_words_and_a_sources_words_in_a_sentence_of_the_program() -> None:
    build = Builder()
    inside = Statement("s", "counted", (Phrase("k", ("also ", build.words(ONE, "since Monday"))),))
    assert Tongue().pieces(inside) == 'also <span class="words">since Monday</span>'
    differs = Statement("s", "quoted", (build.words(ONE, "Nobody", differs=True),))
    assert Tongue().pieces(differs) == "<mark>Nobody</mark>"


def test_a_note_on_another_wording_leads_to_where_both_stand(screen: str) -> None:
    assert 'href="#var-1"' not in screen  # nothing says which claims the sample's wordings are of
    briefing = sample_briefing()
    actor, variant = briefing.statements[0], briefing.agreement.variants[0]
    quoted = replace(actor.statements[0], claims=("c-1",))
    (note,) = quoted.notes
    noted = replace(note, citations=(replace(note.citations[0], claim="c-2"),))
    sides = tuple(replace(side, claims=(f"c-{n}",)) for n, side in enumerate(variant.sides, 1))
    linked = replace(
        briefing,
        statements=(replace(actor, statements=(replace(quoted, notes=(noted,)),)),),
        agreement=replace(briefing.agreement, variants=(replace(variant, sides=sides),)),
    )
    assert '<a href="#var-1">Compare</a>' in render(linked)
    assert 'href="#var-1"' not in render(replace(linked, sections=("statements",)))


def test_only_a_word_too_long_for_a_line_may_be_broken() -> None:
    address = "https://example.org/a/long/path"
    assert wrapped(f"see <{address}> now") == f'see <span class="long">&lt;{address}&gt;</span> now'
    assert wrapped("internationalisation stays") == "internationalisation stays"


def test_characters_that_no_typeface_draws_are_marked() -> None:
    assert wrapped("\uf0b7 item & more") == '<span class="undrawn">\uf0b7</span> item &amp; more'


def test_carries_only_the_fonts_its_characters_need(screen: str) -> None:
    assert '"Source Serif 4 Extended"; font-weight: 400' in screen  # the Ş of Şile
    assert "U+0370" not in screen
    plain = render(replace(sample_briefing(), sections=("bottom-line",), bottom_line=()))
    assert '"Source Serif 4 Extended"; font-weight' not in plain


def test_equal_briefings_give_equal_pages(screen: str) -> None:
    assert render(sample_briefing()) == screen


def test_a_label_that_is_missing_is_named() -> None:
    briefing = sample_briefing()
    labels = {key: text for key, text in briefing.labels.items() if key != "no-figure"}
    with pytest.raises(TemplateError, match="label 'no-figure': there is no such label"):
        render(replace(briefing, labels=labels))


def test_a_page_size_that_does_not_exist_is_named() -> None:
    briefing = sample_briefing()
    with pytest.raises(TemplateError, match="there is no page size 'A0'; use A4 or Letter"):
        render(replace(briefing, audience=replace(briefing.audience, page="A0")), "print")


@pytest.mark.parametrize("medium", ["screen", "print"])
def test_a_charted_list_has_a_bar_beside_the_words_of_each_item(medium: str) -> None:
    briefing = sample_briefing()
    actor = briefing.statements[0]
    items = tuple(
        Statement(f"item-{n}", "reported", (Phrase("x", (words,)),)) for n, words in enumerate(("3 boats", "12 tents"))
    )
    rows = (ChartRow("item-0", "c-1", 0, 0.25), ChartRow("item-1", "c-2", 0, 1.0))
    listed = replace(actor.statements[1], items=items, chart=rows)
    page = Reader(render(replace(briefing, statements=(replace(actor, statements=(listed,)),)), medium))
    assert [page.said("data-statement", item.id) for item in items] == ["3 boats", "12 tents"]
    assert [a["data-bar"] for _, a in page.with_attribute("data-bar")] == ["item-0", "item-1"]
    assert all(a["aria-hidden"] == "true" and "style" not in a for _, a in page.with_attribute("data-bar"))
    boxes = [a for tag, a in page.elements if tag == "rect" and a["height"] == "10"]
    assert [(box["x"], box["width"]) for box in boxes] == [("0", "25.00"), ("0", "100.00")]
    assert briefing.labels["chart-note"] in [text for text, _ in page.texts]


@pytest.mark.parametrize(("items", "long"), [(12, False), (13, True)])
def test_only_a_long_list_may_be_parted_by_a_page(items: int, long: bool) -> None:
    briefing = sample_briefing()
    actor = briefing.statements[0]
    made = tuple(Statement(f"item-{n}", "reported", (Phrase("x", ("3 boats",)),)) for n in range(items))
    listed = replace(actor.statements[1], items=made)
    page = Reader(render(replace(briefing, statements=(replace(actor, statements=(listed,)),)), "print"))
    assert any("long-list" in a["class"].split() for _, a in page.with_attribute("class")) == long


def _told(*claims: str) -> Briefing:
    """The sample, its first actor's statements printing these claims, and the first of them in the bottom line too."""
    briefing = sample_briefing()
    actor = briefing.statements[0]
    first, second = (replace(s, claims=claims, items=(), chart=()) for s in actor.statements[:2])
    top = replace(briefing.bottom_line[0], voice="reported", claims=claims[:1], items=(), chart=())
    return replace(
        briefing,
        bottom_line=(top, *briefing.bottom_line[1:]),
        statements=(replace(actor, statements=(first, second)), *briefing.statements[1:]),
    )


def test_a_claim_s_own_link_leads_to_where_it_is_said_and_stands_beside_each_print_of_it() -> None:
    page = render(_told("c-1", "c-2"))
    links = [a for _, a in Reader(page).elements if a.get("class") == "own-link"]
    assert [a["href"] for a in links] == ["#c-1"] * 3
    assert {a["aria-label"] for a in links} == {"Link to this statement"}
    assert page.index('id="statements"') < page.index('id="c-1"') < page.index('id="c-2"')
    assert page.count('id="c-1"') == page.count('id="c-2"') == 1


def test_without_what_is_said_by_whom_the_link_leads_to_the_first_print() -> None:
    page = render(replace(_told("c-1"), sections=("bottom-line", "sources")))
    assert page.index('id="bottom-line"') < page.index('id="c-1"') < page.index('id="sources"')


def test_what_only_the_script_can_do_is_hidden_without_it() -> None:
    page = Reader(render(_told("c-1")))
    assert all("hidden" in a for _, a in page.elements if a.get("class") in ("copy", "filter", "show-all"))
    assert [tag for tag, a in page.elements if a.get("class") in ("copy", "filter", "show-all")].count("button") == 4


def test_the_contents_of_a_phone_open_without_a_script(screen: str) -> None:
    page = Reader(screen)
    (button,) = (a for tag, a in page.elements if a.get("class") == "contents-button")
    (names,) = ([a for tag, a in page.elements if a.get("id") == button["popovertarget"]],)
    assert ["popover" in a for a in names] == [True]


def test_no_statement_is_hidden_when_printed(screen: str) -> None:
    rules = re.findall(r"(@media[^{]*)\{\s*\.filtered \{ display: none; \}", screen)
    assert [rule.strip() for rule in rules] == ["@media screen"]
    assert screen.count(".filtered {") == 1


def test_many_ways_back_stand_behind_a_summary_on_the_screen_alone() -> None:
    briefing = sample_briefing()
    source = briefing.annex.sources[0]
    back = source.passages[1].back * 6
    passages = (replace(source.passages[1], back=back),)
    many = replace(briefing, annex=replace(briefing.annex, sources=(replace(source, passages=passages),)))
    page = Reader(render(many))
    inside = [text for text, around in page.texts if any(tag == "details" for tag, _ in around)]
    assert inside[:2] == [briefing.labels["more-backs"], "9"]
    assert len([a for _, a in page.with_attribute("data-back")]) >= len(back) > 8
    assert "<details" not in render(many, "print")


def _rails(medium: str) -> list[str]:
    """What the rail says beside the first speaker's statements, three reported ones among them, on a medium."""
    made = sample_briefing()
    whole = made.bottom_line[0]
    on = [
        Statement(f"t-{n}", "counted", (Phrase("x", (words,)),)) for n, words in enumerate(("On health", "On access"))
    ]
    told = [replace(whole, id=f"r-{n}", topic=topic, citations=()) for n, topic in enumerate((*on, on[1], None))]
    page = render(replace(made, statements=(replace(made.statements[0], statements=tuple(told)),)), medium)
    found = re.findall(r'<p class="rail">(.*?)</p>', page[page.index('id="statements"') :], re.DOTALL)
    return [" ".join(re.sub("<[^>]+>", " ", rail).split()) for rail in found[:3]]


def test_the_rail_says_on_paper_what_changes() -> None:
    assert _rails("screen") == ["Reported On health", "Reported On access", "Reported"]
    assert _rails("print") == ["Reported On health", "On access", "Reported"]
