"""The bottom line: what is asserted, in a sentence of its own, and nothing the title says already."""

from __future__ import annotations

from typing import Any

from briefing.composing.bottom_line import bottom_line
from briefing.composing.title import title
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
