"""What a style answers once for all boxes that have it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from briefing.writers.typesetting.changing import replaced

Answer = TypeVar("Answer")
DEPENDENT = ("page", "position", "float", "display")
"""What a style that does not state it works out of something else, like the lines through and under a text."""


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


@contextlib.contextmanager
def values_taken_over(weasyprint: Any) -> Iterator[None]:
    """Let what a style does not state be what its parent's is, or the first value there is, without more ado."""
    css = weasyprint.css
    first, inherited, kind = css.INITIAL_VALUES, css.INHERITED, css.ComputedStyle
    compute = kind.__missing__
    others = {*css.INITIAL_NOT_COMPUTED, *css.PHYSICAL_FUNCTIONS, *DEPENDENT}
    plain = {name for name in first if name not in others and not name.startswith("text_decoration_")}

    def missing(style: Any, name: str) -> Any:
        """The value of a property that is asked for the first time."""
        if name not in plain or name in style.cascaded:
            return compute(style, name)
        above = style.parent_style
        value = style[name] = above[name] if above is not None and name in inherited else first[name]
        return value

    with replaced(kind, __missing__=missing):
        yield
