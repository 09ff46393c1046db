"""Cards: the numeral as printed, what is counted in the source's words, who says so, how many outlets and origins."""

from __future__ import annotations

from typing import Any

from briefing.composing.counted_words import what
from briefing.composing.edition import Edition
from briefing.composing.key_figures import key_figures
from briefing.model.briefing import Words
from briefing.model.claim import Figure
from briefing.model.finding import Finding, Grouping, Member, Origin, Reading
from briefing.model.source import Source
from tests.composing.builder import claim, edition, figure, source, span

WEIGHTS = {"figure.people": 4.0, "figure.duration": 1.0, "figure.magnitude": 0.5}


def dead(where: Source, text: str, value: int, **more: Any) -> Figure:
    return figure(where, text, "people died", value, said_by="Ana Ruiz", **more)


def two_outlets(relation: str | None, support: str, *texts: str) -> Edition:
    sources = [
        source(f"Ana Ruiz said {text} people died in Aru {'again' * n}.", publisher=f"Paper {n}")
        for n, text in enumerate(texts, 1)
    ]
    claims = [
        claim(
            where, where.text, speaker="Ana Ruiz", mention="Ana Ruiz", cue="said", figures=(dead(where, text, 40 + n),)
        )
        for n, (where, text) in enumerate(zip(sources, texts, strict=True))
    ]
    members = [Member(c.id, 0) for c in claims]
    split = ((members[:1], None), (members[1:], relation)) if relation else ((members, None),)
    readings = tuple(Reading("", name, tuple(part)) for part, name in split)
    found = Finding("f-1", "figure", "dead", support, ("Paper 1", "Paper 2"), ("o-1",), readings)
    grouping = Grouping((Origin("o-1", "p-ana-ruiz", None, tuple(c.id for c in claims)),), (found,))
    return edition(*((s, (c,)) for s, c in zip(sources, claims, strict=True)), grouping=grouping, weights=WEIGHTS)


def test_one_origin_in_two_outlets_is_one_card_that_says_so() -> None:
    (card,) = key_figures(two_outlets(None, "same-origin", "41", "41"), ())
    assert card.numeral is not None
    assert card.said_by is not None
    assert card.support is not None
    assert (card.numeral.text, card.what.text) == ("41", "people died")
    assert card.said_by.text == "says Ana Ruiz, undated"
    assert card.support.text == "2 outlets, 1 origin"
    assert [(c.number, str(c.locator)) for c in card.citations] == [(1, "1"), (2, "1")]
    assert card.differs is None


def test_a_conflict_shows_both_numerals() -> None:
    (card,) = key_figures(two_outlets("conflict", "same-origin", "41", "52"), ())
    assert card.differs is not None
    assert card.differs.text == "sources differ: “52 people died”"


def test_a_number_that_differs_is_told_with_what_stands_before_it() -> None:
    sources = (
        source("Some 41 wounded came."),
        source("Ruiz put the wounded at 52."),
        source("The wounded, she said: 60"),
    )
    claims = [
        claim(where, where.text, figures=(figure(where, text, "wounded", int(text)),))
        for where, text in zip(sources, ("41", "52", "60"), strict=True)
    ]
    readings = tuple(
        Reading("", relation, (Member(c.id, 0),))
        for c, relation in zip(claims, (None, "conflict", "conflict"), strict=True)
    )
    found = Finding("f-1", "figure", "wounded", "single", (sources[0].id,), (), readings)
    parts = ((s, (c,)) for s, c in zip(sources, claims, strict=True))
    (card,) = key_figures(edition(*parts, grouping=Grouping((), (found,)), weights=WEIGHTS), ())
    assert card.differs is not None
    assert card.differs.text == "sources differ: “wounded at 52” and “60”"


def test_a_bound_is_never_left_out() -> None:
    where = source("At least 12 people died.")
    told = dead(where, "12", 12, bound=">=", approx=True, hedge_span=span(where.text, "At least"))
    said = claim(where, where.text, figures=(told,))
    found = Finding("f-1", "figure", "dead", "single", (where.id,), (), (Reading("", None, (Member(said.id, 0),)),))
    (card,) = key_figures(edition((where, (said,)), grouping=Grouping((), (found,)), weights=WEIGHTS), ())
    assert card.hedge is not None
    assert card.hedge.text == "At least"
    assert card.support is not None
    assert card.support.text == "1 source, origin not stated"


def box(*told: tuple[str, str]) -> list[str]:
    """The numerals of the cards for claims "N people died", each with the modality of its number."""
    sources = [source(f"Some say {number} people died.") for number, _ in told]
    claims = [
        claim(where, where.text, figures=(dead(where, number, int(number), modality=modality),))
        for where, (number, modality) in zip(sources, told, strict=True)
    ]
    findings = tuple(
        Finding(f"f-{c.id}", "figure", "dead", "single", (where.id,), (), (Reading("", None, (Member(c.id, 0),)),))
        for where, c in zip(sources, claims, strict=True)
    )
    parts = ((where, (c,)) for where, c in zip(sources, claims, strict=True))
    cards = key_figures(edition(*parts, grouping=Grouping((), findings), weights=WEIGHTS), ())
    return [card.numeral.text for card in cards if card.numeral]


def of_states(*states: str, **weights: float) -> list[str]:
    """The numerals of the cards for the counts 41, 42, … of what happened to people, as the states tell."""
    sources = [source(f"Some say {number} people died.") for number in range(41, 41 + len(states))]
    claims = [
        claim(where, where.text, figures=(dead(where, str(number), number),))
        for number, where in enumerate(sources, 41)
    ]
    findings = tuple(
        Finding(f"f-{at}", "figure", "", "single", (c.source,), (), (Reading("", None, (Member(c.id, 0),)),), state)
        for at, (state, c) in enumerate(zip(states, claims, strict=True))
    )
    parts = ((where, (c,)) for where, c in zip(sources, claims, strict=True))
    cards = key_figures(edition(*parts, grouping=Grouping((), findings), weights={**WEIGHTS, **weights}), ())
    return [card.numeral.text for card in cards if card.numeral]


def test_the_dead_come_before_a_larger_number_of_others() -> None:
    assert of_states("", "killed", "treated", **{"state.killed": 2.5}) == ["42", "43", "41"]


def test_how_many_live_in_a_place_comes_after_what_befell_fewer() -> None:
    place, fled = source("The flood displaced families of a town of 90000."), source("The flood displaced 700 people.")
    told = (
        claim(place, place.text, figures=(figure(place, "90000", "town", 90000),)),
        claim(fled, fled.text, figures=(figure(fled, "700", "people", 700),)),
    )
    findings = tuple(
        Finding(f"f-{at}", "figure", "", "single", (c.source,), (), (Reading("", None, (Member(c.id, 0),)),))
        for at, c in enumerate(told)
    )
    parts = ((where, (c,)) for where, c in zip((place, fled), told, strict=True))
    cards = key_figures(edition(*parts, grouping=Grouping((), findings), weights=WEIGHTS), ())
    assert [card.numeral.text for card in cards if card.numeral] == ["700", "90000"]


def test_what_was_told_of_the_dead_makes_room_for_the_missing() -> None:
    told = {"state.killed": 2.5, "state.missing": 1.5, "again": -1.5}
    assert of_states("killed", "killed", "missing", **told) == ["42", "43", "41"]


def test_what_may_come_and_what_is_over_are_no_key_figures_of_today() -> None:
    assert box(("41", "asserted"), ("900", "hypothetical"), ("300", "past")) == ["41"]


def test_where_all_figures_are_of_a_time_that_is_over_they_are_shown() -> None:
    assert box(("900", "hypothetical"), ("300", "past")) == ["300"]


def test_a_time_that_passes_is_no_key_figure() -> None:
    where = source("The road was shut for 48 hours.")
    shut = claim(where, where.text, figures=(figure(where, "48", "hours", 48, kind="duration"),))
    found = Finding("f-1", "figure", "road", "single", (where.id,), (), (Reading("", None, (Member(shut.id, 0),)),))
    assert key_figures(edition((where, (shut,)), grouping=Grouping((), (found,)), weights=WEIGHTS), ()) == ()


def test_what_befalls_a_part_is_not_told_of_the_whole() -> None:
    where = source("Of all, 60 percent of the 1200 residents had no water.")
    (piece,) = what(where, figure(where, "1200", "residents", 1200))
    assert isinstance(piece, Words)
    assert piece.anchor.exact == "residents"


def test_a_magnitude_word_is_the_unit() -> None:
    where = source("A country of 250 million citizens.")
    said = claim(where, where.text, figures=(figure(where, "250 million", "citizens", 250_000_000),))
    found = Finding("f-1", "figure", "m", "single", (where.id,), (), (Reading("", None, (Member(said.id, 0),)),))
    (card,) = key_figures(edition((where, (said,)), grouping=Grouping((), (found,)), weights=WEIGHTS), ())
    assert (card.numeral and card.numeral.text, card.unit and card.unit.text) == ("250", "million")


def test_a_later_count_is_shown_large_and_the_earlier_beside_it() -> None:
    (card,) = key_figures(two_outlets("update", "same-origin", "41", "52"), ())
    assert card.numeral is not None
    assert card.differs is not None
    assert (card.numeral.text, card.differs.text) == ("52", "other counts: “41 people died”")


def test_of_many_places_the_one_the_numeral_stands_in_is_cited() -> None:
    (card,) = key_figures(two_outlets("update", "single", "52", *["41"] * 8, "60"), ())
    (one,) = key_figures(two_outlets("update", "single", *["41"] * 8, "60"), ())
    assert [len(each.citations) for each in (card, one)] == [6, 6]
    for each in (card, one):
        assert each.numeral is not None
        (numeral,) = each.numeral.pieces
        assert isinstance(numeral, Words)
        assert numeral.anchor.source in {citation.source for citation in each.citations}


def test_a_numeral_keeps_its_stray_space() -> None:
    where = source("Some 93, 000 people fled.")
    said = claim(where, where.text, figures=(figure(where, "93, 000", "people", 93_000),))
    found = Finding("f-1", "figure", "m", "single", (where.id,), (), (Reading("", None, (Member(said.id, 0),)),))
    (card,) = key_figures(edition((where, (said,)), grouping=Grouping((), (found,)), weights=WEIGHTS), ())
    assert (card.numeral and card.numeral.text, card.unit) == ("93, 000", None)


def test_of_two_claims_in_one_paragraph_the_card_cites_the_one_it_shows() -> None:
    where = source("Before the rain 20 people died. After it 41 people died.")
    before, after = where.text.split(". ")[0], where.text.split(". ")[1]
    early = claim(where, before, figures=(dead(where, "20", 20),))
    late = claim(where, after, figures=(dead(where, "41", 41, as_of="2024-05-03"),))
    readings = (Reading("", None, (Member(early.id, 0),)), Reading("", "update", (Member(late.id, 0),)))
    found = Finding("f-1", "figure", "dead", "single", (where.id,), (), readings)
    (card,) = key_figures(edition((where, (early, late)), grouping=Grouping((), (found,)), weights=WEIGHTS), ())
    assert card.numeral is not None
    assert card.numeral.text == "41"
    assert [citation.claim for citation in card.citations] == [late.id]


def test_a_card_cites_only_what_carries_its_number() -> None:
    (card,) = key_figures(two_outlets("conflict", "single", "41", "52"), ())
    assert card.differs is not None
    assert [c.number for c in card.citations] == [1]
    assert [c.number for c in card.differs.citations] == [2]


def test_a_card_cites_what_agrees_with_its_number() -> None:
    (card,) = key_figures(two_outlets("rounding", "same-origin", "41", "40"), ())
    assert [c.number for c in card.citations] == [1, 2]


def test_a_part_is_no_difference() -> None:
    (card,) = key_figures(two_outlets("subset", "single", "41", "12"), ())
    assert card.differs is None
    assert [c.number for c in card.citations] == [1]


def test_a_bare_noun_for_people_is_told_with_what_befalls_them() -> None:
    where = source(
        "In Aru 900 people lack safe water, and 70 people said in the square that it had rained for many days."
    )
    made = (figure(where, "900", "people", 900), figure(where, "70", "people", 70))
    assert "".join(piece.text for piece in what(where, made[0])) == "people lack safe water"
    assert "".join(piece.text for piece in what(where, made[1])) == "people"
