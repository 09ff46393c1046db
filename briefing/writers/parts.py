"""What templates print statements and citations with, as HTML.

The elements made here carry the ids by which the gate finds what each text stands on, and a page has thousands of them:
as macros they took most of its time. Whatever fills a gap in the literals below is a number, or HTML already: Markup,
made by ``escaped`` or by another part.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from markupsafe import Markup

from briefing.model.briefing import Briefing, Citation, Fact, Statement
from briefing.writers.excerpts import Excerpts
from briefing.writers.passages import located
from briefing.writers.pieces import Tongue, escaped, wrapped


class Parts:
    """Makes the parts of one page of a briefing.

    ``label`` gives a fixed text by its key; ``first`` says whether an element of an id is printed for the first time.
    A part raises AttributeError where it is given what is no statement or citation.
    """

    def __init__(
        self,
        briefing: Briefing,
        medium: str,
        label: Callable[[str], str],
        first: Callable[[str], bool],
        tongue: Tongue,
    ) -> None:
        self._briefing, self._medium, self._label, self._first = briefing, medium, label, first
        self._tongue = tongue
        self._excerpts = Excerpts(briefing)
        self._heads: dict[int, Markup] = {}

    @property
    def given(self) -> Mapping[str, Callable[..., object]]:
        """What templates print texts with, by the names they know it by."""
        tongue = self._tongue
        given: dict[str, Callable[..., object]] = {"say": self.say, "cited": self.cited, "cites": self.cites}
        given |= {"cite": self.cite, "facts": self.facts}
        given |= {"pieces": tongue.pieces, "tongue": tongue.attributes, "flow": tongue.flow}
        return given | {"excerpt": self._excerpts, "wrapped": wrapped}

    def flow(self, statement: Statement) -> Markup:
        """The dir attribute of a block of a statement; none where it has the direction of the page."""
        return self._tongue.flow(statement.language)

    def say(self, statement: Statement, kind: str = "", **named: str) -> Markup:
        """A statement's text in the element that carries its id; ``kind`` is its class, ``class`` to a template."""
        shown_as = _class(kind, named)
        classed = f' class="{escaped(shown_as)}"' if shown_as else ""
        tongue, text = self._tongue.attributes(statement.language), self._tongue.pieces(statement)
        return Markup(f'<span data-statement="{escaped(statement.id)}"{classed}{tongue}>{text}</span>')

    def cited(self, statement: Statement, kind: str = "", **named: str) -> Markup:
        """A statement and, glued to it, its citations, which stand where its last word ends."""
        said, cites = self.say(statement, kind, **named), self.cites(statement.citations, glued=True)
        flow = self._tongue.flow(statement.language)
        return Markup(f"<span{flow}>{said}{cites}</span>" if flow else f"{said}{cites}")

    def cites(self, citations: Iterable[Citation], glued: bool = False) -> Markup:
        """Citations one after another, the first of them glued to what stands before it where that is asked."""
        return Markup(" ".join([self.cite(each, glued and not index) for index, each in enumerate(citations)]))

    def cite(self, citation: Citation, glued: bool = False) -> Markup:
        """A citation: a link to what it opens and, on the screen, the card that shows it.

        ``glued``: nothing stands between it and the text before it, not even a place where a line may break.
        """
        id_, name = escaped(citation.id), escaped(citation.label)
        own = f' id="{id_}"' if self._first(citation.id) else ""
        kind = "citation glued" if glued else "citation"
        head = f'<a{own} class="{kind}" data-citation="{id_}" href="#{escaped(citation.target)}" aria-label="{name}">'
        link = f"{head}{located(citation.number, citation.locator, self._medium)}</a>"
        return Markup(f'<span class="cite">{link}{self._card(citation)}</span>' if self._medium == "screen" else link)

    def facts(self, facts: Iterable[Fact], kind: str) -> Markup:
        """Labelled facts, as a list of the class ``kind``."""
        return Markup(f'<dl class="facts {escaped(kind)}">\n{"".join([self._fact(fact) for fact in facts])}</dl>\n')

    def _fact(self, fact: Fact) -> Markup:
        label = escaped(self._label(fact.label))
        classed = f' class="{escaped(fact.label)}"' if self._medium == "screen" else ""
        value = (
            f"{self.say(fact.value, 'missing' if fact.missing else '')}{self.cites(fact.value.citations, glued=True)}"
        )
        note = f' <span class="note">{self.cited(fact.note)}</span>' if fact.note else ""
        return Markup(f"<div{classed}><dt>{label}</dt>\n<dd>{value}{note}</dd></div>\n")

    def _card(self, citation: Citation) -> Markup:
        """The cited words in their context, under the title of their source."""
        found = self._excerpts(citation)
        before = f"{self._cut} " if found.cut_before else ""
        after = f" {self._cut}" if found.cut_words or found.cut_after else ""
        words = f"{before}{escaped(found.before)}<mark>{escaped(found.words)}</mark>{escaped(found.after)}{after}"
        head = self._head(citation.number)
        return Markup(
            f'<span class="card" data-card="{escaped(citation.id)}">\n{head}{words}</span>\n{self._opens}\n</span>'
        )

    def _head(self, number: int) -> Markup:
        """What the cards of a source, by its number, begin with: its title, and the beginning of its words' element."""
        if number not in self._heads:
            entry = self._briefing.sources[number - 1]
            of = f'<span class="source-number" data-source="{escaped(entry.source)}">{entry.number}</span>'
            tongue = self._tongue.attributes(entry.title.language)
            title = f'<span class="card-title">{of} {self.say(entry.title)}</span>'
            self._heads[number] = Markup(f'{title}\n<span class="card-words"{tongue}>')
        return self._heads[number]

    @cached_property
    def _cut(self) -> Markup:
        """What stands where a card leaves words out."""
        return Markup(f'<span class="cut">{escaped(self._label("more"))}</span>')

    @cached_property
    def _opens(self) -> Markup:
        """What a card says at its end of where its citation leads."""
        told = self._label("card-open" if self._briefing.annex.sources else "card-open-source")
        return Markup(f'<span class="card-note">{escaped(told)}</span>')


def _class(kind: str, named: Mapping[str, str]) -> str:
    """The class that a part is given, by its place or, as ``class``, by its name. Raises TypeError on other names."""
    for name in named.keys() - {"class"}:
        raise TypeError(f"there is no argument {name!r}")
    return named.get("class", kind)
