"""The elements of a page: no text hides in an attribute or a style sheet, nothing is fetched, no other script runs."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from xml.etree.ElementTree import Element

from briefing.language.hidden import NEVER, marked
from briefing.model.record import CLAIMS, RECORD
from briefing.verifying.printable import Printable
from briefing.verifying.refusal import refuse, shown
from briefing.verifying.rendered import Page, Place, fold, tag
from briefing.verifying.style import Printed, printed

SILENT = re.compile(
    "accept-charset|aria-(hidden|labelledby|describedby|controls|current|level|live)|charset|class|cx|cy|d|datetime|dir|"
    "fill.*|focusable|for|headers|height|hidden|http-equiv|id|inert|lang|media|name|opacity|open|points|popover.*|"
    "preserveaspectratio|r|rel|reversed|role|rowspan|colspan|rx|ry|scope|start|stroke.*|style|tabindex|target|transform|"
    "translate|type|version|viewbox|width|x|x1|x2|xmlns|y|y1|y2|data-.*"
)
"""Attributes whose values no reader meets. All others but addresses are text."""
ADDRESSES = (
    "href",
    "src",
    "xlink:href",
    "srcset",
    "poster",
    "action",
    "formaction",
    "data",
    "cite",
    "background",
    "ping",
)
FOREIGN = (
    "iframe",
    "object",
    "embed",
    "base",
    "frame",
    "frameset",
    "applet",
    "portal",
    "form",
    "link",
    "foreignobject",
)
"""Elements that bring something else into the page or lead the reader's words out of it."""
META = ("viewport", "color-scheme", "theme-color", "referrer")
PICTURED_TEXT = re.compile(r"<text|<foreignobject|%3ctext|%3cforeignobject", re.IGNORECASE)
PAGE_GAP = re.compile(r"\[(?:page|pages)\]")
HASH = re.compile(r"'sha256-([A-Za-z0-9+/=]+)'")


def check_elements(printable: Printable, page: Page) -> None:
    """Refuse a page of which an element prints, fetches or runs what is not the briefing's."""
    styles = [_style(printable, place) for place in page.places]
    shown_attributes = frozenset().union(*(style.attributes for style in styles if style))
    policy = "".join(place.element.get("content", "") for place in page.places if _is_policy(place.element))
    scripts = [place for place in page.places if tag(place.element) == "script" and not _is_carried(place.element)]
    for place in page.places:
        _seen(place)
        if tag(place.element).lower() in FOREIGN:
            refuse(place.name, "the page is to hold nothing but itself", "take the element out of the template")
        for name, value in place.element.items():
            _attribute(printable, place, name.rpartition("}")[2].lower(), value, shown_attributes)
        if tag(place.element) == "img" and place.element.get("src") != printable.brand.logo:
            refuse(place.name, "it is not the logo of the brand", "take the picture out of the template")
    for place in scripts:
        _script(place, policy, len(scripts))


def _is_carried(element: Element) -> bool:
    """Whether an element holds what a published file carries of itself: data, which no browser runs or shows."""
    return dict(element.attrib) in ({"type": "application/json", "id": name} for name in (CLAIMS, RECORD))


def _seen(place: Place) -> None:
    """Refuse an element with a character that nobody sees, or that turns the order of what is printed."""
    element = place.element
    text = "" if tag(element) in ("style", "script") else element.text
    for value in (text, element.tail, *element.attrib.values()):
        if value and not value.isprintable() and NEVER.search(value):
            refuse(place.name, f"{shown(marked(value))} holds a hidden character", "print the mark that shows it")


def _is_policy(element: Element) -> bool:
    return tag(element) == "meta" and element.get("http-equiv", "").lower() == "content-security-policy"


def _style(printable: Printable, place: Place) -> Printed | None:
    """What the element's style sheet or style attribute prints. Refuses texts that are no labels, and addresses."""
    element = place.element
    attribute = element.get("style")
    if tag(element) != "style" and attribute is None:
        return None
    made = printed(attribute or "", attribute=True) if attribute else printed("".join(element.itertext()))
    paging = {part for label in printable.briefing.labels.values() for part in PAGE_GAP.split(label) if part != label}
    for text in made.texts:
        if not printable.is_label(text) and text not in paging:
            printable.stop(text, "is printed by a style sheet and is no label", place.name)
    for url in made.urls:
        _address(place, url)
    return made


def _attribute(printable: Printable, place: Place, name: str, value: str, shown_attributes: frozenset[str]) -> None:
    """Refuse an attribute that runs code, fetches, or says what is no label."""
    if name.startswith("on") or name == "srcdoc":
        refuse(place.name, f"{name} runs code of its own", "take the attribute out of the template")
    if name == "http-equiv" and value.lower() == "refresh":
        refuse(place.name, "it leads the reader away", "take the element out of the template")
    if name in ADDRESSES:
        _link(printable, place, name, value)
    elif name in shown_attributes or not _is_silent(place.element, name):
        _says(printable, place, value)


def _is_silent(element: Element, name: str) -> bool:
    if name == "content":
        return tag(element) != "meta" or _is_policy(element) or element.get("name", "").lower() in META
    return _is_unmet(name)


@lru_cache
def _is_unmet(name: str) -> bool:
    """Whether a reader never meets the values of attributes of this name: a page has few names and many attributes."""
    return SILENT.fullmatch(name) is not None


def _says(printable: Printable, place: Place, value: str) -> None:
    """Refuse an attribute's text that is nothing the briefing says; a way back may begin with its number."""
    text = fold(value)
    number, _, rest = text.partition(", ")
    back = "data-back" in place.element.attrib and number.isdecimal() and rest in printable.labels
    if not back and text not in printable.spoken and not printable.is_label(text):
        printable.stop(text, "is neither a statement, a citation nor a label", place.name)


def _link(printable: Printable, place: Place, name: str, value: str) -> None:
    """Refuse an address outside the page, but for a link to what a source states as its own address."""
    if (
        tag(place.element) == "a"
        and name == "href"
        and value in printable.addresses
        and value.startswith(("http://", "https://"))
    ):
        if "noreferrer" not in place.element.get("rel", "").split():
            refuse(place.name, f"the link to {value} tells where the reader comes from", 'add rel="noreferrer"')
        return
    _address(place, value)


def _address(place: Place, value: str) -> None:
    """Refuse an address that is neither within the page nor a font or picture inside it."""
    if value.startswith("data:image/svg"):
        drawn = (
            value if ";base64," not in value else base64.b64decode(value.partition(",")[2]).decode("utf-8", "replace")
        )
        if PICTURED_TEXT.search(drawn):
            refuse(place.name, "it draws text into a picture", "print text as text")
    elif not value.startswith(("#", "data:image/", "data:font/")):
        refuse(place.name, f"the page asks for {shown(value)}", "carry everything inside the page")


def _script(place: Place, policy: str, scripts: int) -> None:
    """Refuse a script other than the one that the page's policy names by its hash."""
    digest = base64.b64encode(hashlib.sha256("".join(place.element.itertext()).encode()).digest()).decode()
    allowed = next((rule for rule in policy.split(";") if rule.split()[:1] == ["script-src"]), "")
    if scripts != 1 or place.element.get("src") is not None or digest not in HASH.findall(allowed):
        refuse("<script>", "it is not the one script that the page's policy names", "take it out of the template")
