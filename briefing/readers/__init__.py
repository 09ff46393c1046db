"""File -> Source: a table of formats, and the metadata beside the text."""

from briefing.readers.gathering import FORMATS, gather, read
from briefing.readers.limits import DEFAULT, Limits

__all__ = ["DEFAULT", "FORMATS", "Limits", "gather", "read"]
