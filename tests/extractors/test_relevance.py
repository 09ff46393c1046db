"""Relevance: claims get sectors, nature and modality from what they say."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extractors import extract
from briefing.extractors.past_years import year_of
from briefing.extractors.relevance import attach
from briefing.language.passages import split
from briefing.model.claim import MODALITIES, NATURES, PUBLISHER, SECTORS, Attribution, Claim
from briefing.model.source import File, Source

DENIED = Attribution(kind="role", speaker="the army", cue="denied", force="denied")


def source(text: str, published: str | None = None) -> Source:
    """A source of one file."""
    return Source(text, (File("a.txt", published=published),))


def own_claims(of: Source) -> tuple[Claim, ...]:
    """One own claim a passage."""
    return tuple(
        Claim(of.anchor(*passage.span), passage, "own", (passage.span,), PUBLISHER) for passage in split(of.text, None)
    )


def test_each_claim_is_judged_by_what_it_says() -> None:
    text = source("Floods drowned nine people. The mayor likes chess. Aid may arrive late.")
    found = [(claim.sectors, claim.nature, claim.modality) for claim in attach(text, own_claims(text))]
    assert found[0] == (("casualties",), "fact", "asserted")
    assert found[1] == ((), "fact", "asserted")
    assert found[2][1:] == ("commentary", "hypothetical")


def test_only_the_content_is_read_not_speaker_and_cue() -> None:
    text = source("The head of the refugee agency, Ana Lund, said the meeting was short.")
    claim = own_claims(text)[0]
    start = text.text.index("the meeting")
    said = replace(
        claim, form="indirect", content=((start, len(text.text)),), attribution=replace(DENIED, force="said")
    )
    assert attach(text, [said])[0].sectors == ()
    assert attach(text, [said])[0].nature == "reported"


def test_what_is_denied_is_negated() -> None:
    text = source("The army denied that its jets struck a camp for displaced people.")
    claim = own_claims(text)[0]
    denied = replace(claim, form="indirect", content=((17, len(text.text)),), attribution=DENIED)
    (judged,) = attach(text, [denied])
    assert judged.modality == "negated"
    assert "displacement" in judged.sectors


def test_what_an_editorial_says_itself_is_commentary_and_what_it_quotes_is_not() -> None:
    text = Source("The bridge fell at dawn.", (File("a.txt"),), kind="editorial")
    (own,) = own_claims(text)
    quoted = replace(own, form="indirect", attribution=replace(DENIED, cue="said", force="said"))
    assert [claim.nature for claim in attach(text, [own, quoted])] == ["commentary", "reported"]


def test_the_year_is_that_of_publication_else_the_latest_named() -> None:
    assert year_of(source("A quake in 1999, and one in 2011.", "2016-04-02")) == 2016
    assert year_of(source("A quake in 2003, and one in 2011.")) == 2011
    assert year_of(source("A quake.")) is None


@settings(deadline=None, derandomize=True, max_examples=60)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1, max_size=200))
def test_nothing_but_the_three_fields_changes(text: str) -> None:
    of = source(text)
    claims = own_claims(of)
    judged = attach(of, claims)
    for before, after in zip(claims, judged, strict=True):
        assert replace(after, sectors=(), nature="fact", modality="asserted") == before
        assert set(after.sectors) <= set(SECTORS)
        assert after.nature in NATURES
        assert after.modality in MODALITIES


def test_in_a_source_about_an_emergency_a_misleading_word_is_content_with_any_cue() -> None:
    line = "Families queue at the bridge with their children."
    quiet = "The fair opened on Monday. The mayor spoke. The band played. " + line
    storm = "The storm killed two people. Tents were sent. Nine people drowned. " + line
    of_quiet, of_storm = source(quiet), source(storm)
    assert attach(of_quiet, own_claims(of_quiet))[-1].sectors == ()
    assert attach(of_storm, own_claims(of_storm))[-1].sectors == ("access",)


def test_a_heading_gives_its_sector_to_lines_that_name_none() -> None:
    text = (
        "Harat: situation report 2\n\nHealth\n\nThree of nine posts work.\n\nContacts\n\nThe office opens at nine.\n\n"
        "Education\n\nDisplaced families sleep in two of the buildings.\n"
    )
    found = {claim.anchor.exact: claim.sectors for claim in extract(Source(text, (File("a.txt"),))).claims}
    assert found["Three of nine posts work."] == ("health",)
    assert found["The office opens at nine."] == ()
    assert "education" in found["Displaced families sleep in two of the buildings."]


def test_the_title_of_a_report_is_of_no_sector() -> None:
    title, said = "Earthquake in Tarn: Flash Update No. 2", "Nine people died in the earthquake."
    text = f"{title}\n\n{said}\n\nTwo clinics have no medicines.\n\nFour wells are polluted.\n"
    found = {claim.anchor.exact: claim.sectors for claim in extract(Source(text, (File("a.txt"),))).claims}
    assert found[said] == ("casualties",)
    assert not found.get(title)
    news = text.replace(title, "Earthquake in Tarn kills nine people")
    first = extract(Source(news, (File("b.txt"),))).claims[0]
    assert (first.anchor.start, first.sectors) == (0, ("casualties",))


def test_a_statement_that_does_not_say_in_what_people_are_hit_goes_on_about_what_the_one_before_does() -> None:
    first, vague = "Cholera has spread to nine villages.", "One of the mothers walked here from Sill."
    text = f"Cholera in Tarn\n\n{first}\n\n{vague}\n\nFour wells are polluted.\n\nThe council met.\n"
    found = {claim.anchor.exact: claim.sectors for claim in extract(Source(text, (File("a.txt"),))).claims}
    assert found[vague] == found[first] == ("health",)


def test_in_a_dense_emergency_a_statement_between_two_is_of_the_sector_of_the_one_before() -> None:
    before, after = "Four villagers drowned when the river rose.", "Two clinics have no medicines."
    quiet = "“It came at night,” said Ana Bero, a baker."
    text = f"Floods kill four in Tarn\n\n{before}\n\n{quiet}\n\n{after}\n\nSeven bridges are gone.\n"
    found = {claim.anchor.exact: claim.sectors for claim in extract(Source(text, (File("a.txt"),))).claims}
    assert found[before] == ("casualties",)
    assert found[quiet] == ("casualties",)
    calm = f"Council meets\n\nIt met on Monday.\n\n{quiet}\n\nIt meets again on Friday.\n"
    assert all(not claim.sectors for claim in extract(Source(calm, (File("b.txt"),))).claims)
