"""Review: the analyst looks at each claim beside its source, and decides."""

from briefing.review.desk import Desk

__all__ = ["Desk"]
