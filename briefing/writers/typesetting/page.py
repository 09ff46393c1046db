"""The text of a page -> what WeasyPrint lays out."""

from __future__ import annotations

import base64
import copy
import re
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any
from xml.etree.ElementTree import Element, SubElement

from lxml import etree, html
from tinyhtml5.constants import adjust_svg_attributes

from briefing.writers.typesetting.faces import unpacked

SVG = "{http://www.w3.org/2000/svg}"
FACE = re.compile(r"url\(data:font/\w+;base64,([A-Za-z0-9+/=]+)\)")
KEPT = "face:"
"""What the address of a typeface begins with that is kept beside the page."""
SPAN = re.compile(r"(?<![\w.#:-])span(?![\w-])[^;}]*\{")
"""A rule of style for spans."""
GLUED, JOINER = "glued", "\u2060"
"""The class of an element that no line break may part from the word before it, and the character that sees to it: as
part of that word's text it needs no box of its own, of which there would be hundreds."""
REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
NOTES = ("footnote", "note")
"""What a style names that has notes at the foot of a page."""


def opened(weasyprint: Any, text: str) -> Any:
    """The page as WeasyPrint's ``HTML``, read by lxml's parser: its own, in Python, takes a tenth of the whole time.

    It asks for nothing outside itself: other addresses than data are refused.
    """
    read, fetcher = _with_faces_apart(weasyprint, text)

    class Wrapper(weasyprint.cssselect2.ElementWrapper):  # type: ignore[misc]
        """An element, with its neighbours around it."""

        def query_all(self, *names: str) -> Iterator[SimpleNamespace]:
            """The elements in it of these names, where only they themselves are asked for: style sheets, metadata."""
            return (SimpleNamespace(etree_element=each) for each in self.etree_element.iter() if each.tag in names)

    class Page(weasyprint.HTML):  # type: ignore[misc]
        """A page that is read already, with the browser's rules of style it needs."""

        def __init__(self) -> None:
            self.base_url, self.url_fetcher, self.media_type = None, fetcher, "print"
            self.wrapper_element = Wrapper.from_html_root(elements(read), content_language=None)
            self.etree_element = self.wrapper_element.etree_element

        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
            sheets = super()._ua_stylesheets(forms)
            return sheets if any(f"float: {kind}" in text for kind in NOTES) else [_without_notes(s) for s in sheets]

    return Page()


def _with_faces_apart(weasyprint: Any, text: str) -> tuple[str, Any]:
    """The page with a short address for each typeface in it, and what answers to these addresses.

    WeasyPrint looks at each character of an address several times over, and a typeface has tens of thousands.
    """
    faces: list[str] = []

    def apart(found: re.Match[str]) -> str:
        """Keeps a typeface, and gives its address."""
        faces.append(found[1])
        return f"url({KEPT}{len(faces) - 1})"

    read = FACE.sub(apart, text)

    class Fetcher(weasyprint.urls.URLFetcher):  # type: ignore[misc]
        """Answers with what stands in the page."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            """What is at an address."""
            if not url.startswith(KEPT):
                return super().fetch(url, headers)
            face = unpacked(base64.b64decode(faces[int(url.removeprefix(KEPT))]))
            return weasyprint.urls.URLFetcherResponse(url, face)

    return read, Fetcher(allowed_protocols=("data",))


def elements(text: str) -> Element:
    """The elements of a page.

    A span that only carries data is none of them where no style names spans: what is in it stands where it stood.
    """
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    read = html.document_fromstring(text.replace("\0", "\ufffd").encode("utf-8", "replace"), parser=parser)
    spans_count = any(SPAN.search(REMARK.sub("", style.text or "")) for style in read.iter("style"))
    top = Element("page")
    within = [top]
    for event, node in etree.iterwalk(read, events=("start", "end")):
        if event == "end":
            within.pop()
            _write(within[-1], node.tail)
            continue
        if GLUED in node.get("class", "").split():
            _write(within[-1], JOINER)
        if spans_count or node.tag != "span" or any(not name.startswith("data-") for name in node.attrib):
            graphic = node.tag == "svg" or within[-1].tag.startswith(SVG)
            tag, attributes = _graphic(node) if graphic else (node.tag, dict(node.attrib))
            within.append(SubElement(_holder(within[-1], tag), tag, attributes))
        else:
            within.append(within[-1])
        _write(within[-1], node.text)
    return top[0]


def _write(into: Element, text: str | None) -> None:
    """Adds a text to the end of an element."""
    if text and len(into):
        into[-1].tail = (into[-1].tail or "") + text
    elif text:
        into.text = (into.text or "") + text


def _holder(above: Element, tag: str) -> Element:
    """Where an element belongs that stands in ``above``: a row of a table in a body, which may go without saying."""
    if (above.tag, tag) != ("table", "tr"):
        return above
    return above[-1] if len(above) and above[-1].tag == "tbody" else SubElement(above, "tbody")


def _graphic(node: Any) -> tuple[str, dict[str, str]]:
    """An element of a drawing, whose names HTML leaves in small letters and SVG does not."""
    return SVG + node.tag, {adjust_svg_attributes.get(name, name): value for name, value in node.attrib.items()}


def _without_notes(sheet: Any) -> Any:
    """A browser's style sheet without the pseudo-elements that any element may have, but that of a list's items.

    They are for notes at the foot of a page, and else six styles that are computed for each element and never used.
    """
    made = copy.copy(sheet)
    rules = made.matcher = copy.copy(sheet.matcher)
    anywhere = rules.other_selectors
    rules.other_selectors = [rule for rule in anywhere if rule[3] is None]
    markers = [rule for rule in anywhere if rule[3] == "marker"]
    named = rules.lower_local_name_selectors
    rules.lower_local_name_selectors = {**named, "li": [*named.get("li", ()), *markers]}
    return made
