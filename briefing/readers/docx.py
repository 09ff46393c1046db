"""Word documents: headings, paragraphs, lists, tables, footnotes, and the properties the document has of itself."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

from briefing.errors import SourceError
from briefing.readers.document import Document

MAIN = "word/document.xml"
PROPERTIES = "docProps/core.xml"

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
}
STATED: Mapping[str, str] = {
    "title": "dc:title",
    "author": "dc:creator",
    "language": "dc:language",
    "rights": "dc:rights",
}
"""For each field of metadata the property that states it. When a file was made says not when its text was published."""

NAMELESS = frozenset({"python-docx", "unknown", "microsoft office user", "user", "admin", "windows user", "author"})
"""What programs write where they know no author."""

STYLES = """
p[style-name='Title'] => h1:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Caption'] => p:fresh
"""
WAY_BACK = re.compile(r'\s*<a href="#(?:foot|end)note-ref-[\w-]+">↑</a>')
EMPTY_TITLE = re.compile(r"(?:Microsoft )?Word (?:Document|- .*)|.*\.docx?", re.IGNORECASE)


def parse(data: bytes, path: str) -> Document:
    """The document in a Word file.

    Raises SourceError where it is no such file, damaged, encrypted, too large unpacked, unsafe to read, or wordless.
    """
    from briefing.readers import archive, markup, page_tree  # they load lxml, which only such files need

    parts = archive.parts(data, path, "Word document (.docx)")
    if MAIN not in parts:
        raise SourceError(path, "is no Word document (.docx)", "open it in a word processor and save it as .docx")
    tree = page_tree.tree(_as_page(parts, path).encode(), path)
    text = markup.read(tree.root).text()
    if not re.search(r"\w", text):
        raise SourceError(path, "holds no words", "if it is a scan, save its text")
    return Document(text, _stated(parts.get(PROPERTIES)), tree.notices)


def _as_page(parts: Mapping[str, bytes], path: str) -> str:
    """The document as HTML, without pictures, from its parts alone: nothing else in the archive is looked at."""
    import mammoth

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    packed.seek(0)
    try:
        made = mammoth.convert_to_html(
            packed,
            style_map=STYLES,
            include_embedded_style_map=False,
            convert_image=_no_picture,
            ignore_empty_paragraphs=True,
        )
    except (KeyError, ValueError, AttributeError, TypeError, IndexError, OSError) as error:  # what damage looks like
        raise SourceError(path, f"cannot be read as a Word document ({error!r})", "open it and save it anew") from None
    return WAY_BACK.sub("", f"<html><body>{made.value}</body></html>")


def _no_picture(_: object) -> list[object]:
    return []


def _stated(properties: bytes | None) -> dict[str, object]:
    """What the document's properties state."""
    from lxml import etree

    if properties is None:
        return {}
    root = etree.fromstring(properties, etree.XMLParser(resolve_entities=False, no_network=True))
    found = {field: (root.findtext(place, "", NAMESPACES) or "").strip() for field, place in STATED.items()}
    if found["author"].lower() in NAMELESS:
        del found["author"]
    if EMPTY_TITLE.fullmatch(found["title"]):
        del found["title"]
    return {field: value for field, value in found.items() if value}
