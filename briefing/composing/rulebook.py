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
TERM = re.compile(r"\{Name\}|\s*…\s*|\*|\s+|[^\s*{}…]+")
_SHAPES = {"{Name}": r"(?-i:[A-Z][\w’'-]+)", "…": r"\s+(?:\S+\s+){0,6}?", "*": r"[\w’'-]*"}


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
        starts = [found.start() for found in self.some.finditer(words)]
        if not starts or (self.never and self.never.search(words)):
            return False
        if self.companions is None:
            return True
        beside = {found.start() for found in self.companions.finditer(words)}
        return any(beside - {start} for start in starts)


@dataclass(frozen=True, slots=True)
class Rule:
    """One implication rule: it fires where one of ``triggers`` matches.

    ``figure`` is the least number of people a figure of the claim must count, if any.
    """

    id: str
    version: int
    title: str
    sectors: tuple[str, ...]
    reported: str
    alleged: str
    consider: str
    watch: str
    ask: str
    triggers: tuple[Trigger, ...]
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
    made = ("".join(_shape(part) for part in TERM.findall(term)) for term in terms)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(made)})(?![\w-])", re.IGNORECASE)


def _shape(part: str) -> str:
    return r"\s+" if part.isspace() else _SHAPES.get(part.strip(), re.escape(part))


def _rule(table: Mapping[str, Any]) -> Rule:
    name = table.get("id", "a rule without id")
    for field in TEXTS:
        _need(isinstance(table.get(field), str) and bool(table[field]), name, field, "give it a text")
    _need(isinstance(table.get("version"), int), name, "version", "give it a whole number")
    sectors = tuple(table.get("sectors", ()))
    _need(bool(sectors) and set(sectors) <= set(SECTORS), name, "sectors", f"use {', '.join(SECTORS)}")
    return Rule(
        **{field: table[field] for field in TEXTS},
        version=table["version"],
        sectors=sectors,
        triggers=tuple(_trigger(name, part) for part in table.get("trigger", ({},))),
        instruments=tuple(_instrument(name, part) for part in table.get("instruments", ())),
        figure=table.get("figure"),
    )


def _trigger(name: str, table: Mapping[str, Any]) -> Trigger:
    _need(set(table) <= {"any", "with", "never"}, name, "trigger", "use any, with, never")
    _need(bool(table.get("any")), name, "trigger.any", "give it terms")
    companions, never = (pattern(table[key]) if key in table else None for key in ("with", "never"))
    return Trigger(pattern(table["any"]), companions, never)


def _instrument(name: str, table: Mapping[str, Any]) -> Instrument:
    _need(set(table) == {"text", "bound", "verified"}, name, "instruments", "give text, bound and verified")
    return Instrument(**table)


def _need(fits: bool, rule: str, field: str, todo: str) -> None:
    if not fits:
        raise UsageError(f"rules/considerations.toml: {rule}: {field}", "is missing or wrong", todo)


def _load(name: str) -> dict[str, Any]:
    file = resources.files("briefing.composing") / "rules" / f"{name}.toml"
    return tomllib.loads(file.read_text(encoding="utf-8"))
