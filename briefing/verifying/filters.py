"""What a reader can filter a page by: no statement is hidden or kept under an actor, sector or support not its own."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from briefing.model.facets import Facet, Facets
from briefing.verifying.printable import Printable
from briefing.verifying.refusal import refuse
from briefing.verifying.rendered import Page, fold

TODO = "mark it with the facets of its statement"


def check_filters(printable: Printable, page: Page) -> None:
    """Refuse a page on which ``data-of`` marks another statement's facets, ``data-sector`` another sector's block, or
    a choice (``data-value``) that says something else than it chooses."""
    facets = Facets(printable.briefing)
    blocks = {block.heading.id: block.sector for block in printable.briefing.implications.blocks}
    for place in page.places:
        marks = place.element.attrib
        if "data-of" in marks:
            _check_line(printable, facets, place.name, place.element)
        if "data-sector" in marks and blocks.get(next(_statements(place.element), "")) != marks["data-sector"]:
            refuse(place.name, f"it does not hold what there is on {marks['data-sector']!r}", TODO)
        if marks.get("data-value"):
            _check_choice(printable, place.name, place.element)


def _check_line(printable: Printable, facets: Facets, where: str, element: Element) -> None:
    id_ = element.attrib["data-of"]
    statement = printable.statements.get(id_)
    found = facets.of(statement) if statement else None
    if found is None or id_ not in _statements(element):
        refuse(where, f"it can be filtered as statement {id_!r}, which it does not print", TODO)
    if _marks(element) != found:
        refuse(where, f"it can be filtered by what statement {id_!r} is not", TODO)


def _marks(element: Element) -> Facet:
    sectors, supports = (tuple(element.get(f"data-{name}", "").split()) for name in ("sectors", "supports"))
    return Facet(element.get("data-actor", ""), sectors, supports)


def _statements(element: Element) -> Iterator[str]:
    """The ids of the statements that an element holds, in order."""
    return (each.attrib["data-statement"] for each in element.iter() if "data-statement" in each.attrib)


def _check_choice(printable: Printable, where: str, element: Element) -> None:
    """A choice says the name of the actor, sector or support it stands for."""
    value, briefing = element.attrib["data-value"], printable.briefing
    names = {actor.id: actor.name.text for actor in briefing.statements}
    labels = (briefing.labels.get(f"{kind}-{value}", "") for kind in ("sector", "support"))
    if fold("".join(element.itertext())) not in {fold(name) for name in (names.get(value, ""), *labels)}:
        refuse(where, f"it chooses {value!r} and says something else", "print the name of what it chooses")
