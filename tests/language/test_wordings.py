"""In the same words or not: what a wording may not drop without being told as another."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.language.wordings import other_numbers, said, same_words
from briefing.model.claim import Claim
from tests.composing.builder import claim, figure, source


def told(text: str, content: str, cue: str = "said", force: str = "said") -> tuple[str, Claim]:
    """What Ana Ruiz tells in ``text``, with the text."""
    made = claim(source(text), text, content, speaker="Ana Ruiz", mention="Ruiz", cue=cue)
    return text, replace(made, attribution=replace(made.attribution, force=force))


HOUSES = "At least 1,200 houses burned in Orvel"
PLAIN = told(f"{HOUSES}, Ruiz said.", HOUSES)


@pytest.mark.parametrize(
    ("text", "content", "force", "same"),
    [
        (f"Ruiz said {HOUSES.lower()}.", HOUSES.lower(), "said", True),
        (f"Ruiz said: {HOUSES.replace(',', '')}!", HOUSES.replace(",", ""), "said", True),
        ("1,200 houses burned in Orvel, Ruiz said.", "1,200 houses burned in Orvel", "said", False),
        ("At least 1,200 houses burned, Ruiz said.", "At least 1,200 houses burned", "said", False),
        (f"{HOUSES}, Ruiz alleged.", HOUSES, "claimed", False),
        (f"Ruiz reportedly said {HOUSES.lower()}.", HOUSES.lower(), "said", False),
        (f"{HOUSES} if so, Ruiz said.", f"{HOUSES} if so", "said", False),
        ("At least -1,200 houses burned in Orvel, Ruiz said.", "At least -1,200 houses burned in Orvel", "said", False),
        ("At least 1,200% houses burned in Orvel, Ruiz said.", "At least 1,200% houses burned in Orvel", "said", False),
    ],
)
def test_no_qualifier_is_dropped(text: str, content: str, force: str, same: bool) -> None:
    cue = "alleged" if force == "claimed" else "said"
    assert same_words([said(*PLAIN)], [said(*told(text, content, cue, force))]) == same


WHOLE = source("“We sleep in the hall,” Ruiz said. “Nobody has come.” Ruiz warned: “We sleep in the hall.”")
HALL = claim(WHOLE, "“We sleep in the hall,” Ruiz said.", "We sleep in the hall", quotes=("We sleep in the hall",))
COME = claim(WHOLE, "“Nobody has come.”", "Nobody has come", quotes=("Nobody has come",))
BOTH = source("“We sleep in the hall; nobody has come,” Ruiz said.")
JOINED = claim(
    BOTH, BOTH.text, "We sleep in the hall; nobody has come", quotes=("We sleep in the hall; nobody has come",)
)


def test_one_half_of_a_quotation_is_another_wording() -> None:
    hall, come, joined = said(WHOLE.text, HALL), said(WHOLE.text, COME), said(BOTH.text, JOINED)
    assert not same_words([joined], [hall])
    assert not same_words([hall], [joined])
    assert not same_words([joined], [come, hall])
    assert same_words([joined], [hall, come, hall])
    assert same_words([hall, come], [joined])


def test_words_that_are_quoted_here_and_told_there_differ() -> None:
    indirect = source("We sleep in the hall, Ruiz said.")
    there = claim(indirect, indirect.text, "We sleep in the hall", speaker="Ruiz", mention="Ruiz", cue="said")
    assert not same_words([said(WHOLE.text, HALL)], [said(indirect.text, there)])


def test_quoted_words_are_the_same_whoever_calls_them_a_warning() -> None:
    again = claim(
        WHOLE, "Ruiz warned: “We sleep in the hall.”", "We sleep in the hall.”", quotes=("We sleep in the hall",)
    )
    assert same_words([said(WHOLE.text, HALL)], [said(WHOLE.text, again)])


def test_other_numbers_are_no_wording() -> None:
    where = source("In Aru 40 people fled. In Aru 52 people fled. In Aru people fled.")
    forty, fifty = (
        claim(where, f"In Aru {n} people fled.", figures=(figure(where, str(n), "people", n),)) for n in (40, 52)
    )
    assert other_numbers(forty, fifty)
    assert not other_numbers(forty, claim(where, "In Aru people fled."))
    assert not other_numbers(forty, forty)
