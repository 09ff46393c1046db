"""Decisions: the analyst's word, met with fresh claims; nothing that was decided is ever lost."""

from briefing.decisions.ledger import FILE, append, completed, parsed, read
from briefing.decisions.meeting import Met, apply, title
from briefing.decisions.naming import Names, target
from briefing.decisions.renewal import Renewal, renewals

__all__ = [
    "FILE",
    "Met",
    "Names",
    "Renewal",
    "append",
    "apply",
    "completed",
    "parsed",
    "read",
    "renewals",
    "target",
    "title",
]
