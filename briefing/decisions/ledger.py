"""decisions.toml: the analyst's own file. The program adds at its end and changes nothing that stands in it."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

from briefing.errors import UsageError
from briefing.model.claim import FORCES, NATURES, SECTORS
from briefing.model.decision import ACTS, CLAIM_FIELDS, FIGURE_FIELDS, OF_NONE, OF_TWO, Decision, Stated, Target
from briefing.model.source import Span
from briefing.model.stated import nearest
from briefing.workspace import write_whole
from briefing.workspace.toml import Schema, check, is_count, is_one_of, is_text, load

FILE = "decisions.toml"

DECISION: Schema = {
    "do": (is_one_of(*ACTS), f"one of {', '.join(ACTS)}"),
    "claim": (
        lambda value: isinstance(value, list) and all(isinstance(each, dict) for each in value),
        "[[decision.claim]]",
    ),
    "set": (lambda value: isinstance(value, dict) and bool(value), "a table of what is set"),
    "text": (is_text, "a text"),
    "reason": (is_text, "a text"),
    "place": (lambda value: is_count(value) and value > 0, "a whole number from 1"),
    "of": (is_text, "the id of a decision"),
    "by": (is_text, "a name"),
    "when": (lambda value: isinstance(value, date | datetime) or is_text(value), "a date and time"),
}
CLAIM: Schema = {
    "source": (lambda value: is_text(value) and len(value) == 64, "the SHA-256 of a source's text"),
    "start": (is_count, "a place in the text"),
    "end": (is_count, "a place in the text"),
    "exact": (is_text, "the claim's words"),
    "content": (lambda value: isinstance(value, list) and all(map(_is_span, value)), "a list of [start, end]"),
    "figure": (lambda value: _is_span(value), "[start, end]"),
}
NEEDED = ("source", "start", "end", "exact", "content")
WORDS = {"force": FORCES, "nature": NATURES}
"""The fields that are one word of a fixed list."""


def read(path: Path) -> tuple[Decision, ...]:
    """The decisions in a file, in its order; none where there is no file.

    Raises UsageError (file, which decision, what is wrong, what to do) where it cannot be read as decisions: nothing
    may be built while a decision is not understood.
    """
    return _listed(path, load(path, UsageError)) if path.exists() else ()


def _listed(path: Path, table: Mapping[str, Any]) -> tuple[Decision, ...]:
    listed = table.get("decision", [])
    if set(table) - {"decision"} or not isinstance(listed, list):
        raise UsageError(str(path), "holds more than decisions", "write each as [[decision]]")
    return tuple(parsed(f"{path}: decision {number}", entry, number) for number, entry in enumerate(listed, 1))


def append(path: Path, decisions: Sequence[Decision]) -> None:
    """Adds ``decisions`` at the end of the file; what stands in it stays as it is, to the byte.

    Raises UsageError where the file cannot be written, or could not be read with them in it.
    """
    from filelock import FileLock

    path.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(path.with_name(f".{path.name}.lock")):
        before = path.read_bytes() if path.exists() else b""
        gap = b"" if not before else b"\n" if before.endswith(b"\n") else b"\n\n"
        after = before + gap + b"\n".join(_bytes(path, decision) for decision in decisions)
        _readable(path, after)
        write_whole(path, after)


def _bytes(path: Path, decision: Decision) -> bytes:
    from briefing.decisions.writing import block

    try:
        return block(decision).encode()
    except UnicodeEncodeError:
        raise UsageError(str(path), "cannot hold words that are no Unicode text", "decide on another claim") from None


def _readable(path: Path, data: bytes) -> None:
    """Refuses what could not be read again, before it takes the place of what can."""
    try:
        _listed(path, tomllib.loads(data.decode("utf-8-sig")))
    except ValueError as problem:
        raise UsageError(str(path), f"nothing can be added to it ({problem})", "mend it; write [[decision]]") from None


def parsed(where: str, entry: object, number: int = 0) -> Decision:
    """The decision that a table of TOML (or an object of JSON) states; ``where`` is told with what is wrong in it.

    Raises UsageError where it is not a whole decision.
    """
    if not isinstance(entry, dict):
        raise UsageError(where, "is no table", "write [[decision]]")
    check(Path(where), entry, DECISION, UsageError)
    act = entry.get("do")
    if act is None:
        raise UsageError(where, "does not say what is decided", f"write do = one of {', '.join(ACTS)}")
    targets = tuple(_target(where, each) for each in entry.get("claim", ()))
    made = Decision(
        act,
        targets,
        tuple(_changes(where, entry.get("set", {}), figure=any(t.figure for t in targets))),
        entry.get("text"),
        entry.get("reason"),
        entry.get("place"),
        entry.get("of"),
        entry.get("by"),
        _moment(entry.get("when")),
        number,
    )
    _fits(where, made)
    return made


def completed(decision: Decision, changes: Mapping[str, Any]) -> Decision:
    """``decision`` with what it sets. Raises UsageError where it lacks what its act needs, or sets what none can."""
    if decision.act not in ACTS:
        raise UsageError(decision.act, "is nothing to decide", f"use one of {', '.join(ACTS)}")
    figure = any(target.figure for target in decision.targets)
    made = replace(decision, changes=tuple(_changes(decision.act, changes, figure=figure)))
    _fits(decision.act, made, "name the claims that it is about")
    return made


def _target(where: str, entry: Mapping[str, Any]) -> Target:
    check(Path(f"{where}: claim"), entry, CLAIM, UsageError)
    missing = [key for key in NEEDED if key not in entry]
    if missing:
        raise UsageError(f"{where}: claim", f"lacks {missing[0]!r}", "copy the claim whole")
    content = tuple((int(a), int(b)) for a, b in entry["content"])
    figure = entry.get("figure")
    span: Span | None = (figure[0], figure[1]) if figure else None
    return Target(entry["source"], entry["start"], entry["end"], entry["exact"], content, span)


def _changes(where: str, table: Mapping[str, Any], *, figure: bool) -> Iterator[tuple[str, Stated]]:
    fields = FIGURE_FIELDS if figure else CLAIM_FIELDS
    for name, value in table.items():
        if name not in fields:
            of = "a figure" if figure else "a claim"
            raise UsageError(
                f"{where}: set", f"{of} has no {name!r}", f"{nearest(name, fields)}use {', '.join(fields)}"
            )
        yield name, _stated(f"{where}: set {name}", name, value)


def _stated(where: str, name: str, value: object) -> Stated:
    """A value as the model has it; anything that the field cannot hold is refused."""
    if name == "value":
        if _is_number(value):
            return value  # type: ignore[return-value]
        if isinstance(value, list) and len(value) == 2 and all(map(_is_number, value)):
            return value[0], value[1]
        raise UsageError(where, "is no number", "write a number, or [low, high]")
    if name == "sectors":
        if isinstance(value, list) and all(each in SECTORS for each in value):
            return tuple(value)
        raise UsageError(where, "is no list of sectors", f"use {', '.join(SECTORS)}")
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        raise UsageError(where, "is no text", "write it in quotation marks")
    if not value.strip():
        raise UsageError(where, "is empty", "write what is right")
    if name in WORDS and value not in WORDS[name]:
        raise UsageError(
            where, f"{value!r} is none there is", f"{nearest(value, WORDS[name])}use {', '.join(WORDS[name])}"
        )
    return value


def _fits(where: str, made: Decision, todo: str = "mend its [[decision.claim]]") -> None:
    """Refuses a decision that lacks what its act needs; ``todo`` says how its claims are named."""
    least = 2 if made.act in OF_TWO else 0 if made.act in OF_NONE else 1
    if len(made.targets) < least or (made.act in OF_NONE and made.targets):
        needs = {0: "names a claim and needs none", 1: "names no claim", 2: "names fewer than two claims"}[least]
        raise UsageError(where, f"{made.act!r} {needs}", todo)
    if made.act in OF_TWO and len(set(made.targets)) < len(made.targets):
        raise UsageError(where, f"{made.act!r} names one claim twice", "name two claims")
    needed = {
        "correct": ("changes", "set"),
        "title": ("text", "text"),
        "note": ("text", "text"),
        "withdraw": ("of", "of"),
    }
    name, key = needed.get(made.act, ("act", "do"))
    if not getattr(made, name):
        raise UsageError(where, f"{made.act!r} lacks {key!r}", f"write {key} = …")


def _moment(value: object) -> str | None:
    return value.isoformat() if isinstance(value, date) else None if value is None else str(value)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_span(value: object) -> bool:
    return isinstance(value, list) and len(value) == 2 and all(map(is_count, value)) and value[0] < value[1]
