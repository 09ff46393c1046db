"""What stands on a page of a PDF: words with their places, and tables that lines are drawn around."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from briefing.readers import tables
from briefing.readers.raised import raised

if TYPE_CHECKING:
    from pdfplumber.page import Page
    from pdfplumber.table import Table

Character = Mapping[str, Any]
"""A character as pdfplumber gives it."""

UNKNOWN = "\ufffd"
NAMELESS = re.compile(r"\(cid:\d+\)|[\x00-\x08\x0b-\x1f\x7f\ue000-\uf8ff]")
"""What stands for a sign of which its font does not say what it is; signs of one font only read the same."""

BULLETS = dict.fromkeys(map(ord, "\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf0a8\uf0be\uf0e0"), "•")
"""The signs that Word's fonts of symbols have for list marks."""

LIGATURES = re.compile("[\ufb00-\ufb06]")
SMALL = 0.92
"""A raised digit is at most so large, compared with the largest character of its word."""

GAP = 0.18
"""Between two words is at least so much of the size of their characters."""

MOST_RULES = 1500
"""Lines and boxes on a page; where there are more, they draw a map or a chart, and no table."""

MOST_CHARACTERS = 50_000
"""Characters of a page that are read; a page of a newspaper has fewer."""

BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Box:
    """Words that stand together on one line, or a table; ``x0`` to ``bottom`` in points from the page's top left."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False
    rows: tuple[str, ...] = ()
    """The lines of a table; its ``text`` is then empty."""

    @property
    def words(self) -> int:
        """How many words it holds."""
        return len(self.text.split())


def boxes(page: Page) -> list[list[Box]]:
    """The words of a page and its ruled tables, for each direction of writing in which there are any."""
    inside = [char for char in page.chars[:MOST_CHARACTERS] if _is_on(page, char)]
    upright = [char for char in inside if char["upright"]]
    found = _words(upright)
    ruled = list(_tables(page, found)) if upright else []
    outside = [word for word in found if not any(_within(word, table) for table in ruled)]
    turned = [[char for char in inside if _turn(char) == turn] for turn in (1, -1)]
    return [*([[*outside, *ruled]] if found else []), *(_words(_upright(page, chars)) for chars in turned if chars)]


def _is_on(page: Page, char: Character) -> bool:
    x, y = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    left, top, right, bottom = page.bbox
    return bool(left <= x <= right and top <= y <= bottom)


def _turn(char: Character) -> int:
    """1 where a character is read from below, -1 where it is read from above, 0 where it is upright."""
    if char["upright"]:
        return 0
    return 1 if char["matrix"][1] > 0 else -1


def _upright(page: Page, chars: Sequence[Character]) -> list[dict[str, Any]]:
    """Turned characters as they stand when the page is turned so that they are upright."""
    made = []
    for char in chars:
        x0, x1, top, bottom = char["x0"], char["x1"], char["top"], char["bottom"]
        if _turn(char) == 1:
            place = {"x0": page.height - bottom, "x1": page.height - top, "top": x0, "bottom": x1}
        else:
            place = {"x0": top, "x1": bottom, "top": page.width - x1, "bottom": page.width - x0}
        made.append({**char, **place, "doctop": place["top"], "upright": True})
    return made


def _words(chars: Sequence[dict[str, Any]]) -> list[Box]:
    from pdfplumber.utils.text import dedupe_chars, extract_words

    plain = [{**char, "text": _text(char["text"])} for char in dedupe_chars(list(chars))]
    found = extract_words(plain, x_tolerance_ratio=GAP, y_tolerance=2, return_chars=True)
    return _with_indices([word for each in found if (word := _word(each["chars"])).text.strip()])


def _with_indices(words: Sequence[Box]) -> list[Box]:
    """The words, raised digits put to the word they stand behind."""
    ends: dict[int, list[int]] = {}
    for number, word in enumerate(words):
        ends.setdefault(round(word.x1), []).append(number)
    made: list[Box | None] = list(words)
    for number, word in enumerate(words):
        if not word.text.isdecimal():
            continue
        near = (at for x in range(round(word.x0) - 1, round(word.x0) + 2) for at in ends.get(x, ()))
        host = next((at for at in near if at != number and _is_raised(word, words[at])), None)
        before = made[host] if host is not None else None
        if host is not None and before is not None:
            made[host] = replace(before, text=before.text + raised(word.text, before.text), x1=word.x1)
            made[number] = None
    return [word for word in made if word is not None]


def _is_raised(word: Box, before: Box) -> bool:
    """Whether a word stands raised behind another."""
    overlap = min(word.bottom, before.bottom) - max(word.top, before.top)
    return word.size <= SMALL * before.size and overlap > 0 and word.bottom < before.bottom - 0.15 * before.size


def _text(text: str) -> str:
    text = NAMELESS.sub(UNKNOWN, text.translate(BULLETS))
    return LIGATURES.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)


def _word(chars: Sequence[Character]) -> Box:
    size = max(char["size"] for char in chars)
    large = [char for char in chars if char["size"] > SMALL * size]
    bottom = max(char["bottom"] for char in large)
    text, index = "", ""
    for char in reversed(chars) if is_leftward("".join(char["text"] for char in chars)) else chars:
        if char["size"] <= SMALL * size and char["text"].isdecimal() and char["bottom"] < bottom - 0.15 * size and text:
            index += char["text"]
        else:
            text, index = text + (raised(index, text) if index else "") + char["text"], ""
    text += raised(index, text) if index else ""
    return Box(
        text=text,
        x0=min(char["x0"] for char in chars),
        x1=max(char["x1"] for char in chars),
        top=min(char["top"] for char in large),
        bottom=bottom,
        size=size,
        bold=all(BOLD.search(char["fontname"]) for char in chars),
    )


def is_leftward(text: str) -> bool:
    """Whether a text is read from right to left: most of its letters are of such a script."""
    signs = [unicodedata.bidirectional(char) for char in text]
    return 2 * sum(sign in ("R", "AL") for sign in signs) > sum(sign in ("L", "R", "AL") for sign in signs)


def _tables(page: Page, words: Sequence[Box]) -> Iterator[Box]:
    """The tables that lines are drawn around."""
    if not 4 <= len(page.edges) <= MOST_RULES:
        return
    for table in page.find_tables():
        rows = _rows(table, words)
        if tables.is_data(rows):
            x0, top, x1, bottom = table.bbox
            yield Box("", x0, x1, top, bottom, 0, rows=tuple(tables.lines(rows)))


def _rows(table: Table, words: Sequence[Box]) -> list[list[tables.Cell]]:
    lefts = sorted({round(cell[0]) for cell in table.cells})
    tops = sorted({round(cell[1]) for cell in table.cells})
    inside = [word for word in words if _within(word, Box("", *_sides(table.bbox), 0))]
    rows: dict[int, list[tables.Cell]] = {top: [] for top in tops}
    for cell in sorted(table.cells, key=lambda cell: (round(cell[1]), cell[0])):
        x0, top, x1, bottom = cell
        here = [word for word in inside if _within(word, Box("", x0, x1, top, bottom, 0))]
        across = sum(round(x0) <= left < round(x1) - 1 for left in lefts)
        down = sum(round(top) <= each < round(bottom) - 1 for each in tops)
        bold = bool(here) and all(word.bold for word in here)
        rows[round(top)].append(tables.Cell(_read(here), max(across, 1), max(down, 1), bold))
    return list(rows.values())


def _sides(bbox: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    x0, top, x1, bottom = bbox
    return x0, x1, top, bottom


def _within(word: Box, frame: Box) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return frame.x0 <= x <= frame.x1 and frame.top <= y <= frame.bottom


def _read(words: Sequence[Box]) -> str:
    """The words of a cell in lines, from left to right."""
    ordered = sorted(words, key=lambda word: (word.top + word.bottom) / 2)
    lines: list[list[Box]] = []
    for word in ordered:
        if lines and (word.top + word.bottom) / 2 < lines[-1][0].bottom:
            lines[-1].append(word)
        else:
            lines.append([word])
    return " ".join(read_in_order([sorted(line, key=lambda word: word.x0) for line in lines]))


def read_in_order(lines: Sequence[Sequence[Box]]) -> Iterator[str]:
    """The words of lines that are sorted from left to right, in the order in which they are read."""
    for line in lines:
        yield from (word.text for word in (reversed(line) if is_leftward("".join(w.text for w in line)) else line))
