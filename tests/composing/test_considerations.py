"""Implication rules: each fires on its own sentence, none on a near miss, an "if", a negation, history or opinion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.composing.considerations import consider, gap_questions, ladder
from briefing.composing.implications import ALWAYS
from briefing.composing.rulebook import read_gaps, read_ladder, read_rules, rules
from briefing.errors import BriefingError
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


def test_what_is_accused_stays_alleged_where_the_sentence_around_it_is_a_claim_too() -> None:
    text = "Loria accused Tessen of airstrikes in Aru; the truce was broken, a senior officer said."
    where = source(text)
    whole = claim(where, text, text[: text.index(", a senior")], speaker="a senior officer")
    accused = claim(where, text, "Tessen of airstrikes in Aru", speaker="Loria")
    accused = replace(accused, attribution=replace(accused.attribution, force="accused"))
    alleged = {item.rule.id: item.alleged for item in consider([whole, accused], {where.id: where})}
    assert alleged == {"STRIKE": True, "TRUCE": False}


def test_the_same_words_reported_in_another_sentence_are_a_report() -> None:
    where = source("Loria accused Tessen of airstrikes in Aru. Airstrikes hit homes in Aru.")
    first, second = where.text.split(". ")
    accused = claim(where, first, "Tessen of airstrikes in Aru", speaker="Loria")
    accused = replace(accused, attribution=replace(accused.attribution, force="accused"))
    (item,) = consider([accused, claim(where, second)], {where.id: where})
    assert (item.rule.id, item.alleged) == ("STRIKE", False)


def test_the_anchor_is_the_words_that_trigger() -> None:
    where = source("The mayor said: “The school was, in the end, shelled.” He left.")
    told = claim(where, "The school was, in the end, shelled.", speaker="Ana Ruiz")
    (item,) = (item for item in consider([told], {where.id: where}) if item.rule.id == "SCHOOL")
    assert [anchor.exact for anchor in item.anchors] == ["school was, in the end, shelled"]


def test_a_claim_in_two_pieces_is_anchored_in_the_right_one() -> None:
    where = source("“We are safe,” she said, “but the truce is over.”")
    told = claim(where, where.text, speaker="Ana Ruiz")
    pieces = (where.text.index("We"), where.text.index(",”")), (where.text.index("but"), where.text.index(".”"))
    (item,) = consider([replace(told, content=pieces)], {where.id: where})
    assert (item.rule.id, [anchor.exact for anchor in item.anchors]) == ("TRUCE", ["truce is over"])


def test_commentary_of_a_named_speaker_fires_only_what_an_order_can_fire() -> None:
    order = said("All foreigners must leave the country by Friday.", nature="commentary")
    assert "EXPEL" in fired(order)
    assert fired(said(STRIKE, nature="commentary")) == []


def test_nothing_fires_on_a_year_that_is_over() -> None:
    text = "In 1997, shelling destroyed the market of the town."
    assert fired(claim(source(text), text)) == []
    assert fired(claim(source("Shelling destroyed the market."), "Shelling destroyed the market.")) == ["STRIKE"]


def test_the_law_of_armed_conflict_is_cited_in_armed_conflict_alone() -> None:
    ordered = "The governor ordered the evacuation of 3,000 residents."

    def rests_on(*others: str) -> set[str]:
        """The instruments of EVAC, where the source says ``others`` too."""
        where = source(" ".join((ordered, *others)))
        claims = [claim(where, text, speaker="Ana Ruiz") for text in (ordered, *others)]
        (item,) = (item for item in consider(claims, {where.id: where}) if item.rule.id == "EVAC")
        return {instrument.text for instrument in item.rule.instruments}

    customary = "ICRC customary rules 24, 129, 131 and 132"
    assert customary not in rests_on("The plant has leaked chlorine since dawn.")
    assert rests_on()
    assert customary in rests_on("Rebels shelled the road.")


def test_a_threat_is_no_order() -> None:
    order = said("All foreigners must leave the country by Friday.", nature="commentary")
    threat = replace(order, attribution=replace(order.attribution, force="threatened"))
    assert "EXPEL" not in fired(threat)


RULE = {
    **dict.fromkeys(("id", "title", "reported", "alleged", "consider", "watch", "ask"), "X"),
    "version": 1,
    "sectors": ["wash"],
    "trigger": [{"any": ["well*"]}],
}


def test_a_sound_rule_is_read() -> None:
    (rule,) = read_rules({"rule": [RULE]})
    assert (rule.id, rule.sectors, rule.orders, rule.figure) == ("X", ("wash",), False, None)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"title": ""}, "title"),
        ({"version": "one"}, "version"),
        ({"sectors": ["water"]}, "sectors"),
        ({"sectors": []}, "sectors"),
        ({"trigger": []}, "trigger"),
        ({"trigger": [{"with": ["pump"]}]}, "trigger"),
        ({"trigger": [{"any": "pump"}]}, "trigger.any"),
        ({"trigger": [{"any": ["pump"], "nearby": ["pump"]}]}, "trigger"),
        ({"instruments": [{"text": "A treaty", "bound": "all", "verified": "yes", "source": "here"}]}, "instruments"),
        ({"orders": "yes"}, "orders"),
        ({"figure": "many"}, "figure"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_wrong_rule_is_told_by_file_rule_and_field(wrong: dict[str, object], field: str) -> None:
    with pytest.raises(BriefingError, match=rf"considerations\.toml: X[ 1]*: {re.escape(field)}: "):
        list(read_rules({"rule": [{**RULE, **wrong}]}))


def test_two_rules_of_one_name_are_refused() -> None:
    with pytest.raises(BriefingError, match="X: id"):
        list(read_rules({"rule": [RULE, RULE]}))


def test_texts_hold_no_likelihood_and_no_verdict() -> None:
    banned = re.compile(r"likely|probabl|certain|violation|war crime|conflict is", re.IGNORECASE)
    for rule in rules():
        for text in (rule.title, rule.reported, rule.alleged, rule.consider, rule.watch, rule.ask):
            assert not banned.search(text), (rule.id, text)


def test_whom_an_instrument_binds_names_no_state() -> None:
    """A list of states is soon incomplete, and would be printed wherever the rule fires."""
    for rule in rules():
        for one in rule.instruments:
            assert not re.search(r"\b[A-Z]", one.bound.replace("Protocol I", "")), (rule.id, one.bound)


def test_every_sector_that_can_be_silent_has_a_question() -> None:
    assert all(gap_questions(sector) for sector in ALWAYS)


STEP = {"label": "people moved", "terms": ["moved"]}


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        ({"moved": STEP}, "never"),
        ({"never": "dead", "moved": STEP}, "never"),
        ({"never": []}, "the steps"),
        ({"never": [], "moved": ["moved"]}, "moved"),
        ({"never": [], "moved": {**STEP, "label": ""}}, "moved: label"),
        ({"never": [], "moved": {"label": "people moved"}}, "moved: terms"),
        ({"never": [], "moved": {**STEP, "terms": []}}, "moved: terms"),
        ({"never": [], "moved": {**STEP, "not": "moved to tears"}}, "moved: not"),
        ({"never": [], "moved": {**STEP, "nor": ["moved to tears"]}}, "moved: nor"),
    ],
)
def test_a_wrong_ladder_is_told_by_file_step_and_field(tables: dict[str, object], says: str) -> None:
    with pytest.raises(BriefingError, match=rf"ladder\.toml: {re.escape(says)}: "):
        read_ladder(tables)


def test_a_sound_ladder_is_read() -> None:
    tables = {"never": ["dead"], "moved": {**STEP, "not": ["moved to tears"]}}
    assert read_ladder(tables) == tables


@pytest.mark.parametrize(
    ("tables", "says"),
    [
        ({"water": ["where is it?"]}, "water"),
        ({"wash": "where is it?"}, "wash"),
        ({"wash": []}, "wash"),
        ({"wash": [""]}, "wash"),
        ({"wash": [7]}, "wash"),
    ],
)
def test_wrong_questions_are_told_by_file_and_sector(tables: dict[str, object], says: str) -> None:
    with pytest.raises(BriefingError, match=rf"gaps\.toml: {says}: "):
        read_gaps(tables)


LADDER = """
The flood affected [about 900 people] in Aru. : affected
In the areas affected by the flood [900 children] are in "urgent need" of aid. : in-need
The plan aims to help [900 people] before winter. : targeted
By Monday 700 of the target of [900 children] had been vaccinated. : targeted
Relief teams have reached [900 people] with water. : reached
The quake left [900 people] homeless. : displaced
The storm hit Aru, where [900 households] had fled their homes. : displaced
Last week [900 people] returned from Tessen. : returned
The toll has reached [900 people killed]. : none
[900 people] watched the match. The town needs help. : none
The flood affected 80 households ([900 people]), and later 4 were displaced. : affected
Floods kill at least [900] and leave many displaced. : none
[900 people] (180 families) in the villages were affected by the oil. : affected
[900 people] (180 families) of fishing villages affected by the oil. : affected
[900 people] sang in the villages affected by the oil. : none
If the dam fails, [900 people] would have to be evacuated. : none
If fighting spreads, [900 people] may flee across the border. : none
"""


@pytest.mark.parametrize("case", LADDER.strip().split("\n"))
def test_the_ladder_keeps_its_steps_apart(case: str) -> None:
    text, _, step = case.rpartition(" : ")
    counted = text[text.index("[") + 1 : text.index("]")]
    where = source(text.replace("[", "").replace("]", ""))
    what = counted.split(maxsplit=1 + counted.startswith("about"))[-1]
    one = figure(where, "900", what, 900, kind="households" if "households" in what else "people")
    found = ladder([claim(where, where.text, figures=(one,))])
    assert [found_step.key for found_step, members in found.items() if members] == ([] if step == "none" else [step])


def test_what_is_carried_from_an_earlier_sentence_yields_to_the_clause() -> None:
    where = source("Some 900 people were affected. Of these, 40 have been displaced.")
    carried = figure(where, "40", "people were affected", 40)
    found = ladder([claim(where, "Of these, 40 have been displaced.", figures=(carried,))])
    assert [step.key for step, members in found.items() if members] == ["displaced"]
