"""Terms: words and phrases written as data, made into one pattern that finds them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model.source import Span

PART = re.compile(r"\{Name\}|\s*…\s*|\*|\s+|[^\s*{}…]+")
SHAPES = {"{Name}": r"(?-i:[A-Z][\w’'-]+)", "…": r"\s+(?:\S+\s+){0,6}?", "*": r"[\w’'-]*"}


def pattern(terms: Sequence[str]) -> re.Pattern[str]:
    """The terms as one pattern, blind to case and whole words only.

    ``*`` ends a word openly, ``…`` spans up to six words, ``{Name}`` is a capitalised word.
    """
    made = ("".join(_shape(part) for part in PART.findall(term)) for term in terms)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(made)})(?![\w-])", re.IGNORECASE)


def spans(found: re.Pattern[str], text: str) -> list[Span]:
    """Where the pattern stands in ``text``."""
    return [match.span() for match in found.finditer(text)]


def apart(span: Span, others: Sequence[Span]) -> bool:
    """Whether ``span`` touches none of ``others``."""
    return all(span[1] <= start or end <= span[0] for start, end in others)


def _shape(part: str) -> str:
    return r"\s+" if part.isspace() else SHAPES.get(part.strip(), re.escape(part))
