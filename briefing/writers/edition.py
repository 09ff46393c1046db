"""The composed briefing as JSON (``-f json``): every statement with its pieces and what each stands on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from typing import Any

from briefing import __version__
from briefing.model.audience import Audience
from briefing.model.briefing import Briefing, Count, Cut, Datum, Name, Phrase, RuleText, Statement, Words
from briefing.model.record import json_text
from briefing.model.source import Anchor, Span
from briefing.writers.claims import alone

SCHEMA = "briefing/edition/1"
PIECES = {Words: "words", Name: "name", Cut: "cut", Datum: "datum", Count: "count", RuleText: "rule", Phrase: "phrase"}
Harmful = Mapping[str, Sequence[Span]]
"""The places of which no word is printed, by source id."""
LEFT_OUT: Mapping[type, frozenset[str]] = {
    Briefing: frozenset({"claims"}),
    Audience: frozenset({"folders", "weights", "labels"}),
}
"""Fields that are not written: the claims stand in claims.json, the rest is of the machine or steers the program."""


def document(briefing: Briefing) -> dict[str, Any]:
    """``briefing`` as an object: its fields in the model's order, each text beside what it is made of.

    A statement carries its ``text``, a piece its ``piece`` (words, name, cut, datum, count, rule, phrase) and ``text``.
    Claims, sources and findings are named by the ids they have in claims.json.
    """
    harmful = {source: found.harmful for source, found in briefing.claims.extractions}
    return {"schema": SCHEMA, "tool": {"name": "briefing", "version": __version__}, **_plain(briefing, harmful)}


def render(briefing: Briefing) -> str:
    """The text of the JSON file: the same for the same briefing on every machine, with a line end at its end."""
    return json_text(document(briefing))


def _plain(value: Any, harmful: Harmful) -> Any:
    """``value`` in the types that JSON has."""
    if isinstance(value, Anchor):
        value = alone(value, harmful.get(value.source, ()))
    if is_dataclass(value):
        return _marked(value) | {
            field.name: _plain(getattr(value, field.name), harmful)
            for field in fields(value)
            if field.name not in LEFT_OUT.get(type(value), ())
        }
    if isinstance(value, Mapping):
        return {str(key): _plain(part, harmful) for key, part in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(part, harmful) for part in value]
    return value


def _marked(value: object) -> dict[str, Any]:
    """What an object says of itself beside its fields: the kind of a piece, the text it prints."""
    if type(value) in PIECES:
        return {"piece": PIECES[type(value)], "text": value.text}  # type: ignore[attr-defined]
    return {"text": value.text} if isinstance(value, Statement) else {}
