"""A decision as TOML, the way a person would write it: a line a key, one claim a table."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

import tomlkit

from briefing.model.decision import Decision, Stated, Target


def block(decision: Decision) -> str:
    """The ``[[decision]]`` of a decision, with a line end at its end."""
    table = tomlkit.table()
    for key, value in _fields(decision):
        table.add(key, value)
    if decision.changes:
        changes = tomlkit.inline_table()
        changes.update({name: _plain(value) for name, value in decision.changes})
        table.add("set", changes)
    if decision.targets:
        claims = tomlkit.aot()
        for target in decision.targets:
            claims.append(_claim(target))
        table.add("claim", claims)
    document = tomlkit.document()
    listed = tomlkit.aot()
    listed.append(table)
    document.add("decision", listed)
    return tomlkit.dumps(document)


def _fields(decision: Decision) -> Iterator[tuple[str, Any]]:
    yield "do", decision.act
    values = {"of": decision.of, "place": decision.place, "text": decision.text, "reason": decision.reason}
    yield from ((key, value) for key, value in values.items() if value is not None)
    if decision.by:
        yield "by", decision.by
    if decision.when:
        yield "when", _moment(decision.when)


def _moment(when: str) -> datetime | str:
    """A date and time as TOML's own, so that it reads back as what it is; another text as it stands."""
    try:
        return datetime.fromisoformat(when)
    except ValueError:
        return when


def _claim(target: Target) -> tomlkit.items.Table:
    table = tomlkit.table()
    table.add("source", target.sha256)
    table.add("start", target.start)
    table.add("end", target.end)
    table.add("exact", target.exact)
    table.add("content", [list(span) for span in target.content])
    if target.figure:
        table.add("figure", list(target.figure))
    return table


def _plain(value: Stated) -> Any:
    return list(value) if isinstance(value, tuple) else value
