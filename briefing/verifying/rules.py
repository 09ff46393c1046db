"""The texts of the rules, shipped and an organisation's own: what a RuleText is held against."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from briefing.language import knowledge
from briefing.language.rule_translations import rule_translations

ROOM = "composing/rules"


@cache
def rule_texts(rule: str, field: str) -> frozenset[str]:
    """The texts that the rules give for ``field`` of the rule or table named ``rule``; none where there is no such."""
    return frozenset(text for table in _tables(rule) for text in _texts(_under(table, field)))


@cache
def _files() -> tuple[tuple[str, dict[str, Any]], ...]:
    """The rule files: (name without ending, content)."""
    return tuple((name, dict(knowledge.tables(ROOM, name))) for name in knowledge.shipped(ROOM))


def in_language(texts: frozenset[str], language: str) -> frozenset[str]:
    """Texts of rules as they are printed in ``language``: those that are translated so."""
    known = rule_translations(language)
    return frozenset(known[text] for text in texts if text in known)


def _tables(rule: str) -> Iterator[Any]:
    """What stands under the name ``rule``: a table with that id, what a key of that name holds, a file of that name."""
    waiting: list[tuple[str, Any]] = list(_files())
    while waiting:
        name, value = waiting.pop()
        if name == rule or (isinstance(value, dict) and value.get("id") == rule):
            yield value
        if isinstance(value, dict):
            waiting.extend(value.items())
        elif isinstance(value, list):
            waiting.extend(("", part) for part in value)


def _under(table: Any, field: str) -> Iterator[Any]:
    """What ``table`` holds for ``field``: under that key, or, in a list of tables, in the one that names it."""
    if isinstance(table, dict) and field in table:
        yield table[field]
    elif isinstance(table, list):
        yield from (part for part in table if isinstance(part, dict) and field in part.values())


def _texts(values: Iterator[Any]) -> Iterator[str]:
    """All texts and numbers in ``values``, at any depth."""
    waiting = list(values)
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)
        else:
            yield str(value)
