"""Notices on days that nothing resolves: a text says "on Friday" and no date of publication is stated."""

from __future__ import annotations

from briefing.language.relative_days import relative_days
from briefing.model.notice import Notice
from briefing.model.source import Source


def unresolved(source: Source) -> tuple[Notice, ...]:
    """One Notice a place; none where the source states when it was published."""
    if source.stated("published"):
        return ()
    return tuple(
        Notice(
            code="unresolved-date",
            message=f"“{source.text[start:end]}” is not resolved: the source states no date of publication",
            source=source.id,
            start=start,
            end=end,
        )
        for start, end in relative_days(source.text)
    )
