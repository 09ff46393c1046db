"""What WeasyPrint asks of each box at every turn, and a style answers once: whether the box is in normal flow, and the
name of its page."""

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
    """Let boxes of one style be in normal flow together."""
    box_kind = weasyprint.formatting_structure.boxes.Box
    with replaced(box_kind, is_in_normal_flow=once_a_style(box_kind.is_in_normal_flow)):
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
