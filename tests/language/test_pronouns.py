"""Which words stand for a name, and which lean on the sentence before."""

from __future__ import annotations

import pytest

from briefing.language.pronouns import is_pronoun, leans


@pytest.mark.parametrize(
    ("sentence", "expected"), [("Its head spoke.", True), ("But rain fell.", True), ("Rain fell.", False), ("", False)]
)
def test_leans(sentence: str, expected: bool) -> None:
    assert leans(sentence) is expected


def test_only_subject_pronouns_stand_for_a_name() -> None:
    assert is_pronoun("She")
    assert not is_pronoun("Her")
