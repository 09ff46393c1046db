"""The analyst's title, from the command line to the page: marked as theirs, its numbers and quotations in claims."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefing import pipeline
from briefing.checking import check
from briefing.errors import UsageError, VerificationError
from briefing.model.briefing import Briefing
from briefing.model.request import Request
from briefing.verifying import verify

STORY = """Mine roof falls in Tarn

Six miners were killed when a roof fell at Tarn No. 9 shaft on Monday, the mining ministry said. "We heard it crack,"
said Teo Manu, a miner. About 40 families have left the village.
"""

Titled = Callable[[str], Briefing]


@pytest.fixture
def titled(tmp_path: Path) -> Titled:
    path = tmp_path / "mine.txt"
    path.write_text(STORY, encoding="utf-8")
    claims = pipeline.decide(pipeline.draw([path]), ())
    return lambda title: pipeline.composed(claims, "humanitarian", Request(title=title))


@pytest.mark.parametrize(
    "title",
    [
        "Tarn mine: six dead",
        "Tarn mine: 6 dead",
        "“We heard it crack”: the Tarn mine",
        "Tarn mine: Update 3",
        "Tarn mine, 2019-03-11",
        "The mine in Tarn",
    ],
)
def test_what_a_claim_has_passes_and_is_marked_as_the_analysts(titled: Titled, title: str) -> None:
    briefing = titled(title)
    verify(briefing)
    assert briefing.title.text == title
    assert briefing.title_note is not None
    assert briefing.title_note.text == "Title by the analyst."


@pytest.mark.parametrize(
    ("title", "wrong"),
    [
        ("Tarn mine: 600 dead", "the number “600” is in no claim that the briefing prints"),
        ("Tarn mine: nine miners killed", "the number “nine” is in no claim that the briefing prints"),
        ("“We heard nothing”: the Tarn mine", "the quotation “We heard nothing” is in no claim"),
    ],
)
def test_what_no_claim_has_stops_the_build_and_names_the_nearest(titled: Titled, title: str, wrong: str) -> None:
    with pytest.raises(VerificationError, match=wrong) as stopped:
        verify(titled(title))
    if "mine: " in title:
        assert "Six miners were killed" in str(stopped.value)


def test_a_title_that_cites_stands_on_what_it_cites(titled: Titled) -> None:
    ids = {claim.anchor.exact.split()[0]: claim.id for _, e in titled("Tarn").claims.extractions for claim in e.claims}
    cited = titled(f"Six dead in Tarn [@{ids['Six']}]")
    verify(cited)
    assert cited.title.text == "Six dead in Tarn"
    assert [citation.claim for citation in cited.title.citations] == [ids["Six"]]
    with pytest.raises(VerificationError, match="in no claim that it cites"):
        verify(titled(f"Six dead in Tarn [@{ids['About']}]"))
    with pytest.raises(UsageError, match="there is no claim c-zzz"):
        titled("Six dead [@c-zzz]")


def test_the_gate_refuses_a_title_that_does_not_look_like_the_analysts(titled: Titled) -> None:
    with pytest.raises(VerificationError, match="not marked as theirs"):
        verify(replace(titled("The mine in Tarn"), title_note=None))


def test_check_lists_a_title_that_cites_nothing(titled: Titled) -> None:
    found = [remark for remark in check(titled("The mine in Tarn")) if remark.code == "uncited-title"]
    assert [remark.what for remark in found] == ["“The mine in Tarn” is the analyst's and cites no claim"]
