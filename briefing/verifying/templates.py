"""Where in an audience's templates a text of the page was written."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError

from briefing.workspace import openable

ENDINGS = (".html", ".css", ".js", ".svg", ".jinja", ".j2")
LITERAL = ("data", "string")
"""The kinds of token that a template prints as they stand."""
TAG = re.compile(r"<[^<>]*>")
WORD = re.compile(r"\w")


def find(text: str, folders: Sequence[Path]) -> str | None:
    """File:line of the template that holds ``text``, else of one that holds the longest stretch of it."""
    literals = list(_literals(folders))
    whole = re.compile(r"\s+".join(map(re.escape, text.split())))
    for path, line, value in literals:
        found = whole.search(value)
        if found:
            return _place(path, line, value, found.start())
    stretches = [
        (len(part), path, line, value, at) for path, line, value in literals for part, at in _parts(value, text)
    ]
    if not stretches:
        return None
    _, path, line, value, at = max(stretches, key=lambda stretch: stretch[0])
    return _place(path, line, value, at)


def _place(path: Path, line: int, value: str, at: int) -> str:
    return f"{openable(path)}:{line + value.count(chr(10), 0, at)}"


def _parts(value: str, text: str) -> Iterator[tuple[str, int]]:
    """The stretches between tags of a literal that stand in ``text``, with their offsets."""
    at = 0
    for stretch in TAG.split(value):
        at = value.index(stretch, at)
        folded = " ".join(stretch.split())
        if WORD.search(folded) and folded in text:
            yield folded, at + len(stretch) - len(stretch.lstrip())
        at += len(stretch)


def _literals(folders: Iterable[Path]) -> Iterator[tuple[Path, int, str]]:
    """What the files of ``folders`` print as it stands: (file, line, text)."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in ENDINGS and path.is_file():
                yield from _lexed(path)


def _lexed(path: Path) -> Iterator[tuple[Path, int, str]]:
    source = path.read_text("utf-8", "replace")
    try:
        tokens = list(Environment(autoescape=True).lex(source))
    except TemplateSyntaxError:
        tokens = [(1, "data", source)]
    yield from ((path, line, html.unescape(value)) for line, kind, value in tokens if kind in LITERAL)
