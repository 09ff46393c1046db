"""Margins, paddings, borders and sizes of a box that no other box decides, worked out once a style."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from types import SimpleNamespace
from typing import Any

from briefing.writers.typesetting.changing import exchanged

SIDES = ("top", "right", "bottom", "left")
SIZES = tuple(f"{least}{axis}" for axis in ("width", "height") for least in ("", "min_", "max_"))
LENGTHS = (*(f"{kind}_{side}" for kind in ("margin", "padding") for side in SIDES), *SIZES)
LEAST = ("min_width", "min_height")


@contextlib.contextmanager
def lengths_resolved_once(weasyprint: Any) -> Iterator[None]:
    """Let boxes of one style share its lengths where none of them is a share of another box's."""
    percent = weasyprint.layout.percent
    resolve = percent.resolve_percentages
    met: dict[int, Any] = {}
    known: dict[int, Mapping[str, Any] | None] = {}

    def asked(style: Any) -> Mapping[str, Any] | None:
        """The lengths of a style from its second box on: many have but one. Styles stay, and so do their ids."""
        key = id(style)
        if key in met and key not in known:
            known[key] = _fixed(percent, style)
        met[key] = style
        return known.get(key)

    def resolved(box: Any, containing_block: Any) -> None:
        """Sets the used lengths of a box."""
        style = box.style
        lengths = known.get(id(style)) or asked(style)
        if lengths is None:
            resolve(box, containing_block)
        else:
            box.__dict__.update(lengths)

    with exchanged("weasyprint", "resolve_percentages", resolve, resolved):
        yield


def _fixed(percent: Any, style: Any) -> Mapping[str, Any] | None:
    """The used lengths that a style gives its boxes wherever they stand; None where that decides any of them."""
    if style["border_collapse"] == "collapse" and any("table" in part for part in style["display"]):
        return None  # such borders are settled among the cells
    box = SimpleNamespace(style=style)
    for name in LENGTHS:
        value = style[name]
        if value != "auto" and getattr(value, "unit", None) != "px":
            return None
        setattr(box, name, value.value if value != "auto" else 0 if name in LEAST else value)
    for side in SIDES:
        setattr(box, f"border_{side}_width", style[f"border_{side}_width"])
    percent.adjust_box_sizing(box, "width")
    percent.adjust_box_sizing(box, "height")
    return {name: value for name, value in vars(box).items() if name != "style"}
