"""Lines: statements down the spine of a page, as HTML, with a rail beside each, list items, a chart and notes beneath.

What fills a gap in the literals below is a number, or HTML already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from markupsafe import Markup

from briefing.model.briefing import ChartRow, Phrase, Statement
from briefing.model.facets import OF_SOURCES
from briefing.writers.links import Links
from briefing.writers.marks import HIDDEN, Marks
from briefing.writers.parts import Parts
from briefing.writers.pieces import escaped

LONG_LIST = 12
"""List items beyond which the end of a page may part a statement."""
LONG_TEXT = 480
"""Characters beyond which it may."""
DIFFERING = ("differs-in", "other-speaker-in")
"""The phrases of notes on what others say differently."""


class Lines:
    """Makes the lines of one page; ``label`` gives a fixed text by its key."""

    def __init__(self, medium: str, label: Callable[[str], str], parts: Parts, marks: Marks, links: Links) -> None:
        self._screen, self._label = medium == "screen", label
        self._parts, self._marks, self._links = parts, marks, links

    @property
    def given(self) -> Mapping[str, Callable[..., Markup]]:
        """The lines by the names templates know them by."""
        return {"lines": self.lines, "line": self.line, "chart": self.chart}

    def lines(self, statements: Iterable[Statement]) -> Markup:
        """Statements, one below the other.

        The rail names a voice, and what or whom it is about, where that changes. On the screen it names the voice again
        with what it is about, since a link may lead there; on paper only where the voice changes.
        """
        made: list[str] = []
        before = ("", "", "", "")
        for statement in statements:
            rail = _rail(statement)
            again = not self._screen and rail[0] == before[0] != "consideration" and bool(_about(statement))
            made += (self.line(statement, rail != before, not again), "\n")
            before = rail
        return Markup("".join(made))

    def line(self, statement: Statement, named: bool = True, voiced: bool = True) -> Markup:
        """A statement; where it is ``named``, with its rail, which where it is ``voiced`` names the voice."""
        told = bool(statement.claims) and statement.voice in OF_SOURCES
        place = self._home(statement) if told else ""
        facets = self._links.facets(statement) if told and self._screen else ""
        head = f'<div{place}{facets} class="{_kinds(statement, named, voiced)}">'
        rail = self._rail(statement, voiced) if named else ""
        said = f"{self._says(statement, told)}{self._beneath(statement)}"
        notes = "".join([self._note(statement, note) for note in statement.notes])
        return Markup(f'{head}\n{rail}<div class="text">\n{said}{notes}</div>\n</div>\n')

    def chart(self, statement: Statement) -> Markup:
        """A list whose figures lie on one scale: the words as the source has them, number included, a bar beside."""
        rows = "".join([self._row(*pair) for pair in zip(statement.items, statement.chart, strict=True)])
        note = f'<p class="note chart-note">{self._told("chart-note")}</p>'
        return Markup(f'{note}\n<ul class="items chart">\n{rows}</ul>\n')

    def _told(self, key: str) -> Markup:
        return escaped(self._label(key))

    def _rail(self, statement: Statement, voiced: bool) -> Markup:
        voice = f'<span class="voice">{self._told(f"voice-{statement.voice}")}</span>' if voiced else ""
        about = [self._parts.say(each) for each in _about(statement)]
        about += [self._told("from-a-rule")] if statement.voice == "consideration" else []
        rows = "".join([f' <span class="about">{each}</span>\n' for each in about])
        return Markup(f'<p class="rail">{voice}\n{rows}</p>\n')

    def _says(self, statement: Statement, told: bool) -> Markup:
        """What a statement says, with its citations, and a source's statement with its own link."""
        kind = "blockquote" if statement.voice == "quoted" else "div"
        cited = self._parts.cited(statement)
        tools = f"{self._places(statement)}{self._tools(statement)}" if told and self._screen else ""
        text = f"<p{self._parts.flow(statement)}>{cited}{tools}</p>"
        return Markup(f'<{kind} class="says">{text}</{kind}>\n')

    def _beneath(self, statement: Statement) -> Markup:
        """The chart or the list items of a statement."""
        if statement.chart:
            return Markup(f"{self.chart(statement)}\n")
        items = "".join([self._item(item) for item in statement.items])
        return Markup(f'<ul class="items">\n{items}</ul>\n' if items else "")

    def _item(self, item: Statement) -> Markup:
        place = self._home(item) if self._screen and item.claims else ""
        return Markup(f"<li{place}{self._parts.flow(item)}>{self._parts.cited(item)}</li>\n")

    def _row(self, item: Statement, row: ChartRow) -> Markup:
        place = self._home(item) if self._screen and item.claims else ""
        said, bar = self._parts.say(item), self._marks.bar(row)
        cites = f'<span class="places">{self._parts.cites(item.citations)}</span>'
        return Markup(f'<li{place}><span class="drawn">{said}</span> {bar} {cites}</li>\n')

    def _note(self, statement: Statement, note: Statement) -> Markup:
        """A note, which leads to where the wordings it speaks of stand side by side."""
        differs = isinstance(note.pieces[0], Phrase) and note.pieces[0].key in DIFFERING
        mark = f"{self._marks.differs_mark()} " if differs else ""
        cited, wordings = self._parts.cited(note), self._links.comparison(statement, note)
        link = f' <a href="#{escaped(wordings)}">{self._told("compare")}</a>' if wordings else ""
        return Markup(f'<p class="note">{mark}{cited}\n{link}</p>\n')

    def _home(self, statement: Statement) -> Markup:
        """The id that makes a claim's own link lead to the first claim of a statement, if it leads there."""
        claim = statement.claims[0]
        return Markup(f' id="{escaped(claim)}"' if self._links.at_home(claim, statement) else "")

    def _places(self, statement: Statement) -> Markup:
        """Where the links of a statement's other claims lead."""
        led = [claim for claim in statement.claims[1:] if self._links.at_home(claim, statement)]
        return Markup("".join([f'<span id="{escaped(claim)}" class="claim-place"></span>' for claim in led]))

    def _tools(self, statement: Statement) -> Markup:
        """A statement's own link, and what copies it with its citation once the script runs."""
        link, copy = self._tools_said
        return Markup(
            f'<span class="tools"><a class="own-link" href="#{escaped(statement.claims[0])}" {link}{copy}</span>'
        )

    @cached_property
    def _tools_said(self) -> tuple[Markup, Markup]:
        """The end of a link of a statement's own, and the button that copies."""
        link, copy = (f'aria-label="{text}" title="{text}"' for text in map(self._told, ("own-link", "copy")))
        button = f'<button type="button" class="copy" hidden {copy}>{_icon("copy")}</button>'
        return Markup(f"{link}>{_icon('link')}</a>"), Markup(button)


def _about(statement: Statement) -> list[Statement]:
    """What and whom a statement is about."""
    return [each for each in (statement.topic, statement.speaker) if each]


def _rail(statement: Statement) -> tuple[str, str, str, str]:
    """What the rail of a statement tells, its voice first."""
    topic, speaker = (each.text if each else "" for each in (statement.topic, statement.speaker))
    return statement.voice, topic, speaker, statement.rule or ""


def _kinds(statement: Statement, named: bool, voiced: bool) -> Markup:
    """The classes of a line: its voice, how many rows its rail has, and whether it is long."""
    rows = voiced + len(_about(statement)) + (statement.voice == "consideration")
    rail = f" rail-{rows}" if named else ""
    long = " long-list" if len(statement.items) > LONG_LIST else " long-text" if len(statement.text) > LONG_TEXT else ""
    return Markup(f"line voice-{escaped(statement.voice)}{rail}{long}")


def _icon(name: str) -> Markup:
    return Markup(f'<svg width="15" height="15" {HIDDEN}><use href="#icon-{escaped(name)}"/></svg>')
