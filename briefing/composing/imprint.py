"""The imprint: what an organisation states of itself on its briefings."""

from __future__ import annotations

from briefing.model.brand import TEXTS, Brand
from briefing.model.briefing import Datum, Statement


def imprint(brand: Brand) -> tuple[Statement, ...]:
    """A statement for each text that the brand has, in printed order."""
    stated = ((name, getattr(brand, name)) for name in TEXTS)
    return tuple(Statement(f"brand-{name}", "counted", (Datum(text, "brand", name),)) for name, text in stated if text)
