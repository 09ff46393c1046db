"""Knowledge: the lexicons and rules that ship with the program, with what an organisation adds beside its settings.

A folder ``lexicons`` or ``rules`` beside briefing.toml in the working folder holds files of the same names. What such
a file says is merged into the shipped one: tables are merged, lists are joined, anything else is replaced. A table with
``replace = true`` replaces the shipped table of its place whole, at the top of a file all of it. In a list of tables
with an id (rules), one of a shipped id replaces that one, ``off = true`` takes it out, and a new id is added.
"""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from briefing.errors import UsageError
from briefing.model.project import FILE, project

ROOMS = ("language/lexicons", "grouping/rules", "composing/rules", "checking/rules")
"""The folders of the package that hold knowledge. The last part of each names the folder an organisation writes."""
REPLACE, OFF = "replace", "off"

Table = Mapping[str, Any]


def tables(room: str, name: str) -> Table:
    """The tables of ``<name>.toml`` of one of ROOMS, an organisation's own merged in.

    Raises UsageError where a file of its own cannot be read, or its folder holds one that nothing reads.
    """
    known = shipped(room)[name]
    file = own_files().get(f"{room.rpartition('/')[2]}/{name}")
    table = tomllib.loads(known.read_text(encoding="utf-8"))
    return merged(table, read(file)) if file else table


def merged(table: Table, own: Table) -> dict[str, Any]:
    """``table`` with ``own`` merged in."""
    if own.get(REPLACE) is True:
        return {key: value for key, value in own.items() if key != REPLACE}
    out = dict(table)
    for key, value in own.items():
        here = out.get(key)
        if isinstance(here, dict) and isinstance(value, dict):
            out[key] = merged(here, value)
        elif isinstance(here, list) and isinstance(value, list):
            out[key] = _joined(here, value)
        else:
            out[key] = value
    return out


def _joined(here: list[Any], own: list[Any]) -> list[Any]:
    """Two lists as one; tables by their id, where they have one."""
    by_id = {_id(item): item for item in own if _id(item)}
    kept = [by_id.get(_id(item), item) for item in here]
    new = [item for item in own if item not in kept]
    return [item for item in (*kept, *new) if not (isinstance(item, dict) and item.get(OFF) is True)]


def _id(item: object) -> str | None:
    found = item.get("id") if isinstance(item, dict) else None
    return found if isinstance(found, str) else None


def read(file: Path) -> Table:
    """The tables of an organisation's own file. Raises UsageError, with the line, where it is no TOML."""
    try:
        return tomllib.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as problem:
        raise UsageError(file.as_posix(), f"cannot be read as TOML ({problem})", "mend it") from None


@cache
def shipped(room: str) -> Mapping[str, Path]:
    """The files of one of ROOMS that ship with the program, by name."""
    folder = Path(str(resources.files("briefing"))) / room
    return {file.stem: file for file in sorted(folder.glob("*.toml"))}


@cache
def own_files() -> Mapping[str, Path]:
    """An organisation's own files, such as "lexicons/health": none where there is no briefing.toml beside them.

    Raises UsageError where one has a name that nothing reads.
    """
    place = project()
    if not (place / FILE).is_file():
        return {}
    found: dict[str, Path] = {}
    for folder in dict.fromkeys(room.rpartition("/")[2] for room in ROOMS):
        names = sorted(name for room in ROOMS if room.endswith(f"/{folder}") for name in shipped(room))
        for file in sorted((place / folder).glob("*.toml")):
            if file.stem not in names:
                raise UsageError(file.as_posix(), "nothing reads a file of this name", f"use one of {', '.join(names)}")
            found[f"{folder}/{file.stem}"] = file
    return found


@cache
def digest() -> str:
    """16 hex digits of the SHA-256 over the names and bytes of all knowledge, shipped and an organisation's own."""
    files = {f"{room}/{name}.toml": file for room in ROOMS for name, file in shipped(room).items()}
    files |= {f"{name}.toml": file for name, file in own_files().items()}
    out = hashlib.sha256()
    for name, file in sorted(files.items()):
        out.update(f"{name}\0{hashlib.sha256(file.read_bytes()).hexdigest()}\n".encode())
    return out.hexdigest()[:16]
