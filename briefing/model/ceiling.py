"""A handling ceiling: what of the sources, and of what the analyst wrote on them, an edition may not carry."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from briefing.model.decision import Decision
from briefing.model.note import Note, NoteBlock
from briefing.model.notice import Notice
from briefing.model.request import Request
from briefing.model.source import Source
from briefing.model.stated import TLP_LABELS

WORD = re.compile(r"\w+")
RUN = 5
"""As many words in a row as a withheld source has are its words, where no source that may be shown has them too."""


@dataclass(frozen=True)
class Kept:
    """What is kept from an edition: ``withheld`` sources, beside those that are ``shown``, and the ids of all claims
    that the withheld ones make."""

    withheld: tuple[Source, ...]
    shown: tuple[Source, ...]
    claims: tuple[str, ...] = ()

    @property
    def ids(self) -> frozenset[str]:
        """The ids of the withheld sources."""
        return frozenset(source.id for source in self.withheld)

    def notices(self, met: Sequence[Notice]) -> tuple[Notice, ...]:
        """Of the Notices ``met``, those that speak of nothing withheld; then one for each withheld source, unnamed."""
        paths = {file.path for source in self.withheld for file in source.files}
        tells = {*self.ids, *paths}
        told = [
            n for n in met if n.source not in self.ids and not any(word in f"{n.path} {n.message}" for word in tells)
        ]
        number = len(self.withheld)
        what = "One source is" if number == 1 else f"{number} sources are"
        message = f"{what} withheld: more strictly handled than this edition may carry."
        return (*told, *(Notice("withheld-source", message, path=f"withheld {n}") for n in range(1, number + 1)))

    def decisions(self, ledger: Sequence[Decision]) -> tuple[Decision, ...]:
        """The decisions that speak of no withheld source; a title that has its words, and what takes those back, go."""
        texts = {source.sha256 for source in self.withheld}
        gone = {d.id for d in ledger if any(t.sha256 in texts for t in d.targets) or self.tells(d.text, d.reason)}
        return tuple(d for d in ledger if d.id not in gone and d.of not in gone)

    def request(self, asked: Request) -> Request:
        """The request without a title and without paragraphs of notes that tell what is withheld."""
        title = None if self.tells(asked.title) else asked.title
        notes = (replace(note, blocks=tuple(b for b in note.blocks if not self._cites(b))) for note in asked.notes)
        return replace(asked, title=title, notes=tuple(note for note in notes if note.blocks))

    def left_out(self, asked: Request) -> Iterator[Notice]:
        """A Notice for the analyst's eyes of each thing of theirs that ``request`` leaves out."""
        if self.tells(asked.title):
            yield Notice("title-withheld", "The title has words of a withheld source; another was taken.", limits=False)
        for note in asked.notes:
            for block in filter(self._cites, note.blocks):
                yield _of_block(note, block)

    def tells(self, *texts: str | None) -> bool:
        """Whether a text has RUN words in a row that only withheld sources have."""
        return any(bool(_runs(text) & self._own_runs) for text in texts if text)

    @cached_property
    def _own_runs(self) -> frozenset[tuple[str, ...]]:
        said = frozenset(run for source in self.withheld for run in _runs(source.text))
        return said - frozenset(run for source in self.shown for run in _runs(source.text))

    def _cites(self, block: NoteBlock) -> bool:
        cited = (reference.claim for part in block.parts for reference in part.references)
        named = any(claim.startswith(written) for written in cited for claim in self.claims)
        return named or self.tells("".join(part.text for part in block.parts))


def kept(sources: Sequence[Source], ceiling: str | None) -> Kept:
    """What ``ceiling``, a TLP 2.0 label, keeps from an edition of ``sources``; nothing where there is none."""
    above = [s for s in sources if ceiling and s.tlp and TLP_LABELS.index(s.tlp) > TLP_LABELS.index(ceiling)]
    return Kept(tuple(above), tuple(source for source in sources if source not in above))


def _of_block(note: Note, block: NoteBlock) -> Notice:
    message = f"A paragraph of this note speaks of a withheld source (line {block.line}); it is left out."
    return Notice("note-withheld", message, path=note.path, limits=False)


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = WORD.findall(text.casefold())
    return frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
