"""Walking a tree of the model: outer before inner, in the order of the page."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.walk import nodes


@dataclass(frozen=True)
class Leaf:
    """A node that holds none."""

    name: str
    sizes: tuple[int, ...] = ()


@dataclass(frozen=True)
class Branch:
    """A node that holds others: one or none, several, and any object."""

    name: str | None
    first: Leaf | None
    rest: tuple[Leaf | Branch, ...] = ()
    other: object = None


TREE = Branch("a", Leaf("b"), (Branch(None, None, (Leaf("c"),)), Leaf("d", (1, 2))), (Leaf("e"), "f"))


def test_every_node_of_a_kind_in_the_order_of_the_page() -> None:
    assert [leaf.name for leaf in nodes(TREE, Leaf)] == ["b", "c", "d", "e"]
    assert [branch.name for branch in nodes(TREE, Branch)] == ["a", None]


def test_a_tuple_of_trees_is_walked_as_one() -> None:
    assert [leaf.name for leaf in nodes((Leaf("x"), TREE), Leaf)] == ["x", "b", "c", "d", "e"]
