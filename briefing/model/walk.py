"""Walking a tree of the model: every node of a kind, in the order of the fields, which is the order of the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from typing import TypeVar, cast

Node = TypeVar("Node")
Other = TypeVar("Other")
LEAF = re.compile(r"(?:str|int|float|bool|tuple\[(?:str|int|bool), \.\.\.\])(?: \| None)?")
"""The annotation of a field that holds no node: most fields do not, and to look into them takes most of a walk."""


def nodes(root: object, kind: type[Node]) -> Iterator[Node]:
    """Every ``kind`` in ``root``, at any depth of dataclasses and tuples, outer before inner; no text, no number."""
    todo = [root]
    while todo:
        node = todo.pop()
        if isinstance(node, kind):
            yield node
        if isinstance(node, tuple):
            todo.extend(reversed(node))
        elif names := _INNER.get(type(node)) or _inner(type(node)):
            todo += [getattr(node, name) for name in names]


_INNER: dict[type, tuple[str, ...]] = {}
"""The names of the fields of each dataclass met, last first: asking a dataclass for them takes longer than the walk."""


def _inner(kind: type) -> tuple[str, ...]:
    """The names of the fields of a dataclass that may hold a node, last first; none of any other type."""
    if kind not in _INNER:
        told = fields(kind) if is_dataclass(kind) else ()
        _INNER[kind] = tuple(field.name for field in reversed(told) if not LEAF.fullmatch(str(field.type)))
    return _INNER[kind]


def rewritten(root: Node, kind: type[Other], change: Callable[[Other], Other]) -> Node:
    """``root`` with every ``kind`` in it replaced by what ``change`` makes of it, inner before outer."""
    if isinstance(root, tuple):
        made = tuple(rewritten(each, kind, change) for each in root)
        return cast(Node, made) if any(a is not b for a, b in zip(made, root, strict=True)) else root
    if not is_dataclass(root) or isinstance(root, type):
        return root
    parts = {field.name: getattr(root, field.name) for field in fields(root) if field.init}
    changed = {name: made for name, part in parts.items() if (made := rewritten(part, kind, change)) is not part}
    whole = replace(root, **changed) if changed else root
    return cast(Node, change(whole)) if isinstance(whole, kind) else whole
