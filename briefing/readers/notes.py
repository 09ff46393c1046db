"""notes/<section>.md -> Notes: the analyst's own text, in paragraphs and lists, with citations such as [@c-3f2a91d0].

A file is named after the section it is printed in. Its front matter may name the author. Marks of emphasis go, their
words stay, and HTML is text like any other. What no page can prove or show (links, pictures, tables, headings) is a
mistake.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from briefing.errors import UsageError
from briefing.model.note import Note, NoteBlock, NotePart, Reference
from briefing.model.stated import nearest
from briefing.readers.decoding import canonical
from briefing.readers.frontmatter import split
from briefing.workspace.audiences import SECTIONS
from briefing.workspace.toml import check, is_text

FOLDER = "notes"
"""The folder that is looked for where none is named."""
NESTING = 20
"""Levels of lists in lists; the parser leaves out deeper ones."""
CITATION = re.compile(r"\[@([^\[\]\n]*)\]")
CLAIM = re.compile(r"c-[0-9a-f]{1,16}")
ANOTHER = re.compile(r"[;,]\s*@")
PLAIN = ("paragraph_open", "paragraph_close", "list_item_open", "list_item_close", "inline")
LISTS = ("bullet_list_open", "bullet_list_close", "ordered_list_open", "ordered_list_close")
MARKS = ("strong_open", "strong_close", "em_open", "em_close")
NAMES = {"heading_open": "heading", "fence": "code block", "code_block": "indented block", "hr": "rule"}
NAMES |= {"blockquote_open": "block quotation", "link_open": "link", "image": "picture"}
"""What a note cannot hold, by the parser's names."""


def written(folder: str | None) -> tuple[Note, ...]:
    """The notes in the folder that was named, else in FOLDER where the working folder has one (see ``notes``)."""
    if folder is None and not Path(FOLDER).is_dir():
        return ()
    return notes(Path(folder or FOLDER))


def notes(folder: Path) -> tuple[Note, ...]:
    """The notes in ``folder``, in the order of the sections.

    Raises UsageError, with file and line, where there is no such folder, a file is named after no section, or holds
    what a note cannot.
    """
    if not folder.is_dir():
        raise UsageError(
            "--notes", f"there is no folder {str(folder)!r}", "name a folder that holds <section>.md files"
        )
    found = {path.stem: path for path in sorted(folder.glob("*.md"))}
    for name, path in found.items():
        if name not in SECTIONS:
            todo = f"{nearest(name, SECTIONS)}name it after one of {', '.join(SECTIONS)}"
            raise UsageError(str(path), f"there is no section {name!r}", todo)
    return tuple(_note(found[name]) for name in SECTIONS if name in found)


def _note(path: Path) -> Note:
    try:
        text, _ = canonical(path.read_bytes(), str(path))
    except OSError as error:
        raise UsageError(str(path), f"cannot be read ({error.strerror})", "check its permissions") from None
    stated, body = split(text, str(path))
    check(path, dict(stated), {"author": (is_text, "a name")}, UsageError)
    above = text.count("\n", 0, len(text) - len(body))
    blocks = tuple(_blocks(body, str(path), above))
    if not blocks:
        raise UsageError(
            str(path), "holds no words beside its front matter", "write a paragraph, or take the file away"
        )
    author = stated.get("author")
    return Note(path.stem, str(path), blocks, str(author).strip() if author else None)


def _blocks(body: str, path: str, above: int) -> Iterator[NoteBlock]:
    """The paragraphs and list items of the text below ``above`` lines of front matter."""
    items = 0
    for token in MarkdownIt("commonmark", {"html": False, "maxNesting": NESTING}).parse(body):
        line = above + (token.map[0] if token.map else 0) + 1
        if token.type not in (*PLAIN, *LISTS) or token.level >= NESTING - 1:
            what = NAMES.get(token.type, "block like this") if token.level < NESTING - 1 else "list in so many lists"
            raise UsageError(f"{path}:{line}", f"a note prints no {what}", "write paragraphs and lists")
        items += (token.type == "list_item_open") - (token.type == "list_item_close")
        if token.type == "inline" and token.content.strip():
            yield NoteBlock(tuple(_parts(_words(token, path, line), path, line)), line, item=items > 0)


def _words(token: Token, path: str, line: int) -> str:
    """The words of a paragraph, its line breaks kept, so that a place in them tells the line."""
    out = []
    for child in token.children or []:
        if child.type in ("softbreak", "hardbreak"):
            out.append("\n")
        elif child.type in ("text", "code_inline"):
            out.append(child.content)
        elif child.type not in MARKS:
            what = NAMES.get(child.type, "mark like this")
            raise UsageError(f"{path}:{line}", f"a note prints no {what}", "write its words as text")
    return "".join(out)


def _parts(words: str, path: str, line: int) -> Iterator[NotePart]:
    """The words between citations, each stretch with the citations behind it; line breaks as spaces."""
    at = 0
    references: list[Reference] = []
    before = ""
    for found in CITATION.finditer(words):
        between = words[at : found.start()]
        if references and between.strip():
            yield NotePart(before, tuple(references))
            references, before = [], ""
        if not references:
            before = " ".join(between.split("\n")).rstrip()
        references += _references(found, path, line + words.count("\n", 0, found.start()))
        at = found.end()
    if references:
        yield NotePart(before, tuple(references))
    rest = " ".join(words[at:].split("\n")).rstrip()
    if rest:
        yield NotePart(rest)


def _references(found: re.Match[str], path: str, line: int) -> Iterator[Reference]:
    for written in ANOTHER.split(found[1]):
        claim = written.strip().lower()
        if not CLAIM.fullmatch(claim):
            todo = "write [@c-…] with the id of a claim, or the beginning of one"
            raise UsageError(f"{path}:{line}", f"{found[0]!r} is no citation", todo)
        yield Reference(claim, line)
