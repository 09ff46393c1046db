"""What a page may print of a briefing: its statements, citations, passages and labels, by id."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NoReturn

from briefing.language.marks import is_quotation_mark
from briefing.model.brand import Brand
from briefing.model.briefing import AnnexPassage, AnnexSource, Briefing, ChartRow, Citation, SourceEntry, Statement
from briefing.model.source import Source
from briefing.verifying.refusal import refuse, shown
from briefing.verifying.rendered import fold
from briefing.verifying.templates import find
from briefing.verifying.tree import walk

SEPARATORS = frozenset("·•|/–—,:;()¶ ")
"""What may stand between texts: marks that say nothing."""
JOINER = "\u2060"
"""What a style sheet may put between a text and its citation: nothing, and no place for a line to break."""


@dataclass(frozen=True)
class Printable:
    """What a page of ``briefing`` may print. ``folders`` hold the templates that printed it."""

    briefing: Briefing
    folders: Sequence[Path] = ()
    statements: dict[str, Statement] = field(default_factory=dict, init=False)
    citations: dict[str, Citation] = field(default_factory=dict, init=False)
    passages: dict[str, tuple[AnnexSource, AnnexPassage]] = field(default_factory=dict, init=False)
    shares: dict[str, float] = field(default_factory=dict, init=False)
    """How much of the longest bar each charted item's is, by the item's id."""

    def __post_init__(self) -> None:
        for node in walk(self.briefing):
            if isinstance(node.value, Statement):
                self.statements.setdefault(node.value.id, node.value)
            elif isinstance(node.value, Citation):
                self.citations.setdefault(node.value.id, node.value)
            elif isinstance(node.value, ChartRow):
                self.shares[node.value.item] = node.value.share
            elif isinstance(node.value, AnnexSource):
                self.passages.update({passage.id: (node.value, passage) for passage in node.value.passages})

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """The sources by id."""
        return {source.id: source for source in self.briefing.claims.sources}

    @cached_property
    def addresses(self) -> frozenset[str]:
        """What sources state as their own addresses."""
        return frozenset(file.url for source in self.sources.values() for file in source.files if file.url)

    @cached_property
    def entries(self) -> Mapping[str, SourceEntry]:
        """The source entries by source id."""
        return {entry.source: entry for entry in self.briefing.sources}

    @cached_property
    def backs(self) -> Mapping[str, tuple[str, ...]]:
        """The ways back that stand together, by each citation they lead to."""
        groups = [passage.back for _, passage in self.passages.values()]
        groups += [entry.citations for entry in self.briefing.sources]
        return {citation: group for group in groups for citation in group}

    @cached_property
    def labels(self) -> frozenset[str]:
        """The fixed texts, and the handling mark, white space folded. Bare quotation marks make no label of words."""
        handling = [self.briefing.handling] if self.briefing.handling else []
        texts = (fold(text) for text in (*self.briefing.labels.values(), *handling))
        return frozenset(text for text in texts if not all(map(is_quotation_mark, text)))

    @cached_property
    def spoken(self) -> frozenset[str]:
        """What an attribute may say: a label, a statement's text, a citation's label, what stands for a logo."""
        texts = {fold(statement.text) for statement in self.statements.values()}
        labels = {fold(citation.label) for citation in self.citations.values()}
        return self.labels | texts | labels | ({fold(self.brand.alt)} if self.brand.alt else set())

    @cached_property
    def brand(self) -> Brand:
        """The brand of the page; one without anything where there is none."""
        return (self.briefing.request and self.briefing.request.brand) or Brand()

    def is_label(self, text: str) -> bool:
        """Whether ``text`` is a label or says nothing."""
        return fold(text) in self.labels or SEPARATORS.issuperset(fold(text)) or text == JOINER

    def stop(self, text: str, what: str, where: str) -> NoReturn:
        """Refuse ``text`` of the page: name the template line it was written on, else ``where`` on the page."""
        place = find(text, self.folders)
        if place is None and self.folders:
            where = f"{where} (by the templates in {', '.join(folder.name for folder in self.folders)})"
        todo = "print a statement, a citation or a label (the audience's own stand in its labels.toml)"
        refuse(place or where, f"{shown(text)} {what}", todo)
