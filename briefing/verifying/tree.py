"""Every part of a briefing, found by its dataclass fields, so that a new part cannot escape the gate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass

from briefing.model.briefing import Briefing, Statement

EVIDENCE = ("audience", "claims", "notices", "request", "labels")
"""The fields of a briefing that it is held against: not printed as they stand."""


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
    for field in fields(value):  # type: ignore[arg-type]
        if isinstance(value, Briefing) and field.name in EVIDENCE:
            continue
        for part in instances(getattr(value, field.name)):
            yield Node(f"{node.place}.{field.name}", node.statement, part)


def instances(value: object) -> Iterator[object]:
    """The dataclass instances in a field: itself, or those in the sequences and mappings it is made of."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if is_dataclass(part):
            yield part
        elif isinstance(part, Mapping):
            waiting.extend(reversed(list(part.values())))
        elif isinstance(part, Iterable) and not isinstance(part, str):
            waiting.extend(reversed(list(part)))
