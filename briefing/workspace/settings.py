"""briefing.toml: an analyst's defaults for the folder they work in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from briefing.errors import UsageError
from briefing.model.project import FILE, project
from briefing.workspace.toml import Schema, check, is_number, is_text, is_texts, load


def _one_or_more(value: object) -> bool:
    return is_text(value) or is_texts(value)


def _date(value: object) -> bool:
    return is_text(value) or isinstance(value, date)


def _more_than_none(value: object) -> bool:
    return is_number(value) and bool(value > 0)  # type: ignore[operator]


def _reasons(value: object) -> bool:
    return isinstance(value, dict) and all(map(is_text, value.values()))


SHARED: Schema = {
    "sources": (_one_or_more, "a path or a list of paths"),
    "max-size": (_more_than_none, "a number of megabytes"),
    "max-text": (_more_than_none, "a number of characters"),
}
BUILD: Schema = {
    "output": (is_text, "a folder"),
    "audience": (_one_or_more, "an audience or a list of audiences"),
    "format": (_one_or_more, "a format or a list of formats"),
    "title": (is_text, "a title"),
    "as-of": (_date, "a date written YYYY-MM-DD"),
    "tlp": (is_text, "a TLP 2.0 label"),
    "annex": (is_text, "none, excerpts or full"),
    "page-size": (is_text, "A4 or Letter"),
    "brand": (is_text, "a file"),
    "language": (is_text, "a language that there are labels in"),
    "notes": (is_text, "a folder"),
    "allow": (_one_or_more, "a code or a list of codes"),
    "decisions": (is_text, "a file"),
    "by": (is_text, "a name"),
    "silence": (_reasons, "a table of codes, each with a reason"),
}
EXTRACT: Schema = {"output": (is_text, "a file"), "format": (is_text, "json or lines")}
FIGURES: Schema = {"output": (is_text, "a file"), "format": (is_text, "table, csv, json or md")}
PATHS = ("sources", "output", "notes", "brand", "decisions")
SEVERAL = {
    "sources": "sources",
    "audience": "audiences",
    "format": "formats",
    "allow": "allowed",
    "silence": "silenced",
}
NAMED = {"decisions": "decided", "language": "lang"}
"""The options that commands call otherwise."""
"""The options that may be given several times, and what commands call all their values."""
ONE = {"sources": "sources"}
"""The same where a command makes one thing."""
COMMANDS = {"extract": EXTRACT, "figures": FIGURES}
"""The commands that have a table of their own, and what it may set."""
OTHERS = ("check", "review", "decide", "decisions", "verify")
"""The commands that take what is set for all but the files that build makes."""
OF_BUILD = ("output", "format", "annex", "page-size", "allow", "brand")


def settings(folder: Path | None = None) -> Mapping[str, Mapping[str, Any]]:
    """The defaults that ``folder``'s briefing.toml sets: command -> its parameter -> value.

    Without a ``folder`` it is that of the project. Paths in the file are resolved against its folder, and so are the
    places that are used where none is named. Raises UsageError where the file is wrong; nothing without a file.
    """
    usual = _usual(project()) if folder is None else {}
    folder = project() if folder is None else folder
    path = folder / FILE
    if not path.exists():
        return {}
    table = load(path, UsageError)
    own = {command: _own(path, table.pop(command, {}), command, schema) for command, schema in COMMANDS.items()}
    check(path, table, {**SHARED, **BUILD}, UsageError)
    table = {**usual, **table}
    shared = {key: table[key] for key in (*SHARED, "decisions") if key in table}
    made = {command: _options({**shared, **options}, folder, ONE) for command, options in own.items()}
    said = {key: value for key, value in table.items() if key not in OF_BUILD}
    others = _options(said, folder, {key: name for key, name in SEVERAL.items() if key != "audience"})
    return {"build": _options(table, folder, SEVERAL), **made, **dict.fromkeys(OTHERS, others)}


def _usual(folder: Path) -> dict[str, str]:
    """The places that are used where none is named, where the project is not the working folder."""
    if folder == Path():
        return {}
    places = {"output": "out", "decisions": "decisions.toml"}
    return places | ({"notes": "notes"} if (folder / "notes").is_dir() else {})


def _own(path: Path, table: object, command: str, schema: Schema) -> Mapping[str, Any]:
    """The table that a command other than build has of its own."""
    if not isinstance(table, dict):
        raise UsageError(f"{path}: {command}", "is not a table", f"write [{command}]")
    check(path, table, {**SHARED, **schema}, UsageError)
    return table


def _options(table: Mapping[str, Any], folder: Path, several: Mapping[str, str]) -> dict[str, Any]:
    return {
        several.get(key, NAMED.get(key, key.replace("-", "_"))): _option(key, value, folder, key in several)
        for key, value in table.items()
    }


def _option(key: str, value: Any, folder: Path, several: bool) -> Any:
    if isinstance(value, dict):
        return [f"{code}={reason}" for code, reason in value.items()]
    values = [value] if isinstance(value, str) else value
    if key in PATHS:
        values = [each if each == "-" else str(folder / each) for each in values]
    if several:
        return values
    return values[0] if isinstance(values, list) else str(values)
