"""TOML files with a schema: a table of keys and what each holds; a wrong one is told in one line."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.model.stated import nearest

Check = Callable[[Any], bool]
Schema = Mapping[str, tuple[Check, str]]
"""Key -> whether a value is right, and what it has to be ("a whole number")."""


def load(path: Path, error: type[BriefingError]) -> dict[str, Any]:
    """The table in a TOML file. Raises ``error`` where the file cannot be read or is not TOML."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise error(str(path), "does not exist", "check the name") from None
    except OSError as problem:
        raise error(str(path), f"cannot be read ({problem.strerror})", "check what it is") from None
    except (ValueError, RecursionError) as problem:
        raise error(str(path), f"cannot be read as TOML ({problem})", "mend it") from None


def check(path: Path, table: Mapping[str, Any], schema: Schema, error: type[BriefingError]) -> None:
    """Holds ``table`` against ``schema``. Raises ``error``: file: key: what is wrong; what to do."""
    for key, value in table.items():
        if key not in schema:
            raise error(f"{path}: {key}", "no such key", f"{nearest(key, schema)}use one of {', '.join(schema)}")
        right, expected = schema[key]
        if not right(value):
            raise error(f"{path}: {key}", f"{_shown(value)} is not {expected}", f"write {expected}")


def is_text(value: object) -> bool:
    """Whether a value is text with something in it."""
    return isinstance(value, str) and bool(value.strip())


def is_texts(value: object) -> bool:
    """Whether a value is a list of texts."""
    return isinstance(value, list) and all(is_text(each) for each in value)


def is_count(value: object) -> bool:
    """Whether a value is a whole number, 0 or more."""
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def is_number(value: object) -> bool:
    """Whether a value is a finite number."""
    return isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < float("inf")


def is_one_of(*words: object) -> Check:
    """A check that a value is one of ``words``."""
    return lambda value: value in words


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 40 else f"{text[:40]}…"
