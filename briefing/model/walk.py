"""Walking a tree of the model: every node of a kind, in the order of the fields, which is the order of the page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import TypeVar

Node = TypeVar("Node")


def nodes(root: object, kind: type[Node]) -> Iterator[Node]:
    """Every ``kind`` in ``root``: in dataclass fields and in tuples, at any depth, outer before inner."""
    todo = [root]
    while todo:
        node = todo.pop()
        if isinstance(node, kind):
            yield node
        if isinstance(node, tuple):
            todo.extend(reversed(node))
        elif is_dataclass(node):
            todo.extend(getattr(node, field.name) for field in reversed(fields(node)))
