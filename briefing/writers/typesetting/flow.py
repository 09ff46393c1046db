"""What WeasyPrint asks of each box at every turn, and is known: whether it is in normal flow, the name of its page, the
boxes in it, how narrow its first line could be."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from briefing.writers.typesetting.changing import replaced
from briefing.writers.typesetting.styles import once_a_style

UNNAMED = "", ""
"""The names of the pages a box begins and ends on, where no style names a page."""


@contextlib.contextmanager
def flow_known(weasyprint: Any) -> Iterator[None]:
    """Let boxes of one style be in normal flow together, and those of one kind as well begin a flow of their own."""
    kind = weasyprint.formatting_structure.boxes.Box
    establishes = kind.establishes_formatting_context
    known: dict[tuple[int, type], tuple[Any, bool]] = {}

    def established(box: Any) -> bool:
        """Whether what stands in a box flows by itself, as in a column it does."""
        key = id(box.style), box.__class__
        found = known.get(key)
        if found is None and not box.is_column:
            found = known[key] = box.style, establishes(box)  # the style stays, and so does its id
        return found is None or box.is_column or found[1]

    is_in_flow = once_a_style(kind.is_in_normal_flow)
    with replaced(kind, is_in_normal_flow=is_in_flow, establishes_formatting_context=established):
        yield


@contextlib.contextmanager
def pages_unnamed(weasyprint: Any) -> Iterator[None]:
    """Let no box ask those in it for the name of their page: there is none."""
    boxes = weasyprint.formatting_structure.boxes
    kinds = [kind for kind in vars(boxes).values() if isinstance(kind, type) and "page_values" in vars(kind)]
    with contextlib.ExitStack() as changes:
        for kind in kinds:
            changes.enter_context(replaced(kind, page_values=lambda _: UNNAMED))
        yield


@contextlib.contextmanager
def boxes_told_at_once(weasyprint: Any) -> Iterator[None]:
    """Let a box name all boxes in it by itself, where each would ask those in it in turn."""
    kind = weasyprint.formatting_structure.boxes.Box

    def descendants(box: Any, placeholders: bool = False) -> Iterator[Any]:
        """A box and all in it, in order; what another box stands in for only where that is asked."""
        waiting = [box]
        while waiting:
            each = waiting.pop()
            if not isinstance(each, kind):
                if not placeholders:
                    yield each
                    continue
                each = each._box
            yield each
            waiting.extend(each.children[::-1])

    with replaced(kind, descendants=descendants):
        yield


@contextlib.contextmanager
def lines_below_floats(weasyprint: Any) -> Iterator[None]:
    """Let no line say how narrow it could be where all that floats ends above it: it has all the room there is."""
    module = weasyprint.layout.inline
    narrowest = module.inline_min_content_width

    def width(context: Any, line: Any, *of: Any, **told: Any) -> float:
        """The width of the narrowest line, or none where it does not matter. (From right to left, it does.)"""
        top = line.position_y
        above = (
            shape.position_y < top >= shape.position_y + shape.margin_height() for shape in context.excluded_shapes
        )
        if line.style["direction"] == "ltr" and all(above):
            return 0
        known: float = narrowest(context, line, *of, **told)
        return known

    with replaced(module, inline_min_content_width=width):
        yield
