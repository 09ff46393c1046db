"""Boxes without a background, known by their style: nearly all."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from briefing.writers.typesetting.changing import exchanged
from briefing.writers.typesetting.styles import once_a_style

CORNERS = tuple(f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left"))
SQUARE = dict.fromkeys(CORNERS, (0, 0))


@contextlib.contextmanager
def backgrounds_left_out(weasyprint: Any) -> Iterator[None]:
    """Let boxes of one style have no background together."""
    lay_out = weasyprint.layout.background.layout_box_backgrounds
    colour = weasyprint.draw.color.get_color
    stands_in = weasyprint.layout.absolute.AbsolutePlaceholder  # its attributes are another box's
    is_bare = once_a_style(lambda box: _is_bare(box.style, colour))

    def laid_out(page: Any, box: Any, image: Any, layout_children: bool = True, style: Any = None) -> None:
        """Lays out the background of a box, and of those in it."""
        if not is_bare(box) or style is not None or box is page or isinstance(box, stands_in):
            lay_out(page, box, image, layout_children, style)
            return
        vars(box).update(SQUARE, background=None)
        if layout_children:
            for child in box.all_children():
                laid_out(page, child, image)

    with exchanged("weasyprint", "layout_box_backgrounds", lay_out, laid_out):
        yield


def _is_bare(style: Any, colour: Any) -> bool:
    """Whether a style draws nothing behind a box, and rounds no corner."""
    return (
        all((0, "px") in style[corner] for corner in CORNERS)
        and style["border_image_source"][0] == style["mask_border_source"][0] == "none"
        and all(kind == "none" for kind, _ in style["background_image"])
        and not style["box_shadow"]
        and colour(style, "background_color").alpha == 0
    )
