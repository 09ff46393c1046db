"""The review page in a real browser, by keyboard alone, its server killed in the middle."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing import decisions

pytest.importorskip("playwright", reason="the library playwright drives the browser")
from playwright.sync_api import Page, expect, sync_playwright

BROWSER = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
SEEDS = Path(__file__).parents[2] / "seeds"
PROGRAM = [sys.executable, "-c", "from briefing.cli import main; main()"]
SLOW = 30_000
"""Milliseconds that a loaded machine may need to answer."""

pytestmark = pytest.mark.skipif(BROWSER is None, reason="there is no Chromium on this machine")


class Server:
    """briefing review, running."""

    def __init__(self, folder: Path) -> None:
        command = [*PROGRAM, "review", str(SEEDS), "--by", "R. Analyst"]
        self._process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True)
        assert self._process.stdout is not None
        self.address = self._process.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{32}/", self.address)

    def kill(self) -> None:
        """Ends it as a crash would."""
        if self._process.poll() is None:
            os.kill(self._process.pid, signal.SIGKILL)
        self._process.communicate()


@pytest.fixture
def page() -> Iterator[Page]:
    """A page in headless Chromium that fails the test where it logs an error or asks another host."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=BROWSER, args=["--no-sandbox"])
        made = browser.new_page(viewport={"width": 1280, "height": 900})
        problems: list[str] = []
        made.on("pageerror", lambda error: problems.append(str(error)))
        made.on("console", lambda message: problems.append(message.text) if message.type == "error" else None)
        made.on("request", lambda asked: None if "//127.0.0.1:" in asked.url else problems.append(asked.url))
        yield made
        browser.close()
    broken_off = ("ERR_CONNECTION", "ERR_CONTENT_LENGTH_MISMATCH")  # where a test kills the server
    assert [each for each in problems if not any(why in each for why in broken_off)] == []


def told(page: Page, text: str | re.Pattern[str]) -> None:
    """Waits until the page says ``text``."""
    expect(page.locator("#told")).to_have_text(text, timeout=SLOW)


def ids(folder: Path, act: str) -> list[str]:
    """The words of the claims that decisions of an act are about."""
    return [made.targets[0].exact for made in decisions.read(folder / "decisions.toml") if made.act == act]


def press(page: Page, keys: str) -> None:
    """Types one key after the other, as a quick hand does."""
    for key in keys:
        page.keyboard.press(key)


def test_twenty_claims_by_keyboard_with_the_server_killed_in_the_middle(tmp_path: Path, page: Page) -> None:
    server = Server(tmp_path)
    try:
        page.goto(server.address)
        told(page, "ready")
        press(page, "a" * 9 + "r")
        page.keyboard.type("a rumour")
        page.keyboard.press("Enter")
        told(page, re.compile("reject, on the disk"))
    finally:
        server.kill()
    assert (len(ids(tmp_path, "accept")), len(ids(tmp_path, "reject"))) == (9, 1)
    press(page, "a")
    told(page, re.compile("the program does not answer; start briefing review again, nothing decided is lost"))
    assert len(ids(tmp_path, "accept")) == 9

    server = Server(tmp_path)
    try:
        page.goto(server.address)
        told(page, "ready")
        expect(page.locator("#count")).to_have_text(re.compile(r"^10 of "))
        decided = ids(tmp_path, "accept") + ids(tmp_path, "reject")
        for _ in range(40):
            if len(decided) == 20:
                break
            state = page.locator("[aria-current=true] .state").inner_text()
            page.keyboard.press("a" if state == "not reviewed" else "j")
            if state == "not reviewed":
                expect(page.locator("#count")).to_have_text(re.compile(rf"^{len(decided) + 1} of "), timeout=SLOW)
            decided = ids(tmp_path, "accept") + ids(tmp_path, "reject")
        assert len(decided) == 20
    finally:
        server.kill()

    made = subprocess.run(
        [*PROGRAM, "build", str(SEEDS), "-f", "html", "-f", "json"], cwd=tmp_path, capture_output=True, text=True
    )
    assert made.returncode == 0, made.stderr
    claims = json.loads((tmp_path / "out" / "claims.json").read_text())
    verdicts = [claim["decision"] for claim in claims["claims"] if claim["decision"]]
    assert (verdicts.count("accept"), verdicts.count("reject")) == (19, 1)
    assert {ruling["state"] for ruling in claims["decisions"]} == {"applied"}


def test_editing_and_undoing_by_keyboard(tmp_path: Path, page: Page) -> None:
    server = Server(tmp_path)
    try:
        page.goto(server.address)
        told(page, "ready")
        press(page, "e")
        page.keyboard.press("Control+a")
        page.keyboard.type("Lena Ott")
        page.keyboard.press("Enter")
        told(page, re.compile("correct, on the disk"))
        (made,) = decisions.read(tmp_path / "decisions.toml")
        assert made.changes == (("speaker", "Lena Ott"),)
        expect(page.locator("#line-notes")).to_contain_text("speaker “Lena Ott”", timeout=SLOW)
        press(page, "u")
        told(page, "correct taken back")
        press(page, "g")
        assert page.evaluate("document.activeElement.id") == "passage"
        page.keyboard.press("Escape")
        assert page.evaluate("document.activeElement.closest('ol').id") == "list"
    finally:
        server.kill()


def test_merging_by_keyboard(tmp_path: Path, page: Page) -> None:
    server = Server(tmp_path)
    try:
        page.goto(server.address)
        told(page, "ready")
        press(page, "mm")
        told(page, "nothing is merged")
        press(page, "]]mjm")
        told(page, re.compile("merge, on the disk"))
        (made,) = decisions.read(tmp_path / "decisions.toml")
        assert len({target.start for target in made.targets}) == 2
        assert page.locator("#list .state", has_text="merged").count() == 2
    finally:
        server.kill()


def test_what_is_on_the_screen_is_accepted_and_nothing_else(tmp_path: Path, page: Page) -> None:
    server = Server(tmp_path)
    try:
        page.set_viewport_size({"width": 1280, "height": 520})
        page.goto(server.address)
        told(page, "ready")
        press(page, "]]")
        listed = page.locator("#list [data-id]").count()
        press(page, "s")
        told(page, re.compile("accepted, on the disk"))
        assert 0 < len(ids(tmp_path, "accept")) < listed
    finally:
        server.kill()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_fits_and_has_no_accessibility_violation(
    tmp_path: Path, page: Page, width: int, scheme: Any, axe: Path
) -> None:
    server = Server(tmp_path)
    try:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        page.goto(server.address)
        told(page, "ready")
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        found = page.evaluate(axe.read_text() + "; axe.run().then((made) => made.violations.map((each) => each.id))")
        assert found == []
        press(page, "e")
        found = page.evaluate("axe.run().then((made) => made.violations.map((each) => each.id))")
        assert found == []
    finally:
        server.kill()
