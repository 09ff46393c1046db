"""The tags of a PDF: what a text is part of (a heading, a list, a table, a link), for people who listen to the page.

WeasyPrint makes a tag of each box and of each run of text. Here a text belongs to what it stands in, and what means
nothing (a span, a line, a box that only the layout knows) is no tag: a third as many to make, to write and to read.
"""

from __future__ import annotations

import contextlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from briefing.writers.typesetting.changing import replaced

SVG = "{http://www.w3.org/2000/svg}"
TAGS = {
    **{name: name.upper() for name in ("p", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "th", "td")},
    **dict.fromkeys(("ul", "ol", "dl"), "L"),
    **dict.fromkeys(("li", "dt", "dd"), "LBody"),
    **dict.fromkeys(("caption", "figcaption"), "Caption"),
    **dict.fromkeys(("img", f"{SVG}svg"), "Figure"),
    "main": "Part",
    "article": "Art",
    "section": "Sect",
    "div": "Div",
    "blockquote": "BlockQuote",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tfoot": "TFoot",
    "li::marker": "Lbl",
}
"""The tags of elements, and of the mark before an item of a list. Others have one where they lead somewhere, or have a
language of their own."""
OF_TERMS = {("L", "div"): "LI", ("LI", "dt"): "Lbl"}
"""The tags of elements in a list of terms, by the tag around them: each pair of term and text is in an element."""
CELLS = ("TH", "TD")
POINT = 0.75
"""The points of a pixel."""


@contextlib.contextmanager
def tagged_by_meaning(weasyprint: Any) -> Iterator[None]:
    """Let the module ``weasyprint`` give the PDFs that it makes meanwhile these tags."""

    def add_tags(pdf: Any, document: Any, _version: object, streams: Sequence[Any]) -> None:
        """Adds the tags to a PDF whose pages are drawn."""
        tree = _Tree(weasyprint.pdf.pydyf, pdf)
        for number, (page, stream) in enumerate(zip(document.pages, streams, strict=True)):
            tree.add_page(number, page, stream._tags)
        tree.close()

    with replaced(weasyprint.pdf, add_tags=add_tags):
        yield


class Tag:
    """A tag, as an object of a PDF that is packed before it is written: ``kids`` are numbers of marks and references,
    ``more`` is what else it tells."""

    generation, free, compressible, offset, number = 0, "n", True, 0, 0

    def __init__(self, kind: str, pdf: Any, page: bytes, above: bytes) -> None:
        """A new object of ``pdf``; ``page`` and ``above`` are references of the page and of the tag it stands in."""
        pdf.add_object(self)
        self.kind = kind
        self.reference = b"%d 0 R" % self.number
        self.kids: list[bytes] = []
        self.more: dict[str, Any] = {}
        self.item: Tag | None = None
        self._page, self._above = page, above

    @property
    def data(self) -> bytes:
        """The tag as it is written."""
        kids = b" ".join(self.kids)
        page = b"/Pg " + self._page if self._page else b""
        more = b"".join(b"/%b %b" % (name.encode(), value.data) for name, value in self.more.items())
        return b"<</Type /StructElem/S /%b/P %b%b/K [%b]%b>>" % (self.kind.encode(), self._above, page, kids, more)


class _Tree:
    """The tags of one PDF as they grow; ``pydyf`` is the module that its other objects are of."""

    def __init__(self, pydyf: Any, pdf: Any) -> None:
        self._pydyf, self._pdf = pydyf, pdf
        self._root = pydyf.Dictionary({"Type": "/StructTreeRoot"})
        pdf.add_object(self._root)
        self._document = Tag("Document", pdf, b"", self._root.reference)
        self._root["K"] = pydyf.Array([self._document.reference])
        self._page, self._height = b"", 0.0
        self._marks: Mapping[Any, Mapping[str, Any]] = {}
        self._holders: list[bytes] = []
        self._by_number = pydyf.Array()
        self._links: list[tuple[Tag, Any]] = []
        self._headings: list[tuple[Any, Tag]] = []
        self._rows: list[list[tuple[Any, Tag]]] = []

    def add_page(self, number: int, page: Any, marks: Mapping[Any, Mapping[str, Any]]) -> None:
        """Adds what stands on a page; ``marks`` tells by box what number its text or picture was drawn with.

        What stands in the margin is read to nobody: its tag is not in the document's.
        """
        self._page, self._height, self._marks = self._pdf.page_references[number], page.height, marks
        margin = Tag("NonStruct", self._pdf, self._page, self._document.reference)
        self._holders = [margin.reference] * len(marks)
        for box in page._page_box.children:
            if not hasattr(box, "at_keyword"):
                self._add(box, page._page_box, self._document)
        margin.kids += [b"%d" % mark for mark, holder in enumerate(self._holders) if holder == margin.reference]
        self._by_number += [number, self._pydyf.Array(self._holders)]

    def close(self) -> None:
        """Adds what leads to the tags: from marks and links, and from the names of the headings of tables."""
        for number, (holder, annotation) in enumerate(self._links, len(self._by_number) // 2):
            self._by_number += [number, holder.reference]
            annotation["StructParent"] = number
        numbers = self._pydyf.Dictionary({"Nums": self._by_number})
        self._pdf.add_object(numbers)
        self._root["ParentTree"] = numbers.reference
        if self._headings:
            listed = sorted(self._headings, key=lambda heading: str(heading[0].string))
            names = self._pydyf.Array(part for name, cell in listed for part in (name, cell.reference))
            self._root["IDTree"] = self._pydyf.Dictionary({"Names": names})
        self._pdf.catalog["StructTreeRoot"] = self._root.reference
        self._pdf.catalog["ViewerPreferences"] = self._pydyf.Dictionary({"DisplayDocTitle": "true"})
        self._pdf.catalog["MarkInfo"] = self._pydyf.Dictionary({"Marked": "true"})

    def _add(self, box: Any, above: Any, into: Tag) -> None:
        """Adds a box that stands in the box ``above``, and all that stands in it, to a tag."""
        box = getattr(box, "_box", box)  # out of the flow, another stands in for it
        kind = _kind(box, above, into)
        rows, self._rows = self._rows, [] if kind == "Table" else self._rows
        tag = self._opened(kind, box, into) if kind else into
        mark = self._marks.get(box)
        if mark is not None:
            tag.kids.append(b"%d" % mark["mcid"])
            self._holders[mark["mcid"]] = tag.reference
        for child in box.children:
            self._add(child, box, tag)
        if kind == "Table":
            self._name_headings(tag)
        self._rows = rows

    def _opened(self, kind: str, box: Any, into: Tag) -> Tag:
        """A new tag for a box, in another, with all it tells."""
        made = self._in_item(kind, into) if kind in ("LBody", "Lbl") else self._tag(kind, into)
        if kind == "Link":
            self._lead(made, box.link_annotation)
        elif kind == "Figure":
            self._picture(made, box)
        elif kind == "TR":
            self._rows.append([])
        elif kind in CELLS and self._rows:
            spans = {name: n for name, n in (("ColSpan", box.colspan), ("RowSpan", box.rowspan)) if n != 1}
            made.more["A"] = self._pydyf.Dictionary({"O": "/Table", **spans})
            self._rows[-1].append((box, made))
        if language := _language(box):
            made.more["Lang"] = self._pydyf.String(language)
        return made

    def _tag(self, kind: str, into: Tag) -> Tag:
        made = Tag(kind, self._pdf, self._page, into.reference)
        into.kids.append(made.reference)
        return made

    def _in_item(self, kind: str, into: Tag) -> Tag:
        """The tag of what an item of a list says, or of the mark before it, which stands in what it says."""
        if kind == "Lbl":
            item = into.item or into
            made = self._tag(kind, item)
            item.kids.insert(0, item.kids.pop())
            return made
        item = into if into.kind == "LI" else self._tag("LI", into)
        made = self._tag(kind, item)
        made.item = item
        return made

    def _lead(self, link: Tag, annotation: Any) -> None:
        """Lets a tag be that of a link, which is no part of what is drawn."""
        link.kids.append(b"<</Type /OBJR/Obj %b/Pg %b>>" % (annotation.reference, self._page))
        self._links.append((link, annotation))

    def _picture(self, figure: Tag, box: Any) -> None:
        """Tells where a picture is and what it shows: the title of a drawing, the ``alt`` of any other."""
        left, top = box.content_box_x(), self._height - box.content_box_y()
        edges = (left, top - box.height, left + box.width, top)
        bounds = self._pydyf.Array(edge * POINT for edge in edges)
        figure.more["A"] = self._pydyf.Dictionary({"O": "/Layout", "BBox": bounds})
        shows = box.element.findtext(f"{SVG}title") if box.element_tag == f"{SVG}svg" else box.element.get("alt")
        if shows:
            figure.more["Alt"] = self._pydyf.String(shows)

    def _name_headings(self, table: Tag) -> None:
        """Lets each cell of a table name the headings of its row and of its columns."""
        columns: dict[int, list[Any]] = defaultdict(list)
        taken: set[tuple[int, int]] = set()
        for row, cells in enumerate(self._rows):
            at = 0
            of_row: list[Any] = []
            for box, cell in cells:
                while (row, at) in taken:
                    at += 1
                across = range(at, at + box.colspan)
                taken.update(product(range(row, row + box.rowspan), across))
                if cell.kind == "TH":
                    name = cell.more["ID"] = self._pydyf.String(f"{table.number}-{row}-{at}")
                    self._headings.append((name, cell))
                    for names in [of_row] if box.element.get("scope") == "row" else [columns[n] for n in across]:
                        names.append(name)
                else:
                    named = [*of_row, *(name for n in across for name in columns[n])]
                    cell.more["A"]["Headers"] = self._pydyf.Array(named)


def _kind(box: Any, above: Any, into: Tag) -> str | None:
    """The tag of a box that stands in another box and another tag; None where it has none."""
    name = box.element_tag
    if box.element is None or (box.element is above.element and name == above.element_tag):
        return None
    if name == "a":
        return "Link" if box.link_annotation is not None else None
    return OF_TERMS.get((into.kind, name)) or TAGS.get(name) or ("Span" if _language(box) else None)


def _language(box: Any) -> str | None:
    """The language that an element states, but for that of the whole page."""
    own = box.element_tag == box.element.tag != "html"
    return box.element.get("lang") if own else None
