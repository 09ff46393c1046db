"""Rules on a page in another language: what nobody has translated is marked as English, beneath the whole rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import pipeline
from briefing.model.briefing import Statement
from briefing.model.request import Request
from briefing.model.walk import nodes
from briefing.verifying import verify


@pytest.mark.parametrize(("language", "marked"), [("en", []), ("fr", ["Le texte de cette règle est en anglais."])])
def test_an_untranslated_rule_says_that_it_is_in_english(tmp_path: Path, language: str, marked: list[str]) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Illness in Aru\n\nThe mayor said an outbreak of cholera was confirmed in Aru.\n", "utf-8")
    claims = pipeline.decide(pipeline.draw([path]), ())
    briefing = pipeline.composed(claims, "humanitarian", Request(language=language))
    verify(briefing)
    (rule,) = (s for s in nodes(briefing.implications, Statement) if s.rule == "OUTBREAK")
    assert [note.text for note in rule.notes if note.id.endswith("-language")] == marked
