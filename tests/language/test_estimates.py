"""Words of estimate: which they are, and that no text of the program's own has one."""

from __future__ import annotations

import io
import re
from importlib import resources

import pytest
from babel.messages.pofile import read_po

from briefing.language.estimates import CONFIDENCE, LIKELIHOOD, estimates
from tests.conftest import ROOT


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A return is very unlikely.", {LIKELIHOOD: "unlikely"}),
        ("It will almost certainly rain.", {LIKELIHOOD: "almost certainly"}),
        ("The odds are roughly even.", {}),
        ("There is a remote chance of it.", {LIKELIHOOD: "remote chance"}),
        ("Trucks reach remote areas and certain camps.", {}),
        ("We have moderate confidence in this.", {CONFIDENCE: "moderate confidence"}),
        ("Talks on confidence-building measures ended.", {}),
        ("With high confidence, a probable return.", {CONFIDENCE: "high confidence", LIKELIHOOD: "probable"}),
    ],
)
def test_words_of_estimate(text: str, found: dict[str, str]) -> None:
    assert estimates(text) == found


def test_no_label_has_one() -> None:
    catalogues = list((resources.files("briefing.language") / "catalogues").iterdir())
    assert catalogues
    for file in catalogues:
        for message in read_po(io.BytesIO(file.read_bytes())):
            texts = message.string if isinstance(message.string, tuple) else (message.string,)
            assert [text for text in texts if message.id and estimates(str(text))] == []


def test_no_rule_and_no_template_has_one() -> None:
    rules = [file.read_text("utf-8") for file in (resources.files("briefing.composing") / "rules").iterdir()]
    printed = [text for rule in rules for text in re.findall(r'"([^"\n]*)"', rule)]
    assert printed
    printed += [
        file.read_text("utf-8") for file in (ROOT / "templates").rglob("*.*") if file.suffix in (".html", ".toml")
    ]
    assert [text for text in printed if estimates(text)] == []
