"""Passages of the annex: their words, and the ways back to where they are cited."""

from __future__ import annotations

from briefing.model.briefing import AnnexPassage, AnnexSource, Cut, Words
from briefing.model.source import Locator
from briefing.writers.passages import Passages
from briefing.writers.pieces import Tongue
from tests.writers.sample_briefing import ONE, told

BACK = '<a class="back" data-back="{0}" href="#{0}" aria-label="{1}, back to the text">'
LABELS = {"back": "back to the text", "cited-on": "Cited on page", "more-backs": "more"}


def passages(medium: str = "text") -> Passages:
    """The passages of an English page."""
    return Passages(medium, LABELS.__getitem__, Tongue())


def source(back: tuple[str, ...], **more: bool) -> AnnexSource:
    """A source in French with one passage, cited by these."""
    at = ONE.text.index("few beds")
    pieces = (Words(ONE.anchor(at, at + 8)), Cut(before=True))
    passage = AnnexPassage("p-1-3", Locator(3), pieces, (True, False), back, **more)
    return AnnexSource("annex-1", 1, ONE.id, told("h", "Source 1"), (passage,), "fr")


def test_ways_back_are_numbered_after_those_before() -> None:
    made = passages().backs(("cite-2", "cite-5"), 8)
    assert made.startswith(BACK.format("cite-2", 9) + "<svg ")
    assert "</svg>9</a> " + BACK.format("cite-5", 10) in made


def test_paper_keeps_room_for_the_numbers_of_pages() -> None:
    links = f"{BACK.format('cite-2', 1)}1&nbsp;&nbsp;</a>, {BACK.format('cite-5', 2)}2&nbsp;&nbsp;</a>"
    assert passages("print").backs(("cite-2", "cite-5")) == (
        f'<span class="cited-on">Cited\u00a0on\u00a0page&nbsp;{links}</span>'
    )


def test_a_passage_has_its_place_and_its_cited_words_marked() -> None:
    number = '<span class="source-number">1</span><span class="locator">¶3</span> '
    place = f'<span class="place" dir="ltr" data-locator="p-1-3">{number}</span>'
    words = '<span data-passage="p-1-3"><mark>few beds</mark> […]</span>'
    text = f'<p class="received" lang="fr" dir="ltr">{place}{words}</p>'
    made = passages().passages(source((), item=True))
    assert made == f'<div id="p-1-3" class="passage item uncited">\n{text}\n</div>\n'


def test_ways_back_beyond_eight_stand_behind_a_summary_on_the_screen() -> None:
    nine = source(tuple(f"cite-{number}" for number in range(1, 10)), heading=True)
    made = passages("screen").passages(nine)
    assert 'class="passage head">' in made
    assert f'</a></span></p>\n<details class="backs"><summary>more</summary>{BACK.format("cite-9", 9)}' in made
    assert "<details" not in passages("screen").passages(source(("cite-1",))) + passages("print").passages(nine)
    assert f", {BACK.format('cite-9', 9)}9" in passages("print").passages(nine)
