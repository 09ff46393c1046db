"""Where links can lead: the elements with an id, found on the pages that are laid out.

To WeasyPrint an id is a property of style. So each element with an id has a style of its own, and so has all that
stands in it: thousands, in a page of links and their targets, where a few hundred differ.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import cache
from typing import Any

from briefing.writers.typesetting.changing import exchanged, replaced

ID = "id"


@contextlib.contextmanager
def anchors_found_later(weasyprint: Any) -> Iterator[None]:
    """Let ids be no part of styles, and be found where the elements stand once a page is laid out."""
    declared = weasyprint.css.find_style_attributes
    gather = weasyprint.document.gather_anchors

    def declared_without_ids(tree: Any, *of: Any, **told: Any) -> list[Any]:
        """What attributes declare; equal declarations are one, so that elements with them share a style."""
        named = [element for element in tree.iter() if ID in element.attrib]
        ids = [element.attrib.pop(ID) for element in named]
        tinycss2 = weasyprint.css.tinycss2
        try:
            with replaced(tinycss2, parse_one_declaration=cache(tinycss2.parse_one_declaration)):
                return list(declared(tree, *of, **told))
        finally:
            for element, name in zip(named, ids, strict=True):
                element.attrib[ID] = name

    def gathered(box: Any, anchors: dict[str, Any], *others: Any) -> None:
        """Gathers links and bookmarks as ever, and the places of ids."""
        gather(box, anchors, *others)
        anchors.update(_places(box))

    with (
        exchanged("weasyprint", "find_style_attributes", declared, declared_without_ids),
        replaced(weasyprint.document, gather_anchors=gathered),
    ):
        yield


def _places(page: Any) -> dict[str, tuple[float, float, float, float]]:
    """The ids of the elements on a page, each with the corners of its first box there."""
    found: dict[str, tuple[float, float, float, float]] = {}
    waiting = [page]
    while waiting:
        box = waiting.pop()
        element = box.element
        if element is not None and element.tag == box.element_tag:
            name = element.get(ID)
            if name and name not in found:
                x, y, width, height = box.hit_area()
                found[name] = (x, y, x + width, y + height)
        waiting.extend(reversed(list(box.all_children())))
    return found
