"""A source in a language that is not understood: its passages, all of them unused, and no claims."""

from __future__ import annotations

from briefing.language.passages import split
from briefing.model.claim import Extraction, Unused
from briefing.model.source import Source


def unanalysed(source: Source) -> Extraction:
    """The passages of the source, each of which can be cited, and none of which is read."""
    passages = split(source.text, source.stated("title"), source.marks)
    unused = tuple(Unused(source.anchor(*passage.span), "unanalysed") for passage in passages)
    return Extraction(passages, (), unused)
