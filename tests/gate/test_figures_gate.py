"""Floors of figures on whole texts: found or not, value, hedge and unit; labelled texts here, and development data."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.extractors import extract
from briefing.model.claim import Figure
from briefing.model.source import File, Source
from briefing.pipeline import extract as extract_all
from briefing.writers.claims import dumps

FOLDER = Path(__file__).parent / "figures"
LABEL = re.compile(r"\[([^\[\]=]+)=([\d.]+)(?:-(\d+))? ([\w-]+)(?: (>=|<=|~))?\]")
PRECISION, RECALL = 0.96, 0.98
VALUE, HEDGE, UNIT = 0.985, 0.96, 0.95


class Label(NamedTuple):
    """A figure as a person reads it: its span, value, unit, and hedge (">=", "<=", "~" or nothing)."""

    start: int
    end: int
    value: tuple[float, ...]
    unit: str
    hedge: str


def labelled(file: Path) -> tuple[str, list[Label]]:
    """The text of a file without its labels, and the labels."""
    marked = file.read_text(encoding="utf-8")
    text, labels, at = "", [], 0
    for match in LABEL.finditer(marked):
        text += marked[at : match.start()] + match[1]
        value = tuple(float(part) for part in (match[2], match[3]) if part)
        labels.append(Label(len(text) - len(match[1]), len(text), value, match[4], match[5] or ""))
        at = match.end()
    return text + marked[at:], labels


@cache
def pairs() -> tuple[tuple[Label | None, Figure | None], ...]:
    """Labels and figures of all texts that overlap, and those that stand alone."""
    out: list[tuple[Label | None, Figure | None]] = []
    for file in sorted(FOLDER.glob("*.txt")):
        text, labels = labelled(file)
        claims = extract(Source(text, (File(file.name),))).claims
        figures = [figure for claim in claims for figure in claim.figures]
        for label in labels:
            hit = next((f for f in figures if f.start < label.end and label.start < f.end), None)
            out.append((label, hit))
            if hit is not None:
                figures.remove(hit)
        out += [(None, figure) for figure in figures]
    return tuple(out)


def share(right: list[bool]) -> float:
    """The share that is right."""
    return sum(right) / len(right)


def hedge(figure: Figure) -> str:
    """A figure's hedge as a label writes it."""
    return figure.bound or ("~" if figure.approx else "")


def values(figure: Figure) -> tuple[float, ...]:
    """A figure's value or values, to four places."""
    found = figure.value if isinstance(figure.value, tuple) else (figure.value,)
    return tuple(round(float(value), 4) for value in found)


def test_figures_are_found_and_nothing_else() -> None:
    found = [label is not None for label, figure in pairs() if figure is not None]
    wanted = [figure is not None for label, figure in pairs() if label is not None]
    assert share(found) >= PRECISION, [figure for label, figure in pairs() if label is None]
    assert share(wanted) >= RECALL, [label for label, figure in pairs() if figure is None]


def test_value_hedge_and_unit_of_those_found() -> None:
    both = [(label, figure) for label, figure in pairs() if label is not None and figure is not None]
    assert share([label.value == values(figure) for label, figure in both]) >= VALUE
    assert share([label.hedge == hedge(figure) for label, figure in both]) >= HEDGE
    assert (
        share([label.unit in (figure.unit, "households" * (figure.unit == "families")) for label, figure in both])
        >= UNIT
    )


@pytest.fixture(scope="session")
def scores(dev_data: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, float]]:
    """What the scorers of the development data say."""
    dev, folder = dev_data / "dev", tmp_path_factory.mktemp("claims")
    if not dev.is_dir():
        pytest.skip("no development data with labels")
    clusters = []
    for texts in sorted((dev / "clusters" / "texts").iterdir()):
        clusters.append(folder / f"{texts.name}.json")
        clusters[-1].write_text(dumps(extract_all([texts])), encoding="utf-8")
    quantities = folder / "quantities.json"
    quantities.write_text(dumps(extract_all([dev / "quantities" / "texts"])), encoding="utf-8")
    run = [sys.executable, str(dev / "score_claims.py"), str(dev / "clusters"), *map(str, clusters), "--json"]
    other = [sys.executable, str(dev / "score_quantities.py"), str(dev / "quantities"), str(quantities)]
    return {
        "clusters": json.loads(subprocess.run(run, check=True, capture_output=True).stdout)["figures"],
        "quantities": json.loads(subprocess.run(other, check=True, capture_output=True).stdout),
    }


@pytest.mark.parametrize(
    ("corpus", "measure", "floor"),
    [
        ("clusters", "precision", 0.95),
        ("clusters", "recall", 0.97),
        ("clusters", "value", 0.985),
        ("clusters", "hedge", 0.97),
        ("clusters", "unit", 0.95),
        ("clusters", "said_by", 0.7),
        ("quantities", "f1", 0.9),
        ("quantities", "precision", 0.9),
    ],
)
def test_floors_on_development_data(
    scores: dict[str, dict[str, float]], corpus: str, measure: str, floor: float
) -> None:
    assert scores[corpus][measure] >= floor
