"""Decisions: the analyst's word, met with fresh claims; nothing that was decided is ever lost."""

from briefing.decisions.ledger import FILE, append, read
from briefing.decisions.meeting import Met, apply

__all__ = ["FILE", "Met", "append", "apply", "read"]
