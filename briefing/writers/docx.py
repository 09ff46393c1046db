"""Briefing -> Word: headings, a table of key figures, and citations that lead to bookmarks in the annex."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import UTC
from typing import TYPE_CHECKING, Any

from briefing.language.direction import direction
from briefing.language.hidden import shown
from briefing.model.briefing import Briefing
from briefing.writers.archive import UNDATED, moment
from briefing.writers.outline import Block, Run, Table, outline

if TYPE_CHECKING:
    from docx.document import Document

STYLES = {"item": "List Bullet", "quote": "Quote", "fact": "List Bullet"}
LONGEST_NAME = 40
"""Characters that Word allows a bookmark's name."""
LONGEST_TITLE = 255
"""Characters that the properties of a file allow its title."""
STAMP = (1980, 1, 1, 0, 0, 0)
"""When each part of the file says it was written: never the clock's time."""


def render(briefing: Briefing, page: str | None = None) -> bytes:
    """The Word file of a briefing; equal briefings, equal bytes. Raises TemplateError where a template is wrong."""
    import docx

    document = docx.Document()
    _about(document, briefing)
    writer = _Writer(document, briefing)
    for block in outline(briefing, page):
        writer.write(block)
    return _packed(document)


def _about(document: Document, briefing: Briefing) -> None:
    """What the file says of itself, its language, and the handling mark and page numbers of every page."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm, Pt

    core, at = document.core_properties, moment(briefing) or UNDATED
    core.title, core.language, core.author = _line(briefing.title.text), briefing.language, ""
    core.created = core.modified = at.astimezone(UTC).replace(tzinfo=None)
    core.comments = core.last_modified_by = ""
    section = document.sections[0]
    section.page_width, section.page_height = (
        (Mm(210), Mm(297)) if briefing.audience.page == "A4" else (Mm(216), Mm(279))
    )
    for place in (section.header, section.footer):
        paragraph = place.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if briefing.handling:
            mark = paragraph.add_run(briefing.handling)
            mark.bold, mark.font.size = True, Pt(12)
    _field(section.footer.add_paragraph(), "PAGE")
    document.styles["Normal"].font.size = Pt(10.5)
    _tongue(document.styles["Normal"].element.get_or_add_rPr(), briefing.language)


def _line(title: str) -> str:
    """A title as the properties of a file hold it: on one line, nothing hidden, cut where it is too long."""
    return " ".join(shown(title).split())[:LONGEST_TITLE]


class _Writer:
    """Adds blocks to a document, bookmarks for what is led to, links for what leads."""

    def __init__(self, document: Document, briefing: Briefing) -> None:
        self._document, self._language = document, briefing.language
        self._marks = 0

    def write(self, block: Block | Table) -> None:
        """One more block."""
        if isinstance(block, Table):
            self._table(block)
        elif block.kind == "heading":
            self._fill(self._document.add_heading("", level=min(block.level, 4)), block)
        else:
            self._fill(self._document.add_paragraph(style=STYLES.get(block.kind)), block)

    def _fill(self, paragraph: Any, block: Block) -> None:
        for name in block.ids:
            self._bookmark(paragraph, name)
        if block.term:
            paragraph.add_run("".join(run.text for run in block.term) + ": ").bold = True
        for run in block.runs:
            made = self._link(paragraph, run) if run.href.startswith("#") else paragraph.add_run(run.text)
            made.bold = run.strong or None if block.kind != "heading" else None
            made.italic = block.role in ("rail", "note") or None
            if run.marked:
                from docx.enum.text import WD_COLOR_INDEX

                made.font.highlight_color = WD_COLOR_INDEX.YELLOW
            if block.language:
                _tongue(made._r.get_or_add_rPr(), block.language)
        if block.language and direction(block.language) == "rtl":
            paragraph._p.get_or_add_pPr().append(_element("w:bidi"))

    def _bookmark(self, paragraph: Any, name: str) -> None:
        self._marks += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = _element(tag, id=str(self._marks), **({"name": _name(name)} if tag == "w:bookmarkStart" else {}))
            paragraph._p.append(mark)

    def _link(self, paragraph: Any, run: Run) -> Any:
        from docx.shared import RGBColor
        from docx.text.run import Run as Made

        link = _element("w:hyperlink", anchor=_name(run.href[1:]), history="1")
        made = _element("w:r")
        link.append(made)
        paragraph._p.append(link)
        link_run = Made(made, paragraph)
        link_run.text, link_run.font.underline, link_run.font.color.rgb = run.text, True, RGBColor(0x5B, 0x21, 0x48)
        link_run.font.superscript = run.citation or None
        return link_run

    def _table(self, table: Table) -> None:
        from docx.shared import Pt

        if table.caption:
            caption = self._document.add_paragraph(style="Caption")
            self._fill(caption, Block("paragraph", table.caption, table.ids))
        columns = max((len(row) for row in (table.heads, *table.rows)), default=0)
        if not columns:
            return
        made = self._document.add_table(rows=0, cols=columns, style="Table Grid")
        for at, row in enumerate([*([table.heads] if table.heads else []), *table.rows]):
            cells = made.add_row().cells
            for cell, blocks in zip(cells, row, strict=False):
                for number, block in enumerate(blocks):
                    paragraph = cell.paragraphs[0] if number == 0 else cell.add_paragraph()
                    paragraph.paragraph_format.space_after = Pt(2)
                    self._fill(paragraph, block)
            if at == 0 and table.heads:
                made.rows[0]._tr.get_or_add_trPr().append(_element("w:tblHeader", val="true"))
        self._document.add_paragraph()


def _name(name: str) -> str:
    """A bookmark's name: letters, digits and underscores, begun with a letter."""
    plain = "".join(c if c.isalnum() and c.isascii() else "_" for c in name)
    return f"b_{plain}"[:LONGEST_NAME]


def _element(tag: str, **attributes: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made


def _tongue(properties: Any, language: str) -> None:
    """The language of a text, for whoever reads it aloud or checks its spelling."""
    rtl = direction(language) == "rtl"
    properties.append(_element("w:lang", **{"bidi" if rtl else "val": language}))


def _field(paragraph: Any, code: str) -> None:
    """A field that Word fills in, such as the number of the page."""
    field = _element("w:fldSimple", instr=code)
    run = _element("w:r")
    field.append(run)
    paragraph._p.append(field)


def _packed(document: Document) -> bytes:
    """The bytes of the file, every part in one order and without a clock's time."""
    raw, packed = io.BytesIO(), io.BytesIO()
    document.save(raw)
    with zipfile.ZipFile(raw) as read, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as write:
        for name in _ordered(read.namelist()):
            entry = zipfile.ZipInfo(name, STAMP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            write.writestr(entry, read.read(name))
    return packed.getvalue()


def _ordered(names: Iterable[str]) -> Iterator[str]:
    """The parts of the file: the table of their kinds first, as the format asks."""
    yield from sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
