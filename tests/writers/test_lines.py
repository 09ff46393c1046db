"""Lines: when the rail names a voice, and where the links of claims lead."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from briefing.model.briefing import Briefing, Datum, Statement
from briefing.writers.lines import Lines
from briefing.writers.links import Links
from briefing.writers.marks import Marks
from briefing.writers.parts import Parts
from briefing.writers.pieces import Tongue
from tests.writers.sample_briefing import sample_briefing


def lines(briefing: Briefing, medium: str = "screen") -> Lines:
    """The lines of a page of the briefing, labels as their keys."""
    links = Links(briefing)
    parts, marks = Parts(briefing, medium, str, links.first, Tongue()), Marks(medium, str, mirrored=False)
    return Lines(medium, str, parts, marks, links)


def said(id_: str, text: str = "Water is short.", voice: str = "reported", **more: object) -> Statement:
    """A statement of this text."""
    return replace(Statement(id_, voice, (Datum(text, "request", "title"),)), **more)  # type: ignore[arg-type]


def rails(medium: str, *statements: Statement) -> list[list[str]]:
    """What the rail of each line names."""
    made = lines(sample_briefing(), medium).lines(statements)
    return [
        re.findall(r">([^<>\n]+)<", line.partition('<div class="text">')[0])
        for line in made.split('<div class="line')[1:]
    ]


A, B, RULE = said("t-1", "On water"), said("t-2", "On roads"), said("r-1", "Rule CUTOFF")


@pytest.mark.parametrize(
    ("medium", "second"), [("screen", ["voice-reported", "On roads"]), ("print", ["On roads"]), ("text", ["On roads"])]
)
def test_the_rail_names_what_changes(medium: str, second: list[str]) -> None:
    told = (said("1", topic=A), said("2", topic=A), said("3", topic=B), said("4"), said("5", voice="quoted"))
    assert rails(medium, *told) == [["voice-reported", "On water"], [], second, ["voice-reported"], ["voice-quoted"]]


def test_a_consideration_says_each_time_that_it_is_from_a_rule() -> None:
    told = [said(id_, voice="consideration", speaker=RULE, rule=id_) for id_ in ("1", "2")]
    assert rails("print", *told) == [["voice-consideration", "Rule CUTOFF", "from-a-rule"]] * 2


def test_a_claim_s_own_link_leads_to_one_statement() -> None:
    whole, item = said("1", claims=("c-1", "c-2")), said("3", claims=("c-3",))
    listed = said("2", claims=("c-2", "c-3"), items=(item,))
    actor = replace(sample_briefing().statements[0], statements=(whole, listed))
    briefing = replace(sample_briefing(), statements=(actor,), bottom_line=(replace(whole, id="0"),))
    page = lines(briefing)
    assert 'id="c-1"' not in page.line(replace(whole, id="0"))
    made = page.line(whole) + page.line(listed)
    assert made.count('<div id="c-1" data-of=') == 0  # no source has the claim
    assert re.findall(r'<(\w+) id="(c-\d)"', made) == [("div", "c-1"), ("span", "c-2"), ("li", "c-3")]
    assert 'class="own-link" href="#c-1"' in made
