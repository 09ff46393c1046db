"""Bodies named by a bare noun: one within a text, never one across two."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing import pipeline
from briefing.grouping import bodies

VALEN = "The Ministry of Defence of Valen said on Monday that two bridges were hit. The ministry said 12 people died.\n"
ORSK = "Orsk's foreign ministry called the charge absurd. The hospital in Tam said 30 people were hurt.\n"


def parties(here: Path, **texts: str) -> dict[str, list[str | None]]:
    """The party of each attributed claim across sources, by source."""
    for name, text in texts.items():
        (here / f"{name}.txt").write_text(text, encoding="utf-8")
    file = pipeline.extract([here / f"{name}.txt" for name in texts])
    fuller = dict(file.grouping.parties)
    return {
        name: [
            fuller.get(party, party) if (party := claim.attribution.party) else None
            for claim in dict(file.extractions)[source.id].claims
            if claim.attribution.party
        ]
        for name, source in zip(texts, file.sources, strict=True)
    }


def test_a_bare_noun_is_the_body_its_own_text_names(here: Path) -> None:
    found = parties(here, a=VALEN, b=ORSK)
    assert found["a"] == ["p-ministry-of-defence-of-valen"] * 2
    assert found["b"][0] == "p-orsk-foreign-ministry"


def test_two_texts_mean_two_bodies(here: Path) -> None:
    one = "The army said its guns had hit two villages. The hospital said 12 people had died.\n"
    other = "Orsk's army said it had lost four men. The hospital said three people had died.\n"
    found = parties(here, a=one, b=other)
    assert not set(found["a"]) & set(found["b"])


def test_a_text_is_searched_once_a_noun(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    searched: list[str] = []
    search = bodies._mentions

    def counted(text: str, noun: str) -> Iterator[str]:
        searched.append(noun)
        return search(text, noun)

    monkeypatch.setattr(bodies, "_mentions", counted)
    parties(here, a=VALEN + "The ministry said it would wait. The ministry said the road was shut.\n")
    assert searched == ["ministry"]


def test_a_noun_that_fits_two_bodies_is_neither(here: Path) -> None:
    text = "Orsk's army said it held Tam. Valen's army said it had fallen back. The army said 12 men had died.\n"
    first, second, third = parties(here, a=text)["a"]
    assert len({first, second, third}) == 3


def test_who_is_called_by_name_right_behind_what_it_is_bears_that_name(here: Path) -> None:
    one = "Nobody opened a gate, the operator, Oreco Hydro, said. The operator, which is old, said it was sorry.\n"
    assert parties(here, a=one)["a"][0] == "p-oreco-hydro"


def test_a_statement_that_two_readings_of_one_sentence_give_is_told_once(here: Path) -> None:
    (here / "a.vtt").write_text(
        "WEBVTT\n\n00:00:20.500 --> 00:00:36.000\n<v Captain Ada Orr>The list says 31. If you add the saved and lost "
        "you get 40, so the list is wrong, that much is clear.\n",
        encoding="utf-8",
    )
    file = pipeline.extract([here / "a.vtt"])
    claims = [claim for _, extraction in file.extractions for claim in extraction.claims]
    assert len({claim.id for claim in claims}) == len(claims)
    held = {claim.id: len(claim.figures) for claim in claims}
    members = [member for finding in file.grouping.findings for member in finding.members]
    assert all(member.figure is None or member.figure < held[member.claim] for member in members)
