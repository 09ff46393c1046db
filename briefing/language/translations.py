"""How far each language's labels are: which are missing, which no native reader has read, which do not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from babel.messages.catalog import Catalog, Message

from briefing.language.labels import FIRST, GAP, entries, languages

REVIEW = "review: native"
"""The comment over an entry (after "#.") that no native reader has read yet."""
BRACKETED = re.compile(r"\[(\w+)\]")
"""The gaps that a script or a style sheet fills."""


@dataclass(frozen=True, slots=True)
class Progress:
    """A language's labels: how many of those there are it has, and which keys are missing or await review."""

    language: str
    labels: int
    missing: tuple[str, ...]
    awaiting: tuple[str, ...]


def progress() -> tuple[Progress, ...]:
    """How far each language is but the first, in alphabetical order."""
    return tuple(_progress(language) for language in languages() if language != FIRST)


def _progress(language: str) -> Progress:
    known, own = _by_key(entries(FIRST)), _by_key(entries(language))
    missing = tuple(key for key in known if key not in own)
    awaiting = tuple(key for key, message in own.items() if REVIEW in message.auto_comments)
    return Progress(language, len(own), missing, awaiting)


def faults(language: str) -> tuple[str, ...]:
    """What is wrong with the catalogue of ``language``, a line each: unknown keys, other gaps, plural forms lacking."""
    known, catalogue = _by_key(entries(FIRST)), entries(language)
    return tuple(
        f"{key}: {fault}"
        for key, message in _by_key(catalogue).items()
        for fault in _faults(known.get(key), message, catalogue.num_plurals)
    )


def _faults(first: Message | None, message: Message, forms: int) -> Iterator[str]:
    if first is None:
        yield "there is no such label"
        return
    if isinstance(first.id, str) != isinstance(message.id, str):
        yield "only one of the two has plural forms"
    elif isinstance(message.id, tuple) and len(message.string or ()) != forms:
        yield f"it has not the {forms} plural forms of its language"
    wanted = _gaps(_texts(first)[-1])
    for text in _texts(message):
        if _gaps(text) != wanted:
            yield f"{text!r} has not the gaps {', '.join(wanted) or 'of one without any'}"


def _gaps(text: str) -> list[str]:
    return sorted({*GAP.findall(text), *BRACKETED.findall(text)})


def _texts(message: Message) -> tuple[str, ...]:
    """A message's text, or its plural forms."""
    return (message.string,) if isinstance(message.string, str) else tuple(message.string or ())


def _by_key(catalogue: Catalog) -> dict[str, Message]:
    """The entries that have a text, by key."""
    found = {(m.id if isinstance(m.id, str) else m.id[0]): m for m in catalogue if m.id}
    return {key: message for key, message in found.items() if all(_texts(message))}
