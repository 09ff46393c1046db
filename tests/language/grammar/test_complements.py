"""Complements: what a verb is done to is not what somebody says."""

from __future__ import annotations

import pytest

from briefing.extractors import extract
from briefing.model.source import File, Source


def cues(text: str) -> list[str | None]:
    """The cue of each claim of a text, None where nobody but its publisher speaks."""
    return [claim.attribution.cue for claim in extract(Source(text, (File("a.txt"),))).claims]


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked the school and two clinics.",
        "In the camp 40 families share one tap.",
        "The nurses see 300 patients a week.",
        "The hospital admitted 54 wounded people.",
        "The ward admitted 12 children with burns.",
        "During the reporting period 900 people left Aru.",
    ],
)
def test_a_thing_or_a_number_that_something_is_done_to_is_no_content(text: str) -> None:
    assert cues(text) == [None]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("Critics attacked the plan as unworkable.", "attacked"),
        ("The minister admitted that 54 people had died.", "admitted"),
    ],
)
def test_what_the_same_verbs_say_is_content(text: str, cue: str) -> None:
    assert cues(text) == [cue]
