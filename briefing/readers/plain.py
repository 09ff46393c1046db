"""Plain text: the file is the text."""

from __future__ import annotations

from briefing.readers.decoding import canonical
from briefing.readers.document import Document


def parse(data: bytes, path: str) -> Document:
    """The document in a plain-text file. Raises SourceError where it is empty or no text."""
    text, notices = canonical(data, path)
    return Document(text, notices=notices)
