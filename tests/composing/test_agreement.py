"""The table of matters: each row is headed by words that tell what it is about."""

from __future__ import annotations

import pytest

from briefing.composing.agreement import agreement
from briefing.model.finding import Finding, Grouping, Member, Reading
from tests.composing.builder import claim, edition, figure, source


@pytest.mark.parametrize(
    ("text", "what", "head"),
    [
        ("There are 40 wounded.", "wounded", "40 wounded"),
        ("It came down injuring 40.", "injuring", "injuring 40"),
        ("The number of the wounded has now risen to 40.", "wounded", "wounded […] 40"),
        ("There are 40 who lie wounded.", "wounded", "40 […] wounded"),
    ],
)
def test_a_number_is_headed_by_what_it_counts_too(text: str, what: str, head: str) -> None:
    where, other = source(text), source(f"{text} So it is.")
    made = [claim(s, text, figures=(figure(s, "40", what, 40),)) for s in (where, other)]
    members = tuple(Member(each.id, 0) for each in made)
    finding = Finding("f-1", "figure", "w", "unknown-origin", (where.id, other.id), (), (Reading("40", None, members),))
    parts = zip((where, other), made, strict=True)
    whole = edition(*((s, (each,)) for s, each in parts), grouping=Grouping((), (finding,)), matters=3)
    matrix = agreement(whole).matrix
    assert matrix is not None
    assert [row.head.text for row in matrix.rows] == [head]
