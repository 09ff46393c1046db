"""One declared normalisation for comparing quotations: marks, dashes and white space, and nothing else."""

from __future__ import annotations

import pytest

from briefing.language.sameness import normalised, stand_in

TEXT = "“Nobody crosses — not one — before spring,” said Ruiz; ‘it’s the\u00a0\nlaw’."


@pytest.mark.parametrize(
    ("stretches", "stand"),
    [
        (["Nobody crosses"], True),
        (["crosses - not one -- before spring"], True),
        (["it's the law"], True),
        (["spring", "law"], True),
        (["law", "spring"], False),
        (["Nobody", "Nobody"], False),
        (["nobody crosses"], False),
        (["Nobody cross"], False),
        (["Nobody crosses not one"], False),
        (["spring said Ruiz"], False),
        ([], True),
    ],
)
def test_words_that_stand_in_a_text(stretches: list[str], stand: bool) -> None:
    assert stand_in(stretches, TEXT) == stand


def test_case_digits_and_signs_stay() -> None:
    assert normalised("“A” – 5 % of 1,000!") == '"A" - 5 % of 1,000!'
