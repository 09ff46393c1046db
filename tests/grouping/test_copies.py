"""Which passages are near-duplicates."""

from __future__ import annotations

from briefing.grouping.copies import copies, overlap, shingles
from tests.grouping.cases import case

LONG = "The river Tal broke its bank at Bel on Friday night and took sixty boats along"


def sets(text: str) -> list[int]:
    """The sizes of the sets of claims in near-duplicate passages, of the case in ``text``."""
    told = case(text)
    claims = [claim for extraction in told.extractions.values() for claim in extraction.claims]
    found = copies(claims, {source.id: source for source in told.sources})
    return sorted(len(group) for group in found.sets() if len(group) > 1)


def test_a_paragraph_with_a_word_changed_is_a_copy() -> None:
    assert sets(f"== Aru Post\n{LONG}.\n== Bel Times\n{LONG} with it.\n== Cor News\nA dry day.") == [2]


def test_twice_in_one_source_is_no_copy() -> None:
    assert sets(f"== Aru Post\n{LONG}.\n{LONG}.") == []


def test_short_passages_meet_by_chance() -> None:
    assert sets("== Aru Post\nThe road is open again.\n== Bel Times\nThe road is open again.") == []


def test_other_words_in_the_same_form_are_no_copy() -> None:
    other = "The mayor of Bel opened a school on Monday noon and thanked forty donors for help"
    assert sets(f"== Aru Post\n{LONG}.\n== Bel Times\n{other}.") == []


def test_the_next_edition_with_other_numbers_is_no_copy() -> None:
    line = "The price of a sack of rice on the market of Bel rose by {} coins against the week before"
    assert sets(f"== Aru Post\n{line.format(40)}.\n== Bel Times\n{line.format(55)}.") == []


def test_shingles_are_runs_of_three_words() -> None:
    assert shingles("a b c d e f g") == frozenset()
    assert shingles("a b c d e f g h") == {"a b c", "b c d", "c d e", "d e f", "e f g", "f g h"}
    assert overlap(frozenset("ab"), frozenset("bc")) == 1 / 3
    assert overlap(frozenset(), frozenset()) == 0
