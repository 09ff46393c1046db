"""Nature: content decides before attribution."""

from __future__ import annotations

import pytest

from briefing.language.nature import nature
from briefing.model.claim import PUBLISHER, Attribution

SAID = Attribution(kind="named", speaker="Mara Tovik", cue="said", force="said")
WARNED = Attribution(kind="role", speaker="the mayor", cue="warned", force="warned")
DENIED = Attribution(kind="role", speaker="the army", cue="denied", force="denied")


@pytest.mark.parametrize(
    ("said", "who", "expected"),
    [
        ("the bridge fell at dawn", PUBLISHER, "fact"),
        ("the bridge fell at dawn", SAID, "reported"),
        ("shells hit the clinic", DENIED, "reported"),
        ("the river is rising", WARNED, "commentary"),
        ("the toll is expected to rise", SAID, "commentary"),
        ("the agency will send tents", SAID, "commentary"),
        ("the parties should let aid through", SAID, "commentary"),
        ("there are fears of cholera", SAID, "commentary"),
        ("the city promised to rebuild the school", PUBLISHER, "commentary"),
        ("four people reportedly died", PUBLISHER, "reported"),
        ("the response is troubling", PUBLISHER, "commentary"),
        ("the response is troubling", SAID, "reported"),
        ("the shots could be heard for miles", PUBLISHER, "fact"),
    ],
)
def test_nature(said: str, who: Attribution, expected: str) -> None:
    assert nature(said, who) == expected


@pytest.mark.parametrize("kind", ["editorial", "Opinion", "op-ed", "column", "COMMENT"])
def test_what_an_opinion_piece_says_itself_is_commentary(kind: str) -> None:
    assert nature("the bridge fell at dawn", PUBLISHER, kind) == "commentary"
    assert nature("four people reportedly died", PUBLISHER, kind) == "commentary"
    assert nature("the bridge fell at dawn", SAID, kind) == "reported"


@pytest.mark.parametrize("kind", ["news", "situation report", "", None])
def test_other_kinds_of_source_are_judged_by_what_they_say(kind: str | None) -> None:
    assert nature("the bridge fell at dawn", PUBLISHER, kind) == "fact"


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("The appeal for $3.5 million is 12 per cent funded.", "fact"),
        ("Only a fifth of the appeal for 90 million dollars has been covered.", "fact"),
        ("The agency appeals for $3.5 million.", "commentary"),
        ("The appeal for $3.5 million should be funded.", "commentary"),
        ("It repeated its appeal for calm.", "commentary"),
    ],
)
def test_how_far_an_appeal_is_funded_is_a_figure_and_no_appeal(said: str, expected: str) -> None:
    assert nature(said, PUBLISHER) == expected
