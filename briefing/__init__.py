"""Annotated briefings in which every sentence and number is provably in its sources."""

__version__ = "0.1.0"
