"""Wordings side by side: the words that differ, and nothing lost between them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.composing.wordings import corresponding, differing
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


def test_only_the_clauses_that_correspond_are_shown() -> None:
    first = source("‘All must go home; they now have their own state, their own king in Aru. Our land is ours.’")
    other = source("“They have their own state, their own so-called crown. The time is over,”")
    sides = corresponding((first, (0, len(first.text))), (other, (0, len(other.text))))
    assert [where.text[slice(*span)] for where, span in sides] == [
        "they now have their own state, their own king in Aru.",
        "“They have their own state, their own so-called crown.",
    ]
