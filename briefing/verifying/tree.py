"""Every part of a briefing, found by its dataclass fields, so that a new part cannot escape the gate."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import NamedTuple

from briefing.model.briefing import Briefing, Statement

EVIDENCE = ("audience", "claims", "notices", "request", "labels")
"""The fields of a briefing that it is held against: not printed as they stand."""


LEAVES = frozenset({str, int, float, bool, type(None)})
"""What most fields are, and what holds no part of a briefing."""


class Node(NamedTuple):
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
        waiting.extend(reversed(_children(node)))


def _children(node: Node) -> list[Node]:
    children: list[Node] = []
    kind: type = type(node.value)
    for name in names(kind):
        held = getattr(node.value, name)
        if type(held) not in LEAVES and held != ():
            place = f"{node.place}.{name}"
            children += [Node(place, node.statement, part) for part in instances(held)]
    return children


@cache
def names(kind: type) -> tuple[str, ...]:
    """The names of a dataclass's fields, but for those that a briefing is held against."""
    own = (field.name for field in fields(kind))
    return tuple(name for name in own if not (issubclass(kind, Briefing) and name in EVIDENCE))


@cache
def _is_part(kind: type) -> bool:
    """Whether a type is a dataclass: it takes a while to find out, and a walk asks it of every value."""
    return is_dataclass(kind)


def instances(value: object) -> Iterable[object]:
    """The dataclass instances in a field: itself, or those in the sequences and mappings it is made of."""
    kind: type = type(value)
    return (value,) if _is_part(kind) else _within(value)


def _within(value: object) -> Iterator[object]:
    waiting = [value]
    while waiting:
        part = waiting.pop()
        kind: type = type(part)
        if kind in LEAVES:
            continue
        if _is_part(kind):
            yield part
        elif isinstance(part, tuple):
            waiting.extend(reversed(part))
        elif isinstance(part, Mapping):
            waiting.extend(reversed(list(part.values())))
        elif isinstance(part, Iterable) and not isinstance(part, str):
            waiting.extend(reversed(list(part)))
