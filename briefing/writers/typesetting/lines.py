"""Text as Pango sets it: what fonts a style asks for is told once, and what fits on a line is asked once.

The same words in the same style take the same room wherever they stand: the labels and numbers of citations, and every
line that is laid out again because what it belongs to did not fit on a page, or is measured before it is placed.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from functools import cache
from typing import Any

from briefing.writers.typesetting.changing import exchanged, replaced

PARAGRAPHS = "\n\r\u2029"
"""What parts a text into paragraphs, for Pango."""
COPY = "PangoLayout * pango_layout_copy (PangoLayout *src);"
"""What WeasyPrint does not declare of Pango."""
OWN = ("layout", "style", "justification_spacing")
"""What layouts of one style do not share."""


@contextlib.contextmanager
def lines_split_once(weasyprint: Any) -> Iterator[None]:
    """Let texts that are laid out meanwhile share what is the same of them."""
    lines = weasyprint.text.line_break
    setting = _Setting(lines)
    with (
        replaced(lines.Layout, **setting.methods()),
        exchanged("weasyprint", "split_first_line", lines.split_first_line, setting.split),
        exchanged("weasyprint", "strut", lines.strut, setting.strut),
        exchanged("weasyprint", "can_break_text", lines.can_break_text, cache(lines.can_break_text)),
    ):
        yield


class _Setting:
    """Stands in for parts of ``weasyprint.text.line_break``. Styles are told apart as objects, and kept."""

    def __init__(self, lines: Any) -> None:
        self._pango = lines.pango
        self._free = lines.gobject.g_object_unref
        self._owned = lines.ffi.gc
        self._of_lines = (lines.Layout.setup, lines.Layout.set_text, lines.split_first_line, lines.strut)
        self._kept: list[object] = []
        self._patterns: dict[int, tuple[Any, dict[str, Any]]] = {}
        self._struts: dict[int, tuple[float, float]] = {}
        self._whole: dict[tuple[object, ...], tuple[Any, ...]] = {}
        self._known: dict[tuple[object, ...], tuple[Any, ...]] = {}
        if not hasattr(lines.pango, "pango_layout_copy"):
            lines.ffi.cdef(COPY)

    def methods(self) -> dict[str, Any]:
        """The methods of a layout, exchanged."""
        setup, set_text = self._of_lines[:2]

        def set_up(layout: Any, style: Any) -> None:
            """Prepares a layout for a text in a style, like the first one in it."""
            if id(style) not in self._patterns:
                setup(layout, style)
                same = {name: value for name, value in vars(layout).items() if name not in OWN}
                self._patterns[id(style)] = self._copy(layout.layout), same
                self._kept.append(style)
            pattern, same = self._patterns[id(style)]
            vars(layout).update(same, style=style, layout=self._copy(pattern))

        def set_one_text(layout: Any, text: str, justify: bool = False) -> None:
            """Sets the text as one paragraph where it is one: drawing asks for that, and would lay it out again."""
            set_text(layout, text, justify)
            if not any(mark in text for mark in PARAGRAPHS):
                self._pango.pango_layout_set_single_paragraph_mode(layout.layout, True)

        def reactivate(layout: Any, style: Any) -> None:
            """Prepares a layout for drawing. It still is, but where a line is stretched."""
            if layout.justification_spacing:
                set_up(layout, style)
                set_one_text(layout, layout.text, justify=True)

        return {"setup": set_up, "set_text": set_one_text, "reactivate": reactivate, "deactivate": lambda _: None}

    def split(
        self,
        text: str,
        style: Any,
        context: Any,
        max_width: float | None,
        justification_spacing: float,
        is_line_start: bool = True,
        minimum: bool = False,
    ) -> tuple[Any, ...]:
        """The layout of the first line of a text, and how far it goes, as WeasyPrint's own function gives it."""
        same = text, id(style), justification_spacing
        whole = self._whole.get(same)
        if whole and _fits(whole, max_width):
            return whole
        asked = *same, max_width, is_line_start, minimum
        if asked not in self._known:
            split = self._of_lines[2]
            made = split(text, style, context, max_width, justification_spacing, is_line_start, minimum)
            self._known[asked] = made
            self._kept.append(style)
            if made[0].text == text and made[2] is None and _fits(made, max_width):
                self._whole[same] = made
        return self._known[asked]

    def strut(self, style: Any) -> tuple[float, float]:
        """The height of a line, and where its baseline is."""
        if id(style) not in self._struts:
            self._struts[id(style)] = self._of_lines[3](style)
            self._kept.append(style)
        return self._struts[id(style)]

    def _copy(self, layout: Any) -> Any:
        return self._owned(self._pango.pango_layout_copy(layout), self._free)


def _fits(split: tuple[Any, ...], max_width: float | None) -> bool:
    """Whether the first line of a text, as it was split, is no wider than ``max_width``."""
    width: float = split[3]
    return max_width is None or width <= max_width
