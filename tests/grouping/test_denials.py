"""A denial is set against what it denies, and is never a wording of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing import pipeline
from briefing.model.finding import Finding


def statements(here: Path, *texts: str) -> list[Finding]:
    """The findings of statements of sources with these texts, each of the same day."""
    for n, text in enumerate(texts, 1):
        head = f"---\npublisher: Outlet {n}\npublished: 2026-05-04\n---\n# Shots in Tam\n\n"
        (here / f"{n}.md").write_text(head + text + "\n", encoding="utf-8")
    file = pipeline.extract(sorted(here.glob("*.md")))
    return [
        finding for finding in file.grouping.findings if finding.kind == "statement" and "Shots" not in finding.matter
    ]


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        (
            "Police fired live rounds at the crowd in Tam, a monitor said.",
            "Ada Orr denied that police had fired live rounds.",
        ),
        ("Oreco had opened two gates at dusk, Ada Orr said.", "Oreco denied that it had opened the gates."),
        (
            "Ada Orr said the army had shelled the market of Tam.",
            "The army has not shelled the market, Colonel Idris Kole said.",
        ),
    ],
)
def test_a_denial_conflicts_with_what_it_denies(here: Path, told: str, denied: str) -> None:
    (found,) = statements(here, told, denied)
    assert [reading.relation for reading in found.readings] == [None, "conflict"]


def test_an_accused_who_denies_right_behind_the_accusation_conflicts_with_it(here: Path) -> None:
    text = "Prosecutors accuse Jan Kord of ordering the men into the pit. Kord denies the accusation, his lawyer said."
    (found,) = statements(here, text)
    assert found.disputed


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("Ada Orr said the council had approved the plan.", "The ministry did not approve the plan, Idris Kole said."),
        ("Ada Orr said the gates of Orl had been opened.", "Idris Kole denied that the gates of Vess had been opened."),
        ("Ada Orr said the sirens had been sounded.", "No more than two sirens were sounded, Idris Kole said."),
    ],
)
def test_a_denial_of_another_thing_is_no_conflict(here: Path, told: str, denied: str) -> None:
    assert not any(finding.disputed for finding in statements(here, told, denied))
