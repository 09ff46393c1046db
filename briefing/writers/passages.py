"""Passages of the annex as HTML, with the ways back to where they are cited.

What fills a gap in the literals below is a number, or HTML already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from markupsafe import Markup

from briefing.model.briefing import AnnexPassage, AnnexSource
from briefing.model.source import Locator
from briefing.writers.marks import HIDDEN
from briefing.writers.pieces import Tongue, escaped, wrapped

ARROW = Markup(
    f'<svg class="back-mark" viewBox="0 0 6 8" width="6" height="8" {HIDDEN}>'
    '<path d="M3 7.4V1.2M.8 3.4L3 1.2L5.2 3.4" fill="none" stroke="currentColor" stroke-width="1"/></svg>'
)
ROOM = Markup("&nbsp;&nbsp;")
"""What keeps room for the number of a page."""
MOST_BACKS = 8
"""Ways back from a passage; those beyond stand behind a summary, on the screen."""


class Passages:
    """Makes the passages of one page; ``label`` gives a fixed text by its key."""

    def __init__(self, medium: str, label: Callable[[str], str], tongue: Tongue) -> None:
        self._medium, self._label, self._tongue = medium, label, tongue

    @property
    def given(self) -> Mapping[str, Callable[..., Markup]]:
        """The parts by the names templates know them by."""
        return {"passages": self.passages, "backs": self.backs}

    def passages(self, source: AnnexSource) -> Markup:
        """The passages of a source, each with its place, its words, those that are cited marked, and its ways back."""
        tongue = self._tongue.attributes(source.language)
        return Markup("".join([self._passage(passage, source.number, tongue) for passage in source.passages]))

    def backs(self, citations: Iterable[str], before: int = 0) -> Markup:
        """Links to the places that cite a passage, by the citations' ids, numbered in the order of the page.

        ``before`` are printed already. On paper the writer puts the number of the page there, each page once.
        """
        if self._medium == "print":
            on = escaped(self._label("cited-on").replace(" ", "\u00a0"))
            links = [self._back(id_, number, Markup(f"{number}{ROOM}")) for number, id_ in enumerate(citations, 1)]
            return Markup(f'<span class="cited-on">{on}&nbsp;{", ".join(links)}</span>')
        numbered = enumerate(citations, before + 1)
        return Markup(" ".join([self._back(id_, number, Markup(f"{ARROW}{number}")) for number, id_ in numbered]))

    def _passage(self, passage: AnnexPassage, number: int, tongue: Markup) -> Markup:
        id_, place = escaped(passage.id), located(number, passage.locator, self._medium)
        pairs = zip(passage.pieces, passage.cited, strict=True)
        words = [f"<mark>{wrapped(each.text)}</mark>" if cited else wrapped(each.text) for each, cited in pairs]
        head = f'<span class="place" dir="ltr" data-locator="{id_}">{place} </span>'
        backs, more = self._ways(passage.back) if passage.back else ("", "")
        text = f'{head}<span data-passage="{id_}">{"".join(words)}</span>{backs}'
        kinds = f"passage{' item' * passage.item}{' head' * passage.heading}{' uncited' * (not passage.back)}"
        return Markup(f'<div id="{id_}" class="{kinds}">\n<p class="received"{tongue}>{text}</p>\n{more}</div>\n')

    def _ways(self, back: tuple[str, ...]) -> tuple[Markup, Markup]:
        """The ways back that stand behind the words of a passage, and those that stand behind a summary."""
        if self._medium == "print":
            return Markup(f" {self.backs(back)}"), Markup("")
        first = Markup(f' <span class="backs">{self.backs(back[:MOST_BACKS])}</span>')
        if self._medium != "screen" or len(back) <= MOST_BACKS:
            return first, Markup("")
        summary = f"<summary>{escaped(self._label('more-backs'))}</summary>"
        return first, Markup(f'<details class="backs">{summary}{self.backs(back[MOST_BACKS:], MOST_BACKS)}</details>\n')

    def _back(self, citation: str, number: int, inside: Markup) -> Markup:
        id_, name = escaped(citation), escaped(self._label("back"))
        return Markup(f'<a class="back" data-back="{id_}" href="#{id_}" aria-label="{number}, {name}">{inside}</a>')


def located(number: int, locator: Locator, medium: str) -> Markup:
    """The number of a source and a place in it, which paper does not tell apart."""
    mark = escaped(locator.mark)
    where = mark if medium == "print" else f'<span class="locator">{mark}</span>'
    return Markup(f'<span class="source-number">{number}</span>{where}')
