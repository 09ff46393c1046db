"""Mentions resolve to whom the text says, and to nobody where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.mentions import Identity, Roster
from briefing.language.parties import acronyms

GOLDEN = Path(__file__).parent.parent / "golden" / "mentions.txt"


def cases() -> list[tuple[str, str, str]]:
    blocks = GOLDEN.read_text("utf-8").split("\n\n")[1:]
    lines = [block.strip("\n").split("\n") for block in blocks]
    return [(block[0], "\n".join(block[1:-1]), block[-1]) for block in lines]


@pytest.mark.parametrize(("name", "text", "expected"), cases(), ids=[case[0] for case in cases()])
def test_golden(name: str, text: str, expected: str) -> None:
    start = text.index("[")
    plain = text.replace("[", "").replace("]", "")
    found = Roster(plain).resolve(start, text.index("]") - 1)
    assert f"{found.kind} | {found.name or '-'}" == expected, name


def test_the_role_is_where_the_text_gives_it() -> None:
    text = "Lorania’s Defence Minister Ana Ruiz spoke. Ruiz said so."
    role = Roster(text).resolve(text.index("Ruiz said"), text.index(" said")).role
    assert role is not None
    assert text[slice(*role)] == "Defence Minister"


def test_a_form_of_address_is_no_role() -> None:
    text = "Bo Lund spoke in Aru. Mr. Lund said so."
    assert Roster(text).resolve(text.index("Mr."), text.index(" said")).role is None


def test_the_role_ends_before_the_comma() -> None:
    text = "Lorania’s defence minister, Ana Ruiz, told reporters so."
    role = Roster(text).resolve(0, text.index(" told")).role
    assert role is None or text[slice(*role)] == "defence minister"


def test_the_role_is_the_whole_of_a_long_office() -> None:
    text = "The Director of Preparedness, Mitigation and Response, Colonel Ana Ruiz, said so."
    role = Roster(text).resolve(0, text.index(", said")).role
    assert role is not None
    assert text[slice(*role)] == "Director of Preparedness, Mitigation and Response, Colonel"


def who(text: str, *mentions: str) -> list[Identity]:
    """Who the mentions stand for, resolved in their order."""
    roster, at, out = Roster(text), 0, []
    for mention in mentions:
        at = text.index(mention, at)
        out.append(roster.resolve(at, at + len(mention)))
        at += len(mention)
    return out


def test_two_people_of_one_name_are_two_parties_with_their_own_offices() -> None:
    text = (
        "Dr Ali Hassan, head of the hospital in Besa, said 30 patients had died. "
        "Ali Hassan, a rebel spokesman, said none had. Hassan said more."
    )
    doctor, rebel, either = who(text, "Dr Ali Hassan, head of the hospital in Besa", "Ali Hassan, a rebel", "Hassan")
    assert doctor.party != rebel.party
    assert [text[slice(*(one.role or (0, 0)))] for one in (doctor, rebel)] == [
        "head of the hospital",
        "rebel spokesman",
    ]
    assert either.party == rebel.party  # the one named last


def test_it_is_the_coast_guard_that_spoke() -> None:
    text = "The coast guard said 12 boats were out. It said little."
    assert who(text, "The coast guard", "It")[1].name == "The coast guard"


def test_one_person_may_be_given_two_offices() -> None:
    text = "Ana Ruiz, the mayor, said little. Ana Ruiz, a doctor by training, said more."
    first, second = who(text, "Ana Ruiz, the mayor", "Ana Ruiz, a doctor by training")
    assert first.party == second.party


@pytest.mark.parametrize(
    ("text", "mention", "office"),
    [
        ("“We grieve,” said our president, Ana Ruiz.", "our president, Ana Ruiz", "president"),
        ("The Minister of Health, Mr. Bo Lund, said so.", "The Minister of Health, Mr. Bo Lund", "Minister of Health"),
        ("DfR head of mission Lena Osk said so.", "DfR head of mission Lena Osk", "DfR head of mission"),
        ("The coast guard spokesman Bo Lund said so.", "The coast guard spokesman Bo Lund", "coast guard spokesman"),
    ],
)
def test_the_office_is_whole_and_nothing_more(text: str, mention: str, office: str) -> None:
    role = who(text, mention)[0].role
    assert role is not None
    assert text[slice(*role)] == office


def test_what_a_text_calls_a_company_is_that_company() -> None:
    text = "Vell Copper plc (“Vell” or “the Company”) spoke. The Company said so. Vell said more."
    assert [one.name for one in who(text, "The Company", "Vell")] == ["Vell Copper", "Vell Copper"]


def test_the_word_for_a_document_is_no_part_of_a_name() -> None:
    text = "STATEMENT of the Centre for Ports\n\nThe Centre said so."
    assert who(text, "The Centre")[0].name == "Centre for Ports"


def test_acronyms_both_ways() -> None:
    text = "the banned TTP (Tehreek-e-Taliban Pakistan) and The Department of Disaster Affairs (DoDA) met"
    assert acronyms(text) == {"TTP": "Tehreek-e-Taliban Pakistan", "DoDA": "Department of Disaster Affairs"}


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text(alphabet="Aa b.’'()[],ofthe\n", max_size=200), st.data())
def test_any_text_resolves(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    Roster(text).resolve(start, end)


def test_several_who_spoke_are_what_they_stands_for() -> None:
    text = "Officials had put the number at 30,000. Now they say it is lower."
    roster = Roster(text)
    roster.resolve(0, len("Officials"))
    found = roster.resolve(text.index("they"), text.index(" say"))
    assert (found.kind, found.name) == ("collective", "Officials")


def test_an_office_said_a_thousand_times_is_told_by_few_places_and_the_first() -> None:
    text = "The mayor said it. " * 1000
    roster = Roster(text)
    places = [(at, at + len("The mayor")) for at in range(0, len(text), len("The mayor said it. "))]
    last = [roster.resolve(*place) for place in places][-1]
    assert last.evidence[0] == places[-1]
    assert last.evidence[-1] == places[0]
    assert len(last.evidence) < 10
