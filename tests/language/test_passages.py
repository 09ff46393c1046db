"""Passages: texts are parted into headline, stand-first, headings, sentences, items and rows."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.passages import split


def shown(text: str, title: str | None = None) -> list[str]:
    """Each passage as "kind locator words"."""
    return [f"{p.kind} {p.locator} {text[p.start : p.end]}" for p in split(text, title)]


def test_sentences_of_a_paragraph() -> None:
    assert shown("The bridge is gone. Nobody can cross it.\n\nRain fell.") == [
        "sentence 1 The bridge is gone.",
        "sentence 1 Nobody can cross it.",
        "sentence 2 Rain fell.",
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        "Mr. Vela met Dr. Okoro at 3.5 km from St. Ives.",
        "The U.S. Embassy closed at 5 p.m. on Friday.",
        "J. R. Okoro left.",
        "She waited … and then left.",
        "Ferro Ltd. and Vela Inc. pledged 2.5 million.",
        "“Stop!” she cried.",
        "“Where are we to go?” Okoro asked.",
        "The report (No. 7) is late.",
    ],
)
def test_full_stops_that_end_nothing(sentence: str) -> None:
    assert shown(sentence) == [f"sentence 1 {sentence}"]


def test_a_quotation_may_close_after_the_full_stop() -> None:
    assert shown("“We are lost.” The hall was full.") == ["sentence 1 “We are lost.”", "sentence 1 The hall was full."]


def test_a_stray_word_after_the_last_full_stop_stands_alone() -> None:
    assert shown("The hall was full now. indeed")[-1] == "sentence 1 indeed"


def test_a_line_is_a_paragraph() -> None:
    assert shown("The bridge is gone.\nThe ferry stopped.") == [
        "sentence 1 The bridge is gone.",
        "sentence 2 The ferry stopped.",
    ]


def test_lines_wrapped_by_hand_are_one_paragraph() -> None:
    wrapped = (
        "The bridge over the river was swept away on Monday night and\n"
        "the ferry has not run since then, so that the villages on the\n"
        "far bank have had no bread for days.\n"
    )
    assert shown(wrapped) == [f"sentence 1 {wrapped.strip()}"]


def test_a_headline_without_a_full_stop() -> None:
    text = "Flood cuts off valley\n\nThe valley has been cut off since Monday, officials said."
    assert [line.split()[0] for line in shown(text)] == ["headline", "sentence"]


def test_a_headline_with_a_full_stop_and_a_stand_first() -> None:
    text = (
        "Lena Okoro tells families to leave valley.\n"
        "Mayor Lena Okoro told families in the valley to leave their homes, saying the dam is weak.\n"
        "Mayor Lena Okoro told families in the valley on Monday to leave before dark. The dam is weak, she said."
    )
    assert [line.split()[0] for line in shown(text)] == ["headline", "standfirst", "sentence", "sentence"]


def test_running_text_has_no_headline() -> None:
    text = (
        "In a letter to the council, Mayor Lena Okoro said the dam is weak. Families must leave.\n\nThe hall was open."
    )
    assert {line.split()[0] for line in shown(text)} == {"sentence"}


def test_the_title_of_the_metadata_is_the_headline() -> None:
    text = "The valley is cut off.\n\nNobody can cross the river since Monday."
    assert shown(text, "The valley is cut off")[0].startswith("headline")
    assert shown(text)[0].startswith("sentence")


@pytest.mark.parametrize("mark", ["- ", "• ", "* ", "1. ", "-\n", "•\n"])
def test_list_items_know_their_lead(mark: str) -> None:
    text = f"Rain fell.\n\nOkoro listed:\n{mark}3 clinics\n{mark}12 wells\n\nThe hall was full."
    found = split(text)
    items = [p for p in found if p.kind == "item"]
    assert [text[p.start : p.end] for p in items] == ["3 clinics", "12 wells"]
    assert [str(p.locator) for p in items] == ["2.1", "2.2"]
    assert {text[slice(*(p.lead or (0, 0)))] for p in items} == {"Okoro listed:"}
    assert str(found[-1].locator) == "3"


def test_items_without_a_lead_are_a_paragraph_of_their_own() -> None:
    text = "Rain fell.\n\n- 3 clinics\n- 12 wells"
    assert [(p.kind, str(p.locator), p.lead) for p in split(text)[1:]] == [("item", "2.1", None), ("item", "2.2", None)]


def test_headings_and_rows() -> None:
    text = "Rain fell on Monday.\n\nShelter needs\n\nTents are short.\n\nDistrict\tTents\tPeople\nAru\t12\t60"
    assert [line.split()[0] for line in shown(text)] == ["sentence", "heading", "sentence", "row", "row"]


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.text(alphabet="Aab .,:;!?“”‘’\"'()-•1\n\t\u0301😀ع", max_size=160))
def test_everything_lies_in_a_passage(text: str) -> None:
    passages = split(text)
    held = [False] * len(text)
    for p in passages:
        assert 0 <= p.start < p.end <= len(text)
        assert text[p.start : p.end].strip() == text[p.start : p.end]
        for k in range(p.start, p.end):
            held[k] = True
    assert all(a.end <= b.start for a, b in pairwise(passages))
    letters = [c.isalpha() and not inside for c, inside in zip(text, held, strict=True)]
    assert not any(letters) or any(mark in text for mark in ("(A)", "(a)", "(b)", "A)", "a)", "b)"))


def test_long_text_takes_time_in_proportion() -> None:
    begun = time.process_time()
    split("‘a " * 20_000 + ". " * 20_000)
    assert time.process_time() - begun < 4


def test_what_runs_on_without_an_end_is_cut_at_a_space() -> None:
    text = "said that " * 1000
    found = split(text)
    assert max(passage.end - passage.start for passage in found) <= 3000
    assert " ".join(text[passage.start : passage.end] for passage in found).split() == text.split()


@pytest.mark.parametrize(
    ("line", "first"),
    [
        ("ARU, 4 May (AFP) - Two people died. Rain fell.", "ARU, 4 May (AFP) -"),
        ("PORT ARU, July 14 (AFP) – Two people died.", "PORT ARU, July 14 (AFP) –"),
        ("ARU (AP) — Rescuers dug.", "ARU (AP) —"),
        ("Aru, 4 May 2026 – The agency asked for tents.", "Aru, 4 May 2026 –"),
        ("WASH - the pumps are broken.", "WASH - the pumps are broken."),
        ("UNICEF: the pumps are broken.", "UNICEF: the pumps are broken."),
        ("Aru, a port - once rich - is empty.", "Aru, a port - once rich - is empty."),
    ],
)
def test_place_and_day_are_a_passage_of_their_own(line: str, first: str) -> None:
    text = f"Rain over Aru\n\n{line}"
    assert text[slice(*split(text)[1].span)] == first
