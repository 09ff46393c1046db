"""The text that a page's style sheets print: the strings of their declarations, and the attributes they show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import tinycss2

UNPRINTED = ("font-family", "font", "src", "font-feature-settings", "font-variation-settings", "grid-template-areas")
"""Properties whose strings are names, never text."""


@dataclass(frozen=True, slots=True)
class Printed:
    """What a sheet can print: ``texts``, the values of ``attributes``; and the addresses it asks for."""

    texts: tuple[str, ...]
    attributes: frozenset[str]
    urls: tuple[str, ...]


def printed(text: str, *, attribute: bool = False) -> Printed:
    """What a style sheet, or the declarations of a style ``attribute``, can print and fetch.

    The strings of a custom property are text where anything but a font uses it.
    """
    parse = tinycss2.parse_blocks_contents if attribute else tinycss2.parse_stylesheet
    found: dict[str, list[str]] = {}
    for kind, value in _values(parse(text, skip_comments=True, skip_whitespace=True)):
        found.setdefault(kind, []).append(value)
    used = dict.fromkeys(found.get("used", ()))
    texts = [*found.get("text", ()), *(text for name in used for text in found.get(name, ()))]
    return Printed(tuple(texts), frozenset(found.get("attribute", ())), tuple(found.get("url", ())))


def _values(rules: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """(kind, value) of every declaration, in rules of any depth, and the addresses of imports."""
    waiting = list(rules)
    while waiting:
        rule = waiting.pop()
        if rule.type == "declaration":
            yield from _of_declaration(rule)
        elif rule.type in ("at-rule", "qualified-rule"):
            if rule.type == "at-rule" and rule.lower_at_keyword == "import":
                yield from _urls(rule.prelude)
            waiting.extend(tinycss2.parse_blocks_contents(rule.content or []))


def _of_declaration(declaration: Any) -> Iterator[tuple[str, str]]:
    """("text" | "attribute" | "used" | "url" | a custom property's name, value) of one declaration."""
    name = declaration.name if declaration.name.startswith("--") else "text"
    yield from _urls(token for token in _tokens(declaration.value) if token.type != "string")
    if declaration.lower_name in UNPRINTED:
        return
    for token in _tokens(declaration.value):
        if token.type == "string":
            yield name, token.value
        elif token.type == "function" and token.lower_name in ("attr", "var"):
            kind = "attribute" if token.lower_name == "attr" else "used"
            yield from ((kind, argument.value) for argument in token.arguments if argument.type == "ident")
        elif token.type == "ident" and token.lower_value in ("open-quote", "close-quote"):
            yield name, "“"


def _urls(tokens: Iterable[Any]) -> Iterator[tuple[str, str]]:
    """The addresses among ``tokens``: url(…), and strings inside url() or at an @import."""
    for token in tokens:
        if token.type in ("url", "string"):
            yield "url", token.value
        elif token.type == "function" and token.lower_name in ("url", "src", "image-set"):
            yield from (("url", part.value) for part in token.arguments if part.type == "string")


def _tokens(value: Iterable[Any]) -> Iterator[Any]:
    """All tokens of a declaration's value, those in functions and blocks included, but for the strings in url()."""
    waiting = list(reversed(list(value)))
    while waiting:
        token = waiting.pop()
        yield token
        if token.type == "function" and token.lower_name not in ("url", "src", "image-set"):
            waiting.extend(reversed(token.arguments))
        elif token.type.endswith("block"):
            waiting.extend(reversed(token.content))
