"""The implication rules, the population ladder and the questions of gaps: read from TOML, their shape checked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from briefing.errors import UsageError
from briefing.language import knowledge
from briefing.language.terms import Found, Terms, apart
from briefing.model.claim import SECTORS
from briefing.model.source import Span

TEXTS = ("id", "title", "reported", "alleged", "consider", "watch", "ask")
EXAMPLES = ("fires", "near_miss")
FIELDS = frozenset((*TEXTS, *EXAMPLES, "version", "sectors", "trigger", "instruments", "orders", "figure"))
TRIGGER = ("any", "with", "near", "not", "never")
INSTRUMENT = {"text": str, "bound": str, "verified": bool, "source": str}
OPTIONAL = {"conflict": bool}
CONTEXTS = ("unreal", "armed")
STEP = ("label", "terms", "not")
ROOM = "composing/rules"
FILE = "rules/considerations.toml"
LADDER = "rules/ladder.toml"
GAPS = "rules/gaps.toml"
NEAR = 6
"""How many words may stand between a trigger's term and one of its ``near``."""
STOP = re.compile(r"[.;!?]\s|,\s(?:and|but|while)\s")


@dataclass(frozen=True, slots=True)
class Instrument:
    """A legal or policy text a rule rests on; ``bound`` says whom it binds. Printed only where ``verified``.

    ``source`` says where it was seen, ``conflict`` that it binds in armed conflict alone.
    """

    text: str
    bound: str
    verified: bool
    source: str
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class Trigger:
    """What must be claimed: a term of ``any``, with one of ``with`` anywhere beside it and one of ``near`` within
    six words of it, where it has such lists, and none of ``never``. A term that begins in a phrase of ``not`` is none.

    ``lists`` are its terms by the name that Terms.find gives their places.
    """

    name: str
    lists: Mapping[str, tuple[str, ...]]

    @property
    def begins(self) -> str:
        """The name of its list ``any``: without a term of it nothing triggers."""
        return f"{self.name} any"

    def places(self, words: str, begun: Found) -> list[Span]:
        """The stretches of ``words`` that trigger, where what is said fits; ``begun`` has those of its ``any``."""
        some = begun.get(self.begins, ())
        found = beside_terms()[self.name].find(words) if some and self.name in beside_terms() else {}
        if not some or f"{self.name} never" in found:
            return []
        beside, near = (found.get(f"{self.name} {kind}", []) for kind in ("with", "near"))
        other_sense = found.get(f"{self.name} not", ())
        some = [place for place in some if apart((place[0], place[0] + 1), other_sense)]
        if self.lists[f"{self.name} with"]:
            some = [place for place in some if any(other[0] != place[0] for other in beside)]
        if self.lists[f"{self.name} near"]:
            return [_around(place, other) for place in some for other in near if _close(words, place, other)]
        return list(some)


def _around(one: Span, other: Span) -> Span:
    return min(one[0], other[0]), max(one[1], other[1])


def _close(words: str, one: Span, other: Span) -> bool:
    """Whether two places are apart and at most NEAR words of one sentence lie between them."""
    between = words[min(one[1], other[1]) : max(one[0], other[0])]
    return apart(one, [other]) and len(between.split()) <= NEAR and not STOP.search(between)


@dataclass(frozen=True, slots=True)
class Rule:
    """One implication rule: it fires where one of ``triggers`` matches.

    ``figure`` is the least number of people a figure of the claim must count, if any. ``orders`` says that an order,
    demand or announcement of a stated speaker fires it too. ``fires`` is a sentence that fires it, ``near_miss`` one
    that is close and does not.
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
    orders: bool = False
    fires: str = ""
    near_miss: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the population ladder: its key and its printed name."""

    key: str
    label: str


@cache
def rules() -> tuple[Rule, ...]:
    """The rules in the order of the file. Raises UsageError that names file, rule and field."""
    return tuple(read_rules(_written()))


@cache
def _written() -> knowledge.Table:
    """The tables of the rules, read once."""
    return knowledge.tables(ROOM, "considerations")


@cache
def context_terms(name: str) -> Terms:
    """The words of what is only played or told ("unreal") or of armed conflict ("armed"), whatever the rule."""
    tables = _written()
    for each in CONTEXTS:
        _need(_is_list(tables.get(each, [])), "", each, "write a list of terms")
    return Terms({name: tables.get(name, [])}, FILE)


@cache
def first_terms() -> Terms:
    """The terms of which any trigger wants one: the lists ``any``. Raises BriefingError where one cannot be read."""
    return Terms({part.begins: part.lists[part.begins] for rule in rules() for part in rule.triggers}, FILE)


@cache
def begun_by() -> Mapping[str, Rule]:
    """The rule of each list of ``first_terms``, by the name of the list."""
    return {part.begins: rule for rule in rules() for part in rule.triggers}


@cache
def beside_terms() -> Mapping[str, Terms]:
    """The terms of each trigger's other lists, where it has any, by its name: each looked for where its first stands.

    Raises BriefingError that names rule and list where one cannot be read.
    """
    lists = {part.name: _beside(part) for rule in rules() for part in rule.triggers}
    return {name: Terms(beside, FILE) for name, beside in lists.items() if beside}


def _beside(trigger: Trigger) -> Mapping[str, tuple[str, ...]]:
    return {name: terms for name, terms in trigger.lists.items() if terms and name != trigger.begins}


@cache
def steps() -> tuple[Step, ...]:
    """The steps of the population ladder. Raises UsageError that names file, step and field."""
    return tuple(Step(key, table["label"]) for key, table in _ladder().items() if key != "never")


@cache
def ladder_terms() -> Terms:
    """The words that recognise a figure of a step (by its key) and those that make it none ("never")."""
    tables = _ladder()
    lists = {step.key: tables[step.key]["terms"] for step in steps()}
    lists |= {f"{step.key} not": tables[step.key].get("not", []) for step in steps()}
    return Terms({**lists, "never": tables["never"]}, LADDER)


def step_places(found: Found) -> Iterator[tuple[Step, Span]]:
    """The places of each step's words, those inside phrases of another sense left out."""
    for step in steps():
        excluded = found.get(f"{step.key} not", ())
        yield from ((step, place) for place in found.get(step.key, ()) if apart(place, excluded))


@cache
def _ladder() -> Mapping[str, Any]:
    return read_ladder(knowledge.tables(ROOM, "ladder"))


def read_ladder(tables: Mapping[str, Any]) -> Mapping[str, Any]:
    """``tables`` as they are, where they are a ladder. Raises UsageError that names file, step and field."""
    _need(_is_list(tables.get("never")), "", "never", "write a list of terms", LADDER)
    steps = {key: table for key, table in tables.items() if key != "never"}
    _need(bool(steps), "", "the steps", "give at least one", LADDER)
    for name, table in steps.items():
        _need(isinstance(table, dict), "", name, f"make it a table of {', '.join(STEP)}", LADDER)
        unknown = sorted(set(table) - set(STEP))
        _need(not unknown, name, ", ".join(unknown), f"use {', '.join(STEP)}", LADDER)
        label, terms = table.get("label"), table.get("terms")
        _need(isinstance(label, str) and bool(label), name, "label", "give it a text", LADDER)
        _need(_is_list(terms) and bool(terms), name, "terms", "write a list of terms", LADDER)
        _need(_is_list(table.get("not", [])), name, "not", "write a list of terms", LADDER)
    return tables


@cache
def gaps() -> Mapping[str, tuple[str, ...]]:
    """The questions a sector without evidence raises, by sector. Raises UsageError that names file and sector."""
    return read_gaps(knowledge.tables(ROOM, "gaps"))


def read_gaps(tables: Mapping[str, Any]) -> Mapping[str, tuple[str, ...]]:
    """The questions written as ``tables``. Raises UsageError that names file and sector."""
    for sector, questions in tables.items():
        _need(sector in SECTORS, "", sector, f"use {', '.join(SECTORS)}", GAPS)
        _need(_is_list(questions) and bool(questions) and all(questions), "", sector, "write a list of texts", GAPS)
    return {sector: tuple(questions) for sector, questions in tables.items()}


def read_rules(tables: Mapping[str, Any]) -> Iterator[Rule]:
    """The rules written as ``tables``. Raises UsageError that names file, rule and field."""
    known: set[str] = set()
    for table in tables.get("rule", []):
        name = table.get("id", "a rule without id")
        _need(name not in known, name, "id", "give every rule its own")
        known.add(name)
        yield _rule(name, table)


def _rule(name: str, table: Mapping[str, Any]) -> Rule:
    for field in TEXTS:
        _need(isinstance(table.get(field), str) and bool(table[field]), name, field, "give it a text")
    unknown = sorted(set(table) - FIELDS)
    _need(not unknown, name, ", ".join(unknown), f"use {', '.join(sorted(FIELDS))}")
    _need(isinstance(table.get("version"), int), name, "version", "give it a whole number")
    _need(isinstance(table.get("figure", 0), int), name, "figure", "give it a whole number")
    _need(isinstance(table.get("orders", False), bool), name, "orders", "say true or false")
    for field in EXAMPLES:
        _need(isinstance(table.get(field, ""), str), name, field, "write a sentence")
    sectors = tuple(table.get("sectors", ()))
    _need(bool(sectors) and set(sectors) <= set(SECTORS), name, "sectors", f"use {', '.join(SECTORS)}")
    _need(bool(table.get("trigger")), name, "trigger", "give it at least one")
    return Rule(
        **{field: table[field] for field in TEXTS},
        version=table["version"],
        sectors=sectors,
        triggers=tuple(_trigger(f"{name} {n}", part) for n, part in enumerate(table["trigger"], 1)),
        instruments=tuple(_instrument(name, part) for part in table.get("instruments", ())),
        figure=table.get("figure"),
        orders=table.get("orders", False),
        **{field: table.get(field, "") for field in EXAMPLES},
    )


def _trigger(name: str, table: Mapping[str, Any]) -> Trigger:
    _need(set(table) <= set(TRIGGER) and bool(table.get("any")), name, "trigger", f"use {', '.join(TRIGGER)}")
    for field, terms in table.items():
        _need(_is_list(terms), name, f"trigger.{field}", "write a list of terms")
    return Trigger(name, {f"{name} {field}": tuple(table.get(field, ())) for field in TRIGGER})


def _instrument(name: str, table: Mapping[str, Any]) -> Instrument:
    kinds = INSTRUMENT | {key: kind for key, kind in OPTIONAL.items() if key in table}
    fits = set(table) == set(kinds) and all(isinstance(table[key], kind) for key, kind in kinds.items())
    _need(fits, name, "instruments", f"give {', '.join(INSTRUMENT)}")
    return Instrument(**table)


def _is_list(terms: object) -> bool:
    return isinstance(terms, list) and all(isinstance(term, str) for term in terms)


def _need(fits: bool, entry: str, field: str, todo: str, file: str = FILE) -> None:
    if not fits:
        raise UsageError(": ".join(filter(None, (file, entry, field))), "is missing or wrong", todo)
