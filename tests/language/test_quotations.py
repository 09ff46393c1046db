"""Quotations: every kind of mark, nested, open or odd, and no word lost to an apostrophe."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extractors.rules import paragraph_spans
from briefing.language.marks import is_marked
from briefing.language.passages import split
from briefing.language.quotations import quotations


def found(text: str) -> list[str]:
    """The words of each quotation of a text of one paragraph a line."""
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return [text[q.start : q.end] for q in quotations(text, spans)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “go now” to us.", ["go now"]),
        ('He said "go now" to us.', ["go now"]),
        ("He said ‘go now’ to us.", ["go now"]),
        ("He said 'go now' to us.", ["go now"]),
        ("He said «go now» to us.", ["go now"]),
        ("He said « go now » to us.", ["go now"]),
        ("He said „go now“ to us.", ["go now"]),
        ("He said ``go now'' to us.", ["go now"]),
        ("The farmers’ land isn’t theirs.", []),
        ("Rock ’n’ roll in the ’90s.", []),
        ("It is 6'2\" tall.", []),
        ("“She told us ‘go’ and left,” he said.", ["She told us ‘go’ and left,"]),
        ("‘The farmers’ land is gone,’ he said.", ["The farmers’ land is gone,"]),
        ("We are lost,” he said.", ["We are lost,"]),
        ("“Okoro said: ‘We are lost.’” Then rain fell.", ["We are lost."]),
    ],
)
def test_marks(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def test_an_open_quotation_ends_with_its_paragraph() -> None:
    assert found("“We are lost.\n“Nobody came.” He wept.") == ["We are lost.", "Nobody came."]


def test_an_odd_mark_spoils_no_other_paragraph() -> None:
    assert found('The 5" pipe burst.\nHe said "go now" to us.')[-1] == "go now"


def in_passages(text: str) -> list[str]:
    """The words of each quotation of a text as the extractor reads it, in its list items and paragraphs."""
    return [text[q.start : q.end] for q in quotations(text, paragraph_spans(split(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We ask for:\n1. Boats.” 12 homes fell.\n", []),
        ("We ask for:\n- boats,” he said.\n", []),
        ("We ask for:\n1. “Boats,” he said.\n", ["Boats,"]),
        ("“We ask for:\n\nBoats,” he said.\n", ["We ask for:", "Boats,"]),
    ],
)
def test_a_closing_mark_in_a_list_item_closes_nothing(text: str, expected: list[str]) -> None:
    assert in_passages(text) == expected


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.lists(st.sampled_from([*"“”‘’„«»\"'`.,?!:-|\t\n ", "\n1. ", "\n- ", "\n| ", "\n\n", "Go", "s", "’s"])).map(
        "".join
    )
)
def test_beside_each_quotation_its_marks_stand(text: str) -> None:
    for q in quotations(text, paragraph_spans(split(text))):
        assert is_marked(text, (q.start, q.end))


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.text(alphabet="Aa b.,!?“”‘’„«»\"'`-s", max_size=120))
def test_any_marks_give_places_in_order(text: str) -> None:
    spans = quotations(text, [(0, len(text))])
    for q in spans:
        assert 0 <= q.outer[0] <= q.start <= q.end <= q.outer[1] <= len(text)
    assert all(a.outer[1] <= b.outer[0] for a, b in pairwise(spans))


def test_many_opening_marks_take_time_in_proportion() -> None:
    begun = time.process_time()
    text = "‘a " * 30_000
    quotations(text, [(0, len(text))])
    assert time.process_time() - begun < 6
