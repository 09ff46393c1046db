"""Briefing -> one HTML file: everything inside, no network, nothing printed that is not the briefing's."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from itertools import permutations, product

from markupsafe import Markup

from briefing.errors import TemplateError
from briefing.model.brand import Brand
from briefing.model.briefing import Briefing, Statement
from briefing.model.claim import SECTORS
from briefing.model.facets import OF_SOURCES, Facets
from briefing.model.finding import SUPPORTS
from briefing.model.walk import nodes
from briefing.writers.parts import Parts
from briefing.writers.style import PAGES, style
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
    facets, label, first = Facets(briefing), _label(briefing.labels), _first()
    return {
        **Parts(briefing, medium, label, first).given,
        "briefing": briefing,
        "medium": medium,
        "brand": (briefing.request and briefing.request.brand) or Brand(),
        "label": label,
        "comparison": _comparison(briefing),
        "first": first,
        "at_home": _at_home(briefing),
        "facets": _facets(facets),
        "offered": lambda: _offered(briefing, facets),
    }


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


def _comparison(briefing: Briefing) -> Callable[[Statement, Statement], str | None]:
    """What templates lead a note ("source 2 words it differently") with to the place that has both wordings."""
    variants = briefing.agreement.variants if "agreement" in briefing.sections else ()
    claims = {variant.id: [claim for side in variant.sides for claim in side.claims] for variant in variants}
    known = {pair: id_ for id_, made in claims.items() for pair in permutations(made, 2)}

    def comparison(statement: Statement, note: Statement) -> str | None:
        """The id of the variant that shows a claim of both, or None."""
        noted = [citation.claim for citation in note.citations if citation.claim]
        return next((known[pair] for pair in product(statement.claims, noted) if pair in known), None)

    return comparison


def _at_home(briefing: Briefing) -> Callable[[str, Statement], bool]:
    """What templates ask before they let a claim's own link lead to a statement: it leads to one, among what is said,
    by whom, where it is printed there; else to the first that prints it."""
    telling = ("statements", "quotations", "bottom-line", "implications")
    parts = [part for section in telling if section in briefing.sections for part in briefing.contents(section)]
    printed = [s for part in parts for s in nodes(part, Statement) if s.voice in OF_SOURCES]
    homes = {claim: s.id for s in reversed(printed) for claim in reversed(s.claims[:1] if s.items else s.claims)}
    taken: set[str] = set()

    def at_home(claim: str, statement: Statement) -> bool:
        """Whether the claim's link leads to this statement; true once a claim."""
        home = homes.get(claim) == statement.id and claim not in taken
        taken.update([claim] if home else [])
        return home

    return at_home


def _facets(facets: Facets) -> Callable[[Statement], Markup]:
    """What templates mark a statement with, so that a reader can look for it: data- attributes of its facets."""

    def marked(statement: Statement) -> Markup:
        """The attributes of a statement; none where a source does not speak in it."""
        found = facets.of(statement)
        if found is None:
            return Markup("")
        shown = (statement.id, found.actor, " ".join(found.sectors), " ".join(found.supports))
        return Markup(' data-of="{}" data-actor="{}" data-sectors="{}" data-supports="{}"').format(*shown)

    return marked


def _offered(briefing: Briefing, facets: Facets) -> dict[str, list[str]]:
    """What a reader may choose of: the actors, sectors and kinds of support that any printed statement has."""
    statements = [s for actor in briefing.statements for s in actor.statements]
    statements += [s for block in briefing.implications.blocks for s in block.statements]
    found = [facet for statement in statements if (facet := facets.of(statement))]
    return {
        "actors": list(dict.fromkeys(facet.actor for facet in found)),
        "sectors": [each for each in SECTORS if any(each in facet.sectors for facet in found)],
        "supports": [each for each in SUPPORTS if any(each in facet.supports for facet in found)],
    }


def _first() -> Callable[[str], bool]:
    """What templates ask before they give an element an id: whether this is the first time."""
    seen: set[str] = set()

    def first(name: str) -> bool:
        """Whether ``name`` is asked for the first time."""
        new = name not in seen
        seen.add(name)
        return new

    return first


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
