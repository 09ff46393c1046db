"""The cards are those that looking into every matter would choose, though most are never looked into."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.composing.edition import Edition
from briefing.composing.key_figures import MOST_AGAIN, key_figures, points
from briefing.model.finding import Finding, Grouping, Member, Reading
from tests.composing.builder import claim, edition, figure, source

ROOM = 4
SENTENCES = ("{} people were killed in Aru.", "{} people sang in the choir.")


class Matter(NamedTuple):
    """A count that one source gives: its size, what it counts, whether its sentence touches a sector, its state."""

    size: int
    kind: str
    touches: bool
    state: str
    modality: str


MATTERS = st.builds(
    Matter,
    st.integers(2, 90_000),
    st.sampled_from(("people", "items", "duration")),
    st.booleans(),
    st.sampled_from(("", "killed", "displaced")),
    st.sampled_from(("asserted", "asserted", "past", "hypothetical")),
)


def told(matters: list[Matter], again: float, magnitude: float) -> Edition:
    parts, findings = [], []
    for number, each in enumerate(matters):
        where = source(SENTENCES[not each.touches].format(each.size) + " " * number)
        counted = figure(where, str(each.size), "people", each.size, each.kind, modality=each.modality)
        one = claim(where, where.text.strip(), figures=(counted,))
        reading = Reading("", None, (Member(one.id, 0),))
        parts.append((where, (one,)))
        findings.append(Finding(f"f-{number:03}", "figure", "", "single", ("x",), (), (reading,), each.state))
    weights = {"figure.people": 3.0, "figure.items": 1.0, "figure.magnitude": magnitude, "state.killed": 0.5}
    grouping = Grouping((), tuple(findings))
    return edition(*parts, grouping=grouping, weights={**weights, "again": again}, key_figures=ROOM)


def chosen(made: Edition, matters: list[Matter], again: float) -> list[str]:
    """The ids of the findings that have a card, by looking into every one before each choice."""
    worthy = [f for f in made.file.grouping.findings if points(made, f) > 0]
    left = [f for f in worthy if matters[int(f.id[2:])].modality != "past"] or worthy
    left.sort(key=lambda f: (-points(made, f), f.id))
    kept: list[str] = []
    above: Counter[str] = Counter()
    while left and len(kept) < ROOM:
        best = max(left, key=lambda f: points(made, f) + again * min(above[f.state], MOST_AGAIN))
        left.remove(best)
        above[best.state] += bool(best.state)
        kept.append(best.id)
    return kept


@settings(deadline=None, derandomize=True, max_examples=150)
@given(st.lists(MATTERS, max_size=12), st.sampled_from((-1.2, 0.0, 0.7)), st.sampled_from((-0.4, 0.0, 0.4)))
def test_the_cards_are_the_best_of_all(matters: list[Matter], again: float, magnitude: float) -> None:
    cards = key_figures(told(matters, again, magnitude), ())
    assert [card.reason.partition(":")[0] for card in cards] == chosen(told(matters, again, magnitude), matters, again)
