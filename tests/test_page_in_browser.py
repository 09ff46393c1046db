"""A briefing's page in a real browser: by keyboard alone, on a phone, without a script, printed."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from typing import Any

import pytest

from briefing import pipeline
from briefing.model.request import Request
from tests.chain_texts import stories

pytest.importorskip("playwright", reason="the library playwright drives the browser")
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Where the page of the stories' briefing lies."""
    folder = tmp_path_factory.mktemp("page")
    sources = stories(folder / "stories")
    made = pipeline.build([sources], ["humanitarian"], ["html"], folder / "out", Request()).made
    return made[0].paths[0].as_uri()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        made = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield made
        made.close()


@pytest.fixture
def desktop(browser: Browser, address: str) -> Iterator[Page]:
    """The page on a desktop; the test fails where it logs anything or asks for anything."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, permissions=["clipboard-read"])
    problems: list[str] = []
    page = context.new_page()
    page.on("console", lambda message: problems.append(message.text))
    page.on("pageerror", lambda error: problems.append(str(error)))
    page.on("request", lambda asked: None if asked.url.startswith((address, "data:")) else problems.append(asked.url))
    page.goto(address)
    yield page
    context.close()
    assert problems == []


def other(browser: Browser, address: str, **settings: Any) -> tuple[BrowserContext, Page]:
    context = browser.new_context(**settings)
    page = context.new_page()
    page.goto(address)
    return context, page


def test_a_passage_is_shown_opened_and_left_by_keyboard(desktop: Page) -> None:
    cite = desktop.locator(".statements .cite").first
    link, card = cite.locator("a.citation"), cite.locator(".card")
    link.focus()
    expect(card).to_be_visible()
    desktop.keyboard.press("Escape")
    expect(card).to_be_hidden()
    expect(link).to_be_focused()
    desktop.keyboard.press("Enter")
    target = link.get_attribute("href") or ""
    assert desktop.evaluate("location.hash") == target
    expect(desktop.locator(target)).to_be_in_viewport()
    back = desktop.locator(f"{target} .back[aria-current]")
    assert back.get_attribute("href") == f"#{link.get_attribute('id')}"
    back.focus()
    desktop.keyboard.press("Enter")
    expect(link).to_be_in_viewport()


def test_the_pointer_can_move_onto_the_passage_and_escape_puts_it_away(desktop: Page) -> None:
    cite = desktop.locator(".statements .cite").first
    card = cite.locator(".card")
    cite.locator("a.citation").hover()
    expect(card).to_be_visible()
    box = card.bounding_box()
    assert box
    desktop.mouse.move(box["x"] + 30, box["y"] + box["height"] / 2, steps=6)
    desktop.wait_for_timeout(300)
    expect(card).to_be_visible()
    desktop.keyboard.press("Escape")
    expect(card).to_be_hidden()


def test_the_name_of_a_citation_begins_with_what_is_seen(desktop: Page) -> None:
    for link in desktop.locator("a.citation").all():
        seen = "".join((link.text_content() or "").split())
        assert (link.get_attribute("aria-label") or "").startswith(seen)


def test_the_filter_hides_statements_says_how_many_and_spares_the_rest(desktop: Page) -> None:
    lines = desktop.locator(".statements .line[data-of]")
    everything = lines.count()
    choose = desktop.locator('select[data-facet="sectors"]')
    choose.focus()
    desktop.keyboard.press("ArrowDown")
    wanted = desktop.evaluate("document.querySelector('[data-facet=sectors]').selectedOptions[0].dataset.value")
    shown = [line for line in lines.all() if line.is_visible()]
    assert 0 < len(shown) < everything
    assert all(wanted in (line.get_attribute("data-sectors") or "").split() for line in shown)
    said = desktop.get_by_role("status").first
    expect(said).to_have_text(f"{said.inner_text().split()[0]} of {said.inner_text().split()[2]} statements shown")
    for kept in (".bottom-line .line", ".figures li", ".limitations li", ".source", ".passage"):
        assert all(element.is_visible() for element in desktop.locator(kept).all())
    desktop.emulate_media(media="print")
    assert all(line.is_visible() for line in lines.all())
    desktop.emulate_media(media="screen")
    hidden = desktop.locator(".statements .line.filtered").first
    desktop.evaluate("to => { location.hash = to }", hidden.locator(".own-link").first.get_attribute("href"))
    expect(desktop.locator(".filtered")).to_have_count(0)
    expect(said).to_have_text("")


def test_a_statement_is_copied_with_its_citation_by_keyboard(desktop: Page) -> None:
    line = desktop.locator(".statements .line:has(.tools)", has_text="40 families had left").first
    button = line.get_by_role("button", name="Copy with citation")
    button.focus()
    desktop.keyboard.press("Enter")
    expect(desktop.locator("#done")).to_have_text("Copied with its citation")
    expect(button).to_be_focused()
    copied = desktop.evaluate("navigator.clipboard.readText()").split("\n")
    assert copied[0] == "Mayor Ana Ruiz said on Friday that at least 40 families had left Orrin."
    assert copied[1] == "Ana Ruiz"
    assert "paragraph 2" in copied[2]
    assert copied[2].endswith("Publisher: Teral Gazette · Published: 9 March 2024")
    assert copied[3] == desktop.url.partition("#")[0] + str(line.locator(".own-link").get_attribute("href"))


def test_the_contents_of_a_phone_open_without_a_script_and_nothing_else_is_missed(
    browser: Browser, address: str
) -> None:
    context, page = other(browser, address, java_script_enabled=False, viewport={"width": 390, "height": 800})
    expect(page.locator(".filter")).to_be_hidden()
    expect(page.locator(".copy").first).to_be_hidden()
    expect(page.locator(".own-link").first).to_be_visible()
    page.get_by_role("button", name="Contents").click()
    expect(page.locator("#contents-list")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#contents-list")).to_be_hidden()
    page.locator(".statements a.citation").first.focus()
    expect(page.locator(".statements .card").first).to_be_visible()
    context.close()


def test_on_a_phone_the_first_tap_shows_the_passage_and_the_second_opens_it(browser: Browser, address: str) -> None:
    context, page = other(browser, address, viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    link = page.locator(".statements a.citation").first
    link.tap()
    expect(page.locator(".statements .card").first).to_be_visible()
    assert page.evaluate("location.hash") == ""
    link.tap()
    assert page.evaluate("location.hash") == link.get_attribute("href")
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    context.close()
