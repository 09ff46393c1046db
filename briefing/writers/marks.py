"""Marks: small drawings for the eye, beside words that say the same.

On paper a drawing needs a name, for the tags of the PDF.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from markupsafe import Markup

from briefing.model.briefing import ChartRow
from briefing.writers.pieces import escaped

HIDDEN = Markup('aria-hidden="true" focusable="false"')
"""Attributes that keep a drawing from those who listen to the page and from the keyboard."""
MOST_OUTLETS = 3
"""Outlets that the mark of origins has room for."""


class Marks:
    """Draws the marks of one page; ``label`` gives a fixed text by its key."""

    def __init__(self, medium: str, label: Callable[[str], str], *, mirrored: bool) -> None:
        self._medium, self._label, self._mirrored = medium, label, mirrored

    @property
    def given(self) -> Mapping[str, Callable[..., Markup]]:
        """The marks by the names templates know them by."""
        return {
            "origin_mark": self.origin_mark,
            "differs_mark": self.differs_mark,
            "bar": self.bar,
            "tick": self.tick,
        }

    def origin_mark(self, mark: tuple[int, int] | None) -> Markup:
        """Support as a picture: a square an outlet, with a line to a circle, an origin; dashed where none is stated.

        ``mark`` is how many there are of each. Nothing is drawn of more outlets than there is room for.
        """
        if not mark or not 1 <= mark[0] <= MOST_OUTLETS or mark[1] > mark[0]:
            return Markup("")
        drawn = "\n".join([*_outlets(*mark), *_origins(mark[1])])
        head = Markup(f'<svg class="origin-mark" viewBox="0 0 24 12" width="24" height="12" {HIDDEN}>')
        return Markup(f"{head}{self._name('alt-origins')}\n{drawn}\n</svg>\n")

    def differs_mark(self) -> Markup:
        """An unequal sign."""
        head = Markup(f'<svg class="differs-mark" viewBox="0 0 10 10" width="10" height="10" {HIDDEN}>')
        line = '<path d="M1 3.6H9M1 6.6H9M7 .8L3 9.2" fill="none" stroke="currentColor" stroke-width="1.3"/>'
        return Markup(f"{head}{self._name('alt-differs')}{line}</svg>")

    def bar(self, row: ChartRow) -> Markup:
        """The bar of a row of a chart: from zero, where a line of the page begins, as wide as the row's share."""
        zero = f"{100 - 100 * row.share:.2f}" if self._mirrored else "0"
        box = f'<rect x="{zero}" y="0" width="{100 * row.share:.2f}" height="10" fill="currentColor"/>'
        size = Markup('viewBox="0 0 100 10" preserveAspectRatio="none" width="100" height="10"')
        head = Markup(f'<svg class="chart-bar" data-bar="{escaped(row.item)}" {size} {HIDDEN}>')
        return Markup(f"{head}{self._name('alt-bar')}{box}</svg>")

    def tick(self, voice: str) -> Markup:
        """The colour of a voice."""
        return Markup(f'<span class="tick tick-{escaped(voice)}" aria-hidden="true"></span>')

    def _name(self, key: str) -> Markup:
        """What a drawing is called, on paper."""
        return Markup(f"<title>{escaped(self._label(key))}</title>" if self._medium == "print" else "")


def _outlets(outlets: int, origins: int) -> Iterator[str]:
    """A square an outlet, one below the other, with a line to its origin."""
    last = max(origins, 1) - 1
    for index in range(outlets):
        y = 6 if outlets == 1 else 2.4 + index * 7.2 / (outlets - 1)
        to = _height(min(index, last), last)
        yield f'<path d="M3 {y}H8L16 {to}" fill="none" stroke="currentColor" stroke-width="1"/>'
        yield f'<rect x="0" y="{y - 2}" width="4" height="4" fill="currentColor"/>'


def _origins(origins: int) -> Iterator[str]:
    """A circle an origin, one below the other; one that is dashed where there is none."""
    last = max(origins, 1) - 1
    dashed = "" if origins else ' stroke-dasharray="1.6 1.3"'
    for index in range(last + 1):
        place = f'cx="18.5" cy="{_height(index, last)}" r="2.3"'
        yield f'<circle {place} fill="none" stroke="currentColor" stroke-width="1.2"{dashed}/>'


def _height(index: int, last: int) -> float:
    """Where the middle of a circle stands, of those numbered from 0 to ``last``."""
    return 6 if last == 0 else 2.6 + index * 6.8 / last
