"""Numbers of what is, of what may come, and of what was."""

from __future__ import annotations

import pytest

from briefing.language.prospects import modality_of_number


def told(said: str, year: int | None = 2026) -> str:
    """What the number between the marks of ``said`` is of."""
    before, number, behind = said.split("|")
    return modality_of_number(before + number + behind, (len(before), len(before) + len(number)), year)


@pytest.mark.parametrize(
    "said",
    [
        "The break could affect |200,000| people.",
        "If the dam fails, |40,000| would be displaced.",
        "As many as |90| people may have drowned.",
        "A projected |500,000| people go hungry by August.",
        "UNICEF fears that |30,000| children die.",
        "|4.4 million| people are expected to flee.",
        "The board projects |1.2 million| in need of food.",
        "The drought threatens |4 million| people.",
        "It needs $14 million to reach |90,000| people.",
        "It is preparing for up to |20,000| people to cross.",
        "Tessen plans to expel |700| families.",
        "Should the truce fail, |900| families must leave.",
        "Asked about the |40| dead, he said nothing.",
    ],
)
def test_what_may_come_has_not_happened(said: str) -> None:
    assert told(said) == "hypothetical"


@pytest.mark.parametrize(
    "said",
    [
        "The flood killed |40| people, and more could die.",
        "The dam could burst, and |40| people have drowned.",
        "If confirmed, the |40| deaths are the first.",
        "Some |12,000| people shelter in schools, and will stay there.",
        "|40| families who could not reach a clinic are in the camp.",
        "Only |119| boats could leave.",
        "More rain than expected fell, and |40| drowned.",
        "were hit most, with |5| of the",
        "It needs |$14 million| to reach 90,000 people.",
        "|3 million| people are at risk of famine.",
    ],
)
def test_what_may_come_beside_a_number_leaves_it_as_it_is(said: str) -> None:
    assert told(said) == "asserted"


@pytest.mark.parametrize(
    "said",
    [
        "In 2021, shelling killed |112| people and hurt 300.",
        "In 2021, shelling killed 112 people and hurt |300|.",
        "A quake in 1998 killed |5,000|.",
        "The 2021 floods killed |300| people.",
        "Last year, |40| people drowned.",
        "The war killed |40| people in 2014.",
        "Some 90,000 people lack water (down from |130,000| on 10 May).",
        "The toll is 45, up from |40|.",
        "The flood hurt 60 people, compared with |40| in the last one.",
    ],
)
def test_what_was_is_past(said: str) -> None:
    assert told(said) == "past"


@pytest.mark.parametrize(
    "said",
    [
        "Since 2021, |400| people have died.",
        "Last year 40 people drowned, this year |60|.",
        "The flood killed |60| people, compared with 40 last year.",
        "The flood drowned |60| people, the worst since the one in 2019.",
        "The 2025 appeal seeks aid for |60| clinics.",
        "In 2026, |60| people drowned.",
    ],
)
def test_words_of_a_time_that_is_over_date_no_other_number(said: str) -> None:
    assert told(said) == "asserted"


def test_a_year_is_past_only_beside_a_later_one() -> None:
    assert told("In 2021, shelling killed |112| people.", None) == "asserted"
    assert told("In 2021, shelling killed |112| people.", 2021) == "asserted"
