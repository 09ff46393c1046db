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
