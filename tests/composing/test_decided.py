"""What the analyst decided, on the page: beside the words, never in them; and the gate refuses what they did not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from briefing import composing, decisions, grouping, verifying, workspace
from briefing.errors import VerificationError
from briefing.model.briefing import Briefing, Card, Datum, Statement, Words
from briefing.model.decision import Decision
from briefing.model.finding import ClaimsFile
from briefing.model.request import Request
from briefing.model.walk import nodes, rewritten
from briefing.writers import html
from tests.decisions.cases import on, read, saying

SOURCES, FOUND = read()
DOCTOR, INSULIN = saying(FOUND, "A doctor said"), saying(FOUND, "no insulin")
HUMANITARIAN = workspace.audience("humanitarian")


def made(ledger: Sequence[Decision], request: Request = Request()) -> Briefing:  # noqa: B008
    """The briefing of the stories as decided, passed by both gates."""
    numbered = [replace(each, number=number) for number, each in enumerate(ledger, 1)]
    met = decisions.apply(SOURCES, FOUND, numbered)
    grouped = grouping.group(SOURCES, met.extractions, met.ties)
    file = ClaimsFile(SOURCES, tuple(met.extractions.items()), grouped, met.notices, met.rulings)
    briefing = composing.compose(file, HUMANITARIAN, request)
    verifying.verify(briefing)
    verifying.verify_page(briefing, html.render(briefing, "screen"), HUMANITARIAN.folders)
    return briefing


def notes(briefing: Briefing) -> list[str]:
    """The lines in the analyst's voice, each once."""
    told = (s.text for s in nodes((briefing.statements, briefing.key_figures), Statement) if s.voice == "analyst")
    return list(dict.fromkeys(told))


def method(briefing: Briefing) -> str:
    """The method section as one text."""
    return " ".join(statement.text for statement in briefing.method)


def test_a_correction_shows_as_the_analysts_with_what_was_read_before() -> None:
    briefing = made([on(SOURCES, DOCTOR, "correct", changes=(("force", "claimed"),))])
    assert notes(briefing) == ["Set right by the analyst: force “claimed”, read before as “said”."]
    assert "What the analyst decided: 1 correction." in method(briefing)


def test_the_sources_words_stay_where_a_figures_value_is_set_right() -> None:
    briefing = made([on(SOURCES, DOCTOR, "correct", figure=0, changes=(("value", 6),))])
    assert "Set right by the analyst: value “6”, read before as “5”." in notes(briefing)
    texts = [statement.text for actor in briefing.statements for statement in actor.statements]
    assert any("A doctor said 5 people had drowned." in text for text in texts)


def test_a_cards_numeral_is_the_value_the_analyst_gave_with_the_sources_beneath() -> None:
    briefing = made([on(SOURCES, DOCTOR, "correct", figure=0, changes=(("value", 6),))])
    (card,) = [card for card in briefing.key_figures if card.notes]
    assert (card.numeral and (card.numeral.voice, card.numeral.text), card.unit) == (("analyst", "6"), None)
    assert [note.text for note in card.notes] == ["Set right by the analyst: value “6”, read before as “5”."]
    page = html.render(briefing, "print")
    places = [page.index(f'data-statement="{each.id}"') for each in (card.numeral, card.notes[0], card.what) if each]
    assert places == sorted(places)


@pytest.mark.parametrize("change", [{"notes": ()}, {"numeral": "source"}, {"numeral": "counted"}])
def test_the_gate_refuses_a_corrected_card_that_does_not_tell_it(change: dict[str, object]) -> None:
    briefing = made([on(SOURCES, DOCTOR, "correct", figure=0, changes=(("value", 6),))])
    (card,) = [card for card in briefing.key_figures if card.notes]
    assert card.numeral is not None
    source = next(source for source in SOURCES if source.id == DOCTOR.source)
    forged = {
        "source": Statement(card.numeral.id, "reported", (Words(source.anchor(*DOCTOR.figures[0].span)),)),
        "counted": replace(card.numeral, voice="counted"),
    }
    changed = replace(card, **{name: forged.get(str(made), made) for name, made in change.items()})  # type: ignore[arg-type]
    with pytest.raises(VerificationError, match=f"card {card.id}"):
        verifying.verify(rewritten(briefing, Card, lambda each: changed if each.id == card.id else each))


def test_a_card_says_the_day_the_analyst_gave() -> None:
    briefing = made([on(SOURCES, DOCTOR, "correct", figure=0, changes=(("as-of", "2024-03-08"),))])
    told = [card.said_by.text for card in briefing.key_figures if card.said_by and card.notes]
    assert told == ["source 2’s own words, as of 8 March 2024"] or "as of 8 March 2024" in told[0]


def test_another_speaker_is_named_and_grouped_by_the_name() -> None:
    briefing = made([on(SOURCES, INSULIN, "correct", changes=(("speaker", "Lena Ott"),))])
    (actor,) = [actor for actor in briefing.statements if actor.name.text == "Lena Ott"]
    assert [statement.claims for statement in actor.statements] == [(INSULIN.id,)]
    assert "Set right by the analyst: speaker “Lena Ott”, read before as “Ana Ruiz”." in notes(briefing)


def test_a_rejected_claim_is_printed_nowhere() -> None:
    briefing = made([on(SOURCES, DOCTOR, "reject", reason="hearsay")])
    printed = {claim for statement in nodes(briefing.statements, Statement) for claim in statement.claims}
    assert DOCTOR.id not in printed
    assert "1 claim rejected" in method(briefing)


def test_a_pinned_claim_comes_first() -> None:
    briefing = made([on(SOURCES, INSULIN, "pin")])
    assert briefing.bottom_line[0].claims == (INSULIN.id,)
    first = next(actor for actor in briefing.statements if any(INSULIN.id in s.claims for s in actor.statements))
    assert INSULIN.id in first.statements[0].claims


def test_a_pinned_sentence_does_not_make_its_numbers_key_figures() -> None:
    order = [card.what.text for card in made([]).key_figures]
    assert [card.what.text for card in made([on(SOURCES, DOCTOR, "pin")]).key_figures] == order


def test_pinned_claims_come_in_their_order() -> None:
    both = [on(SOURCES, INSULIN, "pin", place=2), on(SOURCES, DOCTOR, "pin", place=1)]
    assert [line.claims for line in made(both).bottom_line[:2]] == [(DOCTOR.id,), (INSULIN.id,)]


def test_a_note_stands_beneath_its_claim() -> None:
    briefing = made([on(SOURCES, DOCTOR, "note", text="Nobody else says so.")])
    assert notes(briefing) == ["The analyst notes: Nobody else says so."]


def test_an_orphan_is_printed_as_a_limitation() -> None:
    gone = on(SOURCES, DOCTOR, "reject")
    gone = replace(gone, targets=(replace(gone.targets[0], sha256="0" * 64),))
    told = [statement.text for statement in made([gone]).limitations]
    assert any(text.startswith("Decisions of the analyst whose passage is gone") for text in told)


def test_a_silenced_check_is_counted_in_the_method() -> None:
    briefing = made([], Request(silenced=(("undated-figure", "as agreed with the desk"),)))
    told = "1 check before publishing was silenced: undated-figure (as agreed with the desk)."
    assert told in method(briefing)


def test_the_gate_refuses_a_correction_that_nobody_made() -> None:
    briefing = made([on(SOURCES, DOCTOR, "correct", changes=(("force", "claimed"),))])

    def forged(datum: Datum) -> Datum:
        return replace(datum, text="confirmed") if datum.field == "now" else datum

    with pytest.raises(VerificationError, match="nobody stated “confirmed” as the now"):
        verifying.verify(rewritten(briefing, Datum, forged))


@pytest.mark.parametrize("text", ["At least 70 people drowned.", "She said “we are lost”."])
def test_a_note_may_not_say_a_number_or_quotation_that_is_not_in_its_claim(text: str) -> None:
    with pytest.raises(VerificationError, match="is in no claim"):
        made([on(SOURCES, DOCTOR, "note", text=text)])
