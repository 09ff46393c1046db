"""Wordings side by side: the words that differ, and nothing lost between them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.composing.agreement import differing
from tests.composing.builder import source


def test_the_words_that_differ_are_marked() -> None:
    first, other = source("“There will be no more notes.”"), source("There will be no longer notes,")
    runs = differing((first, (0, len(first.text))), (other, (0, len(other.text))))
    assert [[run.text for run in side if run.differs] for side in runs] == [["more"], ["longer"]]


WORDED = st.text(min_size=1, max_size=60).map(lambda text: f"a{text}")


@given(WORDED, WORDED)
def test_the_runs_of_a_side_are_its_text(first: str, other: str) -> None:
    sources = source(first), source(other)
    for side, where in zip(differing(*((s, (0, len(s.text))) for s in sources)), sources, strict=True):
        assert "".join(run.anchor.exact for run in side) == where.text
