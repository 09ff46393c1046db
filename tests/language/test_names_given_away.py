"""Names given away: told once by one sentence, withheld in all, by half and by relatives; never an office's holder."""

from __future__ import annotations

import time

import pytest

from briefing.language.names_given_away import names_given_away, withheld
from briefing.language.passages import split


def kept_back(*texts: str, allowed: tuple[str, ...] = ()) -> list[str]:
    read = [(text, split(text)) for text in texts]
    given = names_given_away(read, allowed)
    return [text[slice(*span)] for text, passages in read for span in withheld(text, passages, given, allowed)]


def test_a_name_is_withheld_in_every_text_in_whole_and_by_its_first_part() -> None:
    one = "Ali Hassan, 9, drowned. The river rose."
    other = "Ali Hassan wanted to be a doctor. Ali liked tea. Ali Khan is a minister. The river fell."
    assert kept_back(one, other) == ["Ali Hassan, 9, drowned.", "Ali Hassan wanted to be a doctor.", "Ali liked tea."]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The boy, Omar Daoud, was shot. Daoud's school closed. The town is calm.", ["The town is calm."]),
        ("The boy, Omar Daoud, was shot. Mr Daoud was seen.", []),
        ("Omar Daoud, 9, drowned. The boy's uncle, Teo Manu, wept.", []),
        ("Omar Daoud, 9, drowned. His mother, Hana Daoud, said he could not swim. Hana Daoud left.", []),
        ("Hana Daoud, the mother of one, wept. Omar Daoud, 9, drowned.", []),
        ("Omar Selam, 9, drowned. People met in Selam.", ["People met in Selam."]),
        (
            "Omar Khan, 9, drowned. Minister Asa Khan came. Khan promised help.",
            ["Minister Asa Khan came.", "Khan promised help."],
        ),
        ("Omar Daoud, 9, drowned. His mother wept.", ["His mother wept."]),
    ],
)
def test_half_a_name_and_a_relative_give_it_away(text: str, left: list[str]) -> None:
    gone = kept_back(text)
    assert [text[p.start : p.end] for p in split(text) if text[p.start : p.end] not in gone] == left


@pytest.mark.parametrize(
    "text",
    [
        "Rana Leme, 34, lives in the camp. She said she was raped by soldiers.",
        'Rana Leme fled in May. "They raped me," she said.',
    ],
)
def test_a_survivor_is_withheld_whom_a_pronoun_stands_for(text: str) -> None:
    assert text.split(". ")[0] + "." in kept_back(text)


def test_a_survivor_is_withheld_whatever_is_allowed() -> None:
    text = "Rana Leme, 34, said she was raped. Rana Leme lives in Aru."
    assert kept_back(text, allowed=("victim", "minor")) == text.replace(". ", ".|").split("|")


def test_who_is_called_by_an_office_anywhere_is_no_private_person() -> None:
    one = "Asa Khel was killed on Monday. The defence minister, Asa Khel, was on his way to Aru."
    assert kept_back(one, "Asa Khel was buried.") == []


def test_what_is_allowed_is_not_withheld() -> None:
    assert kept_back("Call her: 555 123 4567. Ali Hassan, 9, drowned.", allowed=("minor", "victim", "phone")) == []


def test_long_hostile_text_takes_time_in_proportion() -> None:
    words = "Ali Hassan, Karim Saleh raped her, his mother Hana Saleh said she was raped and killed Omar Saleh - "
    taken = []
    for size in (50, 200):
        begin = time.process_time()
        kept_back(words * size)
        taken.append(time.process_time() - begin)
    assert taken[1] < 12 * taken[0] + 0.2
