"""briefing.toml: an analyst's defaults for the folder they work in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from briefing.errors import UsageError
from briefing.workspace.toml import Schema, check, is_text, is_texts, load

FILE = "briefing.toml"


def _one_or_more(value: object) -> bool:
    return is_text(value) or is_texts(value)


def _date(value: object) -> bool:
    return is_text(value) or isinstance(value, date)


SHARED: Schema = {"sources": (_one_or_more, "a path or a list of paths")}
BUILD: Schema = {
    "output": (is_text, "a folder"),
    "audience": (_one_or_more, "an audience or a list of audiences"),
    "format": (_one_or_more, "a format or a list of formats"),
    "title": (is_text, "a title"),
    "as-of": (_date, "a date written YYYY-MM-DD"),
    "tlp": (is_text, "a TLP 2.0 label"),
    "annex": (is_text, "none, excerpts or full"),
}
EXTRACT: Schema = {"output": (is_text, "a file")}
LISTS = ("sources", "audience", "format")
PATHS = ("sources", "output")
PARAMETERS = {"as-of": "as_of", "audience": "audiences", "format": "formats"}
"""What a command calls an option, where the file calls it otherwise."""


def settings(folder: Path = Path()) -> Mapping[str, Mapping[str, Any]]:
    """The defaults that ``folder``'s briefing.toml sets: command -> its parameter -> value.

    Paths in it are resolved against ``folder``. Raises UsageError where the file is wrong; nothing without a file.
    """
    path = folder / FILE
    if not path.exists():
        return {}
    table = load(path, UsageError)
    extract = table.pop("extract", {})
    if not isinstance(extract, dict):
        raise UsageError(f"{path}: extract", "is not a table", "write [extract]")
    check(path, table, {**SHARED, **BUILD}, UsageError)
    check(path, extract, {**SHARED, **EXTRACT}, UsageError)
    shared = {key: table[key] for key in SHARED if key in table}
    return {"build": _options(table, folder), "extract": _options({**shared, **extract}, folder)}


def _options(table: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    return {PARAMETERS.get(key, key): _option(key, value, folder) for key, value in table.items()}


def _option(key: str, value: Any, folder: Path) -> Any:
    values = [value] if isinstance(value, str) else value
    if key in PATHS:
        values = [each if each == "-" else str(folder / each) for each in values]
    if key in LISTS:
        return values
    return values[0] if isinstance(values, list) else str(values)
