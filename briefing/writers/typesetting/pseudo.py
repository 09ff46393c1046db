"""Styles of pseudo-elements (``::before``, ``::marker``): one for all that are told the same in the same."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

from briefing.writers.typesetting.changing import replaced


@contextlib.contextmanager
def pseudo_styles_shared(weasyprint: Any) -> Iterator[None]:
    """Let pseudo-elements share a style, as WeasyPrint lets elements."""
    kind = weasyprint.css.StyleFor
    compute = kind.set_computed_styles
    known: dict[tuple[object, ...], tuple[Any, Any]] = {}

    def computed(styles: Any, element: Any, parent: Any, *others: Any, pseudo_type: Any = None, **told: Any) -> None:
        """Computes the style of an element or pseudo-element, or takes that of one like it."""
        if pseudo_type is None or not hasattr(element, "tag"):
            compute(styles, element, parent, *others, pseudo_type=pseudo_type, **told)
            return
        of, made = styles.get_cascaded_styles()[element, pseudo_type], styles.get_computed_styles()
        declared = tuple((name, id(value), weight) for name, (value, weight) in of.items())
        key = id(made[parent, None]), pseudo_type, declared
        if key not in known:
            compute(styles, element, parent, *others, pseudo_type=pseudo_type, **told)
            known[key] = made[element, pseudo_type], of  # what is declared stays, and so do its ids
        made[element, pseudo_type] = known[key][0]

    with replaced(kind, set_computed_styles=computed):
        yield
