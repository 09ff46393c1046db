"""Which sources tell of one event."""

from __future__ import annotations

from briefing.grouping.events import profile, same_event
from briefing.model.source import File, Source


def source(text: str, published: str | None = None) -> Source:
    """A source with that text."""
    return Source(text, (File("a.txt", publisher="Aru Post", published=published),), language="en")


def events(*sources: Source) -> list[int]:
    """The event of each source, events numbered as they come."""
    found = same_event({one.id: profile(one) for one in sources})
    numbers: dict[str, int] = {}
    return [numbers.setdefault(found[one.id], len(numbers)) for one in sources]


QUAKE = source("Quake shakes Bel\n\nAn earthquake hit the town of Bel on Monday. People in Bel fled.")
AGAIN = source("Search goes on\n\nRescuers dug in Bel, where an earthquake struck.")
FLOOD = source("Water rises\n\nThe flood reached the port of Sael in the night.")


def test_a_kind_of_event_and_a_place_make_an_event() -> None:
    assert events(QUAKE, FLOOD, AGAIN) == [0, 1, 0]


def test_a_chain_of_resembling_sources_is_not_one_event() -> None:
    both = source("A bad week\n\nAn earthquake in Bel and a flood in Sael, all in one week.")
    assert len(set(events(QUAKE, AGAIN, both, FLOOD))) == 2


def test_years_apart_is_another_event() -> None:
    now = source("Quake shakes Bel\n\nAn earthquake hit the town of Bel.", "2024-05-03")
    then = source("Quake strikes Bel\n\nAn earthquake struck the town of Bel.", "2021-05-03")
    assert events(now, then) == [0, 1]


def test_a_source_without_names_is_an_event_of_its_own() -> None:
    assert events(source("the water rose"), source("the water fell")) == [0, 1]


def test_a_name_is_no_word_that_also_stands_in_lower_case() -> None:
    assert profile(source("The mill and the Mill of Bel. Here Bel and the Mill are.")).names == ("bel",)
