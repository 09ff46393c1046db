"""Numbers of pages, written where the layout left room for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any


def number_pages(weasyprint: Any, document: Any) -> None:
    """Write the number of the page that each reference leads to into the room the template left for it.

    WeasyPrint's own target-counter() would lay out again every page that has one.
    """
    numbers: dict[str, int] = {}
    for number, page in enumerate(document.pages, 1):
        for name in page.anchors:
            numbers.setdefault(name, number)
    backs: dict[Any, list[Any]] = {}
    for page in document.pages:
        for _, target, _, link in page.links:
            for box in _with_class(link, "page-number") if target in numbers else ():
                _say(weasyprint, box, str(numbers[target]))
        if any(_has_class(link, "back") for *_, link in page.links):
            for box in _with_class(page._page_box, "cited-on"):
                backs.setdefault(box.element, []).append(box)
    kept = {box for fragments in backs.values() for box in _each_page_once(weasyprint, fragments, numbers)}
    for page in document.pages:
        links = [link for link in page.links if link[3] in kept or not _has_class(link[3], "back")]
        page.links = [_where_it_stands(link) for link in links]


def _each_page_once(weasyprint: Any, fragments: Sequence[Any], numbers: Mapping[str, int]) -> Iterator[Any]:
    """Of the ways back to the places that cite a passage, keep and yield the first to each page, and say that page.

    ``fragments`` are the boxes of the element that holds them, one a line; what stays moves up to what is before it.
    """
    said: set[int] = set()
    lines: list[list[Any]] = []
    between: list[tuple[list[Any], Any]] = []
    for fragment in fragments:
        lines.append([])
        for box in fragment.children:
            if not _has_class(box, "back"):
                between.append((lines[-1], box))
            elif (number := numbers[box.element.get("href")[1:]]) not in said:
                for line, text in between[:1] if said else between:
                    line.append(text)
                between = []
                said.add(number)
                lines[-1].append(box)
                _say(weasyprint, box, str(number))
                box.element.set("aria-label", f"{number},{box.element.get('aria-label').partition(',')[2]}")
                yield box
    _fill(fragments, lines)


def _fill(fragments: Sequence[Any], lines: Sequence[list[Any]]) -> None:
    """Put what is left of each line where it has moved to: on from its start, and up to the line before it with room.

    A text between two ways back stays with the one before it; nothing leaves its page. A text from right to left fills
    its lines leftwards.
    """
    leftwards = any(fragment.style["direction"] == "rtl" for fragment in fragments)
    ends = [max((box.position_x + box.margin_width() for box in f.children), default=0) for f in fragments]
    starts = [_start(fragment.children[0], leftwards) if fragment.children else 0 for fragment in fragments]
    filled: list[list[Any]] = [[] for _ in fragments]
    to, at = 0, starts[0]
    for own, line in enumerate(lines):
        for box in line:
            room = box.margin_width() if _has_class(box, "back") else 0.0
            while to < own and not (_above(fragments[to], fragments[own]) and at + room <= ends[to]):
                to, at = to + 1, starts[to + 1]
            after = at + box.margin_width() * (-1 if leftwards else 1)
            box.translate(min(at, after) - box.position_x, fragments[to].position_y - fragments[own].position_y)
            filled[to].append(box)
            at = after
    for fragment, boxes in zip(fragments, filled, strict=True):
        fragment.children = tuple(boxes)


def _start(box: Any, leftwards: bool) -> float:
    """Where a line begins whose first box is ``box``, at the width that the layout gave it."""
    return float(box.position_x + (box.margin_width() if leftwards else 0))


def _above(fragment: Any, other: Any) -> bool:
    """Whether a part of a line stands above another, on one page, in a text from left to right."""
    return bool(fragment.position_y < other.position_y) and fragment.style["direction"] == "ltr"


def _say(weasyprint: Any, box: Any, text: str) -> None:
    """Let the one text in a box that is laid out say something else, at the same place."""
    lines = weasyprint.text.line_break
    while hasattr(box, "children") and box.children:
        outer, box = box, box.children[0]
    layout = box.pango_layout = lines.create_layout(text, box.style, None, None, 0)
    box.text = text
    outer.width = box.width = lines.line_size(layout.get_first_line()[0], box.style)[0]


def _where_it_stands(link: tuple[Any, ...]) -> tuple[Any, ...]:
    """A link with the rectangle of its box, which may have moved since."""
    kind, target, _, box = link
    x, y, width, height = box.hit_area()
    return kind, target, (x, y, x + width, y + height), box


def _has_class(box: Any, name: str) -> bool:
    return box.element is not None and box.element.get("class") == name and not box.element_tag.endswith("::before")


def _with_class(box: Any, name: str) -> Iterator[Any]:
    """The boxes of elements of this class in ``box``, in order."""
    waiting = [box]
    while waiting:
        box = waiting.pop()
        if _has_class(box, name):
            yield box
        else:
            waiting.extend(reversed(list(box.all_children())))
