"""Ids, citations, annex: does everything lead where it says?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from briefing.language.labels import GAP
from briefing.model.briefing import AnnexPassage, Citation, SourceEntry, Statement
from briefing.verifying.evidence import Evidence
from briefing.verifying.refusal import refuse, shown
from briefing.verifying.tree import Node


@dataclass
class References:
    """What the checked parts of a briefing have named so far, and what they may lead to."""

    evidence: Evidence
    statements: dict[str, Statement] = field(default_factory=dict)
    citations: dict[str, Citation] = field(default_factory=dict)
    passages: Mapping[str, AnnexPassage] = field(init=False)
    entries: Mapping[str, SourceEntry] = field(init=False)

    def __post_init__(self) -> None:
        briefing = self.evidence.briefing
        self.passages = {passage.id: passage for source in briefing.annex.sources for passage in source.passages}
        self.entries = {entry.id: entry for entry in briefing.sources}

    def check(self, node: Node) -> None:
        """Refuse a part whose references do not hold."""
        value = node.value
        if isinstance(value, Statement):
            self._unique(node.name, self.statements, value)
        elif isinstance(value, Citation):
            self._unique(f"{node.name}, citation {value.id}", self.citations, value)
            self._citation(f"{node.name}, citation {value.id}", value)

    def _unique(
        self, where: str, known: dict[str, Statement] | dict[str, Citation], value: Statement | Citation
    ) -> None:
        """One id names one thing. The same thing may be printed twice."""
        if known.setdefault(value.id, value) != value:  # type: ignore[arg-type]
            refuse(where, f"the id {value.id!r} already names something else", "give every one an id of its own")

    def _citation(self, where: str, citation: Citation) -> None:
        anchor = citation.anchor
        if anchor.source != citation.source or not self.evidence.resolves(anchor):
            refuse(where, f"{shown(anchor.exact)} is not what stands in {self.evidence.name(citation.source)}")
        if citation.number != self.evidence.numbers.get(citation.source):
            refuse(where, f"{citation.number} is not the number of {self.evidence.name(citation.source)}")
        if citation.claim is not None and citation.claim not in self.evidence.claims:
            refuse(where, f"there is no claim {citation.claim}")
        if citation.label != self._label(citation):
            refuse(where, f"its label {shown(citation.label)} is not the catalogue's", f"use {self._label(citation)!r}")
        entry, passage = self.entries.get(citation.target), self.passages.get(citation.target)
        if entry is None and passage is None:
            refuse(where, f"it leads to {citation.target!r}, which is nowhere in the briefing", "keep that passage")
        if entry is not None and entry.source != citation.source:
            refuse(where, f"it leads to {entry.id!r}, which is another source")
        if passage is not None and not _holds(passage, citation):
            refuse(where, f"{shown(anchor.exact)} is not in the passage {passage.id!r} it leads to")
        if passage is not None and citation.id not in passage.back:
            refuse(where, f"the passage {passage.id!r} has no way back to it", "list it in the passage's back links")

    def _label(self, citation: Citation) -> str:
        """What a citation is called aloud."""
        number, at = str(citation.number), citation.locator
        gaps = {"mark": f"{number}{at.mark}", "number": number, "paragraph": str(at), "page": str(at.page)}
        key = "citation-label-page" if at.page else "citation-label"
        return GAP.sub(lambda gap: gaps.get(gap[1], ""), self.evidence.labels.pattern(key, None))

    def check_ways_back(self) -> None:
        """Refuse a way back that leads to no citation. To be called when all parts are checked."""
        for name, back in self._backs():
            for citation in back:
                if citation not in self.citations:
                    refuse(name, f"its way back leads to {citation!r}, which is no citation")

    def _backs(self) -> Iterable[tuple[str, tuple[str, ...]]]:
        yield from ((f"annex passage {passage.id}", passage.back) for passage in self.passages.values())
        yield from ((f"source entry {entry.id}", entry.citations) for entry in self.entries.values())


def _holds(passage: AnnexPassage, citation: Citation) -> bool:
    """Whether the cited words begin in the passage, which is where the citation says."""
    if not passage.words or passage.locator != citation.locator:
        return False
    anchors = [words.anchor for words in passage.words]
    here = any(anchor.start <= citation.anchor.start < anchor.end for anchor in anchors)
    return anchors[0].source == citation.source and here


def check_target(evidence: Evidence, node: Node) -> None:
    """Refuse an annex passage or a source entry that is not its source's; anything else passes."""
    if isinstance(node.value, AnnexPassage):
        _check_passage(evidence, node.value)
    elif isinstance(node.value, SourceEntry) and node.value.source not in evidence.sources:
        refuse(f"source entry {node.value.id}", f"there is no source {node.value.source}")


def _check_passage(evidence: Evidence, passage: AnnexPassage) -> None:
    """Refuse an annex passage whose pieces are not one stretch of its source, each marked as cited or not."""
    where = f"annex passage {passage.id}"
    if not passage.words or len(passage.pieces) != len(passage.cited):
        refuse(where, f"{len(passage.pieces)} pieces and {len(passage.cited)} marks", "mark each piece")
    harmful = {span for found in evidence.extractions.values() for span in found.harmful}
    for before, after in pairwise([words.anchor for words in passage.words]):
        left_out = any(before.end <= low and high <= after.start for low, high in harmful)
        if before.source != after.source or (before.end != after.start and not left_out):
            what = f"{shown(after.exact)} does not follow {shown(before.exact)} in {evidence.name(after.source)}"
            refuse(where, what, "print the passage whole")
