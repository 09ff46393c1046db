"""Briefing -> PDF: the same page as the HTML, laid out on paper.

This file, with the folder ``typesetting``, is all that knows WeasyPrint.

One file that is both PDF/A-3a and PDF/UA-1, with claims.json attached as the source it stands on.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import io
import logging
import sys
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
from briefing.writers.typesetting.packing import pack
from briefing.writers.typesetting.page import opened
from briefing.writers.typesetting.spelling import spelled_out

INSTALL = {
    "darwin": "run: brew install pango",
    "win32": "run: winget install -e --id MSYS2.MSYS2, then in its shell: pacman -S mingw-w64-x86_64-pango",
}
INSTALL_LINUX = "run: apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


def render(briefing: Briefing) -> bytes:
    """The PDF of a briefing: tagged, with bookmarks, named destinations and its data; equal briefings, equal bytes.

    Raises MissingError where the machine lacks Pango, TemplateError where the page asks for anything outside itself,
    UsageError where SOURCE_DATE_EPOCH is no date.
    """
    at = moment(briefing)
    weasyprint = engine()
    claims = dumps(briefing.claims)
    page = render_html(briefing, "print")
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    dated = {"created": at or UNDATED, "modified": at or UNDATED}
    attached = [
        weasyprint.Attachment(string=claims, name=CLAIMS, description=SCHEMA, relationship="Source", **dated),
        weasyprint.Attachment(string="", name=RECORD, description=OF_RECORD, relationship="Supplement", **dated),
    ]
    with _complaints() as complaints, _uncollected(), quick(weasyprint, page), spelled_out(weasyprint, page):
        identifier = hashlib.sha256(page.encode("utf-8", "surrogatepass")).hexdigest()[:32].encode()
        options = {"pdf_identifier": identifier, "pdf_variant": "pdf/a-3a"}
        document = opened(weasyprint, page, fetcher).render(**options)
        document.metadata.created = document.metadata.modified = w3c(at) if at else None
        _one_annotation_a_link(document)
        if direction(briefing.language) == "rtl":
            _mirror_grids(document)
        _number_pages(document)
        _add_destinations(document, destinations(briefing))
        finish = partial(_finish, partial(record, briefing, claims))
        made = _written(document, attachments=attached, finisher=finish, **options)
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


def _number_pages(document: Any) -> None:
    """Write the number of the page that each reference leads to into the room the template left for it.

    WeasyPrint's own target-counter() would lay out again every page that has one.
    """
    numbers: dict[str, int] = {}
    for number, page in enumerate(document.pages, 1):
        for name in page.anchors:
            numbers.setdefault(name, number)
    backs: dict[Any, list[Any]] = {}
    for page in document.pages:
        for _, target, _, link in page.links:
            for box in _with_class(link, "page-number") if target in numbers else ():
                _say(box, str(numbers[target]))
        if any(_has_class(link, "back") for *_, link in page.links):
            for box in _with_class(page._page_box, "cited-on"):
                backs.setdefault(box.element, []).append(box)
    kept = {box for fragments in backs.values() for box in _each_page_once(fragments, numbers)}
    for page in document.pages:
        links = [link for link in page.links if link[3] in kept or not _has_class(link[3], "back")]
        page.links = [_where_it_stands(link) for link in links]


def _each_page_once(fragments: Sequence[Any], numbers: Mapping[str, int]) -> Iterator[Any]:
    """Of the ways back to the places that cite a passage, keep and yield the first to each page, and say that page.

    ``fragments`` are the boxes of the element that holds them, one a line; what stays moves up to what is before it.
    """
    said: set[int] = set()
    lines: list[list[Any]] = []
    between: list[tuple[list[Any], Any]] = []
    for fragment in fragments:
        lines.append([])
        for box in fragment.children:
            if not _has_class(box, "back"):
                between.append((lines[-1], box))
            elif (number := numbers[box.element.get("href")[1:]]) not in said:
                for line, text in between[:1] if said else between:
                    line.append(text)
                between = []
                said.add(number)
                lines[-1].append(box)
                _say(box, str(number))
                box.element.set("aria-label", f"{number},{box.element.get('aria-label').partition(',')[2]}")
                yield box
    _fill(fragments, lines)


def _fill(fragments: Sequence[Any], lines: Sequence[list[Any]]) -> None:
    """Put what is left of each line where it has moved to: on from its start, and up to the line before it with room.

    A text between two ways back stays with the one before it; nothing leaves its page.
    """
    ends = [max((box.position_x + box.margin_width() for box in f.children), default=0) for f in fragments]
    starts = [fragment.children[0].position_x if fragment.children else 0 for fragment in fragments]
    filled: list[list[Any]] = [[] for _ in fragments]
    to, at = 0, starts[0]
    for own, line in enumerate(lines):
        for box in line:
            room = box.margin_width() if _has_class(box, "back") else 0.0
            while to < own and not (_above(fragments[to], fragments[own]) and at + room <= ends[to]):
                to, at = to + 1, starts[to + 1]
            box.translate(at - box.position_x, fragments[to].position_y - fragments[own].position_y)
            filled[to].append(box)
            at += box.margin_width()
    for fragment, boxes in zip(fragments, filled, strict=True):
        fragment.children = tuple(boxes)


def _above(fragment: Any, other: Any) -> bool:
    """Whether a part of a line stands above another, on one page, in a text from left to right."""
    return bool(fragment.position_y < other.position_y) and fragment.style["direction"] == "ltr"


def _say(box: Any, text: str) -> None:
    """Let the one text in a box that is laid out say something else, at the same place."""
    lines = engine().text.line_break
    while hasattr(box, "children") and box.children:
        outer, box = box, box.children[0]
    layout = box.pango_layout = lines.create_layout(text, box.style, None, None, 0)
    box.text = text
    outer.width = box.width = lines.line_size(layout.get_first_line()[0], box.style)[0]


def _where_it_stands(link: tuple[Any, ...]) -> tuple[Any, ...]:
    """A link with the rectangle of its box, which may have moved since."""
    kind, target, _, box = link
    x, y, width, height = box.hit_area()
    return kind, target, (x, y, x + width, y + height), box


def _has_class(box: Any, name: str) -> bool:
    return box.element is not None and box.element.get("class") == name and not box.element_tag.endswith("::before")


def _with_class(box: Any, name: str) -> Iterator[Any]:
    """The boxes of elements of this class in ``box``, in order."""
    waiting = [box]
    while waiting:
        box = waiting.pop()
        if _has_class(box, name):
            yield box
        else:
            waiting.extend(reversed(list(box.all_children())))


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
    _name_cells(pdf)
    fill_record(pdf, told(pages=drawn(pdf)).encode())
    pdf.catalog["AF"][:] = dict.fromkeys(pdf.catalog["AF"])
    packet = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    about = document.metadata
    producer = pdf.info["Producer"].string
    packet.stream = [metadata(about.title or "", about.lang or "", producer, about.created)]
    packet.compress = False
    pack(pdf)


def _name_cells(pdf: Any) -> None:
    """Give each heading of a table an id of its own and list it: WeasyPrint uses ids again where a table goes on.

    The cells under it name it by the same object, and so follow.
    """
    headings: list[Any] = [cell for cell in pdf.objects if isinstance(cell, dict) and "ID" in cell]
    for cell in headings:
        cell["ID"].string += "-" + cell["Pg"].split()[0].decode()
    if headings:
        root = pdf.objects[int(pdf.catalog["StructTreeRoot"].split()[0])]
        array, dictionary = type(root["K"]), type(root)
        names = sorted(headings, key=lambda cell: cell["ID"].string)
        root["IDTree"] = dictionary({"Names": array(part for cell in names for part in (cell["ID"], cell.reference))})


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
