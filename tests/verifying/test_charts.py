"""The gate on charts: a bar is its figure's value over the largest, in the briefing and on the page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from briefing.errors import VerificationError
from briefing.model.briefing import Briefing, ChartRow, Statement, Words
from briefing.model.claim import Claim, Figure
from briefing.verifying.charts import check_bar, check_chart
from briefing.verifying.evidence import Evidence
from briefing.verifying.printable import Printable
from briefing.verifying.rendered import read
from briefing.verifying.tree import walk
from tests.verifying.small_briefing import CLAIMS, ONE, claim, small_briefing, span, words

NAMES = ("Mayor", "Orrin", "insulin")
"""Words of the text that stand for the numerals 1, 3 and 4 of three items."""
VALUES = (1, 3, 4)


def numbered(name: str, value: Any, **more: Any) -> Claim:
    """The claim of one item, whose one figure is printed as ``name``."""
    made = Figure(*span(ONE, name), name, value, "boats", "boats", "items", **more)
    return claim(ONE, name, 1, (name,), name, form="indirect", figures=(made,))


ITEMS = tuple(numbered(name, value) for name, value in zip(NAMES, VALUES, strict=True))


def charted(claims: tuple[Claim, ...] = ITEMS, shares: tuple[float, ...] = (0.25, 0.75, 1.0), **more: Any) -> Briefing:
    """A briefing whose bottom line is a list of three items with bars."""
    items = tuple(
        Statement(f"s-{n}", "reported", (words(ONE, each.anchor.exact),), claims=(each.id,))
        for n, each in enumerate(claims, 1)
    )
    rows = tuple(ChartRow(f"s-{n}", c.id, 0, share) for n, (c, share) in enumerate(zip(claims, shares, strict=True), 1))
    drawn = {"items": items, "chart": rows, **more}
    source, found = CLAIMS.extractions[0]
    extractions = ((source, replace(found, claims=(*found.claims, *claims))), *CLAIMS.extractions[1:])
    return small_briefing(
        bottom_line=(Statement("s", "reported", (Words(ONE.anchor(0, 5)),), **drawn),),
        claims=replace(CLAIMS, extractions=extractions),
    )


def check(briefing: Briefing) -> None:
    """The gate's check of every chart."""
    for node in walk(briefing):
        check_chart(Evidence(briefing), node)


def test_a_chart_of_its_figures_passes() -> None:
    check(charted())


ROWS = charted().bottom_line[0].chart
REFUSED = {
    "a bar longer than its figure": (charted(shares=(0.3, 0.75, 1.0)), "its bar shows 0.3 of the longest, which 1"),
    "no bar as long as the scale": (charted(shares=(0.125, 0.375, 0.5)), "its bar shows 0.125 of the longest"),
    "a row too few": (charted(chart=ROWS[:2]), "its chart has other rows than its items"),
    "rows in another order": (charted(chart=ROWS[::-1]), "its chart has other rows than its items"),
    "a row of another item's claim": (
        charted(chart=(replace(ROWS[0], claim=ITEMS[1].id), *ROWS[1:])),
        "its bar is of no figure, or of one of several",
    ),
    "a row of no figure": (charted(chart=(replace(ROWS[0], figure=1), *ROWS[1:])), "“Mayor” does not print"),
    "a row of two figures": (
        charted((replace(ITEMS[0], figures=(*ITEMS[0].figures, *ITEMS[1].figures)), *ITEMS[1:])),
        "its bar is of no figure, or of one of several",
    ),
    "a range": (charted((numbered("Mayor", (1, 2)), *ITEMS[1:])), "figures that have no scale in common"),
    "a bound": (charted((numbered("Mayor", 1, bound=">="), *ITEMS[1:])), "figures that have no scale in common"),
    "nothing but noughts": (
        charted(tuple(numbered(name, 0) for name in NAMES), (0.0, 0.0, 0.0)),
        "its bar shows 0 of the longest, which 0 is not",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refuses_a_chart_with(case: str) -> None:
    briefing, what = REFUSED[case]
    with pytest.raises(VerificationError) as refused:
        check(briefing)
    assert what in refused.value.what


def bar(**changed: str) -> str:
    """The page's bar of the first item, its box's attributes changed."""
    box = {"x": "0", "y": "0", "width": "25.00", "height": "10", "fill": "currentColor"} | changed
    inside = " ".join(f'{name}="{value}"' for name, value in box.items())
    return f'<svg data-bar="s-1" viewBox="0 0 100 10"><title>bar</title><rect {inside}/></svg>'


def look(html: str) -> None:
    """The gate's check of the first bar of a page."""
    (part,) = read(html).parts
    check_bar(Printable(charted()), part)


def test_a_bar_as_wide_as_its_share_passes() -> None:
    look(bar())


@pytest.mark.parametrize(
    ("html", "what"),
    [
        (bar(width="26.00"), "its width is 26.00 where 25.00 is its share"),
        (bar(width="25%"), "its width is 25% where 25.00 is its share"),
        (bar(x="3"), "it is not one box from zero"),
        (bar(transform="scale(2,1)"), "it is not one box from zero"),
        (bar(stroke="red"), "it is not one box from zero"),
        (bar().replace("0 0 100", "0 0 50"), "it is not one box from zero"),
        (bar().replace("<rect", '<path d="M0 0H90"/><rect'), "it is not one box from zero"),
        (bar().replace("s-1", "s-9"), "the briefing has no chart with that item"),
    ],
)
def test_refuses_a_bar_that_is_not_its_rows(html: str, what: str) -> None:
    with pytest.raises(VerificationError) as refused:
        look(html)
    assert what in refused.value.what
