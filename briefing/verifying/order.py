"""Presence and order: what a briefing's sections hold is on the page, in the order the briefing has it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from typing import get_args

from briefing.model.briefing import SECTION_PARTS, AnnexPassage, Cell, Citation, Mark, Piece, Statement
from briefing.verifying.printable import Printable
from briefing.verifying.refusal import refuse
from briefing.verifying.rendered import Page
from briefing.verifying.tree import Node, instances, names, walk

Key = tuple[str, str]
"""A part of a page: its role and its id."""
Places = Mapping[Key, Sequence[int]]
"""Where each part stands on the page, in order."""

ALWAYS = ("title", "title_note", "kind", "facts", "imprint")
"""The parts of a briefing that every page prints, whatever its sections."""
BESIDE = frozenset({"topic", "speaker"})
"""What the rail says beside a statement: a page may leave it out where it would say the same again."""
UNORDERED: tuple[type, ...] = (*get_args(Piece), Citation, Cell, Mark)
"""What stands in its row by position, or inside a statement, and so has no order of its own to check."""


def check_order(printable: Printable, page: Page) -> None:
    """Refuse a page that leaves out a statement or citation of its sections, or prints them in another order."""
    briefing = printable.briefing
    places: dict[Key, list[int]] = {}
    for index, part in enumerate(page.parts):
        places.setdefault((part.role, part.id), []).append(index)
    sections = [
        [*(getattr(briefing, name) for name in _fields(section)), briefing.assessed(section)]
        for section in briefing.sections
    ]
    for root in (*(getattr(briefing, name) for name in ALWAYS), *(part for section in sections for part in section)):
        _in_order(places, _row(root))
        for node in walk(root):
            _present(places, node)
            kind: type = type(node.value)
            for name in names(kind):
                _in_order(places, _row(getattr(node.value, name)))
    _in_order(places, [key for section in sections for key in _first(section)])


def _fields(section: str) -> tuple[str, ...]:
    return SECTION_PARTS.get(section, (section.replace("-", "_"),))


def _key(value: object) -> Key | None:
    """How the page marks a part of the briefing, where it does."""
    if isinstance(value, Statement):
        return "statement", value.id
    if isinstance(value, Citation):
        return "citation", value.id
    if isinstance(value, AnnexPassage):
        return "passage", value.id
    return None


def _present(places: Places, node: Node) -> None:
    key = _key(node.value)
    if key and key not in places and BESIDE.isdisjoint(node.place.split(".")):
        refuse(f"{key[0]} {key[1]}", "the page leaves it out", "print it in the template of its section")


def _row(members: object) -> list[Key]:
    """Of a sequence in the briefing, what its members begin with; nothing of anything else."""
    if not isinstance(members, tuple):
        return []
    return [key for member in members if not isinstance(member, UNORDERED) for key in _first(member)]


def _first(root: object) -> list[Key]:
    """The first thing in ``root`` that the page marks; none where it marks nothing."""
    keys = (key for part in instances(root) for node in walk(part) if (key := _key(node.value)))
    first = _key(root) or next(keys, None)
    return [first] if first else []


def _in_order(places: Places, keys: Sequence[Key]) -> None:
    """Refuse where ``keys`` do not stand one after another somewhere on the page."""
    last = -1
    for key in keys:
        found = places.get(key, ())
        after = bisect_right(found, last)
        if after == len(found) and found:
            refuse(f"{key[0]} {key[1]}", "the page prints it before what comes first", "keep the briefing's order")
        last = found[after] if found else last
