"""Every part of a briefing, found by its dataclass fields, so that a new part cannot escape the gate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache

from briefing.model.briefing import Briefing, Statement

EVIDENCE = ("audience", "claims", "notices", "request", "labels")
"""The fields of a briefing that it is held against: not printed as they stand."""


LEAVES = frozenset({str, int, float, bool, type(None)})
"""What most fields are, and what holds no part of a briefing."""


@dataclass(frozen=True, slots=True)
class Node:
    """A part of a briefing: ``place`` says where it is (field names), ``statement`` is the one it belongs to."""

    place: str
    statement: Statement | None
    value: object

    @property
    def name(self) -> str:
        """The statement's id, or where the part is."""
        return f"statement {self.statement.id}" if self.statement else self.place


def walk(root: object, place: str = "briefing") -> Iterator[Node]:
    """Every dataclass instance in ``root``, itself included, parents first, in the order of fields and sequences."""
    waiting = [Node(place, None, part) for part in reversed(list(instances(root)))]
    while waiting:
        node = waiting.pop()
        if isinstance(node.value, Statement):
            node = Node(node.place, node.value, node.value)
        yield node
        waiting.extend(reversed(list(_children(node))))


def _children(node: Node) -> Iterator[Node]:
    value = node.value
    for name in _fields(type(value)):  # type: ignore[arg-type]
        held = getattr(value, name)
        if type(held) not in LEAVES:
            yield from (Node(f"{node.place}.{name}", node.statement, part) for part in instances(held))


@cache
def _fields(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields, but for those that a briefing is held against."""
    names = (field.name for field in fields(kind))
    return tuple(name for name in names if not (issubclass(kind, Briefing) and name in EVIDENCE))


def instances(value: object) -> Iterator[object]:
    """The dataclass instances in a field: itself, or those in the sequences and mappings it is made of."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if type(part) in LEAVES:
            continue
        if is_dataclass(part):
            yield part
        elif isinstance(part, tuple):
            waiting.extend(reversed(part))
        elif isinstance(part, Mapping):
            waiting.extend(reversed(list(part.values())))
        elif isinstance(part, Iterable) and not isinstance(part, str):
            waiting.extend(reversed(list(part)))
