"""Briefing -> PDF: the same page as the HTML, laid out on paper. The only file that knows WeasyPrint."""

from __future__ import annotations

import contextlib
import gc
import hashlib
import io
import logging
import sys
from collections.abc import Iterator
from typing import Any

from briefing.errors import MissingError, TemplateError
from briefing.model.briefing import Briefing
from briefing.writers.html import render as render_html

INSTALL = {
    "darwin": "run: brew install pango",
    "win32": "run: winget install -e --id MSYS2.MSYS2, then in its shell: pacman -S mingw-w64-x86_64-pango",
}
INSTALL_LINUX = "run: apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def render(briefing: Briefing) -> bytes:
    """The PDF of a briefing: tagged, with bookmarks; equal briefings give equal bytes.

    Raises MissingError where the machine lacks Pango, TemplateError where the page asks for anything outside itself.
    """
    weasyprint = engine()
    page = render_html(briefing, "print")
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    with _complaints() as complaints, _uncollected():
        options = {"pdf_identifier": hashlib.sha256(page.encode()).hexdigest()[:32].encode(), "pdf_variant": "pdf/ua-1"}
        document = weasyprint.HTML(string=page, url_fetcher=fetcher, base_url=None).render(**options)
        _one_annotation_a_link(document)
        made: bytes = document.write_pdf(finisher=_name_links, **options)
    if complaints:
        raise TemplateError(f"audience {briefing.audience.name}", complaints[0], "correct the template or style")
    return made


def engine() -> Any:
    """The module WeasyPrint, imported only where a PDF is wanted. Raises MissingError where Pango cannot be loaded."""
    try:
        with contextlib.redirect_stdout(io.StringIO()):  # where it fails to load, it prints a page of advice
            import weasyprint
    except OSError as problem:
        todo = INSTALL.get(sys.platform, INSTALL_LINUX)
        raise MissingError("PDF", f"Pango cannot be loaded ({str(problem).splitlines()[0]})", todo) from None
    return weasyprint


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage meanwhile: a layout is one large web of boxes in use, and searching it takes a third."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _one_annotation_a_link(document: Any) -> None:
    """Keep the link itself and drop those WeasyPrint makes of the boxes in it, which no Link tag would hold."""
    for page in document.pages:
        page.links = [link for link in page.links if link[3].element_tag == "a"]


def _name_links(document: Any, _: Any) -> None:
    """Give each link the name it has on the screen, for people who listen to the page."""
    for page in document.pages:
        for *_, box in page.links:
            name = box.element.get("aria-label") or "".join(box.element.itertext())
            if box.link_annotation is not None:
                text = type(box.link_annotation["Contents"])
                box.link_annotation["Contents"] = text(" ".join(name.split()))


@contextlib.contextmanager
def _complaints() -> Iterator[list[str]]:
    """What WeasyPrint could not load or lay out, kept from the terminal; its remarks on style are left out."""
    found: list[str] = []
    handler = logging.Handler(logging.ERROR)
    handler.emit = lambda record: found.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    propagate, logger.propagate = logger.propagate, False
    try:
        yield found
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate
