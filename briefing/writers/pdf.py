"""Briefing -> PDF: the same page as the HTML, laid out on paper.

This file, with the folder ``typesetting``, is all that knows WeasyPrint.

One file that is both PDF/A-3a and PDF/UA-1, with claims.json attached as the source it stands on.
"""

from __future__ import annotations

import contextlib
import ctypes.util
import gc
import hashlib
import io
import logging
import sys
import threading
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from briefing.errors import MissingError, TemplateError
from briefing.language.direction import direction
from briefing.model.briefing import Briefing
from briefing.model.record import CLAIMS, RECORD
from briefing.model.record import SCHEMA as OF_RECORD
from briefing.writers.archive import UNDATED, metadata, moment, w3c
from briefing.writers.claims import SCHEMA, dumps
from briefing.writers.destinations import destinations
from briefing.writers.drawing import drawn, fill_record
from briefing.writers.html import render as render_html
from briefing.writers.record import record
from briefing.writers.typesetting import quick
from briefing.writers.typesetting.changing import replaced
from briefing.writers.typesetting.loading import seldom_used_later
from briefing.writers.typesetting.numbering import number_pages
from briefing.writers.typesetting.packing import pack
from briefing.writers.typesetting.page import opened
from briefing.writers.typesetting.spelling import spelled_out
from briefing.writers.typesetting.tagging import tagged_by_meaning

ONE_AT_A_TIME = threading.Lock()
"""Held while a PDF is made: what is changed in WeasyPrint and in the collection of garbage is the whole process's."""

INSTALL = {
    "darwin": "run: brew install pango",
    "win32": "run: winget install -e --id MSYS2.MSYS2, then in its shell: pacman -S mingw-w64-x86_64-pango",
}
INSTALL_LINUX = "run: apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def render(briefing: Briefing, page: str | None = None) -> bytes:
    """The PDF of a briefing: tagged, with bookmarks, named destinations and its data; equal briefings, equal bytes.

    ``page`` is its page for "print" where that is made already. Raises MissingError where the machine lacks Pango,
    TemplateError where the page asks for anything outside itself, UsageError where SOURCE_DATE_EPOCH is no date.
    A thread that asks for one while another is made waits.
    """
    with ONE_AT_A_TIME, _uncollected():
        return _render(briefing, render_html(briefing, "print") if page is None else page)


def _render(briefing: Briefing, page: str) -> bytes:
    at = moment(briefing)
    weasyprint = engine()
    claims = dumps(briefing.claims)
    dated = {"created": at or UNDATED, "modified": at or UNDATED}
    attached = [
        weasyprint.Attachment(string=claims, name=CLAIMS, description=SCHEMA, relationship="Source", **dated),
        weasyprint.Attachment(string="", name=RECORD, description=OF_RECORD, relationship="Supplement", **dated),
    ]
    changed = (quick(weasyprint, page), spelled_out(weasyprint, page), tagged_by_meaning(weasyprint))
    with _complaints() as complaints, contextlib.ExitStack() as changes:
        for change in changed:
            changes.enter_context(change)
        identifier = hashlib.sha256(page.encode("utf-8", "surrogatepass")).hexdigest()[:32].encode()
        options = {"pdf_identifier": identifier, "pdf_variant": "pdf/a-3a"}
        document = opened(weasyprint, page).render(**options)
        document.metadata.created = document.metadata.modified = w3c(at) if at else None
        _one_annotation_a_link(document)
        if direction(briefing.language) == "rtl":
            _mirror_grids(document)
        number_pages(weasyprint, document)
        _add_destinations(document, destinations(briefing))
        finish = partial(_finish, partial(record, briefing, claims))
        made = _written(document, attachments=attached, finisher=finish, **options)
    if complaints:
        raise TemplateError(f"audience {briefing.audience.name}", complaints[0], "correct the template or style")
    return made


def engine() -> Any:
    """The module WeasyPrint, imported only where a PDF is wanted. Raises MissingError where Pango cannot be loaded."""
    try:
        with contextlib.suppress(OSError), _libraries_by_name():
            return _imported()
        return _imported()
    except OSError as problem:
        todo = INSTALL.get(sys.platform, INSTALL_LINUX)
        raise MissingError("PDF", f"Pango cannot be loaded ({str(problem).splitlines()[0]})", todo) from None


def _imported() -> Any:
    # where it fails to load, it prints a page of advice
    with contextlib.redirect_stdout(io.StringIO()), seldom_used_later():
        import weasyprint
    return weasyprint


@contextlib.contextmanager
def _libraries_by_name() -> Iterator[None]:
    """Let WeasyPrint load its libraries by the names Linux has for them, the last it tries: for each of the others, a
    compiler and a linker are run to look for it, which takes a second in all."""
    if not sys.platform.startswith("linux") or "weasyprint" in sys.modules:
        yield
        return
    with replaced(ctypes.util, find_library=lambda _: None):
        yield


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage meanwhile: a layout is one large web of boxes in use, and searching it takes a third.

    What it leaves behind is set aside, and searched when the next one begins: most runs make one.
    """
    enabled = gc.isenabled()
    gc.disable()
    if gc.get_freeze_count():
        gc.unfreeze()
        gc.collect()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()


def _one_annotation_a_link(document: Any) -> None:
    """Keep the link itself and drop those WeasyPrint makes of the boxes in it, which no Link tag would hold."""
    for page in document.pages:
        page.links = [link for link in page.links if link[3].element_tag == "a"]


def _mirror_grids(document: Any) -> None:
    """Let the columns of a grid run from right to left where the text does: WeasyPrint 70 lays all from the left."""
    backgrounds = engine().layout.background
    for page in document.pages:
        waiting, moved = [page._page_box], False
        while waiting:
            box = waiting.pop()
            children = list(box.all_children())
            waiting.extend(children)
            if box.style["display"] == ("block", "grid") and box.style["direction"] == "rtl":
                moved = True
                edges = 2 * box.content_box_x() + box.width
                for child in children:
                    child.translate(edges - 2 * child.position_x - child.margin_width())
        if moved:
            backgrounds.layout_backgrounds(page._page_box, None)


def _add_destinations(document: Any, names: Mapping[str, Sequence[str]]) -> None:
    """Let more names lead into the file: each to the first of its elements that a page has."""
    places = {name: (page, place) for page in reversed(document.pages) for name, place in page.anchors.items()}
    for name, elements in names.items():
        page, place = next((places[element] for element in elements if element in places), (None, None))
        if page is not None:
            page.anchors.setdefault(name, place)


def _written(document: Any, **options: Any) -> bytes:
    """The file of a document that is laid out."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # WeasyPrint does not close the colour profile it reads
        made: bytes = document.write_pdf(**options)
    return made


def _finish(told: Callable[..., str], document: Any, pdf: Any) -> None:
    """What WeasyPrint leaves to be done: names of links, each attachment listed once, metadata of both standards.

    ``told`` makes the record of the file from what its pages draw.
    """
    _name_links(document)
    fill_record(pdf, told(pages=drawn(pdf)).encode())
    pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])
    packet = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    about = document.metadata
    producer = pdf.info["Producer"].string
    packet.stream = [metadata(about.title or "", about.lang or "", producer, about.created)]
    packet.compress = False
    pack(pdf)


def _name_links(document: Any) -> None:
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
