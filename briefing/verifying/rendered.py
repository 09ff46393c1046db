"""A rendered page as the gate reads it: its parts with their ids, and every text outside of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.etree.ElementTree import Element

import tinyhtml5
from tinyhtml5 import inputstream

from briefing.language.hidden import marked

MARKED = {
    f"data-{role}": role
    for role in ("statement", "citation", "passage", "card", "back", "locator", "source", "handling", "bar")
}
"""Attribute -> the role of the part that it marks with an id."""
PICTURED = ("title", "desc")
"""What a picture is said to show: text of its own, wherever the picture stands."""


class _Patterns(dict[tuple[object, bool], re.Pattern[str]]):
    """Some characters, and whether to stop at others -> the pattern tinyhtml5 reads a stretch of a page with."""

    def __missing__(self, wanted: tuple[object, bool]) -> re.Pattern[str]:
        characters, opposite = wanted
        inside = "".join(f"\\x{ord(character):02x}" for character in characters)  # type: ignore[attr-defined]
        found = self[wanted] = re.compile(f"[{'' if opposite else '^'}{inside}]+")
        return found


inputstream.characters_until_regex = _Patterns()
"""tinyhtml5 2.1 never finds a pattern that it kept, and makes one for every word: half the time of reading a page."""


class Place(NamedTuple):
    """An element, and the part it lies in, if any."""

    element: Element
    part: Part | None

    @property
    def name(self) -> str:
        """How a message names the element."""
        marks = "".join(f' {key}="{self.element.get(key)}"' for key in ("id", "class") if self.element.get(key))
        return f"<{tag(self.element)}{marks}>"


@dataclass(eq=False, slots=True)
class Part:
    """What one element with a role prints: ``texts`` are its text nodes, those of parts inside it left out."""

    role: str
    id: str
    element: Element
    outer: Part | None
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text, white space folded."""
        return fold("".join(self.texts))


@dataclass(slots=True)
class Page:
    """A page as it was read from ``html``: its parts in order, the texts outside of parts, and all its elements."""

    html: str
    parts: list[Part] = field(default_factory=list)
    loose: list[tuple[Place, str]] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)


def fold(text: str) -> str:
    """``text`` as a page shows it: white space folded, and marks for characters that nobody would see."""
    return " ".join((text if text.isprintable() else marked(text)).split())


def tag(element: Element) -> str:
    """An element's name without namespace."""
    return str(element.tag).rpartition("}")[2]


def read(html: str) -> Page:
    """The page that a browser makes of ``html``. The contents of style and script are no text."""
    page = Page(html)
    waiting: list[tuple[Place, str | None]] = [
        (Place(tinyhtml5.parse(html, namespace_html_elements=False), None), None)
    ]
    while waiting:
        place, text = waiting.pop()
        if text is None:
            waiting.extend(reversed(list(_inside(page, place))))
        elif place.part is not None:
            place.part.texts.append(text)
        elif folded := fold(text):
            page.loose.append((place, folded))
    return page


def _inside(page: Page, place: Place) -> Iterator[tuple[Place, str | None]]:
    """What an element holds, in order: texts and elements. Keeps the element, and the part it begins, if any."""
    element = place.element
    if not isinstance(element.tag, str):
        return
    page.places.append(place)
    if tag(element) in ("style", "script"):
        return
    part = None if tag(element) in PICTURED else place.part
    for name, role in MARKED.items():
        if name in element.attrib:
            part = Part(role, element.attrib[name], element, place.part)
            page.parts.append(part)
    inner = Place(element, part)
    if element.text:
        yield inner, element.text
    for child in element:
        yield Place(child, part), None
        if child.tail:
            yield inner, child.tail
