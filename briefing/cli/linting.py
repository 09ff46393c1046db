"""What is wrong in rules and lexicons as they are read together, and in the examples of the rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from briefing.composing.considerations import consider
from briefing.composing.rulebook import EXAMPLES, Rule, beside_terms, first_terms, gaps, ladder_terms, rules
from briefing.errors import BriefingError
from briefing.extractors import extract
from briefing.language import knowledge
from briefing.language.headings import named
from briefing.language.modality import modality
from briefing.language.nature import nature
from briefing.language.sectors import sectors
from briefing.language.shapes import Flaw, line_of
from briefing.model.claim import PUBLISHER
from briefing.model.source import File, Source

READERS: tuple[Callable[[], object], ...] = (
    partial(sectors, ""),
    partial(nature, "", PUBLISHER),
    partial(modality, ""),
    named,
    rules,
    first_terms,
    beside_terms,
    ladder_terms,
    gaps,
)
"""What reads the knowledge, and refuses what it cannot."""
FILE = re.compile(r"((?:lexicons|rules)/[\w-]+)\.toml[:,]?\s*")
WORD = re.compile(r"of '([^']+)'")


def lint() -> list[Flaw]:
    """What is wrong in rules and lexicons as they are read together, and in the examples of the rules."""
    return [flaw for reader in READERS for flaw in _refused(reader)] or list(_examples())


def _refused(reader: Callable[[], object]) -> Iterator[Flaw]:
    try:
        reader()
    except BriefingError as problem:
        yield _flaw(problem)


def _flaw(problem: BriefingError) -> Flaw:
    """A refusal as a flaw: its file is an organisation's own where there is one of that name."""
    found, term = FILE.match(problem.where), WORD.search(problem.what)
    if found is None:
        return Flaw(problem.where, 1, "file", problem.what, problem.todo)
    file = _file(found[1])
    key = problem.where[found.end() :]
    path = tuple(re.split(r": |\.|\s", key))
    line = line_of(file.read_text(encoding="utf-8-sig"), path, term[1] if term else path[0])
    return Flaw(f"{found[1]}.toml", line, key, problem.what, problem.todo)


def _file(name: str) -> Path:
    folder, _, stem = name.partition("/")
    rooms = [room for room in knowledge.ROOMS if room.endswith(f"/{folder}") and stem in knowledge.shipped(room)]
    return knowledge.own_files().get(name) or knowledge.shipped(rooms[0])[stem]


def _examples() -> Iterator[Flaw]:
    """Rules whose examples are missing or do not do what they stand for."""
    file = _file("rules/considerations")
    text = file.read_text(encoding="utf-8-sig")
    for rule in rules():
        for field in EXAMPLES:
            sentence = getattr(rule, field)
            if not sentence:
                wrong = ("is missing", "write a sentence")
            elif fires(rule, sentence) != (field == "fires"):
                wrong = ("does not do so", "mend the trigger or the sentence")
            else:
                continue
            yield Flaw(_name(file), line_of(text, (), rule.id), f"{rule.id}: {field}", *wrong)


def fires(rule: Rule, sentence: str) -> bool:
    """Whether a sentence under a headline fires the rule."""
    source = Source(f"Report of the day\n\n{sentence}\n", (File("example"),))
    return any(item.rule.id == rule.id for item in consider(extract(source).claims, {source.id: source}))


def _name(file: Path) -> str:
    return "/".join(file.parts[-2:])
