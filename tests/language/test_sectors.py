"""Sectors, with nature and modality: golden sentences, and what a vocabulary must look like."""

from __future__ import annotations

import copy
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefing.errors import BriefingError
from briefing.language.lexicon import lexicon
from briefing.language.modality import modality
from briefing.language.nature import nature
from briefing.language.sectors import read, sectors
from briefing.model.claim import MODALITIES, NATURES, PUBLISHER, SECTORS

GOLDEN = Path(__file__).parent.parent / "golden" / "sectors.txt"
YEAR = 2024
Tables = dict[str, Any]


def cases() -> list[tuple[str, str]]:
    """Each sentence with what is expected of it."""
    lines = [line for line in GOLDEN.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    return list(zip(lines[::2], (line.removeprefix("= ") for line in lines[1::2]), strict=True))


@pytest.mark.parametrize(("sentence", "expected"), cases())
def test_golden(sentence: str, expected: str) -> None:
    named, kind, mode = expected.split(" | ")
    assert set(sectors(sentence)) == {name for name in named.split(", ") if name != "none"}
    assert nature(sentence, PUBLISHER) == kind
    assert modality(sentence, YEAR) == mode


def test_golden_names_each_sector_nature_and_modality() -> None:
    words = {word for _, expected in cases() for part in expected.split(" | ") for word in part.split(", ")}
    assert words == {*SECTORS, *NATURES, *MODALITIES, "none"}


def test_sectors_come_in_their_fixed_order() -> None:
    assert sectors("Four people drowned, and 90 displaced families have no tents.") == (
        "displacement",
        "shelter",
        "casualties",
    )


def test_cross_sector_yields_to_any_sector_but_casualties() -> None:
    assert sectors("Floods affected 900 households.") == ("cross-sector",)
    assert sectors("Floods killed four people and affected 900 households.") == ("casualties", "cross-sector")
    assert sectors("Floods affected 900 households, and they lack drinking water.") == ("wash",)


@pytest.mark.parametrize("text", ["", " ", "…", "?!", "\N{PILE OF POO}" * 3, "قتل خمسة أشخاص"])
def test_text_without_known_words_has_none(text: str) -> None:
    assert sectors(text) == ()


def test_capitals_of_an_acronym_count() -> None:
    assert sectors("Teams screened for SAM in two camps for children.") != ()
    assert sectors("Sam screened a film about two rivers.") == ()


@pytest.mark.parametrize("people", ["Afghans", "Syrians", "Haitians", "Lorans", "Uzbeks", "Filipinos", "Congolese"])
def test_every_people_counts_alike(people: str) -> None:
    assert "displacement" in sectors(f"Hundreds of undocumented {people} were put on buses.")
    assert "protection" in sectors(f"Police have detained hundreds of {people} since Monday.")
    assert "protection" in sectors(f"Hundreds of {people} were harassed at the gate.")


def without_cues(tables: Tables) -> None:
    del tables["cues"]["harm"]


def unknown_sector(tables: Tables) -> None:
    tables["weather"] = {"sure": ["rain"]}


def unknown_field(tables: Tables) -> None:
    tables["wash"]["maybe"] = ["rain"]


def nothing_sure(tables: Tables) -> None:
    del tables["wash"]["sure"]


def unknown_cue(tables: Tables) -> None:
    tables["wash"]["weak"] = [{"terms": ["rain"], "with": ["clouds"]}]


def no_list(tables: Tables) -> None:
    tables["wash"]["not"] = "rain"


def no_term(tables: Tables) -> None:
    tables["wash"]["sure"] = ["rain & shine"]


def open_term(tables: Tables) -> None:
    tables["wash"]["sure"] = ["rain …"]


def yields_to_none(tables: Tables) -> None:
    tables["wash"]["yields"] = ["weather"]


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (without_cues, "some.toml: cues"),
        (unknown_sector, "some.toml: the tables"),
        (unknown_field, "some.toml: wash: a field"),
        (nothing_sure, "some.toml: wash: a field"),
        (unknown_cue, "some.toml: wash: a weak list wants an unknown cue"),
        (no_list, "some.toml: wash not: no list"),
        (no_term, "some.toml, wash: '&' of 'rain & shine'"),
        (open_term, "some.toml, wash: 'rain …'"),
        (yields_to_none, "some.toml: wash: yields"),
    ],
)
def test_a_vocabulary_of_another_shape_is_refused(spoil: Callable[[Tables], None], says: str) -> None:
    tables = copy.deepcopy(dict(lexicon("sectors")))
    spoil(tables)
    with pytest.raises(BriefingError, match="^" + says.replace(".", r"\.")):
        read(tables, "some.toml")


def test_long_hostile_text_takes_time_in_proportion() -> None:
    words = ["killed", "people", "homes", "destroyed", "affected", "aid", "water", "the", "food", "and"]
    random.Random(7).shuffle(words)
    text = " ".join(words * 300)
    taken = []
    for size in (1, 4):
        begin = time.process_time()
        sectors(text * size)
        taken.append(time.process_time() - begin)
    assert taken[1] < 12 * taken[0] + 0.2
