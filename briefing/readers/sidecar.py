"""sources.toml: what an analyst states of the files in one folder."""

from __future__ import annotations

import hashlib
import os
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from briefing.errors import SourceError
from briefing.model.notice import Notice

NAME = "sources.toml"
DIGEST = "sha256"
"""The field with the hash of a file as it was fetched."""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """``entries`` are what is stated, by file name; ``notices`` what in it cannot be used."""

    entries: Mapping[str, Mapping[str, object]] = field(default_factory=dict)
    notices: tuple[Notice, ...] = ()

    def of(self, file: str) -> Mapping[str, object]:
        """What is stated of the file of this name."""
        return self.entries.get(_name(file), {})


def changed(data: bytes, stated: Mapping[str, object]) -> tuple[Notice, ...]:
    """A Notice where a file's bytes are others than the SHA-256 in its entry says."""
    if str(stated.get(DIGEST, "")).lower() in ("", hashlib.sha256(data).hexdigest()):
        return ()
    message = f"It has been changed since its {DIGEST} was written into {NAME}."
    return (Notice("changed-file", message),)


def sidecar(folder: Path) -> Sidecar:
    """What ``folder``'s sources.toml states, or nothing where there is none.

    Raises SourceError where it cannot be read or is no table of sources.
    """
    path = folder / NAME
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return Sidecar()
    except (OSError, ValueError, RecursionError) as error:
        raise SourceError(str(path), f"cannot be read as TOML ({error})", "mend it or take it away") from None
    rows = data.pop("source", [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SourceError(str(path), "'source' is no list of tables", "begin each source with [[source]]")
    notices = [_notice("unknown-field", f"{key!r} is not used: every source begins with [[source]].") for key in data]
    entries: dict[str, Mapping[str, object]] = {}
    for number, row in enumerate(rows, start=1):
        name = row.pop("file", None)
        complaint = _complaint(name, number, folder, entries)
        if complaint:
            notices.append(_notice("unmatched-entry", complaint))
        else:
            entries[_name(name)] = row
    return Sidecar(entries, tuple(notices))


def _complaint(name: object, number: int, folder: Path, entries: Mapping[str, object]) -> str | None:
    if not isinstance(name, str) or not name:
        return f"Source {number} names no file and is not used."
    if Path(name).name != name:
        return f"{name!r} is not used: a {NAME} speaks of files in its own folder."
    if not os.path.exists(folder / name):  # noqa: PTH110 - never raises
        return f"There is no file {name!r}."
    if _name(name) in entries:
        return f"{name!r} is described twice; the first description is used."
    return None


def _notice(code: str, message: str) -> Notice:
    return Notice(code, message, path=NAME, limits=False)


def _name(file: str) -> str:
    return unicodedata.normalize("NFC", file)
