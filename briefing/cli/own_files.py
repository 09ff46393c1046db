"""What is wrong in an organisation's own files of knowledge, each by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.language import knowledge
from briefing.language.shapes import Flaw, flaws, line_of
from briefing.model.project import FILE, project

LINE = re.compile(r"at line (\d+)")


def own_flaws() -> list[Flaw]:
    """The flaws of all their files, told without anything that reads them for use."""
    if not (project() / FILE).is_file():
        return list(_unread(project()))
    try:
        own = knowledge.own_files()
    except BriefingError as problem:
        return [_unreadable(problem)]
    return [flaw for name, file in own.items() for flaw in _own(name, file)]


def _unread(place: Path) -> Iterator[Flaw]:
    """Folders of knowledge that nothing reads, as no briefing.toml says whose they are."""
    for folder in dict.fromkeys(room.rpartition("/")[2] for room in knowledge.ROOMS):
        if any((place / folder).glob("*.toml")):
            what = f"is not read: there is no {FILE} beside it"
            yield Flaw((place / folder).as_posix(), 1, "folder", what, f"make a {FILE}, which may be empty")


def _own(name: str, file: Path) -> Iterator[Flaw]:
    """The flaws of one file of an organisation's own."""
    try:
        table = knowledge.read(file)
    except BriefingError as problem:
        yield _unreadable(problem)
        return
    folder, _, stem = name.partition("/")
    room = next(room for room in knowledge.ROOMS if room.endswith(f"/{folder}") and stem in knowledge.shipped(room))
    known = knowledge.read(knowledge.shipped(room)[stem])
    text = file.read_text(encoding="utf-8-sig")
    yield from flaws(file.as_posix(), text, table, known)
    yield from _switched_off(file, text, table, known)


def _switched_off(file: Path, text: str, table: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[Flaw]:
    """Tables that switch off what is not there."""
    for key, items in table.items():
        ids = {item.get("id") for item in known.get(key, ()) if isinstance(item, dict)}
        for item in items if isinstance(items, list) else ():
            if isinstance(item, dict) and item.get(knowledge.OFF) is True and item.get("id") not in ids:
                name = str(item.get("id"))
                line = line_of(text, (key, "id"), name)
                yield Flaw(file.as_posix(), line, name, "there is none to switch off", "see briefing rules list")


def _unreadable(problem: BriefingError) -> Flaw:
    number = LINE.search(problem.what)
    return Flaw(problem.where, int(number[1]) if number else 1, "file", problem.what, problem.todo)
