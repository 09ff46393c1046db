"""What is wrong on an audience's laid-out pages: headings that skip a level, text beyond its box, too many pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from briefing.language.shapes import Flaw
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing
from briefing.workspace import openable
from briefing.writers.html import render
from briefing.writers.pdf import engine

HEADING = re.compile(r"<h([1-6])\b[^>]*>(.*?)</h\1>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
SLACK = 4.0
"""CSS pixels that a line may stand beyond its box: rounding, and the space at its end that nobody sees."""
MOST = 5
"""Places of text beyond its box that are told."""
BEHIND = ("sources", "annex")
"""The sections that a page budget leaves out."""


def lint(briefing: Briefing) -> list[Flaw]:
    """The flaws of the pages that ``briefing`` is printed as. Raises what writing a PDF of it raises."""
    page = render(briefing, "print")
    weasyprint = engine()
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    document = weasyprint.HTML(string=page, url_fetcher=fetcher, base_url=None).render()
    settings = openable(briefing.audience.folders[0] / "audience.toml")
    return [
        *_headings(page, settings),
        *_overflows(document, settings),
        *_budget(briefing.audience, document, settings),
    ]


def _headings(page: str, settings: str) -> Iterator[Flaw]:
    """Headings more than one level below the one before them."""
    last = 0
    for found in HEADING.finditer(page):
        level, text = int(found[1]), " ".join(TAG.sub("", found[2]).split())
        if level > last + 1:
            what = f"“{text[:40]}” is a heading of level {level} after one of level {last}"
            yield Flaw(settings, 1, f"h{level}", what, "leave no level out")
        last = level


def _budget(audience: Audience, document: Any, settings: str) -> Iterator[Flaw]:
    """More pages than the audience allows before its sources, or a front that is more than one page."""
    on = {name: number for number, page in reversed(list(enumerate(document.pages, 1))) for name in page.anchors}
    before = [on[section] for section in audience.sections if section in on and section not in BEHIND]
    pages = max(before, default=0)
    if audience.pages and pages > audience.pages:
        what = f"its sections before the sources reach page {pages}; {audience.pages} pages at most"
        yield Flaw(settings, 1, "pages", what, "print less, or allow more")
    rest = [on[section] for section in audience.sections[len(audience.front) :] if section in on]
    if audience.front and rest and min(rest) > 2:
        what = f"the first page does not stand alone: what follows the front begins on page {min(rest)}"
        yield Flaw(settings, 1, "front", what, "print less there, or make the type smaller")


def _overflows(document: Any, settings: str) -> Iterator[Flaw]:
    """Lines that are wider than the box they stand in."""
    found = 0
    for number, page in enumerate(document.pages, 1):
        for box, room in _lines(page._page_box):
            wide = box.position_x + box.width
            if wide > room + SLACK and found < MOST:
                found += 1
                text = " ".join(_text(box).split())
                what = f"“{text[:40]}” on page {number} is {wide - room:.0f} pixels wider than its box"
                yield Flaw(settings, 1, "overflow", what, "give it more room, or let it break")


def _lines(page_box: Any) -> Iterator[tuple[Any, float]]:
    """Each line of text on a page, with the right edge of the block that holds it."""
    waiting: list[tuple[Any, float]] = [(page_box, float("inf"))]
    while waiting:
        box, room = waiting.pop()
        kind = type(box).__name__
        if kind == "LineBox":
            yield box, room
            continue
        if hasattr(box, "content_box_x") and isinstance(getattr(box, "width", None), int | float):
            room = box.content_box_x() + box.width
        waiting.extend((child, room) for child in reversed(list(getattr(box, "children", ()))))


def _text(box: Any) -> str:
    return getattr(box, "text", "") or "".join(_text(child) for child in getattr(box, "children", ()))
