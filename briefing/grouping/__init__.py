"""Grouping: which claims are about the same, in which readings, and how many outlets and origins stand behind them."""

from briefing.grouping.bodies import settled
from briefing.grouping.comparison import group

__all__ = ["group", "settled"]
