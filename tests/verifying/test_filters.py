"""What a page can be filtered by is what its statements are."""

from __future__ import annotations

import pytest

from briefing.errors import VerificationError
from briefing.model.facets import Facet, Facets
from briefing.verifying import verify_page
from briefing.writers.html import render
from tests.conftest import ROOT
from tests.verifying.small_briefing import BRACKETED, CARD, WHOLE, small_briefing

FOLDERS = (ROOT / "templates" / "humanitarian", ROOT / "templates" / "base")


def page() -> str:
    briefing = small_briefing()
    object.__setattr__(briefing.audience, "folders", FOLDERS)
    return render(briefing)


def test_facets_are_those_of_the_claims() -> None:
    facets = Facets(small_briefing())
    assert facets.of(WHOLE) == Facet("", ("displacement",), ("same-origin",))
    assert facets.of(BRACKETED) == Facet("actor-1", (), ("single",))
    assert facets.of(CARD.what) is None


def test_a_sound_page_passes() -> None:
    made = page()
    assert 'data-of="actor-1-1" data-actor="actor-1" data-sectors="" data-supports="single"' in made
    verify_page(small_briefing(), made)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('data-of="actor-1-1" data-actor="actor-1"', 'data-of="actor-1-1" data-actor="actor-2"', "by what statement"),
        ('data-sectors="displacement"', 'data-sectors="health"', "by what statement"),
        ('data-supports="same-origin"', 'data-supports="corroborated"', "by what statement"),
        ('data-of="actor-1-2"', 'data-of="actor-1-1"', "which it does not print"),
        ('data-of="actor-1-2"', 'data-of="none"', "which it does not print"),
        ('data-value="single"', 'data-value="corroborated"', "says something else"),
        ('data-value="actor-1"', 'data-value="actor-9"', "says something else"),
        ('<section class="actor">', '<section class="actor" data-sector="health">', "does not hold"),
    ],
)
def test_a_page_that_hides_by_something_else_is_refused(old: str, new: str, what: str) -> None:
    made = page()
    assert old in made
    with pytest.raises(VerificationError, match=what):
        verify_page(small_briefing(), made.replace(old, new))
