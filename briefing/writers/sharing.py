"""One computed style for all elements of a page that are told the same and stand in the same, for WeasyPrint.

WeasyPrint 70 shares styles too, but not those of pseudo-elements (its own sheet has five for each element), nor those
of anything inside an element with an id: an id is a style to it (``anchor``), and whoever inherits from it counts as
different. A page of links and their targets is full of these.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from typing import Any

OWN = "anchor"
"""The property that an id sets. Nothing inherits it."""


@contextlib.contextmanager
def shared_styles(weasyprint: Any) -> Iterator[None]:
    """Let the module ``weasyprint`` share the styles of what is laid out meanwhile."""
    styles = weasyprint.css.StyleFor
    compute = styles.set_computed_styles
    shared = _Shared(compute)
    styles.set_computed_styles = lambda *of, **told: shared.set(*of, **told)
    try:
        yield
    finally:
        styles.set_computed_styles = compute


class _Shared:
    """Stands in for ``StyleFor.set_computed_styles``: calls it once for each different style."""

    def __init__(self, compute: Any) -> None:
        self._compute = compute
        self._known: dict[tuple[object, ...], Any] = {}
        self._kinds: dict[tuple[object, ...], int] = {}
        self._kind_of: dict[int, int] = {}
        self._kept: list[object] = []

    def set(self, of: Any, element: Any, parent: Any, *, pseudo_type: Any = None, **told: Any) -> None:
        """Give an element or pseudo-element its style. Boxes of a page's margin, and the root, are computed anew."""
        computed, names = of.get_computed_styles(), of.get_cascaded_styles().get((element, pseudo_type), {})
        if parent is None or not hasattr(element, "tag"):
            self._compute(of, element, parent, pseudo_type=pseudo_type, **told)
            return
        above = self._kind(computed[parent, None])
        declared = _declared(names)
        key = (above, pseudo_type, declared, id(names[OWN][0]) if OWN in names else None)
        if key not in self._known:
            self._compute(of, element, parent, pseudo_type=pseudo_type, **told)
            made = self._known[key] = computed[element, pseudo_type]
            self._kind_of[id(made)] = self._kinds.setdefault((above, pseudo_type, declared), len(self._kinds))
            self._kept.append(names)
        computed[element, pseudo_type] = self._known[key]

    def _kind(self, style: Any) -> int:
        """The number of all styles that whatever inherits from them need not tell apart."""
        if id(style) not in self._kind_of:
            self._kept.append(style)
            self._kind_of[id(style)] = self._kinds.setdefault((id(style),), len(self._kinds))
        return self._kind_of[id(style)]


def _declared(names: Mapping[str, Any]) -> tuple[object, ...]:
    """What is declared, but for ids: a text is told by what it says, any other value is that of one style sheet."""
    return tuple(
        (name, value if isinstance(value, str) else id(value), weight)
        for name, (value, weight) in names.items()
        if name != OWN
    )
