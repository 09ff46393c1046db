"""Borders, outlines and colours: most boxes have none of the first two, and all share a few of the last."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from briefing.writers.typesetting.changing import exchanged, replaced
from briefing.writers.typesetting.styles import once_a_style

WIDTHS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
RED_GREEN_BLUE = ("srgb", "hsl", "hwb")
"""The spaces of colours that are written as red, green and blue."""


@contextlib.contextmanager
def borders_left_out(weasyprint: Any) -> Iterator[None]:
    """Let boxes of one style have no border together."""
    draw = weasyprint.draw.border.draw_border
    is_plain = once_a_style(lambda box: _is_plain(box.style))

    def drawn(stream: Any, box: Any) -> None:
        """Draws the border of a box, if it has any."""
        if not is_plain(box):
            draw(stream, box)

    with exchanged("weasyprint", "draw_border", draw, drawn):
        yield


def _is_plain(style: Any) -> bool:
    """Whether a style gives its boxes no border and no columns. (Borders that collapse are settled among cells.)"""
    collapsing = style["border_collapse"] == "collapse" and any("table" in part for part in style["display"])
    return (
        not collapsing
        and style["border_image_source"][0] == "none"
        and style["column_width"] == style["column_count"] == "auto"
        and not any(style[width] for width in WIDTHS)
    )


@contextlib.contextmanager
def outlines_left_out(weasyprint: Any) -> Iterator[None]:
    """Let no box be asked for its outline: there is none."""
    with exchanged("weasyprint", "draw_outline", weasyprint.draw.border.draw_outline, lambda *_: None):
        yield


@contextlib.contextmanager
def colours_told_once(weasyprint: Any) -> Iterator[None]:
    """Let a colour be turned into what a PDF says for it once."""
    kind, pydyf = weasyprint.pdf.stream.Stream, weasyprint.pdf.pydyf
    choose = kind.set_color
    known: dict[tuple[int, bool], tuple[Any, float, tuple[Any, ...], bytes]] = {}

    def chosen(stream: Any, colour: Any, stroke: bool = False) -> None:
        """Lets what is drawn from here on have a colour."""
        if colour.space not in RED_GREEN_BLUE:
            choose(stream, colour, stroke)
            return
        found = known.get((id(colour), stroke))
        if found is None:
            *channels, alpha = colour
            scratch = pydyf.Stream()
            scratch.set_color_rgb(*colour.to("srgb").coordinates, stroke)
            found = known[id(colour), stroke] = colour, alpha, (colour.space, *channels), scratch.stream[0]
        _, alpha, state, told = found
        current = "_current_color_stroke" if stroke else "_current_color"
        stream.set_alpha(alpha, stroke)
        if getattr(stream, current) != state:
            setattr(stream, current, state)
            stream.stream.append(told)

    with replaced(kind, set_color=chosen):
        yield
