"""The written PDF: read back, it holds every statement and passage of the page it was made from, in the same order."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.verifying.glyphs import texts
from briefing.verifying.refusal import refuse, shown
from briefing.verifying.rendered import Page, Part, tag

ROLES = ("statement", "passage")
UNDRAWN = re.compile(r"\[U\+(?:200[C-F]|061C)\]")
"""Marks for joiners and directions, which a text is told by: where its script needs them, they shape it undrawn."""
UNCOMPARED = re.compile("[^\\w!-~]|_")
"""What is not compared: white space, and marks that a typeface may draw alike or not at all."""
CLOSE = 8
"""Of so many letters one may be another: typefaces draw some letters of two alphabets with one glyph."""
RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]")
"""Letters that a file holds in the order they are seen: of a text that has some, its letters are counted off a page."""
BACK = 1
"""Pages that a text may begin before the one ahead of it: columns side by side may both go on overleaf."""
NEAR = 4
"""Pages on which a text is looked for in every way before the pages after them are."""


def verify_same(screen: Page, paper: Page) -> None:
    """Raises VerificationError where two pages do not print the same statements and passages in the same order.

    What the screen prints once more elsewhere (in a list to choose from) does not count.
    """
    on_screen, on_paper = ([(part.role, part.id) for part in main_parts(page)] for page in (screen, paper))
    for role, id_ in sorted(set(on_screen) ^ set(on_paper)):
        refuse(f"{role} {id_}", "only one of screen and paper prints it", "print it on both")
    rest = iter(on_screen)
    for role, id_ in dict.fromkeys(on_paper):
        if not any(key == (role, id_) for key in rest):
            refuse(f"{role} {id_}", "it stands elsewhere on paper than on the screen", "keep one order")


def verify_pdf(page: Page, data: bytes) -> None:
    """Hold the PDF ``data`` against the print ``page`` it was made from.

    Hyphens, spaces, ligatures and the order of letters in right-to-left text do not count. Raises VerificationError
    that names the first statement or passage of which the file lacks words, or has them before what comes first.
    """
    sheets = [_key(text) for text in texts(data)]
    letters = [Counter(sheet) for sheet in sheets]
    ends: dict[str, tuple[int, int]] = {}
    at = 0
    for part in main_parts(page):
        words = _key(part.text)
        start = max((max(at - BACK, 0), 0), ends.get(words, (0, 0)))
        if RIGHT_TO_LEFT.search(words):
            found = _taken(letters, words, start[0])
        else:
            found = _find(sheets, words, start) if words else (at, 0)
        if found is None:
            what = f"the PDF lacks {shown(part.text)} after page {at + 1}, or has it out of order"
            refuse(f"{part.role} {part.id}", what, "print less, or report the page that loses it")
        at = max(at, found[0])
        ends[words] = (found[0], found[1] + len(words))


def main_parts(page: Page) -> Iterator[Part]:
    """The statements and passages of a page's main part, those on hover cards left out."""
    bodies = [place.element for place in page.places if tag(place.element) == "main"]
    inside = {id(element) for body in bodies[:1] for element in body.iter()}
    return (part for part in page.parts if part.role in ROLES and id(part.element) in inside and not _on_card(part))


def _on_card(part: Part) -> bool:
    outer = part.outer
    while outer is not None and outer.role != "card":
        outer = outer.outer
    return outer is not None


def _key(text: str) -> str:
    return UNCOMPARED.sub("", unicodedata.normalize("NFKC", UNDRAWN.sub("", text)))


def _find(sheets: Sequence[str], words: str, start: tuple[int, int]) -> tuple[int, int] | None:
    """The page and place at or after ``start`` where the words stand: near it rather than exactly further on."""
    near = min(start[0] + NEAR, len(sheets))
    for numbers in (range(start[0], near), range(near, len(sheets))):
        for match in (_exactly, _across, _nearly):
            for number in numbers:
                place = match(sheets, number, words, start[1] if number == start[0] else 0)
                if place is not None:
                    return number, place
    return None


def _exactly(sheets: Sequence[str], number: int, words: str, start: int) -> int | None:
    place = sheets[number].find(words, start)
    return place if place >= 0 else None


def _across(sheets: Sequence[str], number: int, words: str, start: int) -> int | None:
    """Where the words begin on a page, go on overleaf and end there or later."""
    place: int | None = None
    for sheet in sheets[number:]:
        kept = _longest(sheet, words, start)
        if kept == 0 or not words:
            break
        place = sheet.find(words[:kept], start) if place is None else place
        words, start = words[kept:], 0
    return place if not words else None


def _longest(sheet: str, words: str, start: int) -> int:
    """How many of the first letters of ``words`` stand together on a sheet."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if sheet.find(words[:middle], start) >= 0 else (low, middle - 1)
    return low


def _nearly(sheets: Sequence[str], number: int, words: str, start: int) -> int | None:
    """Where a stretch of a page has the letters of the words in any order, most of them."""
    sheet, lacking, lacks = sheets[number], Counter(words), len(words)
    for place in range(start, len(sheet)):
        lacks -= lacking[sheet[place]] > 0
        lacking[sheet[place]] -= 1
        if place - start >= len(words):
            gone = sheet[place - len(words)]
            lacking[gone] += 1
            lacks += lacking[gone] > 0
        if lacks <= len(words) // CLOSE:
            return start
    return None


def _taken(letters: Sequence[Counter[str]], words: str, start: int) -> tuple[int, int] | None:
    """Takes the letters of the words, or most of them, off the first page that has them left, and off the next."""
    for number in range(start, len(letters)):
        wanted = Counter(words)
        for sheet in letters[number : number + 2]:
            wanted -= sheet
        if wanted.total() <= len(words) // CLOSE:
            wanted = Counter(words)
            for sheet in letters[number : number + 2]:
                taken = wanted & sheet
                sheet -= taken
                wanted -= taken
            return number, 0
    return None
