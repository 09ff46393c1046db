"""Figures given to claims: which claim holds one, who says it, when it holds, what is noticed."""

from __future__ import annotations

from dataclasses import replace

from briefing.extractors.figures import attach, figures
from briefing.extractors.holders import holders
from briefing.language.passages import split
from briefing.model.claim import PUBLISHER, Attribution, Claim, Figure
from briefing.model.source import File, Locator, Passage, Source, Span


def source_of(text: str, published: str | None = None) -> Source:
    """A source of one file."""
    return Source(text, (File("a.txt", published=published),))


def claim_on(source: Source, anchor: Span, content: Span, attribution: Attribution = PUBLISHER) -> Claim:
    """A claim with these places."""
    passage = Passage(*anchor, "sentence", Locator(1))
    return Claim(source.anchor(*anchor), passage, "own", (content,), attribution)


def place(text: str, words: str) -> Span:
    """Where ``words`` stand in ``text``."""
    start = text.index(words)
    return start, start + len(words)


def speaker(text: str, name: str, cue: str = "said") -> Attribution:
    """An attribution to the speaker that the text names ``name``."""
    return Attribution("named", "p-x", name, place(text, name), cue, place(text, cue))


def one(text: str, published: str | None = None) -> Figure:
    """The only figure of a text."""
    source = source_of(text, published)
    [figure] = figures(source, split(text))
    return figure


def test_a_figure_goes_to_the_innermost_claim_whose_content_holds_it() -> None:
    text = "The mayor said 12 homes burnt and that a guard saw 3 men."
    source = source_of(text)
    whole, part = (0, len(text)), place(text, "a guard saw 3 men")
    outer = claim_on(
        source, whole, place(text, "12 homes burnt and that a guard saw 3 men"), speaker(text, "The mayor")
    )
    inner = claim_on(source, whole, part, speaker(text, "a guard", "saw"))
    given, _ = attach(source, split(text), [outer, inner])
    assert [[f.text for f in claim.figures] for claim in given] == [["12"], ["3"]]


def test_a_figure_outside_every_content_goes_to_the_claim_whose_anchor_holds_it_and_is_not_its_speakers() -> None:
    text = "Two days later Ana Ruiz said the road was open."
    source = source_of(text)
    claim = claim_on(source, (0, len(text)), place(text, "the road was open"), speaker(text, "Ana Ruiz"))
    [given], _ = attach(source, split(text), [claim])
    [figure] = given.figures
    assert (figure.text, figure.said_by) == ("Two", None)


def test_a_figure_that_no_claim_holds_is_given_to_none() -> None:
    text = "Rain fell. The 12 wells are full."
    source = source_of(text)
    claim = claim_on(source, place(text, "Rain fell."), place(text, "Rain fell."))
    given, _ = attach(source, split(text), [claim])
    assert given == (claim,)


def test_a_figure_of_an_earlier_year_is_dated_by_it() -> None:
    dated = one("In 2021, shelling killed 112 people.", "2026-05-05")
    assert (dated.as_of, dated.as_of_span) == ("2021", (0, 7))
    assert one("The river drowned 40 people in March 1998.", "2026-05-05").as_of == "1998-03"
    assert one("In 2026, 12 wells ran dry.", "2026-05-05").as_of is None
    assert one("The river, tamed in 1998. drowned 40 people.", "2026-05-05").as_of is None


def test_holders_take_the_shortest_span() -> None:
    source = source_of("x" * 100)
    claims = [
        claim_on(source, (0, 100), (0, 90)),
        claim_on(source, (0, 100), (10, 40)),
        claim_on(source, (0, 100), (12, 80)),
    ]
    assert holders(claims, [(5, 6), (15, 16), (50, 51), (95, 96)]) == [0, 1, 2, 0]


def test_the_speaker_of_the_claim_says_its_figures() -> None:
    text = "Some 40 barns burnt, Ana Ruiz said."
    source = source_of(text)
    claim = claim_on(source, (0, len(text)), place(text, "Some 40 barns burnt"), speaker(text, "Ana Ruiz"))
    [given], _ = attach(source, split(text), [claim])
    assert [(f.said_by, f.said_by_span) for f in given.figures] == [("Ana Ruiz", place(text, "Ana Ruiz"))]


def test_a_short_form_in_brackets_belongs_to_the_name() -> None:
    text = "The Rivers and Lakes Board (RLB) said 40 barns burnt."
    source = source_of(text)
    claim = claim_on(source, (0, len(text)), place(text, "40 barns burnt"), speaker(text, "The Rivers and Lakes Board"))
    [given], _ = attach(source, split(text), [claim])
    assert [f.said_by for f in given.figures] == ["The Rivers and Lakes Board (RLB)"]


def test_a_name_that_only_begins_the_speakers_words_is_not_the_speaker() -> None:
    text = "Some 40 barns burnt, Marl resident Sunda Roy said."
    source = source_of(text)
    attribution = replace(speaker(text, "Marl resident Sunda Roy"), speaker="Marl")
    claim = claim_on(source, (0, len(text)), place(text, "Some 40 barns burnt"), attribution)
    [given], _ = attach(source, split(text), [claim])
    assert [f.said_by for f in given.figures] == ["Marl resident Sunda Roy"]


def test_who_pledges_is_not_the_source_of_a_number() -> None:
    text = "Norland pledged 40 trucks."
    source = source_of(text)
    claim = claim_on(source, (0, len(text)), place(text, "40 trucks"), speaker(text, "Norland", "pledged"))
    [given], _ = attach(source, split(text), [claim])
    assert [f.said_by for f in given.figures] == [None]


def test_a_bracketed_citation_says_who() -> None:
    text = "The storm displaced 2,500 families (OCHA, 12 April)."
    source = source_of(text)
    claim = claim_on(source, (0, len(text)), (0, len(text)))
    [given], _ = attach(source, split(text), [claim])
    assert [(f.said_by, f.said_by_span) for f in given.figures] == [("OCHA", place(text, "OCHA"))]


def test_a_bracketed_short_form_is_no_citation() -> None:
    text = "The 3 trucks of the World Grain Programme (WGP)."
    source = source_of(text)
    claim = claim_on(source, (0, len(text)), (0, len(text)))
    [given], _ = attach(source, split(text), [claim])
    assert [f.said_by for f in given.figures] == [None]


def test_a_day_without_a_year_is_resolved_by_the_date_of_publication_only() -> None:
    text = "As of 3 May, 12 wells were dry."
    assert (one(text).as_of, one(text).as_of_span) == (None, place(text, "As of 3 May"))
    assert one(text, "2021-05-10").as_of == "2021-05-03"
    assert one(text, "2021-04-10").as_of == "2020-05-03"


def test_a_weekday_is_the_last_one_before_publication() -> None:
    text = "By Monday, 12 wells were dry."
    assert one(text).as_of is None
    assert one(text, "2021-05-13").as_of == "2021-05-10"


def test_dates_are_iso_as_far_as_the_text_goes() -> None:
    assert one("As of 14 June 2020, 12 wells were dry.").as_of == "2020-06-14"
    assert one("As of June 2020, 12 wells were dry.").as_of == "2020-06"
    assert one("As of 31 June 2020, 12 wells were dry.").as_of is None
    assert one("The town lost 12 wells since 2019.").as_of is None


def test_a_heading_dates_what_stands_under_it() -> None:
    text = "Situation as of 4 July 2022\n\nThe flood cut off 12 villages."
    source = source_of(text)
    passages = (Passage(0, 27, "heading", Locator(1)), Passage(29, len(text), "sentence", Locator(2)))
    [figure] = figures(source, passages)
    assert (figure.as_of, figure.as_of_span) == ("2022-07-04", place(text, "as of 4 July 2022"))


def test_a_line_that_only_gives_a_date_dates_what_follows() -> None:
    text = "As of 4 July 2022, 09:00\n\nThe flood cut off 12 villages."
    [figure] = figures(source_of(text), split(text))
    assert (figure.as_of, figure.as_of_span) == ("2022-07-04", place(text, "As of 4 July 2022"))


def test_a_list_item_takes_the_date_of_its_lead() -> None:
    text = "As of 4 July 2022 the board counts:\n- 12 villages\n- 3 towns"
    source = source_of(text)
    assert [(f.text, f.as_of) for f in figures(source, split(text))] == [("12", "2022-07-04"), ("3", "2022-07-04")]


def test_what_is_printed_reads_as_the_text_has_it() -> None:
    text = "The blast killed six people; 40 homes (all of wood) have since been completely destroyed by fire."
    six, forty = figures(source_of(text), split(text))
    assert [text[a:b] for a, b in six.what_spans] == ["killed", "people"]
    assert [text[a:b] for a, b in forty.what_spans] == ["homes", "destroyed"]
    text = "Some 40 homes have been completely destroyed."
    assert [text[a:b] for a, b in one(text).what_spans] == ["homes have been completely destroyed"]
    assert one(text).what == "homes destroyed"


def test_the_place_is_the_name_behind_a_preposition_or_at_the_head() -> None:
    assert one("The flood cut off 12 villages in the Upper Vale, officials fear.").place == "Upper Vale"
    assert one("In East Marl, the flood cut off 12 villages.").place == "East Marl"
    assert one("The flood cut off 12 villages in March.").place is None
    assert one("The flood cut off 12 villages while rain fell in Marl.").place is None
    assert one("Flood Cuts Off 12 Villages In Upper Vale").place is None


def test_a_point_parts_thousands_only_of_what_is_whole() -> None:
    assert one("The mill makes 3.500 bricks.").value == 3500
    assert one("The mill makes 3.500 tonnes.").value == 3.5
    assert one("The average is 3.125 pupils per bench.").value == 3.125


def test_a_number_mended_to_be_read_is_noticed() -> None:
    text = "Rains hit 31, 250 households."
    source = source_of(text)
    _, [notice] = attach(source, split(text), [claim_on(source, (0, len(text)), (0, len(text)))])
    assert (notice.code, notice.start, notice.end, notice.limits) == ("spaced-number", 10, 17, False)
    assert "31,250" in notice.message


def test_hostile_text_is_read() -> None:
    for piece in (
        "1 to ",
        "12, ",
        "one in ",
        "at least ",
        "(1) ",
        "1. ",
        "5% of ",
        "as of 2 May ",
        "two hundred ",
        "1.1.",
        "9-",
    ):
        text = piece * 500
        source = source_of(text)
        passage = Passage(0, len(text), "sentence", Locator(1))
        claim = replace(claim_on(source, (0, len(text)), (0, len(text))), passage=passage)
        attach(source, [passage], [claim])
