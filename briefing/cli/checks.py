"""What the machine needs, and whether it has it."""

from __future__ import annotations

import platform
from collections.abc import Callable
from dataclasses import dataclass

from briefing import workspace
from briefing.errors import BriefingError


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: ``says`` is what was found, or what is wrong and what to do."""

    name: str
    good: bool
    says: str


def checks() -> list[Check]:
    """All that a build with every format needs."""
    named = [_try("python", platform.python_version), _try("pdf", _pdf), _try("audiences", _audiences)]
    return [*named, _languages()]


def _languages() -> Check:
    """How far the labels of each language are; good where none is missing and all fit."""
    from briefing.language.translations import faults, progress

    try:
        found = progress()
        wrong = [f"{each.language}: {fault}" for each in found for fault in faults(each.language)]
    except BriefingError as problem:
        return Check("languages", False, str(problem))
    told = [f"{each.language} {each.labels} labels, {len(each.awaiting)} await a native reader" for each in found]
    missing = [
        f"{each.language} lacks {', '.join(each.missing)} (printed in English)" for each in found if each.missing
    ]
    return Check("languages", not missing and not wrong, "; ".join([*told, *missing, *wrong]))


def _try(name: str, look: Callable[[], str]) -> Check:
    try:
        return Check(name, True, look())
    except BriefingError as problem:
        return Check(name, False, f"{problem.what}; {problem.todo}")


def _pdf() -> str:
    from briefing.writers.pdf import engine

    return f"WeasyPrint {engine().__version__} with Pango"


def _audiences() -> str:
    """Every audience that can be named loads."""
    return ", ".join(workspace.audience(name).name for name in workspace.names())
