"""Shapes: an organisation's own file of knowledge held against the shipped one, key by key, with line numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from briefing.language.knowledge import REPLACE
from briefing.model.stated import nearest

HEADER = re.compile(r"\s*\[{1,2}\s*([^\[\]]+?)\s*\]{1,2}\s*(?:#.*)?")
KEY = re.compile(r"""\s*(?:"([^"]+)"|'([^']+)'|([\w-]+))\s*=""")
SEVERAL = "a list of tables"
KINDS: Mapping[type, str] = {bool: "true or false", str: "a text", int: "a number", float: "a number", dict: "a table"}


class Flaw(NamedTuple):
    """What is wrong in a file: where (the line from 1), what, and what to do."""

    file: str
    line: int
    key: str
    what: str
    todo: str

    @property
    def text(self) -> str:
        """In one line."""
        return f"{self.file}:{self.line}: {self.key}: {self.what}; {self.todo}"


def flaws(file: str, text: str, own: Mapping[str, Any], shipped: Mapping[str, Any]) -> Iterator[Flaw]:
    """What in ``own``, the tables of ``text``, has another shape than in ``shipped``."""
    waiting: list[tuple[tuple[str, ...], Mapping[str, Any], Mapping[str, Any]]] = [((), own, shipped)]
    while waiting:
        path, table, known = waiting.pop(0)
        for key, value in table.items():
            at = (*path, key)
            expected = KINDS[bool] if key == REPLACE else _expected(key, known)
            if expected is None:
                todo = f"{nearest(key, known)}use one of {', '.join(known)}"
                yield Flaw(file, line_of(text, at), ".".join(at), "no such key", todo)
            elif _kind(value) != expected:
                yield Flaw(file, line_of(text, at), ".".join(at), f"is not {expected}", f"write {expected}")
            elif isinstance(value, dict):
                waiting.append((at, value, known.get(key) or next(iter(known.values()))))


def _expected(key: str, known: Mapping[str, Any]) -> str | None:
    """What a value of this key has to be; in a table all of whose values are alike, any key may have one such."""
    if key in known:
        return _kind(known[key])
    kinds = {_kind(value) for value in known.values()}
    return kinds.pop() if len(kinds) == 1 else None


def _kind(value: object) -> str:
    """What a value is, in words."""
    if not isinstance(value, list):
        return KINDS.get(type(value), "a value")
    if any(isinstance(item, dict) for item in value):
        return SEVERAL
    return "a list of lists" if any(isinstance(item, list) for item in value) else "a list of texts"


def line_of(text: str, path: tuple[str, ...], word: str | None = None) -> int:
    """The line, from 1, where the key at ``path`` is written, else its table, else 1; of ``word``, where it stands."""
    over: tuple[str, ...] = ()
    best, length = 1, 0
    for number, line in enumerate(text.splitlines(), 1):
        header, key = HEADER.fullmatch(line), KEY.match(line)
        if header:
            over = tuple(part.strip(" \"'") for part in header[1].split("."))
        here = (*over, next(filter(None, key.groups()))) if key and not header else over
        if word is not None and f'"{word}"' in line:
            return number
        if path[: len(here)] == here and len(here) > length:
            best, length = number, len(here)
    return best
