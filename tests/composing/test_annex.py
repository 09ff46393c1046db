"""The annex: every paragraph whole, cited words told from the rest."""

from __future__ import annotations

from dataclasses import replace

from briefing.composing.annex import annex
from tests.composing.builder import claim, edition, source


def test_cited_words_are_told_from_the_rest() -> None:
    text = source("Rain fell. The dam held. Nobody left.")
    claims = tuple(claim(text, words) for words in ("Rain fell.", "The dam held.", "Nobody left."))
    made = edition((text, claims))
    cited = made.cite_claims(claims[1:2])
    (passage,) = annex(made, cited).sources[0].passages
    assert [(piece.text, mark) for piece, mark in zip(passage.pieces, passage.cited, strict=True)] == [
        ("Rain fell. ", False),
        ("The dam held.", True),
        (" Nobody left.", False),
    ]
    assert passage.back == ("cite-1",)
    assert passage.id == cited[0].target == "p-1-1"


def test_excerpts_leave_out_what_is_not_cited() -> None:
    text = source("Rain fell.\n\nThe dam held.")
    claims = (claim(text, "Rain fell."), claim(text, "The dam held.", paragraph=2))
    made = edition((text, claims), annex="excerpts")
    (part,) = annex(made, made.cite_claims(claims[1:])).sources
    assert [passage.id for passage in part.passages] == ["p-1-2"]


def test_what_no_rule_has_looked_through_for_names_is_not_shown() -> None:
    text = replace(source("Cayó la presa.\n\nLa niña Ana Ruiz, de 9 años, murió."), language="es")
    claims = (claim(text, "Cayó la presa."), claim(text, "La niña Ana Ruiz, de 9 años, murió.", paragraph=2))
    made = edition((text, claims), annex="full")
    (part,) = annex(made, made.cite_claims(claims[:1])).sources
    assert [passage.id for passage in part.passages] == ["p-1-1"]
