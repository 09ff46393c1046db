"""The editions in a folder, read back from what each carries: which claims it prints, in which words, by whose rule."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from briefing.errors import UsageError
from briefing.verifying.published.carried import read

KINDS = (".html", ".pdf", ".json")
EVIDENCE = "claims.json"
EDITION = "briefing/edition/"
Place = tuple[str, int, int]
"""A source's id, and where in its text words begin and end."""


@dataclass(frozen=True, slots=True)
class Printed:
    """One statement of an edition: the claims it prints, where its words stand and what they are, and its rule.

    ``numeral`` says whether it is the number of a key figure.
    """

    id: str
    claims: tuple[str, ...]
    words: tuple[tuple[Place, str], ...] = ()
    consideration: bool = False
    rule: str | None = None
    numeral: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """The analyst's text of one section: who wrote it, and the file it stands in; None where that is not stated."""

    section: str
    author: str | None
    path: str | None


@dataclass(frozen=True, slots=True)
class Published:
    """One edition as its file carries it; ``claims`` is the claims.json inside it, where it holds one."""

    name: str
    statements: tuple[Printed, ...]
    notes: tuple[Written, ...]
    claims: Mapping[str, Any] = field(default_factory=dict)

    @property
    def printed(self) -> frozenset[str]:
        """The ids of the claims it prints."""
        return frozenset(claim for statement in self.statements for claim in statement.claims)


def editions(folder: Path) -> tuple[Published, ...]:
    """The editions among the files of ``folder``, by name.

    Raises UsageError where the folder or a file in it cannot be read, or it holds no edition.
    """
    if not folder.is_dir():
        raise UsageError(str(folder), "there is no such folder", "name the folder that briefing build wrote to")
    files = sorted(path for path in folder.iterdir() if path.suffix in KINDS and path.name != EVIDENCE)
    found = tuple(edition for path in files if (edition := _edition(path)))
    if not found:
        raise UsageError(str(folder), "holds no edition", "build into it with -f html, -f pdf or -f json")
    return found


def evidence(folder: Path) -> Mapping[str, Any] | None:
    """The claims.json of a run's folder; None where there is none. Raises UsageError where it is broken."""
    path = folder / EVIDENCE
    return _object(path) if path.is_file() else None


def _object(path: Path) -> Mapping[str, Any]:
    try:
        made = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as problem:
        raise UsageError(str(path), f"cannot be read as JSON ({problem})", "build it again") from None
    return made if isinstance(made, dict) else {}


def _edition(path: Path) -> Published | None:
    if path.suffix != ".json":
        return _of_record(path)
    made = _object(path)
    return _of_json(path, made) if str(made.get("schema", "")).startswith(EDITION) else None


def _of_record(path: Path) -> Published:
    carried = read(path)
    record = carried.record
    found = {(source, start, end): text for source, start, end, text in record["excerpts"]}
    rules = dict(record.get("considerations", ()))
    statements = (
        Printed(
            id_,
            tuple(claims),
            tuple(((s, a, b), _cut(found, (s, a, b))) for s, a, b in words),
            id_ in rules,
            rules.get(id_),
            id_.endswith("-numeral"),
        )
        for id_, _, claims, words in record["statements"]
    )
    notes = tuple(Written(*note) for note in record.get("notes", ()))
    return Published(path.name, tuple(statements), notes, carried.claims)


def _cut(excerpts: Mapping[Place, str], place: Place) -> str:
    """The words at a place, from the excerpt that holds it; "" where none does."""
    source, start, end = place
    held = (
        text[start - a : end - a] for (s, a, b), text in excerpts.items() if s == source and a <= start and end <= b
    )
    return next(held, "")


def _of_json(path: Path, made: Mapping[str, Any]) -> Published:
    numerals = {card["numeral"]["id"] for card in made.get("key_figures", ()) if card.get("numeral")}
    statements = tuple(_statement(each, numerals) for each in _objects(made) if {"voice", "pieces", "id"} <= set(each))
    paths = {note["section"]: note["path"] for note in (made.get("request") or {}).get("notes", ())}
    notes = tuple(
        Written(each["section"], (each.get("author") or {}).get("text"), paths.get(each["section"]))
        for each in made.get("assessments", ())
    )
    return Published(path.name, statements, notes)


def _statement(made: Mapping[str, Any], numerals: set[str]) -> Printed:
    anchors = (each["anchor"] for each in _objects(made["pieces"]) if each.get("piece") == "words")
    words = tuple(((a["source"], a["start"], a["end"]), a["exact"]) for a in anchors)
    considered = made["voice"] == "consideration"
    return Printed(made["id"], tuple(made["claims"]), words, considered, made.get("rule"), made["id"] in numerals)


def _objects(root: object) -> Iterator[Mapping[str, Any]]:
    """Every object in a JSON value, outer before inner."""
    waiting = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, dict):
            yield value
            waiting.extend(reversed(list(value.values())))
        elif isinstance(value, list):
            waiting.extend(reversed(value))
