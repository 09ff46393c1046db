"""Implication rules: each fires on its own sentence, none on a near miss, an "if", a negation, history or opinion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.composing.considerations import consider, gap_questions, ladder
from briefing.composing.implications import ALWAYS
from briefing.composing.rulebook import rules
from briefing.model.claim import PUBLISHER, Attribution, Claim
from tests.composing.builder import claim, figure, source

GOLDEN = Path(__file__).parent.parent / "golden" / "rules.txt"
STRIKE = "Airstrikes hit homes in the town of Aru."


def cases() -> Iterator[tuple[str, str, bool]]:
    for block in GOLDEN.read_text("utf-8").split("\n\n")[1:]:
        rule, *lines = block.strip().split("\n")
        for line in lines:
            yield rule, line[2:], line.startswith("+")


def said(text: str, **more: object) -> Claim:
    where = source(text)
    number = re.search(r"\d+", text)
    figures = (figure(where, number.group(), "people", int(number.group())),) if number else ()
    return claim(where, text, speaker="Ana Ruiz", figures=figures, **more)  # type: ignore[arg-type]


def fired(one: Claim) -> list[str]:
    where = source(one.anchor.exact)
    return [item.rule.id for item in consider([one], {where.id: where})]


@pytest.mark.parametrize(("rule", "text", "fires"), list(cases()))
def test_golden(rule: str, text: str, fires: bool) -> None:
    assert (rule in fired(said(text))) is fires


def test_every_rule_has_golden_cases_of_both_kinds() -> None:
    found = {(rule, fires) for rule, _, fires in cases()}
    assert found == {(rule.id, fires) for rule in rules() for fires in (True, False)}


@pytest.mark.parametrize("modality", ["negated", "hypothetical", "past"])
def test_nothing_fires_on_what_is_not_asserted(modality: str) -> None:
    assert fired(said(STRIKE, modality=modality)) == []


def test_nothing_fires_on_an_outlets_opinion() -> None:
    where = source(STRIKE)
    opinion = claim(where, STRIKE, nature="commentary")
    assert opinion.attribution == PUBLISHER
    assert fired(opinion) == []
    assert fired(claim(where, STRIKE, nature="fact")) == ["STRIKE"]


def test_nothing_fires_on_a_headline() -> None:
    assert fired(said(STRIKE, kind="headline")) == []


def test_an_accusation_stays_alleged() -> None:
    where = source(STRIKE)
    told = claim(where, STRIKE, speaker="Ana Ruiz")
    accused = Claim(
        told.anchor,
        told.passage,
        told.form,
        told.content,
        Attribution(kind="named", speaker="Ana Ruiz", force="accused"),
    )
    assert [item.alleged for item in consider([accused], {where.id: where})] == [True]
    assert [item.alleged for item in consider([told], {where.id: where})] == [False]


def test_texts_hold_no_likelihood_and_no_verdict() -> None:
    banned = re.compile(r"likely|probabl|certain|violation|war crime|conflict is", re.IGNORECASE)
    for rule in rules():
        for text in (rule.title, rule.reported, rule.alleged, rule.consider, rule.watch, rule.ask):
            assert not banned.search(text), (rule.id, text)


def test_every_sector_that_can_be_silent_has_a_question() -> None:
    assert all(gap_questions(sector) for sector in ALWAYS)


def test_the_ladder_keeps_its_steps_apart() -> None:
    where = source("1,200 people were displaced. 300 people received tents. 40 people died.")
    claims = [
        claim(where, "1,200 people were displaced.", figures=(figure(where, "1,200", "people", 1200),)),
        claim(where, "300 people received tents.", figures=(figure(where, "300", "people", 300),)),
        claim(where, "40 people died.", figures=(figure(where, "40", "people", 40),)),
    ]
    found = {step.key: len(members) for step, members in ladder(claims).items()}
    assert found == {"affected": 0, "in-need": 0, "targeted": 0, "reached": 1, "displaced": 1, "returned": 0}
