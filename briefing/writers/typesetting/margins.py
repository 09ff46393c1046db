"""Headers and footers of pages of one kind, told what they look like once."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from briefing.writers.typesetting.changing import exchanged, replaced


@contextlib.contextmanager
def margins_styled_once(weasyprint: Any) -> Iterator[None]:
    """Let pages share the styles of their margins that differ in nothing a style asks of: the first, right or left,
    blank or not, and what the page is named."""
    style_page = weasyprint.layout.page.set_page_type_computed_styles
    known: dict[Any, list[tuple[Any, Any]]] = {}

    def styled(page: Any, html: Any, style_for: Any) -> None:
        """Computes the styles of a page and of its margins, or takes those of a page of its kind."""
        kind = page._replace(index=min(page.index, 1), groups=())
        styles = style_for.get_computed_styles()
        if kind not in known:
            style_page(page, html, style_for)
            known[kind] = [(part, style) for (of, part), style in styles.items() if of is page]
        styles.update({(page, part): style for part, style in known[kind]})

    with exchanged("weasyprint", "set_page_type_computed_styles", style_page, styled):
        yield


@contextlib.contextmanager
def margins_measured_once(weasyprint: Any) -> Iterator[None]:
    """Let what stands in a margin, where it has room, not be asked how narrow it could be."""
    kind = weasyprint.layout.page.OrientedBox
    outer = kind.outer

    def fit(box: Any, room: float) -> None:
        """Gives a box of a margin its share of the room."""
        if room - box.sugar >= box.max_content_size:
            box.inner = box.max_content_size
        else:
            outer.fset(box, room)

    with replaced(kind, outer=property(outer.fget, fit)):
        yield
