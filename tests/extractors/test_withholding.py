"""Withholding: claims that may hurt somebody are kept apart, with a Notice that does not repeat the words."""

from __future__ import annotations

from briefing.extractors import extract, withhold
from briefing.model.source import File, Source

TEXT = """Shells hit market in Karsa

Nine people died in Karsa on Sunday. Ali Hassan, 9, was killed at the gate. Families fled to the hills.

Call them on +93 70 123 4567.
"""
OTHER = "Mourning in Karsa\n\nThe mother of Ali Hassan sells bread. The mayor is on his way.\n"


def source(text: str) -> Source:
    return Source(text, (File("a.txt"),))


def test_claims_of_harmful_sentences_are_kept_apart() -> None:
    one = source(TEXT)
    found = withhold([one], {one.id: extract(one)})[one.id]
    assert [claim.anchor.exact for claim in found.claims] == [
        "Shells hit market in Karsa",
        "Nine people died in Karsa on Sunday.",
        "Families fled to the hills.",
    ]
    assert [(claim.anchor.exact, codes) for claim, codes in found.withheld] == [
        ("Ali Hassan, 9, was killed at the gate.", ("victim", "minor")),
        ("Call them on +93 70 123 4567.", ("phone",)),
    ]


def test_a_notice_says_what_and_never_the_words() -> None:
    one = source(TEXT)
    notices = withhold([one], {one.id: extract(one)})[one.id].notices
    told = [notice for notice in notices if notice.code.startswith("withheld-")]
    assert [notice.code for notice in told] == ["withheld-victim", "withheld-minor", "withheld-phone"]
    assert all("Ali" not in notice.message and "123" not in notice.message for notice in told)
    assert "--allow phone" in told[2].message


def test_a_name_is_withheld_in_every_source() -> None:
    one, other = source(TEXT), source(OTHER)
    found = withhold([one, other], {each.id: extract(each) for each in (one, other)})[other.id]
    assert [claim.anchor.exact for claim, _ in found.withheld] == ["The mother of Ali Hassan sells bread."]


def test_what_is_allowed_stays() -> None:
    one = source(TEXT)
    before = extract(one)
    assert withhold([one], {one.id: before}, ("victim", "minor", "phone"))[one.id] == before
