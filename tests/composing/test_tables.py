"""Quotations, differences, the table of claims and the glossary: what they print, and what the gate refuses of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefing import pipeline, workspace
from briefing.composing import compose
from briefing.errors import VerificationError
from briefing.model.audience import Audience, Term
from briefing.model.briefing import Briefing, ClaimTable, Count
from briefing.model.finding import ClaimsFile
from briefing.model.request import Request
from briefing.verifying import verify
from tests.chain_texts import stories

pytestmark = pytest.mark.usefixtures("here")


@pytest.fixture(scope="module")
def claims(tmp_path_factory: pytest.TempPathFactory) -> ClaimsFile:
    drawn = pipeline.draw([stories(tmp_path_factory.mktemp("tables") / "stories")])
    return pipeline.decide(drawn, ())


def made(claims: ClaimsFile, audience: Audience) -> Briefing:
    briefing = compose(claims, audience, Request())
    verify(briefing)
    return briefing


@pytest.fixture
def press(claims: ClaimsFile) -> Briefing:
    return made(claims, workspace.audience("press"))


def test_quotations_are_what_stands_in_quotation_marks_with_its_speaker(press: Briefing) -> None:
    told = {(each.text, each.speaker.text if each.speaker else "") for each in press.quotations}
    assert ("“Nobody crosses before spring,” […] “All residents of the valley must leave.”", "Ana Ruiz") in told
    assert all(each.voice == "quoted" and each.citations for each in press.quotations)


def test_the_table_has_a_row_for_each_claim_that_is_printed(press: Briefing) -> None:
    assert press.claim_table
    rows = {row.words.text: row for row in press.claim_table.rows}
    row = next(row for text, row in rows.items() if "wells are spoilt" in text)
    assert (row.who.text, row.form.text) == ("Reports", "reported")
    drowned = next(row for text, row in rows.items() if "drowned" in text)
    assert drowned.figures is not None
    assert drowned.figures.text == "5"
    printed = {claim for each in press.quotations for claim in each.claims}
    assert printed <= {claim for row in press.claim_table.rows for claim in row.words.claims}


def test_the_table_counts_its_claims_in_the_order_of_its_rows(press: Briefing) -> None:
    """Not in that of a set, which is another in each run."""
    assert press.claim_table
    counted = [piece for piece in press.claim_table.caption.pieces[0].parts if isinstance(piece, Count)]  # type: ignore[union-attr]
    assert [count.ids for count in counted] == [tuple(row.words.claims[0] for row in press.claim_table.rows)]


def test_differences_are_told_once_and_no_more_than_asked(claims: ClaimsFile) -> None:
    policy = workspace.audience("policy")
    lines = made(claims, policy).differences
    assert lines
    assert len({line.text for line in lines}) == len(lines) <= policy.differences
    assert all(len({citation.source for citation in line.citations}) == 2 for line in lines)


def test_one_source_alone_does_not_differ(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Bridge shut\n\nThe mayor said that 40 families had left Orrin.\n", "utf-8")
    alone = pipeline.decide(pipeline.draw([tmp_path / "a.txt"]), ())
    assert [line.id for line in made(alone, workspace.audience("policy")).differences] == ["difference-none"]


def test_the_glossary_explains_only_what_is_printed(claims: ClaimsFile) -> None:
    found = {entry.term.text: entry for entry in made(claims, workspace.audience("public")).glossary}
    assert "Displaced people" in found
    assert found["Displaced people"].means.text.startswith("People who had to leave their homes.")
    assert "Airstrike" not in found
    cited = found["Displaced people"].term.citations
    assert not cited or cited[0].anchor.exact.lower() in ("displaced", "displacement")


def test_in_another_language_a_glossary_of_its_own_is_left_out(claims: ClaimsFile) -> None:
    briefing = compose(claims, workspace.audience("public"), Request(language="fr"))
    assert "glossary" not in briefing.sections
    assert briefing.labels["section-key-figures"] != "The numbers"


def _other_form(table: ClaimTable) -> ClaimTable:
    first, other = table.rows[0], next(row for row in table.rows if row.form.text != table.rows[0].form.text)
    return replace(table, rows=(replace(first, form=replace(other.form, id=first.form.id)), *table.rows[1:]))


def _other_speaker(table: ClaimTable) -> ClaimTable:
    first, other = table.rows[0], next(row for row in table.rows if row.who.text != table.rows[0].who.text)
    return replace(table, rows=(replace(first, who=replace(other.who, id=first.who.id)), *table.rows[1:]))


def _without_figures(table: ClaimTable) -> ClaimTable:
    return replace(table, rows=tuple(replace(row, figures=None) for row in table.rows))


@pytest.mark.parametrize(
    ("spoil", "refusal"),
    [
        (_other_form, "claim .* is no “"),
        (_other_speaker, "is not who says claim"),
        (_without_figures, "its figures are not those of claim"),
    ],
)
def test_the_gate_refuses_a_table_that_is_not_its_claims(press: Briefing, spoil: object, refusal: str) -> None:
    assert press.claim_table
    assert callable(spoil)
    with pytest.raises(VerificationError, match=refusal):
        verify(replace(press, claim_table=spoil(press.claim_table)))


def test_the_gate_refuses_a_table_that_lacks_a_claim(claims: ClaimsFile) -> None:
    audience = workspace.audience("press")
    briefing = made(claims, replace(audience, sections=("statements", *audience.sections)))
    assert briefing.claim_table
    printed = {claim for actor in briefing.statements for each in actor.statements for claim in each.claims}
    rows = briefing.claim_table.rows
    at = next(n for n, row in enumerate(rows) if row.words.voice == "reported" and set(row.words.claims) <= printed)
    emptied = replace(rows[at], words=replace(rows[at].words, claims=()))
    with pytest.raises(VerificationError, match="is not in the table of claims"):
        verify(
            replace(briefing, claim_table=replace(briefing.claim_table, rows=(*rows[:at], emptied, *rows[at + 1 :])))
        )


def test_the_gate_refuses_to_explain_what_is_not_printed(claims: ClaimsFile) -> None:
    briefing = made(claims, workspace.audience("public"))
    terms = tuple(Term(term.id, ("zeppelin",)) for term in briefing.audience.terms)
    with pytest.raises(VerificationError, match="the edition does not print"):
        verify(replace(briefing, audience=replace(briefing.audience, terms=terms)))
