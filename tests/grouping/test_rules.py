"""The rules are sound: the tables the code asks for, words in the form in which they are looked up, each once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from briefing.grouping.rules import rules


def lists(table: Any, name: str) -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a table, with where it stands."""
    for key, held in table.items():
        if isinstance(held, dict):
            yield from lists(held, f"{name}.{key}")
        elif isinstance(held, list) and all(isinstance(word, str) for word in held):
            yield f"{name}.{key}", held


@pytest.mark.parametrize("name", ["counting", "origins", "standing", "wording"])
def test_words_are_lower_case_and_stand_once(name: str) -> None:
    for place, words in lists(rules(name), name):
        odd = [word for word in words if word != word.strip() or not word]
        twice = [word for word, count in Counter(words).items() if count > 1]
        shouted = [word for word in words if word != word.lower() and not place.endswith("growing")]
        shouted = [word for word in shouted if not place.endswith("general_units")]
        assert (odd, twice, shouted) == ([], [], []), place


@pytest.mark.parametrize("table", ["states", "populations", "events"])
def test_a_word_stands_for_one_thing(table: str) -> None:
    words = Counter(word for _, held in lists(rules("counting")[table], table) for word in held)
    assert [word for word, count in words.items() if count > 1] == []


def test_the_tables_the_code_asks_for() -> None:
    counting, origins = rules("counting"), rules("origins")
    assert {
        "flow",
        "behind",
        "not_flow",
        "planned",
        "part",
        "alone",
        "total",
        "earlier",
        "past",
        "set_aside",
        "places",
        "parts",
    } <= set(counting["scope"])
    assert set(counting["compare"]) == {
        "general_units",
        "general_people",
        "growing",
        "falling",
        "apart",
        "days",
        "containers",
        "recording",
        "sides",
    }
    assert set(origins) == {"documents", "occasions", "bodies", "headed", "compare", "relays", "aliases", "umbrellas"}
    assert set(origins["relays"]) == {"cues", "things", "fillers"}
    assert set(rules("standing")["denied"]) == {
        *("verbs", "said", "negations", "idle", "auxiliaries", "until", "untrue", "asked"),
    }
    assert set(rules("standing")["corrected"]) == {"instead", "since", "former", "counts", "replacing", "changing"}
    assert set(counting["when"]) == {"weekday", "month", "not_then", "referred"}
    for language in rules("wording").values():
        assert set(language) == {
            *(
                "endings",
                "irregular",
                "stop",
                "calendar",
                "negations",
                "clause_links",
                "name_links",
                "opposites",
            )
        }
        assert all(isinstance(ending, str) and least > 0 for ending, least in language["endings"])
