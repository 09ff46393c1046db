"""The contract of templates: the sections, blocks and variables that an audience may use."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

from briefing.model import annex, pieces
from briefing.model import sections as model_sections
from briefing.model.briefing import SECTION_PARTS, Briefing
from briefing.writers.templates import Chain

BLOCK = re.compile(r"\{%-?\s*block\s+(\w+)")
COMMENT = re.compile(r"\{#(.*?)#\}", re.DOTALL)
SECTIONS: Mapping[str, str] = {
    "bottom-line": "the claims the audience wants most, then what was counted about all of them",
    "key-figures": "a card a figure: numeral, what is counted, who says so, as of when, what supports it",
    "differences": "where the sources differ, a line each",
    "judgements": "what the analyst judges (notes/judgements.md), or room for it",
    "decisions": "what is to be decided (notes/decisions.md), or room for it",
    "quotations": "what is quoted, the quotation the audience wants most first",
    "statements": "what is said, by whom",
    "implications": "sectors against sources, then each sector: reported, own view, considerations, silences",
    "agreement": "matters against sources, two wordings side by side, what does not fit together",
    "claim-table": "every claim the edition prints: who, words, form, figures, source and paragraph",
    "glossary": "the terms of glossary.toml that the edition prints, and what they mean",
    "limitations": "what limits the briefing, and how it was made",
    "sources": "the sources and what is stated of them",
    "annex": "the sources' passages, cited words marked",
}
"""Section -> what it prints."""
VALUES: Mapping[str, str] = {
    "briefing": "the composed briefing; its fields stand below",
    "medium": '"screen", "print", or "text" for what Markdown and Word files are made from',
    "brand": "the organisation's brand; its fields are those of `briefing/model/brand.py`",
    "label(key)": "a fixed text, by its key or as it stands",
    "say(statement, class)": "a statement's text in the element that carries its id; `parts.say` as well",
    "cited(statement, class)": "a statement and its citations, glued to its last word; `parts.cited` as well",
    "cites(citations, glued)": "citations one after another; `parts.cites` as well",
    "cite(citation, glued)": "a citation, on the screen with its card; `parts.cite` as well",
    "facts(facts, class)": "labelled facts, as a list; `parts.facts` as well",
    "lines(statements)": "statements down the spine, each with its rail; `parts.lines` as well",
    "line(statement, named, voiced)": "one of them; with its rail, which names its voice; `parts.line` as well",
    "chart(statement)": "the items of a statement with a bar beside each; `parts.chart` as well",
    "origin_mark(mark)": "how many outlets and origins, as a picture; `parts.origin_mark` as well",
    "differs_mark()": "an unequal sign; `parts.differs_mark` as well",
    "bar(row)": "the bar of a row of a chart; `parts.bar` as well",
    "tick(voice)": "the colour of a voice; `parts.tick` as well",
    "matrix(matrix, name)": "a matrix as a table of this name; `parts.matrix` as well",
    "column(name)": "the head of a column, for its cells on a phone; `parts.column` as well",
    "passages(source)": "the passages of a source of the annex, cited words marked; `parts.passages` as well",
    "backs(citations, before)": "links to the places that cite a passage, by the citations' ids; `parts.backs` as well",
    "pieces(statement)": "a statement's text as HTML, without the element that carries its id",
    "tongue(language)": "the attributes lang and dir, where a text is in another language than the page",
    "flow(language)": "the attribute dir for a block in a language of another direction than the page",
    "excerpt(citation)": "the cited words in their context",
    "wrapped(text)": "a passage's text as HTML, overlong words marked as ones that may be broken",
    "comparison(statement, note)": "the id of the place that has both wordings, or nothing",
    "first(id)": "whether an element of this id is printed for the first time",
    "at_home(claim, statement)": "whether a claim's own link leads to this statement",
    "facets(statement)": "the attributes by which a reader finds a statement: speaker, sectors, support",
    "offered()": "the speakers, sectors and kinds of support that a reader may choose of",
}
"""What a template is given -> what it is."""


HEADS: Mapping[str, str] = {
    "sections": "Sections",
    "templates": "Templates and their blocks",
    "variables": "Variables",
    "parts": "Parts of a briefing",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contract: a name, and what it is."""

    name: str
    what: str


def sections() -> list[Entry]:
    """Every section an audience may print, in their usual order."""
    return [Entry(name, what) for name, what in SECTIONS.items()]


def variables() -> list[Entry]:
    """What every template is given, then the fields of ``briefing`` and of the parts it is made of."""
    given = [Entry(name, what) for name, what in VALUES.items()]
    return given + [Entry(f"briefing.{field.name}", _kind(Briefing, field.name)) for field in fields(Briefing)]


def parts() -> list[Entry]:
    """The kinds of parts that a briefing is made of: their fields, and the first sentence of what each is."""
    return [
        Entry(f"{kind.__name__}({', '.join(field.name for field in fields(kind))})", _sentence(kind))
        for kind in _parts()
    ]


def blocks(folders: Sequence[Path]) -> list[Entry]:
    """Each template of an audience's chain, its own first, with the blocks that it or a parent lets others replace."""
    chain = Chain(folders)
    found: dict[str, dict[str, None]] = {}
    for folder in chain.folders.values():
        for path in sorted(folder.rglob("*.html")):
            names = BLOCK.findall(COMMENT.sub("", path.read_text("utf-8")))
            found.setdefault(path.relative_to(folder).as_posix(), {}).update(dict.fromkeys(names))
    return [Entry(name, ", ".join(names) or "no block") for name, names in sorted(found.items())]


def entries(folders: Sequence[Path]) -> Mapping[str, list[Entry]]:
    """The whole contract of an audience whose template folders these are, by what it speaks of."""
    return {"sections": sections(), "templates": blocks(folders), "variables": variables(), "parts": parts()}


def text(folders: Sequence[Path]) -> str:
    """The same as Markdown, as the documentation has it."""
    told = entries(folders)
    return "\n\n".join(f"### {HEADS[key]}\n\n{_table(told[key])}" for key in HEADS) + "\n"


def _table(entries: Sequence[Entry]) -> str:
    lines = (f"| `{entry.name}` | {entry.what} |" for entry in entries)
    return "\n".join(["| name | is |", "| --- | --- |", *lines])


def _kind(of: type, field: str) -> str:
    """The type of a field, as it is written, and the section that prints it."""
    printed = [s for s in SECTIONS if field in SECTION_PARTS.get(s, (s.replace("-", "_"),))]
    kind = str(of.__annotations__[field]).replace(" | ", " or ")
    return kind + (f"; printed by `{printed[0]}`" if printed else "")


def _parts() -> Iterator[type]:
    """The dataclasses of the model's rooms that templates print from, in the order of their files."""
    for module in (pieces, model_sections, annex):
        yield from (kind for kind in vars(module).values() if _is_of(module.__name__, kind))


def _is_of(module: str, kind: object) -> bool:
    return isinstance(kind, type) and is_dataclass(kind) and kind.__module__ == module


def _sentence(kind: type) -> str:
    """The first sentence of a kind's documentation."""
    told = " ".join((kind.__doc__ or "").split())
    return re.split(r"(?<=[.!?]) ", told)[0].replace("``", "`")
