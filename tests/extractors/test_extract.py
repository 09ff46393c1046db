"""What a short text makes: who is told to say what, whose each figure is, what is left unused."""

from __future__ import annotations

import pytest

from briefing.extractors import extract
from briefing.model.claim import Claim
from briefing.model.source import File, Source


def claims(text: str) -> tuple[Claim, ...]:
    """The claims of a text."""
    return extract(Source(text, (File("a.txt"),))).claims


def told(text: str) -> list[tuple[str, str | None, str]]:
    """Kind of attribution, speaker, and what is said, claim by claim."""
    return [
        (one.attribution.kind, one.attribution.speaker, " ".join(text[slice(*span)] for span in one.content))
        for one in claims(text)
    ]


def counted(text: str) -> list[tuple[str, str, str, str | None]]:
    """Each figure's numeral, unit, what it counts and who says it."""
    return [(one.text, one.unit, one.what, one.said_by) for claim in claims(text) for one in claim.figures]


def unused(text: str) -> list[tuple[str, str]]:
    """Each stretch that makes no claim, and why."""
    return [(one.anchor.exact, one.reason) for one in extract(Source(text, (File("a.txt"),))).unused]


def test_who_denies_a_toll_does_not_claim_it() -> None:
    text = "Loria says Tessen shells kill 9 in Vell, Tessen denies"
    assert counted(text) == [("9", "people", "kill", "Loria")]
    assert [(one.attribution.speaker, one.attribution.force, one.modality) for one in claims(text)] == [
        ("Loria", "said", "asserted"),
        ("Tessen", "denied", "negated"),
    ]


def test_a_pronoun_stands_for_the_one_who_just_spoke_without_a_name() -> None:
    text = (
        "Mayor Ana Ruiz left.\n\nA nurse who did not want to be named said the ward was full. "
        "She said two patients had died."
    )
    who = "A nurse who did not want to be named"
    assert told(text)[1:] == [
        ("anonymous", who, "the ward was full"),
        ("anonymous", who, "two patients had died"),
    ]
    assert counted(text) == [("two", "people", "patients died", who)]


def test_a_pronoun_stands_for_an_office_that_spoke() -> None:
    text = "The clinic is open, the doctor said. “People are afraid,” she said."
    assert told(text) == [
        ("role", "the doctor", "The clinic is open"),
        ("role", "the doctor", "“People are afraid,”"),
    ]


def test_it_stands_for_the_body_that_spoke() -> None:
    text = "Ana Ruiz denied it. The ministry said that five wells were dry. It said that 17 pumps had failed."
    assert told(text)[1:] == [
        ("named", "The ministry", "that five wells were dry"),
        ("named", "The ministry", "that 17 pumps had failed"),
    ]
    assert counted(text) == [
        ("five", "wells", "wells", "The ministry"),
        ("17", "pumps", "pumps failed", "The ministry"),
    ]


def test_he_does_not_stand_for_a_mother() -> None:
    text = "Mayor Bo Lund left. A mother said the road was shut. He said it would open."
    assert [who for _, who, _ in told(text)] == [None, "A mother", "Bo Lund"]


INTERVIEW = (
    "Dr Ana Ruiz leads the clinic in Vell. She spoke to us on Friday.\n\n"
    "Q: The ministry says six people have died. Is that right?\n\n"
    "A: We counted 26 bodies. I do not know how they count.\n\n"
    "Q: What do you need?\n\n"
    "A: Water.\n"
)


def test_answers_are_the_interviewees_and_questions_are_no_evidence() -> None:
    assert [(who, said) for _, who, said in told(INTERVIEW)[2:]] == [
        ("Ana Ruiz", "We counted 26 bodies."),
        ("Ana Ruiz", "I do not know how they count."),
    ]
    assert counted(INTERVIEW) == [("26", "people", "bodies", "Ana Ruiz")]
    assert ("Q: The ministry says six people have died.", "question") in unused(INTERVIEW)
    assert ("A: Water.", "no-statement") in unused(INTERVIEW)


def test_an_interviewee_without_a_name_is_anonymous() -> None:
    text = "Two people spoke to us.\n\nQ: What did you see?\n\nA: The river took nine houses."
    assert told(text)[1:] == [("anonymous", None, "The river took nine houses.")]


def test_names_before_turns_are_an_interview_where_one_of_them_asks() -> None:
    text = (
        "PAULA VANE: How many came?\n\nANA RUIZ: Good morning. Forty families came to the hall.\n\n"
        "PAULA VANE: And now?\n\nANA RUIZ: They have gone home to Vell."
    )
    assert [(who, said) for _, who, said in told(text)] == [
        ("ANA RUIZ", "Forty families came to the hall."),
        ("ANA RUIZ", "They have gone home to Vell."),
    ]


def test_labels_without_questions_are_no_interview() -> None:
    text = "Needs: Forty families need tents.\n\nResponse: Nine trucks came.\n\nNeeds: Water is short."
    assert {kind for kind, _, _ in told(text)} == {"publisher"}


def test_a_speech_is_the_speakers_whom_its_headline_names() -> None:
    text = "Remarks by President Ana Ruiz to the Assembly\n\nI have closed the border. Our army will answer."
    assert [(who, said) for _, who, said in told(text)[1:]] == [
        ("Ana Ruiz", "I have closed the border."),
        ("Ana Ruiz", "Our army will answer."),
    ]


def test_the_head_of_a_table_states_nothing() -> None:
    text = "The board counts:\n\n| Camp | Deaths |\n| --- | --- |\n| Arun | 12 |\n"
    assert ("Camp | Deaths", "no-statement") in unused(text)
    assert [one.figures[0].text for one in claims(text) if one.figures] == ["12"]


COUNCIL = (
    "Security Council: meeting on Tel Amara\n\n"
    "Ms. Vane (Under-Secretary-General): I am alarmed. What we can say is that a hospital was hit. "
    "Ninety people are trapped.\n\nThey have no water.\n\n"
    "Mr. Orl (Loria): We have seen no evidence. The figures are invented.\n\n"
    "Ms. Duval (Marl): Loria holds the town.\n"
)


def test_a_turn_that_names_an_office_lasts_until_the_next() -> None:
    assert [(who, said) for _, who, said in told(COUNCIL)[1:]] == [
        ("Vane", "I am alarmed"),
        ("Vane", "What we can say is that a hospital was hit."),
        ("Vane", "Ninety people are trapped."),
        ("Vane", "They have no water."),
        ("Orl", "We have seen no evidence."),
        ("Orl", "The figures are invented."),
        ("Duval", "Loria holds the town"),
    ]
    assert counted(COUNCIL) == [("Ninety", "people", "people trapped", "Vane")]


DEPARTMENT = (
    "MS. VANE: We are providing 80 trucks to the camp.\n\n"
    "QUESTION: Aid groups say twenty awards were cut. Which is it?\n\n"
    "MS. VANE: I can't confirm that number. I'd refer you to the board.\n\n"
    "QUESTION: You said none were cut.\n\n"
    "MS. VANE: That is false."
)


def test_titles_in_capitals_make_turns_and_what_is_put_to_them_is_a_question() -> None:
    assert [(who, said) for _, who, said in told(DEPARTMENT)] == [
        ("VANE", "We are providing 80 trucks to the camp."),
        ("VANE", "I can't confirm that number."),
        ("VANE", "I'd refer you to the board."),
        ("VANE", "That is false."),
    ]
    assert ("QUESTION: You said none were cut.", "question") in unused(DEPARTMENT)


INITIALS = (
    "Dr Ana Ruiz leads the clinic. She spoke to the Vell Review.\n\n"
    "Vell Review: How many patients do you see?\n\nRuiz: Between 90 and 110 a day. Before it was 35.\n\n"
    "VR: The ministry says the clinic is stocked.\n\nRuiz: The last delivery came in May.\n\nVR: What do you need?\n\n"
    "Ruiz: Fuel and insulin."
)


def test_an_outlet_may_ask_by_its_name_and_by_its_initials() -> None:
    assert [(who, said) for _, who, said in told(INITIALS)[2:]] == [
        ("Ana Ruiz", "Between 90 and 110 a day."),
        ("Ana Ruiz", "Before it was 35."),
        ("Ana Ruiz", "The last delivery came in May"),
        ("Ana Ruiz", "Fuel and insulin."),
    ]


def test_two_calls_on_a_page_of_news_are_no_transcript() -> None:
    text = (
        "Governor Ana Ruiz: We must leave.\n\nThe road is shut.\n\nNine trucks came.\n\nTwo halls are open.\n\n"
        "Mayor Bo Lund: The town is safe.\n\nThe bridge is shut.\n\nThe port is shut.\n\nIt rains."
    )
    assert ("publisher", None, "The road is shut.") in told(text)


def test_a_greeting_states_nothing() -> None:
    assert ("Good afternoon, everyone.", "no-statement") in unused("Good afternoon, everyone.\n\nThe road is shut.")


def test_the_head_of_a_table_without_a_rule_states_nothing() -> None:
    text = "The board counts:\n\nCamp | Deaths | Gap\nArun | 12 | 3\nBelo | 4 | 1\n"
    assert ("Camp | Deaths | Gap", "no-statement") in unused(text)
    assert len([one for one in claims(text) if one.figures]) == 2


def test_we_are_who_the_text_says_we_are() -> None:
    text = "We, the Centre for Ports, express our concern. The sea is foul. We demand the plans."
    assert [who for _, who, _ in told(text)] == ["Centre for Ports", None, "Centre for Ports"]


def test_a_number_of_a_bulletin_negates_nothing() -> None:
    assert claims("Bulletin No. 47 of the board is here.\n\nThe road is open.")[0].modality == "asserted"


def test_an_act_left_undone_is_no_statement_of_who_left_it() -> None:
    text = "Nurses reported a rise in measles, although the ministry has not declared an outbreak."
    assert [who for _, who, _ in told(text)] == ["Nurses"]


def test_whom_the_media_quote_says_nothing_by_it() -> None:
    text = "The president will visit on Friday, local media reported, quoting her office."
    assert [said for _, _, said in told(text)] == ["The president will visit on Friday"]


def test_what_is_corrected_counts_nothing() -> None:
    text = "The union corrects its statement of 15 August, in which it said that 163 people were hurt."
    assert counted(text) == []


@pytest.mark.parametrize(
    "line",
    ["Please don't quote Dr Simba.", "Not for publication before Friday.", "For media enquiries: Bo Lund"],
)
def test_a_word_to_the_editor_states_nothing(line: str) -> None:
    assert (line, "furniture") in unused(f"Flood in Vell\n\nThe road is shut.\n\n{line}")
