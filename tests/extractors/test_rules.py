"""The built-in extractor: every passage accounted for, claims shaped as the model says, on any text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.extractors import extract
from briefing.model.claim import ATTRIBUTION_KINDS, FORCES, FORMS, UNUSED_REASONS, Claim, Extraction
from briefing.model.source import Source

NEWS = """Mayor tells families to leave valley

Mayor Lena Okoro said in a post on X that the dam is weak. Rain fell all night.

“We have no water,” Okoro said. “The pumps stopped. Nobody has come.”

Okoro listed:
-
3 clinics closed
-
12 wells fouled

His visit came as a 48-hour truce ended, although reports indicated a longer pause. Will it hold?

Read more: the dam in pictures
indeed"""


def extraction(text: str) -> Extraction:
    return extract(Source(text, ()))


def by_words(text: str, words: str) -> Claim:
    """The one claim that reports exactly these words."""
    claims = extraction(text).claims
    (claim,) = [c for c in claims if " … ".join(text[slice(*span)] for span in c.content) == words]
    return claim


def test_every_passage_is_in_a_claim_or_unused() -> None:
    found = extraction(NEWS)
    places = [c.anchor.span for c in found.claims] + [u.anchor.span for u in found.unused]
    for passage in found.passages:
        assert any(a <= passage.start and passage.end <= b for a, b in places), NEWS[passage.start : passage.end]


def test_what_states_nothing_is_unused_and_says_why() -> None:
    assert [(u.anchor.exact, u.reason) for u in extraction(NEWS).unused] == [
        ("Okoro listed:", "no-statement"),
        ("Will it hold?", "question"),
        ("Read more: the dam in pictures", "furniture"),
        ("indeed", "no-statement"),
    ]


def test_what_leans_on_the_sentence_before_is_printed_with_it() -> None:
    text = "Rain fell.\n\nMayors said nobody had warned them. Endesur says it did. The road is cut."
    (answer,) = [claim for claim in extraction(text).claims if claim.attribution.speaker == "Endesur"]
    assert answer.anchor.exact == "Mayors said nobody had warned them. Endesur says it did."
    assert [text[slice(*span)] for span in answer.content] == ["it did"]


FURNITURE = [
    "Our Standards: The Ordal Trust Principles.",
    "Get our daily briefing in your inbox every morning.",
    "Follow her on X at @analund.",
    "Write to us at tips@voice.example.",
    "With additional reporting by Bo Lund in Aru.",
    "Ana Lund contributed to this report.",
    "Support our journalism with a donation today.",
    "Download the app for breaking news.",
    "Reporting by Ana Lund; editing by Bo Lund",
    "Read more: the dam in pictures",
]


@pytest.mark.parametrize("line", FURNITURE)
def test_lines_of_the_page_state_nothing(line: str) -> None:
    found = extraction(f"Rain over Aru\n\nARU, 4 May (AFP) - The dam holds.\n\n{line}\n")
    assert [claim.anchor.exact for claim in found.claims] == ["Rain over Aru", "The dam holds."]
    assert [one.reason for one in found.unused] == ["furniture", "furniture"]


def told(text: str) -> tuple[str, str | None, str]:
    """Form, force and modality of a text's one claim."""
    (claim,) = extraction(text).claims
    return claim.form, claim.attribution.force, claim.modality


@pytest.mark.parametrize(
    "text",
    [
        "The ministry has not confirmed that 50 people were killed in the flood.",
        "The WHO did not confirm that 50 people had died of cholera.",
        "Clinics could not verify that 300 people had been hurt.",
        "The governor cannot confirm that the dam has burst.",
        "The army has yet to confirm that 12 soldiers were lost.",
        "The minister was unable to confirm that 50 people had died.",
        "The minister refused to say whether 300 people had died.",
        "Okoro did not say how much it would cost.",
        "The ministry declined to confirm that 50 people had died.",
        "The minister stopped short of confirming that 50 had died.",
        "Nor has the ministry confirmed that the dam burst.",
        "The ministry could neither confirm nor deny that 50 people were killed.",
        "The ministry did not deny that 50 people were killed.",
    ],
)
def test_what_somebody_did_not_say_is_negated_and_has_no_force(text: str) -> None:
    assert told(text) == ("indirect", None, "negated")


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has said whether people would be free to choose.",
        "No one has confirmed that the bridge fell.",
        "Neither side has said how many people were killed.",
        "No official would say how many had died.",
    ],
)
def test_what_nobody_said_is_the_outlets_own_statement(text: str) -> None:
    assert told(text) == ("own", None, "negated")


def test_not_only_said_was_said() -> None:
    assert told("The ministry did not only say that the road was open.") == ("indirect", "said", "asserted")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Sources close to the palace said that the talks had failed.", "collective"),
        ("People close to the governor said that the road was mined.", "collective"),
        ("Two officials briefed on the plan said that it had been dropped.", "collective"),
        ("A hospital source said that the ward was full.", "role"),
        ("An unnamed official said that the ward was full.", "role"),
        ("An official said on condition of anonymity that the ward was full.", "anonymous"),
        ("An official speaking on condition of anonymity said that the ward was full.", "anonymous"),
        ("A nurse who asked not to be named said that the ward was full.", "anonymous"),
        ("Nurses who lost their homes said that nobody came.", "collective"),
        ("Climbers who had left the hut said that the road was gone.", "collective"),
        ("Ana Ruiz, who is close to the governor, said that the road was mined.", "named"),
    ],
)
def test_only_who_asks_not_to_be_named_is_anonymous(text: str, kind: str) -> None:
    (claim,) = extraction(text).claims
    assert claim.attribution.kind == kind


def test_an_acronym_is_no_pronoun() -> None:
    (claim,) = extraction("The WHO said that 50 people had died of cholera.").claims
    assert (claim.attribution.kind, claim.attribution.speaker) == ("named", "WHO")


def test_an_anchor_runs_to_the_end_of_the_quotation() -> None:
    claim = by_words(NEWS, "“We have no water,” … “The pumps stopped. Nobody has come.”")
    assert claim.anchor.exact == "“We have no water,” Okoro said. “The pumps stopped. Nobody has come.”"
    assert claim.form == "direct"
    assert [NEWS[slice(*span)] for span in claim.quotes] == ["We have no water,", "The pumps stopped. Nobody has come."]


def test_an_item_has_the_speaker_and_cue_of_its_lead() -> None:
    claim = by_words(NEWS, "12 wells fouled")
    assert claim.attribution.speaker == "Lena Okoro"
    assert claim.attribution.cue == "listed"
    assert (claim.passage.kind, str(claim.locator)) == ("item", "4.2")


def test_the_occasion_is_where_the_text_names_it() -> None:
    claim = by_words(NEWS, "that the dam is weak")
    assert claim.occasion is not None
    assert NEWS[slice(*claim.occasion)] == "a post on X"


def test_a_sentence_that_reports_on_the_side_is_also_the_sources_own() -> None:
    sentence = "His visit came as a 48-hour truce ended, although reports indicated a longer pause."
    claims = [c for c in extraction(NEWS).claims if c.anchor.exact == sentence]
    assert sorted(c.attribution.kind for c in claims) == ["publisher", "vague"]


def test_forces_are_never_upgraded() -> None:
    for cue, force in [
        ("said", "said"),
        ("revealed", "said"),
        ("admitted", "said"),
        ("claimed", "claimed"),
        ("alleged", "claimed"),
        ("denied", "denied"),
        ("confirmed", "confirmed"),
        ("warned", "warned"),
        ("announced", "announced"),
        ("demanded", "demanded"),
    ]:
        text = f"Mayor Lena Okoro {cue} that the dam was safe."
        assert by_words(text, "that the dam was safe").attribution.force == force, cue


@pytest.mark.parametrize(
    ("text", "force"),
    [
        ("The mayor called for a truce.", "urged"),
        ("The mayor called the truce a trick.", "said"),
        ("The mayor asked families to leave.", "urged"),
        ("The mayor asked whether families had left.", "said"),
        ("The mayor insisted that the dam was safe.", "said"),
        ("The mayor suggested that the dam was safe.", "said"),
        ("The mayor threatened to close the gate.", "threatened"),
        ("The mayor vowed to rebuild the gate.", "announced"),
    ],
)
def test_a_force_may_hang_on_what_follows_the_verb(text: str, force: str) -> None:
    (claim,) = [c for c in extraction(text).claims if c.form != "own"]
    assert claim.attribution.force == force


def test_a_noun_has_the_force_of_its_verb() -> None:
    text = "The mayor’s warning that the dam was weak has gone unheard."
    assert by_words(text, "that the dam was weak").attribution.force == "warned"


def test_claims_are_shaped_as_the_model_says() -> None:
    for claim in extraction(NEWS).claims:
        assert claim.form in FORMS
        assert claim.attribution.kind in ATTRIBUTION_KINDS
        assert claim.attribution.force in (None, *FORCES)
        assert claim.content
        assert all(a < b for a, b in claim.content)


def test_ids_are_one_each() -> None:
    ids = [claim.id for claim in extraction(NEWS).claims]
    assert len(ids) == len(set(ids))


WORDS = (
    'Okoro|said|that|the dam|“|”|‘|’|"|.|,|:|\n|\n\n|-\n|- |?|'
    "he|warning|according to|and|who|was|expected|to|leave|(|)|—|😀|ع"
)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(WORDS.split("|")), max_size=40))
def test_any_text_is_accounted_for(words: list[str]) -> None:
    text = " ".join(words)
    found = extraction(text)
    places = [c.anchor.span for c in found.claims] + [u.anchor.span for u in found.unused]
    for passage in found.passages:
        assert any(a <= passage.start and passage.end <= b for a, b in places)
    for claim in found.claims:
        assert all(0 <= a < b <= len(text) for a, b in claim.content)
    assert all(u.reason in UNUSED_REASONS for u in found.unused)
