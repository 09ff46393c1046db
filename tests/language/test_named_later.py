"""Named later: a name that only another sentence of the text shows to be that of somebody harmed."""

from __future__ import annotations

import pytest

from briefing.language.named_later import named_later
from briefing.language.passages import split


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("One of its teachers was killed in Aru. The teacher, Rosa Leme, 34, was on her way home.", {"Rosa Leme"}),
        ("The blast killed a young baker. The baker, Karim Saleh, had two sons.", {"Karim Saleh"}),
        (
            "Soldiers detained two drivers. The drivers, Karim Saleh and Omar Adan, came from Vell.",
            {"Karim Saleh", "Omar Adan"},
        ),
        ("The charity mourns the death of a midwife. Rosa Leme, 51, the midwife, leaves a son.", {"Rosa Leme"}),
        (
            "A woman from Aru who had fled twice died on the road. The woman, Rosa Leme, was buried there.",
            {"Rosa Leme"},
        ),
        ("The teacher, Rosa Leme, opened the school. It has nine rooms.", set()),
        ("A teacher said two men were killed. The teacher, Rosa Leme, saw the smoke.", set()),
        ("A deputy minister was killed. The deputy minister, Karim Saleh, was flown home.", set()),
        ("A nurse was killed by a soldier. The soldier, Karim Saleh, fled.", set()),
    ],
)
def test_names(text: str, names: set[str]) -> None:
    assert named_later(text, split(text)) == names
