"""The masthead: the day a briefing speaks of, held against when its sources were published."""

from __future__ import annotations

import pytest

from briefing.composing.edition import Edition
from briefing.composing.limitations import limitations
from briefing.composing.masthead import day_notices
from briefing.model.request import Request
from tests.composing.builder import edition, source


def asked(as_of: str | None, *published: str | None) -> Edition:
    """An edition asked for as of a day, of sources published on days."""
    texts = [(source(f"Water rose {n}.", published=day), ()) for n, day in enumerate(published)]
    made = edition(*texts)
    made.request = Request(as_of=as_of)
    return made


def test_a_day_before_every_publication_is_told_and_limits() -> None:
    early = asked("2024-05-02", "2024-05-04", None, "2024-05-03")
    (notice,) = day_notices(early)
    assert (notice.code, notice.limits) == ("as-of-before-sources", True)
    assert notice.message == "The day asked for, 2024-05-02, is before the first publication of a source, 2024-05-03."
    lines = [line.text for line in limitations(early)]
    assert lines == ["The day this briefing speaks of is before the publication of every source that states its own."]


@pytest.mark.parametrize(
    ("as_of", "published"),
    [("2024-05-03", ("2024-05-03", "2024-05-04")), ("2024-05-02", (None,)), (None, ("2024-05-03",))],
)
def test_any_other_day_is_not(as_of: str | None, published: tuple[str | None, ...]) -> None:
    other = asked(as_of, *published)
    assert day_notices(other) == ()
    assert limitations(other) == ()
