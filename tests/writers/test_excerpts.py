from __future__ import annotations

from dataclasses import replace

from briefing.model.briefing import Annex
from briefing.writers.excerpts import AROUND, CITED, Excerpts
from tests.writers.sample_briefing import ONE, sample_briefing


def test_shows_the_passage_before_and_after_the_cited_words() -> None:
    briefing = sample_briefing()
    citation = briefing.bottom_line[0].citations[0]
    found = Excerpts(briefing)(citation)
    assert (found.before, found.after) == ("", " “Nobody will cross before the spring,” he told reporters.")
    assert (found.cut_before, found.cut_words, found.cut_after) == (False, False, False)


def test_without_an_annex_shows_the_cited_words_alone() -> None:
    briefing = replace(sample_briefing(), annex=Annex("none", None, ()))
    citation = briefing.bottom_line[0].citations[0]
    found = Excerpts(briefing)(citation)
    assert (found.before, found.words, found.after) == ("", citation.anchor.exact, "")


def test_long_words_are_cut_between_words() -> None:
    briefing = sample_briefing()
    start = ONE.text.index("left the valley")
    middle = replace(briefing.bottom_line[0].citations[0], anchor=ONE.anchor(start, start + 4))
    found = Excerpts(briefing)(middle)
    assert found.before.endswith("families had ")
    assert found.after.startswith(" the valley since Monday.")
    assert len(found.before) <= AROUND
    assert len(found.words) <= CITED
