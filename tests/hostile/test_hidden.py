"""Hidden characters are in the evidence as they are, on the page as marks; the gate refuses a page that has one raw."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.errors import VerificationError
from briefing.language.hidden import NEVER
from briefing.verifying.page import verify_page
from briefing.verifying.rendered import read
from briefing.writers import html
from tests.hostile.chain import built
from tests.writers.sample_briefing import sample_briefing

STORY = (
    "Mayor \u202eyas\u202c floods\u0000\n\n"
    "Mayor Ana Ruiz said 40\u200b0 families\x1b[2J left Orrin. “No\ufeffbody crosses \u2067before\u2069 spring,” "
    "Ruiz said. The cli\u200dnic has no ins\u00adulin, a nurse 👩🏽\u200d🚒 said.\n"
)


def test_a_page_shows_marks_and_the_evidence_has_the_text(here: Path) -> None:
    page = built(here, {"in/a\u202e.txt": STORY})
    parts = [part for part in read(page).parts if part.role in ("statement", "passage")]
    printed = " ".join(" ".join("".join(part.element.itertext()).split()) for part in parts)
    assert not NEVER.search(printed)
    assert "Mayor Ana Ruiz said 40[U+200B]0 families[U+001B][2J left Orrin." in printed
    assert "“No[U+FEFF]body crosses [U+2067]before[U+2069] spring,”" in printed
    assert "The cli[U+200D]nic has no ins\u00adulin, a nurse 👩🏽\u200d🚒 said." in printed
    (evidence,) = (here / "out" / "sources").iterdir()
    assert evidence.read_bytes().decode() == STORY


@pytest.mark.parametrize("raw", ["\u202e", "\u200b", "\x1b", "\x9b", "\u2066"])
def test_the_gate_refuses_a_raw_one(raw: str) -> None:
    briefing = sample_briefing()
    page = html.render(briefing)
    verify_page(briefing, page)
    for place in ("<main", "Limitations<"):
        before, found, after = page.partition(place)
        assert found
        tampered = f'{before}<main title="{raw}"{after}' if place == "<main" else f"{before}{raw}{found}{after}"
        with pytest.raises(VerificationError, match=r"hidden character|neither a statement"):
            verify_page(briefing, tampered)
