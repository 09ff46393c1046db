"""Mentions resolve to whom the text says, and to nobody where it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.language.mentions import Roster
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
