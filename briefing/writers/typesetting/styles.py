"""What a style answers once for all boxes that have it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

Answer = TypeVar("Answer")


def once_a_style(ask: Callable[[Any], Answer]) -> Callable[[Any], Answer]:
    """``ask``, asked of one box of each style; styles are told apart as objects, and kept, so that ids stay theirs."""
    known: dict[int, tuple[Any, Answer]] = {}

    def asked(box: Any) -> Answer:
        """What holds of the box, and of all of its style."""
        style = box.style
        found = known.get(id(style))
        if found is None:
            found = known[id(style)] = style, ask(box)
        return found[1]

    return asked
