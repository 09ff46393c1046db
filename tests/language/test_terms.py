"""Terms: how a phrase is written, and where it is found."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.errors import BriefingError
from briefing.language.terms import Terms, apart


def places(term: str, text: str) -> list[str]:
    """What ``term`` finds in ``text``."""
    return [text[start:end] for start, end in Terms({"x": [term]}, "here").find(text).get("x", ())]


@pytest.mark.parametrize(
    ("term", "text", "expected"),
    [
        ("toll", "The Toll rose; tolls fell.", ["Toll"]),
        ("displac*", "Displaced people, displacement, place.", ["Displaced", "displacement"]),
        ("death toll", "The death\ntoll, not death, toll.", ["death\ntoll"]),
        ("SAM", "SAM cases; Sam left.", ["SAM"]),
        ("died|perished in", "They died in it and perished in that.", ["died in", "perished in"]),
        ("lost the? race", "He lost race one, lost the race.", ["lost race", "lost the race"]),
        ("hard-to-reach", "hard to reach, hard-to-reach", ["hard to reach", "hard-to-reach"]),
        ("families' homes", "The families’ homes burnt.", ["families’ homes"]),
        ("people", "The people’s will", ["people’s"]),
        ("# dead", "12 dead, nine dead, 1,400 dead, no dead", ["12 dead", "nine dead", "1,400 dead"]),
        ("returns of {Name}", "returns of Lori, returns of goods", ["returns of Lori"]),
        (
            "{People}",
            "Lorans, Iraqis, Kurds, Congolese; lorans, Congress, Venus, Lora",
            ["Lorans", "Iraqis", "Kurds", "Congolese"],
        ),
        ("food, water", "food, water; food water", ["food, water"]),
        ("homes … burnt", "homes that rebels had burnt; homes. A barn burnt", ["homes that rebels had burnt"]),
        ("he'll", "He’ll go.", []),
        ("'ll", "He’ll go.", ["’ll"]),
    ],
)
def test_what_a_term_finds(term: str, text: str, expected: list[str]) -> None:
    assert places(term, text) == expected


def test_a_gap_holds_six_words_and_no_more() -> None:
    assert places("a … z", "a b c d e f g z") == ["a b c d e f g z"]
    assert places("a … z", "a b c d e f g h z") == []


def test_lists_keep_their_names() -> None:
    found = Terms({"one": ["red fox"], "two": ["fox"]}, "here").find("A red fox ran.")
    assert found == {"one": [(2, 9)], "two": [(6, 9)]}


TERMS = (
    *("red fox", "red", "fox*", "the? red fox", "hen|hens fled", "# hens", "fox … hen", "red … fox … fled", "fox, hen"),
    *("{Name} fled", "{People}", "he'll", "well-known fox", "the fox's den", "re*", "Fox"),
)
TEXTS = st.lists(
    st.tuples(
        st.sampled_from(
            ("red", "Fox", "foxes", "hen", "hens", "fled", "the", "12", "fox’s", "he’ll", "den", "Iraqis", "x-")
        ),
        st.sampled_from((" ", " ", " ", ", ", ". ", "-", " - ", "\n\n", "\u00a0", "'", "")),
    ),
    max_size=14,
).map(lambda pairs: "".join(part for pair in pairs for part in pair))


@settings(deadline=None, derandomize=True, max_examples=300)
@given(TEXTS, st.lists(st.sampled_from(TERMS), min_size=1, unique=True))
def test_many_terms_are_found_where_each_alone_is(text: str, terms: list[str]) -> None:
    together = Terms({term: [term] for term in terms}, "here")
    together.find("Red foxes fled.")  # what one text has shown of a vocabulary changes nothing for the next
    alone = {term: Terms({term: [term]}, "here").find(text).get(term) for term in terms}
    assert together.find(text) == {term: found for term, found in alone.items() if found}


@settings(deadline=None, derandomize=True, max_examples=300)
@given(TEXTS)
def test_a_word_is_found_where_it_stands(text: str) -> None:
    text = text.replace("'", " ")  # which would make one word of two
    spans = [found.span() for found in re.finditer(r"[a-z]+", text, re.IGNORECASE) if found[0] == "hens"]
    assert Terms({"x": ["hens"]}, "here").find(text).get("x", []) == spans


@pytest.mark.parametrize("term", ["", "… end", "start …", "a & b", "a|", "un*done"])
def test_what_is_no_term(term: str) -> None:
    with pytest.raises(BriefingError, match=r"^here, x: "):
        Terms({"x": [term]}, "here")


def test_apart() -> None:
    assert apart((2, 4), [(0, 2), (4, 6)])
    assert not apart((2, 5), [(0, 2), (4, 6)])


@settings(deadline=None, derandomize=True, max_examples=100)
@given(st.text(max_size=80), st.text(max_size=80))
def test_a_term_is_found_whatever_stands_around_it(before: str, after: str) -> None:
    text = f"{before} . red fox . {after}"
    assert (len(before) + 3, len(before) + 10) in Terms({"x": ["red fox"]}, "here").find(text)["x"]


def test_time_grows_with_the_text() -> None:
    terms = Terms({"x": ["a … a … a … b"]}, "here")
    taken = []
    for size in (500, 4000):
        begin = time.process_time()
        terms.find("a " * size)
        taken.append(time.process_time() - begin)
    assert taken[1] < 40 * taken[0] + 0.2
