"""The implication rules, the population ladder and the questions of gaps: read from TOML, their shape checked."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from briefing.errors import UsageError
from briefing.model.claim import SECTORS

TEXTS = ("id", "title", "reported", "alleged", "consider", "watch", "ask")
TERM = re.compile(r"\{Name\}|…|\*|\s+|[^\s*{}…]+")
_SHAPES = {"{Name}": r"(?-i:[A-Z][\w’'-]+)", "…": r"(?:\S+\s+){0,6}?", "*": r"[\w’'-]*"}


@dataclass(frozen=True, slots=True)
class Instrument:
    """A legal or policy text a rule rests on; ``bound`` says whom it binds. Printed only where ``verified``."""

    text: str
    bound: str
    verified: bool


@dataclass(frozen=True, slots=True)
class Trigger:
    """What must be claimed: a term of ``some``, one of ``companions`` too, and none of ``never``."""

    some: re.Pattern[str]
    companions: re.Pattern[str] | None
    never: re.Pattern[str] | None

    def matches(self, words: str) -> bool:
        """Whether what is said fits: the companion must be another word than the term itself."""
        if self.never and self.never.search(words):
            return False
        for found in self.some.finditer(words):
            rest = f"{words[: found.start()]} | {words[found.end() :]}"
            if self.companions is None or self.companions.search(rest):
                return True
        return False


@dataclass(frozen=True, slots=True)
class Rule:
    """One implication rule. ``figure`` is the least number of people a figure of the claim must count, if any."""

    id: str
    version: int
    title: str
    sectors: tuple[str, ...]
    reported: str
    alleged: str
    consider: str
    watch: str
    ask: str
    trigger: Trigger
    instruments: tuple[Instrument, ...] = ()
    figure: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the population ladder and the words that recognise a figure of it."""

    key: str
    label: str
    terms: re.Pattern[str]


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in the order of the file. Raises UsageError that names file, rule and field."""
    return tuple(_rule(table) for table in _load("considerations").get("rule", []))


@cache
def steps() -> tuple[Step, ...]:
    """The steps of the population ladder."""
    return tuple(Step(key, table["label"], pattern(table["terms"])) for key, table in _load("ladder").items())


@cache
def gaps() -> Mapping[str, tuple[str, ...]]:
    """The questions a sector without evidence raises, by sector."""
    return {sector: tuple(questions) for sector, questions in _load("gaps").items()}


def pattern(terms: Sequence[str]) -> re.Pattern[str]:
    """The terms as one pattern: ``*`` ends a word openly, ``…`` spans up to six words, ``{Name}`` is capitalised."""
    made = (
        "".join(_SHAPES.get(part, r"\s+" if part.isspace() else re.escape(part)) for part in TERM.findall(t))
        for t in terms
    )
    return re.compile(rf"(?<![\w-])(?:{'|'.join(made)})(?![\w-])", re.IGNORECASE)


def _rule(table: Mapping[str, Any]) -> Rule:
    name = table.get("id", "a rule without id")
    for field in TEXTS:
        _need(isinstance(table.get(field), str) and bool(table[field]), name, field, "give it a text")
    _need(isinstance(table.get("version"), int), name, "version", "give it a whole number")
    sectors = tuple(table.get("sectors", ()))
    _need(bool(sectors) and set(sectors) <= set(SECTORS), name, "sectors", f"use {', '.join(SECTORS)}")
    trigger = table.get("trigger", {})
    _need(bool(trigger.get("any")), name, "trigger.any", "give it terms")
    known = {"any", "with", "never"}
    _need(set(trigger) <= known, name, "trigger", f"use {', '.join(sorted(known))}")
    return Rule(
        **{field: table[field] for field in TEXTS},
        version=table["version"],
        sectors=sectors,
        trigger=Trigger(*(pattern(trigger[key]) if key in trigger else None for key in ("any", "with", "never"))),  # type: ignore[arg-type]
        instruments=tuple(_instrument(name, part) for part in table.get("instruments", ())),
        figure=table.get("figure"),
    )


def _instrument(name: str, table: Mapping[str, Any]) -> Instrument:
    _need(set(table) == {"text", "bound", "verified"}, name, "instruments", "give text, bound and verified")
    return Instrument(**table)


def _need(fits: bool, rule: str, field: str, todo: str) -> None:
    if not fits:
        raise UsageError(f"rules/considerations.toml: {rule}: {field}", "is missing or wrong", todo)


def _load(name: str) -> dict[str, Any]:
    file = resources.files("briefing.composing") / "rules" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
