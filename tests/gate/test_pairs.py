"""Floors of grouping on whole texts: which figures of several sources are one matter, and whether they agree."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from briefing.extractors import extract
from briefing.grouping import group
from briefing.model.finding import AGREEING, Finding
from briefing.model.source import Source
from briefing.readers import gather

FOLDER = Path(__file__).parent / "pairs"
LINKED, RIGHT, WRONG = 0.85, 0.8, 1

Pair = Mapping[str, Any]


@cache
def labelled() -> tuple[tuple[Pair, str | None], ...]:
    """Every labelled pair and the relation found for it; None where its figures are in no one finding."""
    pairs = tomllib.loads((FOLDER / "pairs.toml").read_text(encoding="utf-8"))["pair"]
    runs = {name: run(FOLDER / name) for name in sorted({pair["folder"] for pair in pairs})}
    return tuple((pair, relation(pair, *runs[pair["folder"]])) for pair in pairs)


Figures = Mapping[tuple[str, int | None], tuple[str, int, int]]


def run(folder: Path) -> tuple[tuple[Finding, ...], Figures, Mapping[str, Source]]:
    """The findings of a folder, where each figure stands (file, start, end), and the sources by file."""
    sources = gather([str(folder)])[0]
    extractions = {source.id: extract(source) for source in sources}
    files = {source.id: Path(source.files[0].path).stem for source in sources}
    places: dict[tuple[str, int | None], tuple[str, int, int]] = {
        (claim.id, index): (files[source.id], *figure.span)
        for source in sources
        for claim in extractions[source.id].claims
        for index, figure in enumerate(claim.figures)
    }
    return group(sources, extractions).findings, places, {files[source.id]: source for source in sources}


def relation(pair: Pair, findings: tuple[Finding, ...], places: Figures, sources: Mapping[str, Source]) -> str | None:
    """How the findings relate the figures of a pair: agree, conflict or subset; None where they do not."""
    ends = [place(sources, *pair[end]) for end in ("one", "other")]
    for finding in findings:
        if finding.kind == "figure":
            found = [next(readings(finding, places, end), None) for end in ends]
            if None not in found:
                return _relation(found[0] or "", found[1] or "")
    return None


def readings(finding: Finding, places: Figures, end: tuple[str, int]) -> Iterator[str]:
    """What a finding calls the reading that holds the figure at ``end``: agreeing, or its own relation and text."""
    for number, reading in enumerate(finding.readings):
        for member in reading.members:
            file, start, stop = places[member.claim, member.figure]
            if file == end[0] and start <= end[1] < stop:
                agreeing = reading.relation is None or reading.relation in AGREEING
                yield "agree" if agreeing else f"{reading.relation} {number}"


def _relation(one: str, other: str) -> str:
    if one == other:
        return "agree"
    return "subset" if "subset" in one + other else "conflict"


def place(sources: Mapping[str, Source], file: str, words: str, numeral: str) -> tuple[str, int]:
    """Where the numeral of a label stands."""
    return file, sources[file].text.index(words) + words.index(numeral)


def test_pairs_are_linked() -> None:
    pairs = [(pair, found) for pair, found in labelled() if pair["relation"] != "none"]
    missed = [pair for pair, found in pairs if found is None]
    wrong = [(pair, found) for pair, found in pairs if found and found not in (pair["relation"], "subset")]
    assert len(missed) <= (1 - LINKED) * len(pairs), missed
    assert len(missed) + len(wrong) <= (1 - RIGHT) * len(pairs), wrong


def test_a_conflict_is_never_called_agreement() -> None:
    assert [pair for pair, found in labelled() if pair["relation"] == "conflict" and found == "agree"] == []


def test_what_is_not_one_matter_is_not_linked() -> None:
    wrong = [pair for pair, found in labelled() if pair["relation"] == "none" and found in ("agree", "conflict")]
    assert len(wrong) <= WRONG, wrong
