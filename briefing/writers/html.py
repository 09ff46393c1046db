"""Briefing -> one HTML file: everything inside, no network, nothing printed that is not the briefing's."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup

from briefing.errors import TemplateError
from briefing.language.direction import direction
from briefing.model.brand import Brand
from briefing.model.briefing import Briefing
from briefing.writers.lines import Lines
from briefing.writers.links import Links
from briefing.writers.marks import Marks
from briefing.writers.parts import Parts
from briefing.writers.passages import Passages
from briefing.writers.pieces import Tongue
from briefing.writers.style import PAGES, style
from briefing.writers.tables import Tables
from briefing.writers.templates import fill

HANDLING = "font: bold 12pt sans-serif; color: #000; text-align: right"
"""How a browser prints the handling mark (TLP 2.0: capitals, at least 12 points, at the right)."""
PAGE_GAP = re.compile(r"\[(page|pages)\]")
"""Where the label of the page number has the page's number and the number of pages."""


def render(briefing: Briefing, medium: str = "screen") -> str:
    """The page of a briefing: style, fonts and script inside.

    ``medium`` is "screen", or "print" for what the PDF is made from: without script, contents and hover cards, with
    running headers and footers. Raises TemplateError where a template or style of the audience is wrong.
    """
    values = _values(briefing, medium)
    made = fill(briefing.audience.folders, "page.html", values)
    brand = briefing.request.brand if briefing.request else None
    dress = style(briefing.audience, medium, made, _paging(briefing, medium), briefing.language, brand)
    inside = {"body": made, "sheet": dress.sheet, "script": dress.script}
    told = {**values, "policy": dress.policy} | {k: Markup(v) for k, v in inside.items()}
    return fill(briefing.audience.folders, "document.html", told)


def page(briefing: Briefing, medium: str) -> str:
    """What is printed on a medium: "screen" and "print" as ``render``, "text" as ``body``."""
    return body(briefing) if medium == "text" else render(briefing, medium)


def body(briefing: Briefing) -> str:
    """What a page of a briefing prints, in elements, for a format that is no page: without cards, script and style.

    Raises TemplateError where a template of the audience is wrong.
    """
    return fill(briefing.audience.folders, "page.html", _values(briefing, "text"))


def _values(briefing: Briefing, medium: str) -> dict[str, object]:
    """What templates are given."""
    label, links, tongue = _label(briefing.labels), Links(briefing), Tongue.of(briefing)
    parts = Parts(briefing, medium, label, links.first, tongue)
    marks = Marks(medium, label, mirrored=direction(briefing.language) == "rtl")
    lines, tables = Lines(medium, label, parts, marks, links), Tables(medium, label, parts, marks, links)
    brand = (briefing.request and briefing.request.brand) or Brand()
    told = {"briefing": briefing, "medium": medium, "brand": brand, "label": label}
    rooms = (parts, lines, tables, Passages(medium, label, tongue), marks, links)
    return told | {name: given for room in rooms for name, given in room.given.items()}


def _label(labels: Mapping[str, str]) -> Callable[[str], str]:
    """What templates print fixed texts with: takes a label's key (or a label's text), gives the text."""
    texts = frozenset(labels.values())

    def label(key: str) -> str:
        """The text of a label's key; a label's text is its own. Raises TemplateError where there is none."""
        if key in labels:
            return labels[key]
        if key in texts:
            return key
        raise TemplateError(f"label {key!r}", "there is no such label", "add it to the audience's labels.toml")

    return label


def _paging(briefing: Briefing, medium: str) -> str:
    """The rules of paper size, page number and, where a browser prints the page, handling mark on every page."""
    page = briefing.audience.page
    if page not in PAGES:
        raise TemplateError(f"audience {briefing.audience.name}", f"there is no page size {page!r}", "use A4 or Letter")
    parts = PAGE_GAP.split(_label(briefing.labels)("page-number"))
    shown = [f"counter({part})" if index % 2 else _css_string(part) for index, part in enumerate(parts) if part]
    mark = f"content: {_css_string(briefing.handling)}; {HANDLING}" if briefing.handling and medium == "screen" else ""
    boxes = f"@bottom-left {{ content: {' '.join(shown)} }} @top-right {{ {mark} }} @bottom-right {{ {mark} }}"
    return f"@page {{ size: {page}; {boxes} }}"


def _css_string(text: str) -> str:
    """The text as a CSS string: every character but letters, digits and spaces as an escape."""
    return '"' + "".join(c if c.isalnum() or c == " " else f"\\{ord(c):x} " for c in text) + '"'
