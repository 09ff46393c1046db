"""File -> Source: a table of formats, and the metadata beside the text."""

from briefing.readers.gathering import FORMATS, gather, read

__all__ = ["FORMATS", "gather", "read"]
