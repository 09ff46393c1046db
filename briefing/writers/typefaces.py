"""Typefaces: which of those shipped a page needs, and what stands for characters that none of them draws."""

from __future__ import annotations

import base64
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
FONT_FILE = re.compile(r"url\(([\w./-]+\.woff2)\)")
FAMILY = re.compile(r'"([^"]+)"')
UNICODE_RANGE = re.compile(r"\s*unicode-range:([^;}]*);?")
EVERYWHERE, ON_PAPER = "fonts.css", "scripts.css"
"""The rules of the typefaces of a design, and of those of other scripts, which a screen has of its own."""
EMOJI = "emoji"
"""The family that Pango asks for emoji, whatever a style says."""
BOXES = "Briefing Boxes"
BEYOND = 0x1F000
"""Where the emoji begin that Unicode still adds to."""
NEVER_DRAWN = frozenset({"Cc", "Cf", "Cs", "Co", "Zs", "Zl", "Zp"})
"""Categories of Unicode of which nothing is seen: controls, half and private characters, spaces."""
BEGINNING = 10_000
"""Characters at the beginning of a text that are looked at one by one."""
VARIATION = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


@dataclass(frozen=True, slots=True)
class Face:
    """A typeface of one weight and style: its rule, where its file is, and the spans of characters it draws."""

    family: str
    rule: str
    folder: Path
    spans: tuple[tuple[int, int], ...]

    def draws(self, characters: Sequence[int]) -> bool:
        """Whether it draws any of the characters, which are in order."""
        return any(bisect_left(characters, low) < bisect_right(characters, high) for low, high in self.spans)

    def carried(self, *, ranged: bool) -> str:
        """The rule with the file inside, and the range of its characters where a reader of the page wants to know."""
        rule = self.rule if ranged else UNICODE_RANGE.sub("", self.rule)
        return FONT_FILE.sub(lambda found: _address("woff2", (self.folder / Path(found[1]).name).read_bytes()), rule)


def _address(kind: str, font: bytes) -> str:
    return f"url(data:font/{kind};base64,{base64.b64encode(font).decode('ascii')})"


@lru_cache
def faces(path: Path) -> tuple[Face, ...]:
    """The typefaces that a style sheet declares, in its order; none where there is no such file."""
    rules = FONT_FACE.findall(path.read_text("utf-8")) if path.is_file() else []
    return tuple(_face(rule, path.parent) for rule in rules)


def _face(rule: str, folder: Path) -> Face:
    family, declared = FAMILY.search(rule), UNICODE_RANGE.search(rule)
    parts = declared[1].split(",") if declared else ["U+0-10FFFF"]
    bounds = [part.strip().removeprefix("U+").split("-") for part in parts]
    spans = tuple((int(bound[0], 16), int(bound[-1], 16)) for bound in bounds)
    return Face(family[1] if family else "", " ".join(rule.split()), folder, spans)


def _characters(text: str) -> list[int]:
    """The different characters of a text, in order.

    A page has millions, nearly all of them among the few that it begins with: without those, what is left is soon seen.
    """
    often = bytes(set(text[:BEGINNING].encode("ascii", "ignore")))
    rest = text.encode("utf-8", "surrogatepass").translate(None, often).decode("utf-8", "surrogatepass")
    return sorted({*often, *map(ord, set(rest))})


def named(of: Iterable[Face], sheets: str, text: str) -> list[Face]:
    """Those of the typefaces that style sheets name and that draw any character of a text."""
    characters = _characters(text)
    return [face for face in of if f'"{face.family}"' in sheets and face.draws(characters)]


def undrawn(of: Iterable[Face], text: str) -> str:
    """The characters of a text that a reader should see and none of the typefaces draws, in order."""
    characters = _characters(text)
    drawn: set[int] = set()
    for low, high in (span for face in of for span in face.spans):
        drawn.update(characters[bisect_left(characters, low) : bisect_right(characters, high)])
    return "".join(each for c in characters if c not in drawn and _seen(each := chr(c)))


def _seen(character: str) -> bool:
    return unicodedata.category(character) not in NEVER_DRAWN and not VARIATION.match(character)


def for_rest(folder: Path, rest: str) -> tuple[list[Face], str]:
    """The typefaces of other scripts that draw any of the characters ``rest``, and those that none of them draws.

    Pango looks for emoji in one family alone: where that lacks any of them, it is left out for boxes.
    """
    found: list[Face] = []
    left = rest
    for face in faces(folder / ON_PAPER) if rest else ():
        still = undrawn([face], left)
        if still != left:
            found.append(face)
            left = still
    if any(ord(c) >= BEYOND for c in left):
        found = [face for face in found if face.family != EMOJI]
        left = undrawn(found, rest)
    return found, left


def boxes(characters: str) -> dict[str, str]:
    """Family -> rule of the typefaces that draw a box for each of the characters; none where there are none."""
    from briefing.writers.boxes import face

    emoji = [EMOJI] if any(ord(c) >= BEYOND for c in characters) else []
    families = [BOXES, *emoji] if characters else []
    rule = '@font-face {{ font-family: "{}"; src: {}; }}'
    return {family: rule.format(family, _address("ttf", face(family, characters))) for family in families}
