"""What holds for any sources: no order matters, every figure has one place, a conflict is never called agreement."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.grouping import group
from briefing.grouping.values import agreement
from briefing.model.claim import Figure
from briefing.model.finding import AGREEING, RELATIONS, SUPPORTS, Member
from tests.grouping.cases import Case, case

NAMES = ("Dara Venn", "Venn", "Ana Ruiz", "A. Ruiz", "?officials", "<AFP>", "")
COUNTED = (
    "[{}|people|people] were killed by the flood in Bel",
    "[{}|people|people] were hurt in the flood at Bel",
    "[{}|families|families] lost their homes in Bel",
    "the army sent [{}|notes|protest notes] to Bel",
    "no more talks will be held in Bel, and no envoys will go there",
    "the road to Bel is [{}|percent|open]",
)
NUMERALS = ("20", "28", ">=28", "~30", "836", "2,000", ">=2,000", "2,180", "1 million", "10 to 20")

lines = st.builds(
    lambda who, what, numeral: f"{who} >> {what.format(numeral)}." if who else f"{what.format(numeral)}.",
    st.sampled_from(NAMES),
    st.sampled_from(COUNTED),
    st.sampled_from(NUMERALS),
)
heads = st.builds(
    lambda outlet, day: f"== {outlet} | {day}",
    st.sampled_from(("Aru Post", "Bel Times", "Cor News")),
    st.sampled_from(("", "2024-05-03", "2024-05-04", "2024-09-30")),
)
blocks = st.builds(lambda head, told: "\n".join((head, *told)), heads, st.lists(lines, min_size=1, max_size=4))
cases = st.lists(blocks, min_size=1, max_size=5, unique_by=lambda block: block.split("\n", 1)[1]).map(
    lambda told: case("\n".join(("", *told)))
)


@settings(deadline=None, derandomize=True, max_examples=25)
@given(cases, st.randoms(use_true_random=False))
def test_the_order_of_sources_is_of_no_matter(told: Case, chance: random.Random) -> None:
    order = list(range(len(told.sources)))
    chance.shuffle(order)
    assert told.grouped(order) == told.grouped()


@settings(deadline=None, derandomize=True, max_examples=25)
@given(cases)
def test_every_figure_is_in_exactly_one_finding_of_figures(told: Case) -> None:
    findings = [finding for finding in told.grouped().findings if finding.kind == "figure"]
    placed = sorted((m.claim, m.figure) for finding in findings for m in finding.members if m.figure is not None)
    claims = [claim for source in told.sources for claim in told.extractions[source.id].claims]
    assert placed == sorted((claim.id, index) for claim in claims for index in range(len(claim.figures)))


@settings(deadline=None, derandomize=True, max_examples=25)
@given(cases)
def test_readings_that_agree_agree_with_each_other(told: Case) -> None:
    claims = {claim.id: claim for source in told.sources for claim in told.extractions[source.id].claims}

    def figure(member: Member) -> Figure:
        assert member.figure is not None
        return claims[member.claim].figures[member.figure]

    for finding in told.grouped().findings:
        assert finding.support in SUPPORTS
        assert finding.readings[0].relation is None
        assert all(reading.relation in RELATIONS for reading in finding.readings[1:])
        if finding.kind == "figure":
            first, *others = finding.readings
            agreeing = [first, *(reading for reading in others if reading.relation in AGREEING)]
            firsts = [figure(reading.members[0]) for reading in agreeing]
            assert all(agreement(one, other) for one in firsts for other in firsts)


@settings(deadline=None, derandomize=True, max_examples=25)
@given(cases)
def test_support_follows_from_outlets_and_origins(told: Case) -> None:
    for finding in told.grouped().findings:
        outlets, origins = len(finding.outlets), len(finding.origins)
        assert (finding.support == "single") == (outlets == 1)
        assert finding.support != "corroborated" or origins > 1
        assert finding.support != "same-origin" or origins == 1


def test_nothing_makes_nothing() -> None:
    made = group((), {})
    assert (made.findings, made.origins, made.parties, made.notices) == ((), (), (), ())
