"""Sections that have grown over what the audience allows them."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checking.printed import Printed
from briefing.model.briefing import SECTION_PARTS, Statement
from briefing.model.remark import Remark
from briefing.model.walk import nodes


def long_sections(printed: Printed) -> Iterator[Remark]:
    """Sections with more words than ``[length]`` of the audience gives them."""
    briefing = printed.briefing
    for section, most in briefing.audience.length.items():
        if section not in briefing.sections:
            continue
        parts = SECTION_PARTS.get(section, (section.replace("-", "_"),))
        statements = [s for part in parts for s in nodes(getattr(briefing, part), Statement)]
        words = sum(len(statement.text.split()) for statement in statements)
        if words > most:
            what = f"has {words:,} words, and the audience {briefing.audience.name} allows {most:,}"
            yield Remark(
                "long-section", f"section {section}", what, "reject or pin claims, or lower the audience's limits"
            )
