"""The bottom line: what is asserted, in a sentence of its own, and nothing the title says already."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from briefing import pipeline
from briefing.composing.bottom_line import bottom_line
from briefing.composing.title import title
from briefing.model.briefing import Statement
from briefing.model.request import Request
from tests.composing.builder import claim, edition, source


def said(text: str, *claims: tuple[str, dict[str, Any]]) -> list[str]:
    where = source(text)
    made = tuple(claim(where, words, speaker="Ana Ruiz", sectors=("casualties",), **more) for words, more in claims)
    at_hand = edition((where, made))
    return [s.text for s in bottom_line(at_hand, title(at_hand)[0]) if s.voice in ("reported", "quoted")]


def test_what_is_not_confirmed_is_no_bottom_line() -> None:
    text = "She did not confirm that 50 died. The clinic at Aru has burned down."
    denied = ("She did not confirm that 50 died.", {"modality": "negated"})
    assert said(text, denied, ("The clinic at Aru has burned down.", {})) == ["The clinic at Aru has burned down."]


def test_what_only_introduces_a_list_is_none() -> None:
    text = "She counted the dead:\n- 3 men\nThe clinic at Aru has burned down."
    assert said(text, ("She counted the dead:", {}), ("The clinic at Aru has burned down.", {})) == [
        "The clinic at Aru has burned down."
    ]


def made(here: Path, *texts: str) -> list[Statement]:
    """The bottom line of sources with these texts, of following days."""
    for n, text in enumerate(texts, 1):
        head = f"---\npublisher: Outlet {n}\npublished: 2026-05-0{n}\n---\n"
        (here / f"{n}.md").write_text(head + text + "\n", encoding="utf-8")
    file = pipeline.extract(sorted(here.glob("*.md")))
    return [s for s in pipeline.composed(file, "humanitarian", Request()).bottom_line if s.claims]


def test_a_disputed_figure_is_told_with_the_others(here: Path) -> None:
    lines = made(here, "A flood killed 31 people in Tam, police said.", "A flood killed 40 people in Tam, WHO said.")
    assert [note.text for note in lines[0].notes] in (
        ["sources differ: “40 people”"],
        ["sources differ: “31 people”"],
    )


def test_an_overtaken_count_is_no_bottom_line(here: Path) -> None:
    lines = made(here, "A flood killed 31 people in Tam, WHO said.", "A flood killed 40 people in Tam, WHO said.")
    assert any("40" in line.text for line in lines)
    assert not any("31" in line.text for line in lines)


def test_who_is_only_he_is_named_beside_the_line(here: Path) -> None:
    lines = made(here, "Governor Idris Kole spoke in Tam. The governor said 900 families had fled their homes in Tam.")
    assert [line.speaker.text for line in lines if line.speaker] == ["Idris Kole"] or "Idris Kole" in lines[0].text


def test_the_count_before_is_no_side_of_a_dispute(here: Path) -> None:
    lines = made(
        here,
        "A flood killed 26 people in Tam, Governor Idris Kole said.",
        "The flood death toll in Tam has risen to 41, Governor Idris Kole said, up from 26 a day earlier.",
        "The flood in Tam killed 90 people, the opposition said.",
    )
    (line,) = [line for line in lines if "41" in line.text]
    assert [note.text for note in line.notes] == ["sources differ: “90 people”"]


def test_a_denied_number_is_no_other_count(here: Path) -> None:
    lines = made(
        here,
        "Police killed nine people in Tam, the hospital said.",
        "Claims that police killed nine people in Tam are false, the government said.",
    )
    assert [note.text for note in lines[0].notes] == ["sources differ: not “nine people”"]
