"""Things that belong together because each shares something with the next."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)


class Components(Generic[Node]):
    """Sets of nodes that grow together. The sets do not depend on the order in which nodes are joined."""

    def __init__(self, nodes: Iterable[Node] = ()) -> None:
        self._parent: dict[Node, Node] = {node: node for node in nodes}

    def join(self, one: Node, other: Node) -> None:
        """Put two nodes, and all that is with them, in one set."""
        self._parent[self.root(one)] = self.root(other)

    def join_all(self, nodes: Iterable[Node]) -> None:
        """Put all ``nodes`` in one set."""
        first: Node | None = None
        for node in nodes:
            first = node if first is None else first
            self.join(node, first)

    def root(self, node: Node) -> Node:
        """The node that stands for the set ``node`` is in; a node not met before is a set of its own."""
        parent = self._parent
        parent.setdefault(node, node)
        top = node
        while parent[top] != top:
            top = parent[top]
        while parent[node] != top:
            parent[node], node = top, parent[node]
        return top

    def sets(self) -> list[list[Node]]:
        """All sets, each in the order its nodes were met."""
        found: dict[Node, list[Node]] = {}
        for node in self._parent:
            found.setdefault(self.root(node), []).append(node)
        return list(found.values())
