"""Which sources tell of one event."""

from __future__ import annotations

from briefing.grouping.events import profile, same_event
from briefing.grouping.one_event import put_together
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


def together(*sources: Source) -> list[int]:
    """The event of each source after those that are one were put together, numbered as they come."""
    about = {one.id: profile(one) for one in sources}
    found = put_together(same_event(about), about, ())
    numbers: dict[str, int] = {}
    return [numbers.setdefault(found[one.id], len(numbers)) for one in sources]


PIT = source(
    "Roof fall traps men at Darn pit\n\nA roof fall trapped 31 men below ground at the Darn pit on Monday, Oreco said.",
    "2026-05-11",
)
KNOCKING = source(
    "Rescuers at Darn hear knocking\n\nRescuers brought up four men from the Darn pit, where a roof fall trapped them.",
    "2026-05-12",
)


def test_heads_about_one_thing_that_share_a_name_are_one_event_without_a_word_for_it() -> None:
    assert together(PIT, KNOCKING) == [0, 0]


def test_a_name_alone_is_no_event() -> None:
    fraud = source("Mayor of Darn resigns\n\nThe mayor resigned over a loan that a bank gave her niece.", "2026-05-12")
    assert together(PIT, fraud) == [0, 1]


def test_the_names_of_institutions_connect_nothing() -> None:
    here = source(
        "Bread dearer\n\nA loaf costs more now, the Interior Ministry said in Orl of the traders.", "2026-05-11"
    )
    there = source("Bread taxed\n\nA loaf of the traders is taxed, the Interior Ministry said in Tull.", "2026-05-11")
    assert together(here, there) == [0, 1]


def test_weeks_later_is_another_event() -> None:
    later = source(KNOCKING.text, "2026-07-12")
    assert together(PIT, later) == [0, 1]


def test_a_release_that_names_no_place_goes_with_what_it_is_about() -> None:
    strike = source(
        "Strike in Hamm enters second week\n\nTraders in Hamm kept shops shut, and the strike against the tax goes on.",
        "2026-07-07",
    )
    release = source(
        "Traders: the strike goes on\n\nThe strike goes on until the tax is gone, and shops stay shut.", "2026-07-08"
    )
    assert together(strike, release) == [0, 0]


def test_two_kinds_of_event_in_one_town_are_two() -> None:
    flood = source("Flood in Darn\n\nThe flood drove 300 families out of Darn, the town hall said.", "2026-05-11")
    blaze = source("Fire in Darn\n\nA fire drove nine families from a house in Darn, the town hall said.", "2026-05-12")
    assert together(flood, blaze) == [0, 1]


def test_police_who_open_fire_make_no_fire() -> None:
    shots = source("Police open fire in Orl\n\nThe fire service and medics came to Orl late.", "2026-05-11")
    assert profile(shots).kinds == frozenset()
